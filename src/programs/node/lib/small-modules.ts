/** timers, timers/promises, assert, readline, perf_hooks, zlib, async_hooks, tty, vm, diagnostics_channel: the smaller modules. */
export const TIMERS = String.raw`'use strict';
const loop = require('internal/loop');
module.exports = { setTimeout: loop.setTimeout, setInterval: loop.setInterval, setImmediate: loop.setImmediate, clearTimeout: loop.clearTimeout, clearInterval: loop.clearInterval, clearImmediate: loop.clearImmediate };
Object.defineProperty(module.exports, 'promises', { enumerable: true, get: () => require('timers/promises') });
const custom = Symbol.for('nodejs.util.promisify.custom');
for (const name of ['setTimeout', 'setImmediate']) Object.defineProperty(loop[name], custom, { enumerable: false, get: () => require('timers/promises')[name] });
`;
export const TIMERS_PROMISES = String.raw`'use strict';
const loop = require('internal/loop');
const aborted = (signal) => Object.assign(new Error('The operation was aborted', { cause: signal.reason }), { name: 'AbortError', code: 'ABORT_ERR' });
const wait = (start, stop) => (value, options = {}) => new Promise((resolve, reject) => { if (options.signal?.aborted) { reject(aborted(options.signal)); return; } const timer = start(() => resolve(value)); if (options.ref === false) timer.unref(); if (options.signal) require('internal/event-target').onAbort(options.signal, () => { stop(timer); reject(aborted(options.signal)); }); });
exports.setTimeout = (ms, value, options) => wait((done) => loop.setTimeout(done, ms), loop.clearTimeout)(value, options);
exports.setImmediate = (value, options) => wait((done) => loop.setImmediate(done), loop.clearImmediate)(value, options);
exports.setInterval = async function* (ms, value, options = {}) { let due = 0, wake = null; const timer = loop.setInterval(() => { due++; if (wake) wake(); }, ms); try { for (;;) { if (options.signal?.aborted) throw aborted(options.signal); if (due === 0) await new Promise((resolve) => { wake = resolve; }); due--; yield value; } } finally { loop.clearInterval(timer); } };
exports.scheduler = { wait: (ms, options) => exports.setTimeout(ms, undefined, options), yield: () => exports.setImmediate() };
`;
export const ASSERT = String.raw`'use strict';
const { inspect } = require('internal/inspect');
const { equal } = require('internal/compare');
class AssertionError extends Error {
  constructor(options) { super(options.message ?? words(options)); this.generatedMessage = options.message === undefined; this.code = 'ERR_ASSERTION'; this.actual = options.actual; this.expected = options.expected; this.operator = options.operator; Object.defineProperty(this, 'name', { value: 'AssertionError', writable: true, configurable: true, enumerable: false }); this.stack = 'AssertionError [ERR_ASSERTION]: ' + this.message + this.stack.slice(this.stack.indexOf('\n    at')); }
}
const show = (value) => inspect(value, { compact: false, sorted: true, depth: 1000, breakLength: Infinity, maxArrayLength: Infinity });
function words({ actual, expected, operator }) {
  const [a, b] = [show(actual), show(expected)];
  switch (operator) {
    case 'strictEqual': case 'deepStrictEqual': {
      const head = operator === 'strictEqual' ? 'Expected values to be strictly equal:' : 'Expected values to be strictly deep-equal:';
      if (!a.includes('\n') && !b.includes('\n') && operator === 'strictEqual' && a !== b && (a + b).length < 60) return head + '\n\n' + a + ' !== ' + b + '\n';
      if (a === b) return operator === 'strictEqual' && typeof actual === 'object' ? 'Values have same structure but are not reference-equal:\n\n' + a + '\n' : head;
      return head + '\n+ actual - expected\n\n' + difference(a.split('\n'), b.split('\n'));
    }
    case 'notStrictEqual': return 'Expected "actual" to be strictly unequal to: ' + b;
    case 'notDeepStrictEqual': return 'Expected "actual" not to be strictly deep-equal to: ' + b;
    case '==': return a + ' == ' + b; case '!=': return a + ' != ' + b;
    case 'deepEqual': return 'Expected values to be loosely deep-equal:\n\n' + a + '\n\nshould loosely deep-equal\n\n' + b;
    default: return 'Failed';
  }
}
function difference(a, b) {
  const table = Array.from({ length: a.length + 1 }, () => new Array(b.length + 1).fill(0));
  for (let i = a.length - 1; i >= 0; i--) for (let j = b.length - 1; j >= 0; j--) table[i][j] = a[i] === b[j] ? table[i + 1][j + 1] + 1 : Math.max(table[i + 1][j], table[i][j + 1]);
  const out = []; let i = 0, j = 0;
  while (i < a.length || j < b.length) { if (i < a.length && j < b.length && a[i] === b[j]) { out.push('  ' + a[i++]); j++; } else if (i < a.length && (j >= b.length || table[i + 1][j] >= table[i][j + 1])) out.push('+ ' + a[i++]); else out.push('- ' + b[j++]); }
  return out.join('\n') + '\n';
}
function fail(actual, expected, message, operator) { if (message instanceof Error) throw message; throw new AssertionError({ actual, expected, message, operator }); }
const assert = function ok(value, message) { if (!value) { if (arguments.length === 0) message = 'No value argument passed to \x60assert.ok()\x60'; fail(value, true, message ?? 'The expression evaluated to a falsy value:\n\n  ' + source() + '\n', '=='); } };
function source() { const lines = new Error().stack.split('\n').filter((line) => /^ +at .*(\/|\[)/.test(line) && !line.includes('node:')); const place = /((?:\/|\[)[^()]*):(\d+):(\d+)\)?$/.exec(lines[0] ?? ''); if (!place) return 'assert(false)'; let text; try { text = require('fs').readFileSync(place[1], 'utf8').split('\n')[place[2] - 1]; } catch { return 'assert(false)'; } const match = /assert(?:\.ok)?\s*\(.*\)/.exec(text); return match ? match[0].replace(/;?\s*$/, '') : text.trim(); }
function matches(error, expected, message) {
  if (expected === undefined) return;
  if (expected instanceof RegExp) { if (!expected.test(String(error))) fail(error, expected, message ?? 'The input did not match the regular expression ' + expected + '. Input:\n\n' + inspect(String(error)) + '\n', 'throws'); return; }
  if (typeof expected === 'function') { if (expected.prototype !== undefined && error instanceof expected) return; if (Error.isPrototypeOf(expected)) throw error; if (expected.call({}, error) !== true) fail(error, expected, message ?? 'The validation function is expected to return "true". Received ' + inspect(false), 'throws'); return; }
  for (const key of Object.keys(expected)) if (!(expected[key] instanceof RegExp && typeof error[key] === 'string' ? expected[key].test(error[key]) : equal(error[key], expected[key], true))) fail(error, expected, message, 'throws');
}
Object.assign(assert, {
  ok: (value, message) => { if (!value) fail(value, true, message ?? 'The expression evaluated to a falsy value:\n\n  ' + source() + '\n', '=='); },
  equal: (a, b, message) => { if (!(a == b || (a !== a && b !== b))) fail(a, b, message, '=='); }, notEqual: (a, b, message) => { if (a == b) fail(a, b, message, '!='); },
  strictEqual: (a, b, message) => { if (!Object.is(a, b)) fail(a, b, message, 'strictEqual'); }, notStrictEqual: (a, b, message) => { if (Object.is(a, b)) fail(a, b, message, 'notStrictEqual'); },
  deepEqual: (a, b, message) => { if (!equal(a, b, false)) fail(a, b, message, 'deepEqual'); }, deepStrictEqual: (a, b, message) => { if (!equal(a, b, true)) fail(a, b, message, 'deepStrictEqual'); },
  notDeepEqual: (a, b, message) => { if (equal(a, b, false)) fail(a, b, message, 'notDeepEqual'); }, notDeepStrictEqual: (a, b, message) => { if (equal(a, b, true)) fail(a, b, message, 'notDeepStrictEqual'); },
  throws(body, expected, message) { if (typeof expected === 'string') { message = expected; expected = undefined; } let error, threw = false; try { body(); } catch (thrown) { threw = true; error = thrown; } if (!threw) fail(undefined, expected, message === undefined ? 'Missing expected exception.' : 'Missing expected exception: ' + message, 'throws'); matches(error, expected, message); },
  doesNotThrow(body, message) { try { body(); } catch (error) { fail(error, undefined, 'Got unwanted exception.\nActual message: "' + error.message + '"', 'doesNotThrow'); } },
  async rejects(promise, expected, message) { if (typeof promise === 'function') promise = promise(); let error, threw = false; try { await promise; } catch (thrown) { threw = true; error = thrown; } if (!threw) fail(undefined, expected, 'Missing expected rejection.', 'rejects'); matches(error, expected, message); },
  async doesNotReject(promise) { try { await (typeof promise === 'function' ? promise() : promise); } catch (error) { fail(error, undefined, 'Got unwanted rejection.\nActual message: "' + error.message + '"', 'doesNotReject'); } },
  match: (text, pattern, message) => { if (!pattern.test(text)) fail(text, pattern, message ?? 'The input did not match the regular expression ' + pattern + '. Input:\n\n' + inspect(text) + '\n', 'match'); }, doesNotMatch: (text, pattern, message) => { if (pattern.test(text)) fail(text, pattern, message ?? 'The input was expected to not match the regular expression ' + pattern + '. Input:\n\n' + inspect(text) + '\n', 'doesNotMatch'); },
  fail: (message = 'Failed') => fail(undefined, undefined, message, 'fail'), ifError(value) { if (value !== null && value !== undefined) throw value; }, AssertionError,
});
assert.strict = Object.assign((...args) => assert(...args), assert, { equal: assert.strictEqual, deepEqual: assert.deepStrictEqual, notEqual: assert.notStrictEqual, notDeepEqual: assert.notDeepStrictEqual });
assert.strict.strict = assert.strict;
module.exports = assert;
`;
export const READLINE = String.raw`'use strict';
const EventEmitter = require('events');
const { StringDecoder } = require('string_decoder');
/** Lines of a stream. A terminal's own line editing is left to the terminal. */
class Interface extends EventEmitter {
  constructor(input, output) {
    super();
    const options = input && input.input !== undefined ? input : { input, output };
    Object.assign(this, { input: options.input, output: options.output, terminal: options.terminal ?? Boolean(options.output && options.output.isTTY), line: '', cursor: 0, closed: false, history: [] });
    this._prompt = options.prompt ?? '> ';
    Object.defineProperties(this, { rest: { value: '', writable: true }, asked: { value: null, writable: true }, queue: { value: [] }, paused: { value: false, writable: true } });
    const decoder = new StringDecoder('utf8');
    this.onData = (chunk) => { this.rest += decoder.write(chunk); const lines = this.rest.split(/\r\n|\n|\r(?!$)/); this.rest = lines.pop(); for (const line of lines) { if (this.closed) { break; } if (this.paused) this.queue.push(line); else this.take(line); } };
    this.onEnd = () => { if (this.rest !== '') { const last = this.rest; this.rest = ''; this.take(last); } this.close(); };
    this.input.on('data', this.onData); this.input.on('end', this.onEnd);
    if (this.terminal) this.onSignal = () => { if (this.listenerCount('SIGINT') > 0) this.emit('SIGINT'); else { this.close(); process.exit(130); } };
    if (options.signal) require('internal/event-target').onAbort(options.signal, () => this.close());
    this.input.resume();
  }
  take(line) { if (this.asked) { const asked = this.asked; this.asked = null; asked(line); } else this.emit('line', line); }
  getPrompt() { return this._prompt; } setPrompt(prompt) { this._prompt = prompt; }
  prompt() { if (this.paused) this.resume(); if (this.output) this.output.write(this._prompt); }
  question(query, options, done) { if (typeof options === 'function') done = options; if (this.closed) throw require('internal/errors').nodeError('ERR_USE_AFTER_CLOSE', 'readline was closed'); if (this.output) this.output.write(query); this.asked = done; }
  write(text) { if (this.closed) return; if (text) this.onData(Buffer.from(text)); }
  pause() { if (!this.paused) { this.paused = true; this.input.pause(); this.emit('pause'); } return this; }
  resume() { if (this.paused) { this.paused = false; this.input.resume(); this.emit('resume'); for (const line of this.queue.splice(0)) this.take(line); } return this; }
  close() { if (this.closed) return; this.closed = true; this.input.removeListener('data', this.onData); this.input.removeListener('end', this.onEnd); this.input.pause(); this.emit('close'); }
  [Symbol.asyncIterator]() { const lines = [], waiting = []; let over = this.closed; this.on('line', (line) => { if (waiting.length) waiting.shift()({ value: line, done: false }); else lines.push(line); }); this.on('close', () => { over = true; for (const one of waiting) one({ value: undefined, done: true }); }); return { next: () => lines.length ? Promise.resolve({ value: lines.shift(), done: false }) : over ? Promise.resolve({ value: undefined, done: true }) : new Promise((resolve) => waiting.push(resolve)), return: () => { this.close(); return Promise.resolve({ value: undefined, done: true }); }, [Symbol.asyncIterator]() { return this; } }; }
  [Symbol.dispose]() { this.close(); }
}
Interface.prototype.question[Symbol.for('nodejs.util.promisify.custom')] = function (query) { return new Promise((resolve) => this.question(query, resolve)); };
const clear = (stream, text, done) => { stream.write(text); if (typeof done === 'function') done(); return true; };
module.exports = { Interface, createInterface: (input, output) => new Interface(input, output), clearLine: (stream, direction, done) => clear(stream, '\x1b[' + (direction < 0 ? 1 : direction > 0 ? 0 : 2) + 'K', done), cursorTo: (stream, x, y, done) => clear(stream, typeof y === 'number' ? '\x1b[' + (y + 1) + ';' + (x + 1) + 'H' : '\x1b[' + (x + 1) + 'G', typeof y === 'function' ? y : done), moveCursor: (stream, dx, dy, done) => clear(stream, (dx > 0 ? '\x1b[' + dx + 'C' : dx < 0 ? '\x1b[' + -dx + 'D' : '') + (dy > 0 ? '\x1b[' + dy + 'B' : dy < 0 ? '\x1b[' + -dy + 'A' : ''), done), clearScreenDown: (stream, done) => clear(stream, '\x1b[0J', done), emitKeypressEvents() {} };
Object.defineProperty(module.exports, 'promises', { enumerable: true, get: () => require('readline/promises') });
`;
export const READLINE_PROMISES = String.raw`'use strict';
const readline = require('readline');
class Interface extends readline.Interface { question(query, options) { return new Promise((resolve, reject) => { if (options?.signal) require('internal/event-target').onAbort(options.signal, () => reject(options.signal.reason)); super.question(query, resolve); }); } }
exports.Interface = Interface; exports.createInterface = (input, output) => new Interface(input, output);
`;
export const PERF_HOOKS = String.raw`'use strict';
const { host } = binding;
const origin = host.now();
const entries = [];
class PerformanceEntry { constructor(name, entryType, startTime, duration, detail = null) { Object.assign(this, { name, entryType, startTime, duration, detail }); } toJSON() { return { ...this }; } }
const at = (name) => { const found = entries.findLast((one) => one.entryType === 'mark' && one.name === name); if (!found) { const { DOMException } = require('internal/event-target'); throw new DOMException('The "' + name + '" performance mark has not been set', 'SyntaxError'); } return found.startTime; };
const performance = { timeOrigin: origin, now: () => host.now() - origin, mark(name, options = {}) { const made = new PerformanceEntry(name, 'mark', options.startTime ?? performance.now(), 0, options.detail); entries.push(made); return made; }, measure(name, from, to) { const start = typeof from === 'string' ? at(from) : from?.start === undefined ? 0 : typeof from.start === 'string' ? at(from.start) : from.start; const end = typeof to === 'string' ? at(to) : typeof from?.end === 'string' ? at(from.end) : performance.now(); const made = new PerformanceEntry(name, 'measure', start, end - start); entries.push(made); return made; }, getEntries: () => entries.slice(), getEntriesByName: (name) => entries.filter((one) => one.name === name), getEntriesByType: (type) => entries.filter((one) => one.entryType === type), clearMarks() { entries.length = 0; }, clearMeasures() {}, toJSON: () => ({ timeOrigin: origin }), timerify: (fn) => fn, eventLoopUtilization: () => ({ idle: 0, active: 0, utilization: 0 }) };
module.exports = { performance, PerformanceEntry, PerformanceObserver: class PerformanceObserver { observe() {} disconnect() {} }, constants: {}, monitorEventLoopDelay: () => ({ enable() {}, disable() {}, min: 0, max: 0, mean: 0, stddev: 0, percentile: () => 0 }) };
`;
export const ZLIB = String.raw`'use strict';
const { host } = binding;
const errors = require('internal/errors');
const { Transform } = require('stream');
const run = (kind, data) => { const bytes = typeof data === 'string' ? Buffer.from(data) : Buffer.from(data.buffer ?? data, data.byteOffset ?? 0, data.byteLength); const made = host.zlib(kind, bytes.buffer, bytes.byteOffset, bytes.length); if (made === null) throw Object.assign(new Error('incorrect header check'), { errno: -3, code: 'Z_DATA_ERROR' }); return Buffer.from(made); };
class Zlib extends Transform { constructor(kind) { super(); Object.defineProperties(this, { kind: { value: kind }, parts: { value: [] } }); } _transform(chunk, encoding, done) { this.parts.push(chunk); done(); } _flush(done) { try { this.push(run(this.kind, Buffer.concat(this.parts))); done(); } catch (error) { done(error); } } flush(kind, done) { if (typeof kind === 'function') kind(); else if (done) done(); } close() { this.destroy(); } }
for (const [name, kind] of [['Gzip', 'gzip'], ['Gunzip', 'gunzip'], ['Deflate', 'deflate'], ['Inflate', 'inflate'], ['DeflateRaw', 'deflateRaw'], ['InflateRaw', 'inflateRaw'], ['Unzip', 'gunzip']]) {
  const method = name[0].toLowerCase() + name.slice(1);
  exports[method + 'Sync'] = (data) => run(kind, data);
  exports[method] = (data, options, done) => { if (typeof options === 'function') done = options; let value, failure = null; try { value = run(kind, data); } catch (error) { failure = error; } setImmediate(() => failure ? done(failure) : done(null, value)); };
  exports['create' + name] = () => new Zlib(kind);
  exports[name] = class extends Zlib { constructor() { super(kind); } };
}
for (const name of ['createBrotliCompress', 'createBrotliDecompress', 'brotliCompressSync', 'brotliDecompressSync', 'brotliCompress', 'brotliDecompress']) exports[name] = () => { throw errors.missing('Brotli'); };
exports.constants = { Z_NO_FLUSH: 0, Z_PARTIAL_FLUSH: 1, Z_SYNC_FLUSH: 2, Z_FULL_FLUSH: 3, Z_FINISH: 4, Z_BEST_SPEED: 1, Z_BEST_COMPRESSION: 9, Z_DEFAULT_COMPRESSION: -1 };
`;
export const ASYNC_HOOKS = String.raw`'use strict';
/** Simplified: the store of AsyncLocalStorage follows timers, ticks and emitters' callbacks no further than the call that set it, and promises made in it. */
let current = new Map();
const { then } = Promise.prototype;
const bound = (fn) => { if (typeof fn !== 'function') return fn; const store = current; return function (...args) { const before = current; current = store; try { return Reflect.apply(fn, this, args); } finally { current = before; } }; };
Promise.prototype.then = Object.defineProperty(function (done, failed) { return Reflect.apply(then, this, [bound(done), bound(failed)]); }, 'name', { value: 'then' });
for (const name of ['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask']) { const original = globalThis[name]; globalThis[name] = Object.assign(Object.defineProperty((fn, ...args) => original(bound(fn), ...args), 'name', { value: name }), original); }
const { nextTick } = process; process.nextTick = (fn, ...args) => nextTick(bound(fn), ...args);
class AsyncLocalStorage { run(store, fn, ...args) { const before = current; current = new Map(current).set(this, store); try { return fn(...args); } finally { current = before; } } enterWith(store) { current = new Map(current).set(this, store); } getStore() { return current.get(this); } exit(fn, ...args) { return this.run(undefined, fn, ...args); } disable() { current = new Map(current); current.delete(this); } static bind(fn) { return bound(fn); } static snapshot() { const store = current; return (fn, ...args) => { const before = current; current = store; try { return fn(...args); } finally { current = before; } }; } }
class AsyncResource { constructor(type) { this.type = type; this.store = current; } runInAsyncScope(fn, self, ...args) { const before = current; current = this.store; try { return Reflect.apply(fn, self, args); } finally { current = before; } } emitDestroy() { return this; } asyncId() { return 1; } triggerAsyncId() { return 0; } bind(fn) { return (...args) => this.runInAsyncScope(fn, undefined, ...args); } static bind(fn) { return bound(fn); } }
module.exports = { AsyncLocalStorage, AsyncResource, createHook: () => ({ enable() { return this; }, disable() { return this; } }), executionAsyncId: () => 1, triggerAsyncId: () => 0, executionAsyncResource: () => ({}) };
`;
export const VM = String.raw`'use strict';
const { missing } = require('internal/errors');
class Script { constructor(code) { this.code = String(code); } runInThisContext() { return (0, eval)(this.code); } runInNewContext() { throw missing('new contexts of vm'); } runInContext() { throw missing('new contexts of vm'); } }
module.exports = { Script, runInThisContext: (code) => new Script(code).runInThisContext(), createContext() { throw missing('new contexts of vm'); }, runInNewContext() { throw missing('new contexts of vm'); }, runInContext() { throw missing('new contexts of vm'); }, isContext: () => false };
`;
export const DIAGNOSTICS_CHANNEL = String.raw`'use strict';
const channels = new Map();
class Channel { constructor(name) { this.name = name; this.list = []; } get hasSubscribers() { return this.list.length > 0; } subscribe(fn) { this.list.push(fn); } unsubscribe(fn) { const at = this.list.indexOf(fn); if (at >= 0) this.list.splice(at, 1); return at >= 0; } publish(message) { for (const fn of this.list) fn(message, this.name); } }
const channel = (name) => { if (!channels.has(name)) channels.set(name, new Channel(name)); return channels.get(name); };
module.exports = { channel, Channel, hasSubscribers: (name) => channel(name).hasSubscribers, subscribe: (name, fn) => channel(name).subscribe(fn), unsubscribe: (name, fn) => channel(name).unsubscribe(fn), tracingChannel: () => ({ traceSync: (fn, context, self, ...args) => Reflect.apply(fn, self, args), hasSubscribers: false }) };
`;
export const TTY = String.raw`'use strict';
const { host } = binding;
module.exports = { isatty: (fd) => host.isatty(fd) === 1, ReadStream: class ReadStream {}, WriteStream: class WriteStream {} };
`;
export const PARSE_ARGS = String.raw`'use strict';
const { typeError } = require('internal/errors');
exports.parseArgs = function parseArgs({ args = process.argv.slice(process._eval === undefined ? 2 : 1), options = {}, strict = true, allowPositionals = !strict, tokens = false, allowNegative = false }) {
  const values = Object.create(null), positionals = [];
  const put = (name, value, raw) => {
    const option = options[name];
    if (!option && strict) throw typeError('ERR_PARSE_ARGS_UNKNOWN_OPTION', "Unknown option '" + raw + "'" + (allowPositionals ? ". To specify a positional argument starting with a '-', place it at the end of the command after '--', as in '-- \"" + raw + "\"" : ''));
    if (strict && option.type === 'string' && value === undefined) throw typeError('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', "Option '" + (option.short ? '-' + option.short + ', ' : '') + '--' + name + " <value>' argument missing");
    if (strict && option.type === 'boolean' && value !== undefined && value !== true && value !== false) throw typeError('ERR_PARSE_ARGS_INVALID_OPTION_VALUE', "Option '" + (option.short ? '-' + option.short + ', ' : '') + '--' + name + "' does not take an argument");
    const given = value ?? true; if (option?.multiple) (values[name] ??= []).push(given); else values[name] = given;
  };
  for (let at = 0; at < args.length; at++) {
    const arg = args[at];
    if (arg === '--') { positionals.push(...args.slice(at + 1)); break; }
    const long = /^--([^=]+)(?:=(.*))?$/s.exec(arg);
    if (long) { let [, name, value] = long; if (allowNegative && name.startsWith('no-') && options[name.slice(3)]?.type === 'boolean') { put(name.slice(3), false, arg); continue; } if (value === undefined && options[name]?.type === 'string' && at + 1 < args.length) value = args[++at]; put(name, value, '--' + name); }
    else if (/^-[^-]/.test(arg)) { for (let index = 1; index < arg.length; index++) { const name = Object.keys(options).find((one) => options[one].short === arg[index]) ?? arg[index]; if (options[name]?.type === 'string') { put(name, arg.slice(index + 1) || args[++at], '-' + arg[index]); break; } put(name, undefined, '-' + arg[index]); } }
    else { if (!allowPositionals) throw typeError('ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL', "Unexpected argument '" + arg + "'. This command does not take positional arguments"); positionals.push(arg); }
  }
  for (const name of Object.keys(options)) if (values[name] === undefined && options[name].default !== undefined) values[name] = options[name].default;
  return tokens ? { values, positionals, tokens: [] } : { values, positionals };
};
`;
