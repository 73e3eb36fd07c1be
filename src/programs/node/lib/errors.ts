/** internal/errors: what V8's Error has beyond the language, and Node's own errors. */
export const ERRORS = String.raw`'use strict';
const { host } = binding;
const NUMBERS = { EPERM: -1, ENOENT: -2, ESRCH: -3, EINTR: -4, EIO: -5, ENXIO: -6, E2BIG: -7, ENOEXEC: -8, EBADF: -9, ECHILD: -10, EAGAIN: -11, ENOMEM: -12, EACCES: -13, EBUSY: -16, EEXIST: -17, EXDEV: -18, ENOTDIR: -20, EISDIR: -21, EINVAL: -22, EMFILE: -24, ENOTTY: -25, ENOSPC: -28, ESPIPE: -29, EROFS: -30, EPIPE: -32, ENAMETOOLONG: -36, ENOSYS: -38, ENOTEMPTY: -39, ELOOP: -40, EADDRINUSE: -98, EADDRNOTAVAIL: -99, ENETUNREACH: -101, ECONNRESET: -104, ENOTCONN: -107, ETIMEDOUT: -110, ECONNREFUSED: -111, EHOSTUNREACH: -113, EAI_AGAIN: -3001, ENOTFOUND: -3008 };
const WORDS = { EPERM: 'operation not permitted', ENOENT: 'no such file or directory', ESRCH: 'no such process', EINTR: 'interrupted system call', EIO: 'i/o error', E2BIG: 'argument list too long', EBADF: 'bad file descriptor', EAGAIN: 'resource temporarily unavailable', ENOMEM: 'not enough memory', EACCES: 'permission denied', EBUSY: 'resource busy or locked', EEXIST: 'file already exists', EXDEV: 'cross-device link not permitted', ENOTDIR: 'not a directory', EISDIR: 'illegal operation on a directory', EINVAL: 'invalid argument', EMFILE: 'too many open files', ENOSPC: 'no space left on device', ESPIPE: 'invalid seek', EROFS: 'read-only file system', EPIPE: 'broken pipe', ENAMETOOLONG: 'name too long', ENOSYS: 'function not implemented', ENOTEMPTY: 'directory not empty', ELOOP: 'too many symbolic links encountered', EADDRINUSE: 'address already in use', EADDRNOTAVAIL: 'address not available', ENETUNREACH: 'network is unreachable', ECONNRESET: 'connection reset by peer', ENOTCONN: 'socket is not connected', ETIMEDOUT: 'connection timed out', ECONNREFUSED: 'connection refused', EHOSTUNREACH: 'host is unreachable' };
exports.errnoNumbers = NUMBERS;
exports.errnoWords = WORDS;

Error.stackTraceLimit = 10;
Object.defineProperty(Error, 'captureStackTrace', { configurable: true, writable: true, enumerable: false, value: function captureStackTrace(target, above) {
  const lines = new Error().stack.split('\n').slice(1);
  let from = 0;
  if (typeof above === 'function' && above.name) {
    const at = lines.findIndex((line) => line.includes('at ' + above.name + ' (') || line.includes('at new ' + above.name + ' ('));
    if (at >= 0) from = at + 1;
  }
  const name = target.name === undefined ? 'Error' : String(target.name);
  const message = target.message === undefined ? '' : String(target.message);
  Object.defineProperty(target, 'stack', { value: [message === '' ? name : name + ': ' + message].concat(lines.slice(from)).join('\n'), writable: true, configurable: true, enumerable: false });
} });

/** A failed system call as libuv words it. */
exports.uvException = function uvException(code, syscall, path, dest) {
  let message = code + ': ' + (WORDS[code] || 'unknown error') + ', ' + syscall;
  if (path !== undefined) message += " '" + path + "'";
  if (dest !== undefined) message += " -> '" + dest + "'";
  const error = new Error(message);
  error.errno = NUMBERS[code];
  error.code = code;
  error.syscall = syscall;
  if (path !== undefined) error.path = path;
  if (dest !== undefined) error.dest = dest;
  return error;
};
/** A failed call on a socket. */
exports.netException = function netException(code, syscall, address, port) {
  const where = address ? ' ' + address + (port === undefined ? '' : ':' + port) : '';
  const known = syscall === 'listen' || syscall === 'bind' ? syscall + ' ' + code + ': ' + WORDS[code] + where : syscall + ' ' + code + where;
  const error = new Error(known);
  error.errno = NUMBERS[code];
  error.code = code;
  error.syscall = syscall;
  if (address) error.address = address;
  if (port !== undefined) error.port = port;
  return error;
};
/** Runs a host call; what fails becomes Node's error. */
exports.call = function call(name, syscall, path, ...args) {
  try {
    return host[name](...args);
  } catch (error) {
    if (error.code === undefined) throw error;
    throw exports.uvException(error.code, syscall, path);
  }
};
function coded(Base, code, message) {
  const error = new Base(message);
  Object.defineProperty(error, 'code', { value: code, writable: true, enumerable: true, configurable: true });
  const head = Base.name + ': ';
  if (error.stack.startsWith(head)) error.stack = Base.name + ' [' + code + ']: ' + error.stack.slice(head.length);
  return error;
}
exports.nodeError = (code, message) => coded(Error, code, message);
exports.typeError = (code, message) => coded(TypeError, code, message);
exports.rangeError = (code, message) => coded(RangeError, code, message);
function received(value) {
  if (value === null || value === undefined) return ' Received ' + value;
  if (typeof value === 'function') return ' Received function ' + value.name;
  if (typeof value === 'object') return value.constructor && value.constructor.name ? ' Received an instance of ' + value.constructor.name : ' Received ' + require('internal/inspect').inspect(value, { depth: -1 });
  let shown = require('internal/inspect').inspect(value);
  if (shown.length > 28) shown = shown.slice(0, 25) + '...';
  return ' Received type ' + typeof value + ' (' + shown + ')';
}
/** ERR_INVALID_ARG_TYPE, with its sentence. */
exports.invalidArgType = function (name, expected, value) {
  const types = Array.isArray(expected) ? expected : [expected];
  const kind = name.includes('.') ? 'property' : 'argument';
  const plain = types.filter((one) => /^[a-z]/.test(one));
  const classes = types.filter((one) => /^[A-Z]/.test(one));
  const parts = [];
  if (plain.length) parts.push((plain.length > 1 ? 'one of type ' : 'of type ') + listed(plain));
  if (classes.length) parts.push('an instance of ' + listed(classes));
  return coded(TypeError, 'ERR_INVALID_ARG_TYPE', 'The "' + name + '" ' + kind + ' must be ' + parts.join(' or ') + '.' + received(value));
};
exports.invalidArgValue = (name, value, reason = 'is invalid') => coded(TypeError, 'ERR_INVALID_ARG_VALUE', 'The ' + (name.includes('.') ? 'property' : 'argument') + " '" + name + "' " + reason + '.' + received(value).replace(/^ Received (?:type \w+ \((.*)\)|(.*))$/s, (_, a, b) => ' Received ' + (a ?? b)));
exports.outOfRange = (name, range, value) => coded(RangeError, 'ERR_OUT_OF_RANGE', 'The value of "' + name + '" is out of range. It must be ' + range + '. Received ' + require('internal/inspect').inspect(value));
function listed(words) { return words.length < 3 ? words.join(' or ') : words.slice(0, -1).join(', ') + ', or ' + words[words.length - 1]; }

/** Says beside the terminal, and in an error, that something is not simulated. */
exports.missing = function missing(what) {
  host.notice('The simulated Node.js does not have ' + what + '.');
  return exports.nodeError('ERR_FEATURE_UNAVAILABLE_ON_PLATFORM', what + ' is unavailable on the current platform');
};

// JSON.parse with V8's words.
const parse = JSON.parse;
JSON.parse = { parse(text, reviver) {
  try {
    return parse(text, reviver);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const wrong = new SyntaxError(require('internal/json-words').jsonWords(String(text)));
    const frames = wrong.stack.indexOf('\n    at ');
    if (frames >= 0) Object.defineProperty(wrong, 'stack', { value: wrong.stack.slice(0, frames) + '\n    at JSON.parse (<anonymous>)' + wrong.stack.slice(frames), writable: true, configurable: true, enumerable: false });
    exports.parsedTexts.set(wrong, String(text));
    throw wrong;
  }
} }.parse;
/** What was to be parsed, by the error. */
exports.parsedTexts = new WeakMap();
const stringify = JSON.stringify;
JSON.stringify = { stringify(value, replacer, space) {
  try {
    return stringify(value, replacer, space);
  } catch (error) {
    if (!(error instanceof TypeError) || error.message !== 'circular reference') throw error;
    throw new TypeError(require('internal/json-words').circleWords(value));
  }
} }.stringify;
`;
/** internal/json-words: what V8 says of a text that is no JSON. Only asked when a parse has failed. */
export const JSON_WORDS = String.raw`'use strict';
exports.jsonWords = function (text) {
  let at = 0;
  const fail = (words) => { throw { words }; };
  const where = () => {
    const before = text.slice(0, at).split('\n');
    return ' in JSON at position ' + at + ' (line ' + before.length + ' column ' + (before[before.length - 1].length + 1) + ')';
  };
  const unexpected = () => {
    if (at >= text.length) fail('Unexpected end of JSON input');
    const shown = text.length <= 40 ? '"' + text + '" is not valid JSON'
      : (at > 10 ? '..."' : '"') + text.slice(Math.max(0, at - 10), at + 10) + (at + 10 < text.length ? '"... ' : '" ') + 'is not valid JSON';
    if (text[at] === '"') fail('Unexpected string' + where());
    if (/[-\d]/.test(text[at])) fail('Unexpected number' + where());
    fail("Unexpected token '" + text[at] + "', " + shown);
  };
  const space = () => { while (at < text.length && ' \t\n\r'.includes(text[at])) at++; };
  const string = () => {
    at++;
    for (;;) {
      if (at >= text.length) fail('Unterminated string' + where());
      const char = text[at];
      if (char === '"') { at++; return; }
      if (char < ' ') fail('Bad control character in string literal' + where());
      if (char === '\\') {
        at++;
        if (text[at] === 'u') { if (!/^[\da-fA-F]{4}/.test(text.slice(at + 1))) { at += 1; fail('Bad Unicode escape' + where()); } at += 4; }
        else if (!'"\\/bfnrt'.includes(text[at])) fail('Bad escaped character' + where());
      }
      at++;
    }
  };
  const value = () => {
    space();
    const char = text[at];
    if (char === '{') {
      at++; space();
      if (text[at] === '}') { at++; return; }
      for (let first = true; ; first = false) {
        space();
        if (text[at] !== '"') { if (at >= text.length) fail("Expected property name or '}'" + where()); fail((first ? "Expected property name or '}'" : 'Expected double-quoted property name') + where()); }
        string(); space();
        if (text[at] !== ':') fail("Expected ':' after property name" + where());
        at++; value(); space();
        if (text[at] === ',') { at++; continue; }
        if (text[at] === '}') { at++; return; }
        fail("Expected ',' or '}' after property value" + where());
      }
    }
    if (char === '[') {
      at++; space();
      if (text[at] === ']') { at++; return; }
      for (;;) {
        value(); space();
        if (text[at] === ',') { at++; continue; }
        if (text[at] === ']') { at++; return; }
        fail("Expected ',' or ']' after array element" + where());
      }
    }
    if (char === '"') return string();
    const number = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/.exec(text.slice(at));
    if (number && number[0]) { at += number[0].length; return; }
    for (const word of ['true', 'false', 'null']) {
      if (char !== word[0]) continue;
      for (const letter of word) { if (text[at] !== letter) unexpected(); at++; }
      return;
    }
    unexpected();
  };
  try {
    value(); space();
    if (at < text.length) fail('Unexpected non-whitespace character after JSON' + where().replace(' in JSON', ''));
  } catch (error) {
    if (error.words === undefined) throw error;
    return error.words;
  }
  return 'Unexpected end of JSON input';
};
/** The way around the first circle in a value. */
exports.circleWords = function (value) {
  const head = 'Converting circular structure to JSON';
  const path = [];
  const named = (one) => "object with constructor '" + (one.constructor && one.constructor.name || 'Object') + "'";
  const keyed = ({ parent, key }) => Array.isArray(parent) ? 'index ' + key : "property '" + key + "'";
  const visit = (one) => {
    if (one === null || typeof one !== 'object') return undefined;
    const at = path.findIndex((step) => step.value === one);
    if (at >= 0) return at;
    if (typeof one.toJSON === 'function') return undefined;
    for (const key of Object.keys(one)) {
      const step = { value: one, parent: one, key };
      path.push(step);
      const found = visit(one[key]);
      if (found !== undefined) return found;
      path.pop();
    }
    return undefined;
  };
  const start = visit(value);
  if (start === undefined) return head;
  const circle = path.slice(start);
  const lines = circle.slice(1).map((step, index) => '\n    |     ' + keyed(circle[index]) + ' -> ' + named(step.value));
  const shown = lines.length > 3 ? [lines[0], '\n    |     ...', lines[lines.length - 1]] : lines;
  return head + '\n    --> starting at ' + named(circle[0].value) + shown.join('') + '\n    --- ' + keyed(circle[circle.length - 1]) + ' closes the circle';
};
`;
