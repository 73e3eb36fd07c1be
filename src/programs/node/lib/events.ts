/** events */
export const EVENTS = String.raw`'use strict';
const errors = require('internal/errors');
let defaultMaxListeners = 10;
function EventEmitter(options) { EventEmitter.init.call(this, options); }
module.exports = EventEmitter;
EventEmitter.EventEmitter = EventEmitter;
EventEmitter.errorMonitor = Symbol('events.errorMonitor');
EventEmitter.captureRejectionSymbol = Symbol.for('nodejs.rejection');
Object.defineProperty(EventEmitter, 'defaultMaxListeners', { enumerable: true, get: () => defaultMaxListeners, set(value) { defaultMaxListeners = value; } });
EventEmitter.init = function (options) {
  if (this._events === undefined || this._events === Object.getPrototypeOf(this)._events) { this._events = Object.create(null); this._eventsCount = 0; }
  this._maxListeners = this._maxListeners || undefined;
};
const proto = EventEmitter.prototype;
proto._events = undefined; proto._eventsCount = 0; proto._maxListeners = undefined;
const check = (listener) => { if (typeof listener !== 'function') throw errors.invalidArgType('listener', 'function', listener); };
proto.setMaxListeners = function setMaxListeners(n) { this._maxListeners = n; return this; };
proto.getMaxListeners = function getMaxListeners() { return this._maxListeners === undefined ? defaultMaxListeners : this._maxListeners; };
proto.emit = function emit(type, ...args) {
  const events = this._events;
  if (type === 'error') {
    if (events !== undefined && events[EventEmitter.errorMonitor] !== undefined) this.emit(EventEmitter.errorMonitor, ...args);
    if (events === undefined || events.error === undefined) {
      const er = args[0];
      if (er instanceof Error) {
        try { emittedAt(this, er); } catch {}
        throw er; // Unhandled 'error' event
      }
      const error = errors.nodeError('ERR_UNHANDLED_ERROR', 'Unhandled error. (' + (typeof er === 'string' ? "'" + er + "'" : require('internal/inspect').inspect(er)) + ')');
      error.context = er;
      throw error; // Unhandled 'error' event
    }
  }
  const handler = events === undefined ? undefined : events[type];
  if (handler === undefined) return false;
  if (typeof handler === 'function') Reflect.apply(handler, this, args);
  else for (const listener of handler.slice()) Reflect.apply(listener, this, args);
  return true;
};
/** Adds where an error was emitted to where it was made. */
function emittedAt(emitter, er) {
  const where = {}; Error.captureStackTrace(where, proto.emit);
  const own = where.stack.split('\n').slice(1), made = er.stack.split('\n');
  let same = 0; while (same < own.length && own[own.length - 1 - same] === made[made.length - 1 - same]) same++;
  const lines = same > 3 ? [...own.slice(0, own.length - same + 1), '    [... lines matching original stack trace ...]', own[own.length - 1]] : own;
  const name = emitter.constructor && emitter.constructor.name;
  Object.defineProperty(er, 'stack', { value: er.stack + "\nEmitted 'error' event" + (name && name !== 'EventEmitter' ? ' on ' + name + ' instance' : '') + ' at:\n' + lines.join('\n'), writable: true, configurable: true, enumerable: false });
}
function add(target, type, listener, first) {
  check(listener);
  let events = target._events;
  if (events === undefined) { events = target._events = Object.create(null); target._eventsCount = 0; }
  else if (events.newListener !== undefined) { target.emit('newListener', type, listener.listener ?? listener); events = target._events; }
  const existing = events[type];
  if (existing === undefined) { events[type] = listener; target._eventsCount++; return target; }
  if (typeof existing === 'function') events[type] = first ? [listener, existing] : [existing, listener];
  else if (first) existing.unshift(listener); else existing.push(listener);
  const most = target.getMaxListeners();
  if (most > 0 && events[type].length > most && !events[type].warned) {
    events[type].warned = true;
    process.emitWarning('Possible EventEmitter memory leak detected. ' + events[type].length + ' ' + String(type) + ' listeners added to ' + require('internal/inspect').inspect(target, { depth: -1 }) + '. MaxListeners is ' + most + '. Use emitter.setMaxListeners() to increase limit', 'MaxListenersExceededWarning');
  }
  return target;
}
function wrapOnce(target, type, listener) {
  check(listener);
  let fired = false;
  const wrapped = function (...args) { if (fired) return; fired = true; target.removeListener(type, wrapped); return Reflect.apply(listener, target, args); };
  wrapped.listener = listener;
  return wrapped;
}
proto.on = proto.addListener = function addListener(type, listener) { return add(this, type, listener, false); };
proto.prependListener = function prependListener(type, listener) { return add(this, type, listener, true); };
proto.once = function once(type, listener) { return add(this, type, wrapOnce(this, type, listener), false); };
proto.prependOnceListener = function prependOnceListener(type, listener) { return add(this, type, wrapOnce(this, type, listener), true); };
proto.off = proto.removeListener = function removeListener(type, listener) {
  check(listener);
  const events = this._events, list = events === undefined ? undefined : events[type];
  if (list === undefined) return this;
  const same = (one) => one === listener || one.listener === listener;
  if (typeof list === 'function') { if (!same(list)) return this; delete events[type]; this._eventsCount--; }
  else { const at = list.findLastIndex(same); if (at < 0) return this; const rest = list.slice(0, at).concat(list.slice(at + 1)); if (list.warned) rest.warned = true; events[type] = rest.length === 1 ? rest[0] : rest; }
  if (events.removeListener !== undefined) this.emit('removeListener', type, listener);
  return this;
};
proto.removeAllListeners = function removeAllListeners(type) {
  const events = this._events;
  if (events === undefined) return this;
  for (const name of type === undefined ? Reflect.ownKeys(events).filter((one) => one !== 'removeListener') : [type]) for (const listener of this.rawListeners(name).reverse()) this.removeListener(name, listener);
  if (type === undefined) { this._events = Object.create(null); this._eventsCount = 0; }
  return this;
};
proto.rawListeners = function rawListeners(type) { const list = this._events === undefined ? undefined : this._events[type]; return list === undefined ? [] : typeof list === 'function' ? [list] : list.slice(); };
proto.listeners = function listeners(type) { return this.rawListeners(type).map((one) => one.listener ?? one); };
proto.listenerCount = function listenerCount(type, listener) { const list = this.rawListeners(type); return listener === undefined ? list.length : list.filter((one) => one === listener || one.listener === listener).length; };
proto.eventNames = function eventNames() { return this._events === undefined ? [] : Reflect.ownKeys(this._events); };
EventEmitter.listenerCount = (emitter, type) => emitter.listenerCount(type);
EventEmitter.getEventListeners = (emitter, type) => emitter.listeners(type);
EventEmitter.setMaxListeners = (n = defaultMaxListeners, ...targets) => { if (targets.length === 0) defaultMaxListeners = n; for (const one of targets) if (one.setMaxListeners) one.setMaxListeners(n); };
EventEmitter.once = function once(emitter, name, options) {
  return new Promise((resolve, reject) => {
    const signal = options && options.signal;
    if (signal && signal.aborted) { reject(signal.reason); return; }
    if (typeof emitter.addEventListener === 'function' && typeof emitter.on !== 'function') { emitter.addEventListener(name, (...args) => resolve(args), { once: true }); return; }
    const failed = (error) => { emitter.removeListener(name, done); reject(error); };
    const done = (...args) => { emitter.removeListener('error', failed); resolve(args); };
    emitter.once(name, done);
    if (name !== 'error') emitter.once('error', failed);
    if (signal) signal.addEventListener('abort', () => { emitter.removeListener(name, done); emitter.removeListener('error', failed); reject(signal.reason); });
  });
};
EventEmitter.on = function on(emitter, name) {
  const waiting = [], arrived = []; let failure, closed = false;
  const take = (...args) => { if (waiting.length) waiting.shift().resolve({ value: args, done: false }); else arrived.push(args); };
  const fail = (error) => { if (waiting.length) waiting.shift().reject(error); else failure = error; };
  emitter.on(name, take); if (name !== 'error') emitter.on('error', fail);
  const end = () => { closed = true; emitter.off(name, take); emitter.off('error', fail); for (const one of waiting) one.resolve({ value: undefined, done: true }); return Promise.resolve({ value: undefined, done: true }); };
  return { next() { if (arrived.length) return Promise.resolve({ value: arrived.shift(), done: false }); if (failure) { const error = failure; failure = undefined; return Promise.reject(error); } if (closed) return Promise.resolve({ value: undefined, done: true }); return new Promise((resolve, reject) => waiting.push({ resolve, reject })); }, return: end, throw(error) { fail(error); return end(); }, [Symbol.asyncIterator]() { return this; } };
};
`;
