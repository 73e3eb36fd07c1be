/** stream: Readable, Writable, Duplex, Transform, PassThrough, pipeline, finished. Simplified: one mode of flowing, no cork across ticks. */
export const STREAM = String.raw`'use strict';
const EventEmitter = require('events');
const errors = require('internal/errors');
const { nextTick } = require('internal/loop');
function Stream(options) { EventEmitter.call(this, options); }
Object.setPrototypeOf(Stream.prototype, EventEmitter.prototype); Object.setPrototypeOf(Stream, EventEmitter);
const hidden = (target, name, value) => Object.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: true });

function initReadable(stream, options = {}) {
  hidden(stream, '_readableState', { objectMode: Boolean(options.objectMode || options.readableObjectMode), highWaterMark: options.highWaterMark ?? options.readableHighWaterMark ?? (options.objectMode || options.readableObjectMode ? 16 : 65536), buffer: [], length: 0, flowing: null, ended: false, endEmitted: false, reading: false, sync: false, pipes: [], decoder: null, encoding: null, autoDestroy: options.autoDestroy !== false, readableListening: false, resumeScheduled: false, emitting: false });
  if (typeof options.read === 'function') stream._read = options.read;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
  if (options.encoding) stream.setEncoding(options.encoding);
  if (options.signal) require('internal/event-target').onAbort(options.signal, () => stream.destroy(options.signal.reason));
}
function Readable(options) { if (!(this instanceof Readable)) return new Readable(options); Stream.call(this, options); initReadable(this, options); this.readable = true; this.destroyed = false; }
Object.setPrototypeOf(Readable.prototype, Stream.prototype); Object.setPrototypeOf(Readable, Stream);
const R = Readable.prototype;
R._read = function () { throw errors.nodeError('ERR_METHOD_NOT_IMPLEMENTED', 'The _read() method is not implemented'); };
R._destroy = function (error, done) { done(error); };
R.push = function push(chunk, encoding) { return add(this, chunk, encoding, false); };
R.unshift = function unshift(chunk, encoding) { return add(this, chunk, encoding, true); };
function add(stream, chunk, encoding, first) {
  const state = stream._readableState;
  if (chunk === null) { state.reading = false; if (!state.ended) { state.ended = true; if (state.decoder) { const rest = state.decoder.end(); if (rest) { state.buffer.push(rest); state.length += rest.length; } } flow(stream); if (!state.flowing) nextTick(() => { stream.emit('readable'); endIfDone(stream); }); } return false; }
  if (!state.objectMode) {
    if (typeof chunk === 'string') { encoding = encoding || 'utf8'; if (state.encoding !== encoding) { chunk = Buffer.from(chunk, encoding); } }
    else if (chunk instanceof Uint8Array && !Buffer.isBuffer(chunk)) chunk = Buffer.from(chunk);
    else if (!(chunk instanceof Uint8Array) && chunk !== undefined) { stream.destroy(errors.invalidArgType('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk)); return false; }
    if (state.decoder && typeof chunk !== 'string') chunk = state.decoder.write(chunk);
    if (!chunk || chunk.length === 0) { state.reading = false; return state.length < state.highWaterMark; }
  }
  if (state.ended && !first) { stream.destroy(errors.nodeError('ERR_STREAM_PUSH_AFTER_EOF', 'stream.push() after EOF')); return false; }
  state.reading = false;
  if (first) state.buffer.unshift(chunk); else state.buffer.push(chunk);
  state.length += state.objectMode ? 1 : chunk.length;
  if (state.flowing && !state.sync) flow(stream); else if (state.flowing) nextTick(flow, stream);
  else if (state.readableListening) scheduleReadable(stream);
  return state.length < state.highWaterMark;
}
function scheduleReadable(stream) { const state = stream._readableState; if (state.emitting) return; state.emitting = true; nextTick(() => { state.emitting = false; if (!stream.destroyed && (state.length > 0 || state.ended)) stream.emit('readable'); fillUp(stream); endIfDone(stream); }); }
function fillUp(stream) {
  const state = stream._readableState;
  if (state.reading || state.ended || stream.destroyed || state.length >= state.highWaterMark) return;
  state.reading = true; state.sync = true;
  try { stream._read(state.highWaterMark); } catch (error) { stream.destroy(error); }
  state.sync = false;
}
function flow(stream) {
  const state = stream._readableState;
  while (state.flowing && state.buffer.length > 0 && !stream.destroyed) { const chunk = state.buffer.shift(); state.length -= state.objectMode ? 1 : chunk.length; stream.emit('data', chunk); }
  if (state.flowing && state.length === 0) { fillUp(stream); if (state.buffer.length > 0 && state.flowing) nextTick(flow, stream); }
  endIfDone(stream);
}
function endIfDone(stream) {
  const state = stream._readableState;
  if (!state.ended || state.endEmitted || state.length > 0 || stream.destroyed) return;
  if (!state.flowing && !state.readableListening && !state.wanted) return;
  state.endEmitted = true;
  nextTick(() => {
    if (stream.destroyed && stream._errored) return;
    stream.readable = false; stream.emit('end');
    if (stream.allowHalfOpen === false && stream.writable && stream.end) stream.end();
    if (state.autoDestroy && (!stream._writableState || stream._writableState.finished || stream.writable === false && !stream._writableState.ended)) stream.destroy();
  });
}
R.read = function read(size) {
  const state = this._readableState; state.wanted = true;
  if (size === 0) { fillUp(this); return null; }
  if (state.length === 0) { fillUp(this); if (state.length === 0) { endIfDone(this); return null; } }
  let chunk;
  if (state.objectMode) { chunk = state.buffer.shift(); state.length--; }
  else if (size === undefined || size >= state.length) { if (size > state.length && !state.ended) { fillUp(this); if (size > state.length) return null; } chunk = state.buffer.length === 1 ? state.buffer[0] : typeof state.buffer[0] === 'string' ? state.buffer.join('') : Buffer.concat(state.buffer); state.buffer = []; state.length = 0; }
  else { const all = typeof state.buffer[0] === 'string' ? state.buffer.join('') : Buffer.concat(state.buffer); chunk = all.slice(0, size); state.buffer = [all.slice(size)]; state.length -= size; }
  if (!state.ended) nextTick(fillUp, this);
  this.emit('data', chunk);
  endIfDone(this);
  return chunk;
};
R.setEncoding = function setEncoding(encoding) { const { StringDecoder } = require('string_decoder'); const state = this._readableState; state.decoder = new StringDecoder(encoding); state.encoding = encoding; state.buffer = state.buffer.map((one) => typeof one === 'string' ? one : state.decoder.write(one)).filter((one) => one.length); state.length = state.buffer.reduce((sum, one) => sum + one.length, 0); return this; };
R.on = R.addListener = function on(name, listener) {
  const result = Stream.prototype.on.call(this, name, listener); const state = this._readableState;
  if (name === 'data') { state.readableListening = this.listenerCount('readable') > 0; if (state.flowing !== false && !state.readableListening) this.resume(); }
  else if (name === 'readable' && !state.readableListening) { state.readableListening = true; state.flowing = false; if (state.length > 0 || state.ended) scheduleReadable(this); else nextTick(() => fillUp(this)); }
  return result;
};
R.resume = function resume() { const state = this._readableState; if (!state.flowing) { state.flowing = !state.readableListening; if (!state.resumeScheduled) { state.resumeScheduled = true; nextTick(() => { state.resumeScheduled = false; this.emit('resume'); flow(this); }); } } return this; };
R.pause = function pause() { const state = this._readableState; if (state.flowing !== false) { state.flowing = false; this.emit('pause'); } return this; };
R.isPaused = function isPaused() { return this._readableState.flowing === false; };
R.pipe = function pipe(target, options = {}) {
  const source = this;
  const onData = (chunk) => { if (target.write(chunk) === false && !target.destroyed) { source.pause(); target.once('drain', () => { source._readableState.flowing = false; source.resume(); }); } };
  const onEnd = () => { if (options.end !== false && target !== process.stdout && target !== process.stderr) target.end(); };
  source.on('data', onData); source.once('end', onEnd);
  source._readableState.pipes.push({ target, onData, onEnd });
  target.once('close', () => source.unpipe(target));
  target.emit('pipe', source);
  source.resume();
  return target;
};
R.unpipe = function unpipe(target) { const state = this._readableState; for (const one of state.pipes.filter((entry) => target === undefined || entry.target === target)) { this.removeListener('data', one.onData); this.removeListener('end', one.onEnd); one.target.emit('unpipe', this); } state.pipes = state.pipes.filter((entry) => target !== undefined && entry.target !== target); if (state.pipes.length === 0 && this.listenerCount('data') === 0) this.pause(); return this; };
function destroy(error, done) {
  if (this.destroyed) return this;
  this.destroyed = true; this.readable = false;
  if (this._writableState) this.writable = false;
  if (error) this._errored = error;
  this._destroy(error || null, (failure) => {
    nextTick(() => { if (failure) { if (this._writableState) this._writableState.errored = failure; this._errored = failure; if (!done) this.emit('error', failure); } this.closed = true; this.emit('close'); if (done) done(failure); });
  });
  return this;
}
R.destroy = destroy;
R.wrap = function wrap(old) { old.on('data', (chunk) => { if (!this.push(chunk)) old.pause(); }); old.on('end', () => this.push(null)); this._read = () => old.resume(); return this; };
R[Symbol.asyncIterator] = async function* () {
  const stream = this; const waiting = []; let failure, over = false; const wake = () => { for (const one of waiting.splice(0)) one(); };
  stream.on('readable', wake); stream.once('error', (error) => { failure = error; wake(); }); stream.once('end', () => { over = true; wake(); }); stream.once('close', () => { over = true; wake(); });
  try { for (;;) { const chunk = stream.destroyed ? null : stream.read(); if (chunk !== null) { yield chunk; continue; } if (failure) throw failure; if (over || stream._readableState.endEmitted) return; await new Promise((resolve) => waiting.push(resolve)); } }
  finally { stream.removeListener('readable', wake); if (!stream.destroyed) stream.destroy(); }
};
R.iterator = R[Symbol.asyncIterator];
for (const [name, get] of Object.entries({ readableFlowing() { return this._readableState.flowing; }, readableEnded() { return this._readableState.endEmitted; }, readableLength() { return this._readableState.length; }, readableHighWaterMark() { return this._readableState.highWaterMark; }, readableEncoding() { return this._readableState.encoding; }, readableObjectMode() { return this._readableState.objectMode; }, errored() { return this._errored ?? null; } })) Object.defineProperty(R, name, { configurable: true, get });
R.toArray = async function toArray() { const list = []; for await (const one of this) list.push(one); return list; };
R.map = function map(fn) { const source = this; return Readable.from((async function* () { for await (const one of source) yield await fn(one); })()); };
R.filter = function filter(fn) { const source = this; return Readable.from((async function* () { for await (const one of source) if (await fn(one)) yield one; })()); };
R.forEach = async function forEach(fn) { for await (const one of this) await fn(one); };
Readable.from = function from(iterable, options) {
  if (typeof iterable === 'string' || Buffer.isBuffer(iterable)) { const whole = iterable; return new Readable({ objectMode: true, ...options, read() { this.push(whole); this.push(null); } }); }
  const iterator = (iterable[Symbol.asyncIterator] ?? iterable[Symbol.iterator]).call(iterable);
  return new Readable({ objectMode: true, highWaterMark: 1, ...options, read() { Promise.resolve(iterator.next()).then(async ({ value, done }) => { if (done) this.push(null); else this.push(await value); }).catch((error) => this.destroy(error)); } });
};

function initWritable(stream, options = {}) {
  hidden(stream, '_writableState', { objectMode: Boolean(options.objectMode || options.writableObjectMode), highWaterMark: options.highWaterMark ?? options.writableHighWaterMark ?? (options.objectMode || options.writableObjectMode ? 16 : 16384), buffer: [], length: 0, writing: false, ending: false, ended: false, finished: false, needDrain: false, corked: 0, defaultEncoding: options.defaultEncoding || 'utf8', decodeStrings: options.decodeStrings !== false, autoDestroy: options.autoDestroy !== false, errored: null, finalCalled: false });
  if (typeof options.write === 'function') stream._write = options.write;
  if (typeof options.writev === 'function') stream._writev = options.writev;
  if (typeof options.final === 'function') stream._final = options.final;
  if (typeof options.destroy === 'function') stream._destroy = options.destroy;
}
function Writable(options) { if (!(this instanceof Writable)) return new Writable(options); Stream.call(this, options); initWritable(this, options); this.writable = true; this.destroyed = false; if (options && options.signal) require('internal/event-target').onAbort(options.signal, () => this.destroy(options.signal.reason)); }
Object.setPrototypeOf(Writable.prototype, Stream.prototype); Object.setPrototypeOf(Writable, Stream);
Object.defineProperty(Writable, Symbol.hasInstance, { value(value) { return Function.prototype[Symbol.hasInstance].call(this, value) || (this === Writable && Boolean(value) && value._writableState !== undefined && value instanceof Stream); } });
const W = Writable.prototype;
W._write = function (chunk, encoding, done) { if (this._writev) this._writev([{ chunk, encoding }], done); else throw errors.nodeError('ERR_METHOD_NOT_IMPLEMENTED', 'The _write() method is not implemented'); };
W._destroy = R._destroy;
W.write = function write(chunk, encoding, done) {
  const state = this._writableState;
  if (typeof encoding === 'function') { done = encoding; encoding = undefined; }
  if (chunk === null) throw errors.typeError('ERR_STREAM_NULL_VALUES', 'May not write null values to stream');
  if (!state.objectMode) {
    if (typeof chunk === 'string') { encoding = encoding || state.defaultEncoding; if (state.decodeStrings) { chunk = Buffer.from(chunk, encoding); encoding = 'buffer'; } }
    else if (chunk instanceof Uint8Array) { encoding = 'buffer'; if (!Buffer.isBuffer(chunk)) chunk = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength); }
    else throw errors.invalidArgType('chunk', ['string', 'Buffer', 'TypedArray', 'DataView'], chunk);
  }
  let failure;
  if (state.ending) failure = errors.nodeError('ERR_STREAM_WRITE_AFTER_END', 'write after end');
  else if (this.destroyed) failure = errors.nodeError('ERR_STREAM_DESTROYED', 'Cannot call write after a stream was destroyed');
  if (failure) { if (done) nextTick(done, failure); if (!this.destroyed) this.destroy(failure); return false; }
  state.length += state.objectMode ? 1 : chunk.length;
  state.buffer.push({ chunk, encoding, done });
  const below = state.length < state.highWaterMark;
  if (!below) state.needDrain = true;
  if (!state.writing && !state.corked) writeNext(this);
  return below && !this._errored;
};
function writeNext(stream) {
  const state = stream._writableState;
  if (state.writing || stream.destroyed) return;
  const next = state.buffer.shift();
  if (!next) { finishIfDone(stream); return; }
  state.writing = true; let sync = true;
  const size = state.objectMode ? 1 : next.chunk.length;
  const finish = (error) => {
    state.writing = false; state.length -= size;
    if (error) { if (next.done) next.done(error); stream.destroy(error); return; }
    if (sync) nextTick(after); else after();
  };
  const after = () => {
    if (state.needDrain && state.length === 0 && !state.ending && !stream.destroyed) { state.needDrain = false; stream.emit('drain'); }
    if (next.done) next.done(null);
    if (state.writing) return;
    if (state.buffer.length > 0) writeNext(stream); else finishIfDone(stream);
  };
  try { stream._write(next.chunk, next.encoding, finish); } catch (error) { sync = false; throw error; }
  sync = false;
  if (!state.writing && state.buffer.length > 0) writeNext(stream);
}
W.end = function end(chunk, encoding, done) {
  const state = this._writableState;
  if (typeof chunk === 'function') { done = chunk; chunk = undefined; } else if (typeof encoding === 'function') { done = encoding; encoding = undefined; }
  if (chunk !== undefined && chunk !== null) this.write(chunk, encoding);
  if (state.corked) { state.corked = 0; writeNext(this); }
  if (done) { if (state.finished) nextTick(done); else { this.once('finish', done); } }
  if (!state.ending) { state.ending = true; this.writable = false; if (!state.writing && state.buffer.length === 0) finishIfDone(this); }
  return this;
};
function finishIfDone(stream) {
  const state = stream._writableState;
  if (!state.ending || state.writing || state.buffer.length > 0 || state.finalCalled || stream.destroyed) return;
  state.finalCalled = true;
  const finish = (error) => {
    if (error) { stream.destroy(error); return; }
    nextTick(() => { if (stream._errored) return; state.ended = state.finished = true; stream.emit('finish'); if (state.autoDestroy && (!stream._readableState || stream._readableState.endEmitted) && !stream._isStdio) stream.destroy(); });
  };
  if (stream._final) { try { stream._final(finish); } catch (error) { finish(error); } } else finish();
}
W.cork = function () { this._writableState.corked++; }; W.uncork = function () { const state = this._writableState; if (state.corked) { state.corked--; if (!state.corked) writeNext(this); } };
W.setDefaultEncoding = function (encoding) { this._writableState.defaultEncoding = encoding; return this; };
W.destroy = destroy; W.pipe = function () { this.destroy(errors.nodeError('ERR_STREAM_CANNOT_PIPE', 'Cannot pipe, not readable')); };
const writableGetters = { writableEnded() { return this._writableState.ending; }, writableFinished() { return this._writableState.finished; }, writableLength() { return this._writableState.length; }, writableHighWaterMark() { return this._writableState.highWaterMark; }, writableNeedDrain() { return this._writableState.needDrain; }, writableObjectMode() { return this._writableState.objectMode; }, writableCorked() { return this._writableState.corked; }, errored() { return this._errored ?? null; } };
for (const name of Object.keys(writableGetters)) Object.defineProperty(W, name, { configurable: true, get: writableGetters[name] });

function Duplex(options = {}) { if (!(this instanceof Duplex)) return new Duplex(options); Stream.call(this, options); initReadable(this, options); initWritable(this, options); this.readable = options.readable !== false; this.writable = options.writable !== false; this.destroyed = false; this.allowHalfOpen = options.allowHalfOpen !== false; }
Object.setPrototypeOf(Duplex.prototype, Readable.prototype); Object.setPrototypeOf(Duplex, Readable);
for (const name of Object.getOwnPropertyNames(W)) if (!(name in { constructor: 1, pipe: 1, destroy: 1, _destroy: 1, errored: 1 })) Object.defineProperty(Duplex.prototype, name, Object.getOwnPropertyDescriptor(W, name));
function Transform(options = {}) {
  if (!(this instanceof Transform)) return new Transform(options);
  Duplex.call(this, options);
  if (typeof options.transform === 'function') this._transform = options.transform;
  if (typeof options.flush === 'function') this._flush = options.flush;
  this._pending = null;
}
Object.setPrototypeOf(Transform.prototype, Duplex.prototype); Object.setPrototypeOf(Transform, Duplex);
Transform.prototype._transform = function () { throw errors.nodeError('ERR_METHOD_NOT_IMPLEMENTED', 'The _transform() method is not implemented'); };
Transform.prototype._write = function (chunk, encoding, done) { this._transform(chunk, encoding, (error, value) => { if (error) { done(error); return; } if (value !== undefined && value !== null) this.push(value); const state = this._readableState; if (state.length < state.highWaterMark || state.ended) done(); else this._pending = done; }); };
Transform.prototype._read = function () { this._readableState.reading = false; if (this._pending) { const done = this._pending; this._pending = null; done(); } };
Transform.prototype._final = function (done) { if (!this._flush) { this.push(null); done(); return; } this._flush((error, value) => { if (error) { done(error); return; } if (value !== undefined && value !== null) this.push(value); this.push(null); done(); }); };
function PassThrough(options) { if (!(this instanceof PassThrough)) return new PassThrough(options); Transform.call(this, options); }
Object.setPrototypeOf(PassThrough.prototype, Transform.prototype); Object.setPrototypeOf(PassThrough, Transform);
PassThrough.prototype._transform = function (chunk, encoding, done) { done(null, chunk); };
for (const [Class, name] of [[Readable, 'Readable'], [Writable, 'Writable'], [Duplex, 'Duplex'], [Transform, 'Transform'], [PassThrough, 'PassThrough'], [Stream, 'Stream']]) { Object.defineProperty(Class.prototype, 'constructor', { value: Class, writable: true, configurable: true, enumerable: false }); Stream[name] = Class; }

function finished(stream, options, done) {
  if (typeof options === 'function') { done = options; options = {}; }
  let called = false; const call = (error) => { if (called) return; called = true; done.call(stream, error); };
  const reads = options.readable !== false && stream._readableState !== undefined && stream.readable !== false, writes = options.writable !== false && stream._writableState !== undefined && !stream._writableState.finished;
  let readDone = !reads || stream._readableState.endEmitted, writeDone = !writes;
  const check = () => { if (readDone && writeDone) call(); };
  stream.on('end', () => { readDone = true; check(); }); stream.on('finish', () => { writeDone = true; check(); });
  stream.on('error', call);
  stream.on('close', () => { if (!readDone || !writeDone) call(errors.nodeError('ERR_STREAM_PREMATURE_CLOSE', 'Premature close')); else call(); });
  if (readDone && writeDone) nextTick(call);
  return () => { called = true; };
}
function pipeline(...streams) {
  const done = typeof streams[streams.length - 1] === 'function' && streams.length > 1 && streams[streams.length - 1].length < 2 && streams[streams.length - 1].constructor.name !== 'AsyncGeneratorFunction' ? streams.pop() : () => {};
  if (Array.isArray(streams[0]) && streams.length === 1) streams = streams[0];
  streams = streams.map((one, at) => at === 0 && one && typeof one.pipe !== 'function' ? Readable.from(typeof one === 'function' ? one() : one) : one);
  for (let at = 1; at < streams.length; at++) if (typeof streams[at] === 'function') { const value = streams[at](streams[at - 1]); streams[at] = at === streams.length - 1 && typeof value.then === 'function' ? Object.assign(new PassThrough(), { _promise: value.then(() => { called || (called = true, done()); }, (error) => fail(error)) }) : Readable.from(value); streams[at]._made = true; }
  let called = false;
  const fail = (error) => { if (called) return; called = true; for (const one of streams) if (one.destroy) one.destroy(); done(error); };
  const last = streams[streams.length - 1];
  for (const one of streams) one.on('error', fail);
  for (const [at, one] of streams.entries()) if (at < streams.length - 1 && !streams[at + 1]._made) one.pipe(streams[at + 1]);
  const complete = () => { if (!called) { called = true; done(); } };
  if (last._writableState) last.on('finish', complete); else last.on('end', complete);
  for (const one of streams) one.on('close', () => { if (!called && !(one._readableState ? one._readableState.endEmitted : true) ) fail(errors.nodeError('ERR_STREAM_PREMATURE_CLOSE', 'Premature close')); });
  return last;
}
Stream.finished = finished; Stream.pipeline = pipeline; Stream.addAbortSignal = (signal, stream) => { require('internal/event-target').onAbort(signal, () => stream.destroy(signal.reason)); return stream; };
Stream.getDefaultHighWaterMark = (objectMode) => objectMode ? 16 : 65536; Stream.setDefaultHighWaterMark = () => {};
Stream.isReadable = (stream) => Boolean(stream.readable) && !stream.destroyed; Stream.isErrored = (stream) => Boolean(stream._errored);
Object.defineProperty(Stream, 'promises', { enumerable: true, configurable: true, get: () => require('stream/promises') });
module.exports = Stream;
`;
export const STREAM_PROMISES = String.raw`'use strict';
const stream = require('stream');
exports.pipeline = (...streams) => new Promise((resolve, reject) => { if (streams.length && streams[streams.length - 1] && !streams[streams.length - 1].pipe && typeof streams[streams.length - 1] === 'object') streams.pop(); stream.pipeline(...streams, (error) => error ? reject(error) : resolve()); });
exports.finished = (one, options = {}) => new Promise((resolve, reject) => stream.finished(one, options, (error) => error ? reject(error) : resolve()));
`;
