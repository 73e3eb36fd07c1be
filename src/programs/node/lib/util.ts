/** util */
export const UTIL = String.raw`'use strict';
const { inspect, format, formatWithOptions, types, colors } = require('internal/inspect');
const errors = require('internal/errors');
const customPromisify = Symbol.for('nodejs.util.promisify.custom');
function promisify(original) {
  if (typeof original !== 'function') throw errors.invalidArgType('original', 'function', original);
  if (original[customPromisify]) return original[customPromisify];
  function promised(...args) { return new Promise((resolve, reject) => Reflect.apply(original, this, [...args, (error, ...values) => { if (error) reject(error); else resolve(values[0]); }])); }
  Object.setPrototypeOf(promised, Object.getPrototypeOf(original));
  return Object.defineProperties(promised, Object.getOwnPropertyDescriptors(original));
}
promisify.custom = customPromisify;
const seen = new Set();
module.exports = {
  inspect, format, formatWithOptions, types, promisify,
  callbackify(original) { function called(...args) { const done = args.pop(); Reflect.apply(original, this, args).then((value) => process.nextTick(done, null, value), (error) => process.nextTick(done, error ?? errors.nodeError('ERR_FALSY_VALUE_REJECTION', 'Promise was rejected with falsy value'))); } return called; },
  deprecate(fn, message, code) { let warned = false; return function deprecated(...args) { if (!warned) { warned = true; if (!code || !seen.has(code)) { if (code) seen.add(code); process.emitWarning(message, 'DeprecationWarning', code); } } return new.target ? Reflect.construct(fn, args, new.target) : Reflect.apply(fn, this, args); }; },
  debuglog(section) { const enabled = new RegExp('(^|,)' + section + '(,|$)', 'i').test(process.env.NODE_DEBUG || ''); const log = (...args) => { if (enabled) process.stderr.write(section.toUpperCase() + ' ' + process.pid + ': ' + format(...args) + '\n'); }; log.enabled = enabled; return log; },
  inherits(child, parent) { Object.defineProperty(child, 'super_', { value: parent, writable: true, configurable: true }); Object.setPrototypeOf(child.prototype, parent.prototype); },
  isDeepStrictEqual(a, b) { return require('internal/compare').equal(a, b, true); },
  stripVTControlCharacters: (text) => text.replace(/\x1b\[[\d;?]*[A-Za-z]|\x1b\][^\x07]*\x07/g, ''),
  styleText(format, text) { for (const name of [].concat(format).reverse()) { const color = colors[name]; if (!color) throw errors.invalidArgValue('format', name, 'must be one of: ' + Object.keys(colors).map((one) => "'" + one + "'").join(', ')); text = '\x1b[' + color[0] + 'm' + text + '\x1b[' + color[1] + 'm'; } return text; },
  toUSVString: (text) => String(text).toWellFormed(),
  getSystemErrorName: (number) => Object.keys(errors.errnoNumbers).find((name) => errors.errnoNumbers[name] === number),
  parseArgs(config = {}) { return require('internal/parse-args').parseArgs(config); },
  parseEnv(text) { return require('internal/parse-env').parseEnv(text); },
  aborted: (signal) => new Promise((resolve) => signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })),
  isArray: Array.isArray, isBoolean: (v) => typeof v === 'boolean', isString: (v) => typeof v === 'string', isFunction: (v) => typeof v === 'function', isObject: (v) => v !== null && typeof v === 'object', isRegExp: types.isRegExp, isDate: types.isDate, isError: (v) => v instanceof Error,
  get TextEncoder() { return globalThis.TextEncoder; }, get TextDecoder() { return globalThis.TextDecoder; },
  MIMEType: undefined,
};
delete module.exports.MIMEType;
module.exports.debug = module.exports.debuglog;
`;
/** internal/compare: deep equality, for assert and util. */
export const COMPARE = String.raw`'use strict';
const { types } = require('internal/inspect');
exports.equal = function equal(a, b, strict, seen = new Map()) {
  if (strict ? Object.is(a, b) : a == b || (a !== a && b !== b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (strict && Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) return false;
  if (Object.prototype.toString.call(a) !== Object.prototype.toString.call(b) || Array.isArray(a) !== Array.isArray(b)) return false;
  if (seen.get(a) === b) return true;
  seen.set(a, b);
  if (types.isDate(a)) { if (a.getTime() !== b.getTime()) return false; }
  else if (types.isRegExp(a)) { if (String(a) !== String(b)) return false; }
  else if (a instanceof Error) { if (a.message !== b.message || a.name !== b.name) return false; }
  else if (types.isBoxedPrimitive(a)) { if (!Object.is(a.valueOf(), b.valueOf())) return false; }
  else if (types.isSet(a)) { if (a.size !== b.size) return false; for (const one of a) if (!b.has(one) && ![...b].some((other) => equal(one, other, strict, seen))) return false; }
  else if (types.isMap(a)) { if (a.size !== b.size) return false; for (const [key, one] of a) { if (b.has(key)) { if (!equal(one, b.get(key), strict, seen)) return false; } else if (![...b].some(([otherKey, other]) => equal(key, otherKey, strict, seen) && equal(one, other, strict, seen))) return false; } }
  const keys = Object.keys(a), others = Object.keys(b);
  if (keys.length !== others.length || (Array.isArray(a) && a.length !== b.length)) return false;
  for (const key of keys) if (!Object.prototype.hasOwnProperty.call(b, key) || !equal(a[key], b[key], strict, seen)) return false;
  return true;
};
`;
/** internal/parse-env: a file of variables, as --env-file and util.parseEnv read it. */
export const PARSE_ENV = String.raw`'use strict';
exports.parseEnv = function parseEnv(text) {
  const found = {};
  for (const match of text.replace(/\r\n?/g, '\n').matchAll(/^[^\S\n]*(?:export[^\S\n]+)?([\w.-]+)[^\S\n]*=[^\S\n]*("(?:\\"|[^"])*"|'[^']*'|\x60[^\x60]*\x60|[^#\n]*)/gm)) {
    const raw = match[2].trim(); const mark = raw[0];
    let value = /^(["'\x60])[\s\S]*\1$/.test(raw) && raw.length > 1 ? raw.slice(1, -1) : raw;
    if (mark === '"') value = value.replace(/\\n/g, '\n').replace(/\\r/g, '\r');
    found[match[1]] = value;
  }
  return found;
};
`;
