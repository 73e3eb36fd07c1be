/** internal/loop: timers, ticks, and what comes from outside. One turn is one call from the host. */
export const LOOP = String.raw`'use strict';
const { host } = binding;
/** Handlers of what is waited for, by number; those that keep the program alive. */
const handlers = new Map();
let alive = 0, nextId = 1;
exports.register = function register(handler, keepsAlive = true) {
  const id = nextId++;
  handlers.set(id, { handler, keepsAlive });
  if (keepsAlive) alive++;
  return id;
};
exports.unregister = function unregister(id) {
  const entry = handlers.get(id);
  if (!entry) return;
  handlers.delete(id);
  if (entry.keepsAlive) alive--;
};
exports.keep = function keep(id, keepsAlive) {
  const entry = handlers.get(id);
  if (!entry || entry.keepsAlive === keepsAlive) return;
  entry.keepsAlive = keepsAlive;
  alive += keepsAlive ? 1 : -1;
};
/** A handler for one event. */
exports.once = function once(handler) {
  const id = exports.register((...args) => { exports.unregister(id); handler(...args); });
  return id;
};

const ticks = [];
exports.nextTick = function nextTick(callback, ...args) {
  if (typeof callback !== 'function') throw require('internal/errors').invalidArgType('callback', 'function', callback);
  ticks.push({ callback, args });
};
function runTicks() {
  while (ticks.length > 0) { const { callback, args } = ticks.shift(); guard(() => callback(...args)); }
}
exports.runTicks = runTicks;
/** What is thrown and not caught ends the program, or goes to who listens. */
function guard(body) {
  try { body(); } catch (error) { uncaught(error, 'uncaughtException'); }
}
function uncaught(error, origin) {
  const process = globalThis.process;
  if (process.listenerCount('uncaughtExceptionMonitor') > 0) process.emit('uncaughtExceptionMonitor', error, origin);
  if (process.listenerCount('uncaughtException') > 0) { process.emit('uncaughtException', error, origin); return; }
  require('internal/fatal').fatal(error, origin);
}
exports.uncaught = uncaught;

exports.dispatch = function dispatch(id, kind, value, more) {
  const entry = handlers.get(id);
  if (entry) guard(() => entry.handler(kind, value, more));
  runTicks();
};

// Timers: a list in order of their times.
const MOST = 2 ** 31 - 1;
const timers = [];
let timerOrder = 0;
class Timeout {
  constructor(callback, ms, args, repeats) {
    ms = Number(ms);
    if (!(ms >= 1 && ms <= MOST)) { if (ms > MOST) process.emitWarning(ms + ' does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.', 'TimeoutOverflowWarning'); ms = 1; }
    this._idleTimeout = Math.trunc(ms); this._onTimeout = callback; this._repeat = repeats ? this._idleTimeout : null; this._destroyed = false;
    Object.defineProperties(this, { args: { value: args, writable: true }, keeps: { value: true, writable: true }, at: { value: 0, writable: true }, order: { value: 0, writable: true }, id: { value: ++lastTimer } });
    insert(this);
  }
  ref() { this.keeps = true; return this; }
  unref() { this.keeps = false; return this; }
  hasRef() { return this.keeps; }
  refresh() { if (!this._destroyed) { remove(this); insert(this); } return this; }
  close() { clearTimeout(this); return this; }
  [Symbol.toPrimitive]() { known.set(this.id, this); return this.id; }
  [Symbol.dispose]() { clearTimeout(this); }
}
let lastTimer = 0;
const known = new Map();
function insert(timer) {
  timer.at = Math.floor(host.now()) + timer._idleTimeout; timer.order = timerOrder++;
  let at = timers.length;
  while (at > 0 && timers[at - 1].at > timer.at) at--;
  timers.splice(at, 0, timer);
}
function remove(timer) { const at = timers.indexOf(timer); if (at >= 0) timers.splice(at, 1); }
const checked = (callback) => { if (typeof callback !== 'function') throw require('internal/errors').invalidArgType('callback', 'function', callback); return callback; };
exports.setTimeout = function setTimeout(callback, ms, ...args) { return new Timeout(checked(callback), ms, args, false); };
exports.setInterval = function setInterval(callback, ms, ...args) { return new Timeout(checked(callback), ms, args, true); };
function clearTimeout(timer) {
  if (typeof timer === 'number' || typeof timer === 'string') timer = known.get(Number(timer));
  if (!(timer instanceof Timeout)) return;
  timer._destroyed = true; timer._repeat = null; known.delete(timer.id);
  remove(timer);
}
exports.clearTimeout = clearTimeout;
exports.clearInterval = function clearInterval(timer) { clearTimeout(timer); };
let immediates = [];
class Immediate { constructor(callback, args) { this._onImmediate = callback; Object.defineProperties(this, { args: { value: args }, keeps: { value: true, writable: true } }); } ref() { this.keeps = true; return this; } unref() { this.keeps = false; return this; } hasRef() { return this.keeps; } [Symbol.dispose]() { clearImmediate(this); } }
exports.setImmediate = function setImmediate(callback, ...args) { const immediate = new Immediate(checked(callback), args); immediates.push(immediate); return immediate; };
function clearImmediate(immediate) { immediates = immediates.filter((one) => one !== immediate); if (immediate) immediate._onImmediate = null; }
exports.clearImmediate = clearImmediate;
exports.Timeout = Timeout; exports.Immediate = Immediate;

function fire(timer) {
  timers.shift();
  guard(() => timer._onTimeout(...timer.args));
  if (timer._repeat !== null && !timer._destroyed) { insert(timer); } else if (!timers.includes(timer)) { timer._destroyed = true; known.delete(timer.id); }
  runTicks();
}

// Promises that were rejected and that nobody has handled yet.
const unhandled = new Map();
const warned = new WeakSet();
exports.rejected = function rejected(promise, reason, handled) {
  if (handled) { if (!unhandled.delete(promise) && warned.has(promise)) globalThis.process.emit('rejectionHandled', promise); }
  else unhandled.set(promise, reason);
};
function reportRejections() {
  if (unhandled.size === 0) return false;
  const all = [...unhandled]; unhandled.clear();
  for (const [promise, reason] of all) {
    warned.add(promise);
    const process = globalThis.process;
    if (process.listenerCount('unhandledRejection') > 0) { guard(() => process.emit('unhandledRejection', reason, promise)); continue; }
    if (reason instanceof Error) { uncaught(reason, 'unhandledRejection'); continue; }
    const error = require('internal/errors').nodeError('ERR_UNHANDLED_REJECTION', 'This error originated either by throwing inside of an async function without a catch block, or by rejecting a promise which was not handled with .catch(). The promise rejected with the reason "' + require('internal/inspect').inspect(reason) + '".');
    Object.defineProperty(error, 'name', { value: 'UnhandledPromiseRejection', enumerable: false });
    error.stack = 'UnhandledPromiseRejection: ' + error.message;
    uncaught(error, 'unhandledRejection');
  }
  runTicks();
  return true;
}

let exiting = false;
/** Asked when nothing is left to run: 0 ask again, -1 the program has ended, otherwise for how many milliseconds to wait for events. */
exports.poll = function poll() {
  if (ticks.length > 0) { runTicks(); return 0; }
  if (reportRejections()) return 0;
  const now = host.now();
  if (timers.length > 0 && timers[0].at <= now) { fire(timers[0]); return 0; }
  if (immediates.length > 0) {
    const due = immediates; immediates = [];
    for (const immediate of due) if (immediate._onImmediate) { guard(() => immediate._onImmediate(...immediate.args)); runTicks(); }
    return 0;
  }
  if (alive === 0 && !timers.some((timer) => timer.keeps)) {
    const process = globalThis.process;
    if (!exiting) { exiting = true; guard(() => process.emit('beforeExit', process.exitCode ?? 0)); runTicks(); return 0; }
    process.reallyExit();
    return -1;
  }
  exiting = false;
  return timers.length > 0 ? Math.max(0.001, timers[0].at - now) : 1e12;
};
`;
/** internal/fatal: how an error that nobody caught is shown. */
export const FATAL = String.raw`'use strict';
const { host } = binding;
exports.fatal = function fatal(error, origin) {
  const process = globalThis.process;
  host.writeText(2, describe(error, origin));
  if (process._fatal) host.exit(7);
  process._fatal = true;
  process.exitCode = 1;
  try { process.emit('exit', 1); } catch {}
  host.exit(process.exitCode);
};
const PROMISES = 'node:internal/process/promises:394\n    triggerUncaughtException(err, true /* fromPromise */);\n    ^';
/** The place in a text that was to be JSON. */
function parsedPlace(text, message) {
  const at = Number((/at position (\d+)/.exec(message) || [0, text.length])[1]);
  const before = text.slice(0, at).split('\n');
  return '<anonymous_script>:' + before.length + '\n' + text.split('\n')[before.length - 1] + '\n' + ' '.repeat(before[before.length - 1].length) + '^';
}
function describe(error, origin) {
  const { inspect } = require('internal/inspect');
  const isError = error instanceof Error;
  const stack = isError && typeof error.stack === 'string' ? error.stack : '';
  const parsed = isError ? require('internal/errors').parsedTexts.get(error) : undefined;
  const where = parsed === undefined ? host.whereThrown(stack) || (origin === 'unhandledRejection' ? PROMISES : '') : parsedPlace(parsed, error.message);
  let text = where ? where + '\n\n' : '';
  if (isError) text += inspect(error, { colors: false });
  else text += 'Uncaught:\n' + inspect(error);
  if (isError && where !== PROMISES && /^\[.*\]$/s.test(text.slice(text.lastIndexOf('\n\n') + 2)) && Object.keys(error).length === 0) text = (where ? where + '\n\n' : '') + text.slice(where ? where.length + 3 : 1, -1);
  if (!isError && (error === null || typeof error !== 'object')) text += '\nThrown at:\n';
  return text.replace(/Thrown at:\n$/, '(Use ' + String.fromCharCode(96) + 'node --trace-uncaught ...' + String.fromCharCode(96) + ' to show where the exception was thrown)') + '\n\nNode.js ' + process.version + '\n';
}
`;
