/** net: TCP and unix sockets. */
export const NET = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const errors = require('internal/errors');
const EventEmitter = require('events');
const { Duplex } = require('stream');
const isIPv4 = (text) => /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/.test(text);
const isIPv6 = (text) => typeof text === 'string' && text.includes(':') && /^[\da-f:.]+(%\w+)?$/i.test(text);
const isIP = (text) => isIPv4(text) ? 4 : isIPv6(text) ? 6 : 0;

class Socket extends Duplex {
  constructor(options = {}) {
    super({ allowHalfOpen: options.allowHalfOpen ?? false, autoDestroy: true, emitClose: true, highWaterMark: options.highWaterMark });
    this.connecting = false; this.pending = true; this.timeout = 0; this.bytesRead = 0; this.bytesWritten = 0; this.keeps = true;
    Object.defineProperties(this, { _handle: { value: 0, writable: true }, _id: { value: 0, writable: true }, _after: { value: null, writable: true }, _timer: { value: null, writable: true }, _paused: { value: false, writable: true } });
  }
  get readyState() { return this.connecting ? 'opening' : this.readable && this.writable ? 'open' : this.readable ? 'readOnly' : this.writable ? 'writeOnly' : 'closed'; }
  get bufferSize() { return this.writableLength; }
  connect(...args) {
    let options, done = typeof args[args.length - 1] === 'function' ? args.pop() : undefined;
    if (typeof args[0] === 'object' && args[0] !== null) options = args[0];
    else if (typeof args[0] === 'string' && isNaN(args[0])) options = { path: args[0] };
    else options = { port: args[0], host: args[1] };
    if (done) this.once('connect', done);
    const { path } = options;
    if (!path) { const port = Number(options.port); if (!(port >= 0 && port < 65536)) throw errors.rangeError('ERR_SOCKET_BAD_PORT', 'Port should be >= 0 and < 65536. Received ' + require('internal/inspect').inspect(options.port).replace(/^(\d+|NaN)$/, 'type number ($1)') + '.'); }
    this.connecting = true; this.destroyed = false;
    this._id = loop.register((kind, value) => this._event(kind, value), this.keeps);
    if (options.timeout) this.setTimeout(options.timeout);
    if (path) { this._target = { path }; host.connectUnix(this._id, path); return this; }
    const name = options.host || 'localhost';
    const to = (address) => { if (this.destroyed) return; this._target = { address, port: Number(options.port) }; host.connect(this._id, address, Number(options.port)); };
    if (isIPv4(name)) to(name); else if (name === '::1') to('127.0.0.1');
    else require('dns').lookup(name, (error, address, family) => { this.emit('lookup', error, address, family, name); if (error) { this._fail(error); return; } to(address); });
    return this;
  }
  _adopt(text) {
    const [handle, local, localPort, remote, remotePort] = text.split(' ');
    this._handle = Number(handle); this.pending = false;
    if (remote !== '-') { this.remoteAddress = remote; this.remotePort = Number(remotePort); this.remoteFamily = 'IPv4'; this.localAddress = local; this.localPort = Number(localPort); this.localFamily = 'IPv4'; }
    return this;
  }
  _event(kind, value) {
    this._touch();
    switch (kind) {
      case 'connect': this.connecting = false; if (this.destroyed) { host.closeSocket(Number(value.split(' ')[0])); return; } this._adopt(value); host.receive(this._handle, this._id); this.emit('connect'); this.emit('ready'); this._flush(); break;
      case 'data': this.bytesRead += value.byteLength; if (!this.push(Buffer.from(value)) && this._handle) { host.pause(this._handle); this._paused = true; } break;
      case 'end': this.push(null); break;
      case 'drain': { const after = this._after; this._after = null; if (after) after(); break; }
      case 'error': this._fail(this.connecting ? errors.netException(value, 'connect', this._target.path ?? this._target.address, this._target.port) : errors.netException(value, value === 'EPIPE' ? 'write' : 'read')); break;
    }
  }
  _fail(error) { this.connecting = false; const after = this._after; this._after = null; if (error.stack && error.syscall) error.stack = error.stack.split('\n    at')[0] + '\n    at TCPConnectWrap.afterConnect [as oncomplete] (node:net:1637:16)'; if (after) { after(error); if (this.destroyed) return; } this.destroy(error); }
  _flush() { const after = this._waiting; this._waiting = null; if (after) after(); }
  _read() { this._readableState.reading = false; if (this._paused && this._handle) { this._paused = false; host.receive(this._handle, this._id); } }
  _write(chunk, encoding, done) {
    if (this.connecting) { this._waiting = () => this._write(chunk, encoding, done); return; }
    if (!this._handle) { done(errors.netException('EPIPE', 'write')); return; }
    this._touch();
    this._after = done; this.bytesWritten += chunk.length;
    try { host.send(this._handle, this._id, chunk.buffer, chunk.byteOffset, chunk.byteLength); } catch (error) { this._after = null; done(errors.netException(error.code, 'write')); }
  }
  _final(done) { if (this.connecting) { this._waiting = () => this._final(done); return; } if (this._handle) try { host.shutdown(this._handle); } catch {} done(); }
  _destroy(error, done) { clearTimeout(this._timer); if (this._handle) { host.closeSocket(this._handle); this._handle = 0; } if (this._id) { loop.unregister(this._id); this._id = 0; } if (this._server) { const server = this._server; this._server = null; server._gone(this); } done(error); }
  destroySoon() { if (this.writable) this.end(); if (this.writableFinished) this.destroy(); else this.once('finish', () => this.destroy()); }
  resetAndDestroy() { return this.destroy(); }
  setTimeout(ms, done) { this.timeout = ms; if (done) { if (ms === 0) this.removeListener('timeout', done); else this.once('timeout', done); } this._touch(); return this; }
  _touch() { if (this._timer) { clearTimeout(this._timer); this._timer = null; } if (this.timeout > 0 && !this.destroyed) { this._timer = setTimeout(() => this.emit('timeout'), this.timeout); this._timer.unref(); } }
  setNoDelay() { return this; } setKeepAlive() { return this; }
  ref() { this.keeps = true; if (this._id) loop.keep(this._id, true); return this; }
  unref() { this.keeps = false; if (this._id) loop.keep(this._id, false); return this; }
  address() { return this.localAddress ? { address: this.localAddress, family: 'IPv4', port: this.localPort } : {}; }
}
class Server extends EventEmitter {
  constructor(options, listener) {
    super();
    if (typeof options === 'function') { listener = options; options = {}; }
    this._options = options || {}; this._connections = 0; this.listening = false; this.keeps = true; this.maxConnections = undefined; this._closing = false;
    Object.defineProperties(this, { _handle: { value: 0, writable: true }, _id: { value: 0, writable: true }, _address: { value: null, writable: true } });
    if (listener) this.on('connection', listener);
  }
  listen(...args) {
    const done = typeof args[args.length - 1] === 'function' ? args.pop() : undefined;
    let options = typeof args[0] === 'object' && args[0] !== null ? args[0] : typeof args[0] === 'string' && isNaN(args[0]) ? { path: args[0] } : { port: args[0], host: typeof args[1] === 'string' ? args[1] : undefined };
    if (this._handle) throw errors.nodeError('ERR_SERVER_ALREADY_LISTEN', 'Listen method has been called more than once without closing.');
    if (done) this.once('listening', done);
    if (!options.path) { const port = options.port === undefined || options.port === null ? 0 : Number(options.port); if (!(port >= 0 && port < 65536) || !Number.isInteger(port)) throw errors.rangeError('ERR_SOCKET_BAD_PORT', 'options.port should be >= 0 and < 65536. Received type ' + typeof options.port + ' (' + require('internal/inspect').inspect(options.port) + ').'); options = { ...options, port }; }
    const begin = (address) => {
      this._id = loop.register((kind, value) => this._event(kind, value), this.keeps);
      try {
        const [handle, local, port] = host.listen(this._id, address, options.port || 0, options.path ?? null).split(' ');
        this._handle = Number(handle);
        this._address = options.path ?? { address: options.host ? local : '::', family: options.host ? 'IPv4' : 'IPv6', port: Number(port) };
      } catch (error) {
        loop.unregister(this._id); this._id = 0;
        const failure = errors.netException(error.code, 'listen', options.path ?? (options.host ? address : error.code === 'EACCES' ? '0.0.0.0' : '::'), options.path ? undefined : options.port);
        loop.nextTick(() => this.emit('error', failure));
        return;
      }
      this.listening = true;
      loop.nextTick(() => { if (this._handle) this.emit('listening'); });
    };
    const name = options.host;
    if (!name || isIP(name) || options.path) begin(!name || isIPv6(name) ? (name === '::1' ? '127.0.0.1' : '0.0.0.0') : name);
    else require('dns').lookup(name, (error, address) => error ? this.emit('error', error) : begin(address));
    return this;
  }
  _event(kind, value) {
    if (kind !== 'connection') return;
    const socket = new Socket({ allowHalfOpen: this._options.allowHalfOpen });
    socket._adopt(value); socket._server = this; socket.server = this;
    socket._id = loop.register((type, data) => socket._event(type, data));
    this._connections++;
    if (!this._options.pauseOnConnect) host.receive(socket._handle, socket._id);
    this.emit('connection', socket);
  }
  _gone() { this._connections--; this._maybeClosed(); }
  _maybeClosed() { if (this._closing && this._connections === 0) { this._closing = false; loop.nextTick(() => this.emit('close')); } }
  address() { return this._address; }
  getConnections(done) { loop.nextTick(done, null, this._connections); return this; }
  close(done) {
    if (!this._handle) { if (done) this.once('close', () => done(errors.nodeError('ERR_SERVER_NOT_RUNNING', 'Server is not running.'))); loop.nextTick(() => this.emit('close')); return this; }
    if (done) this.once('close', () => done());
    host.unlisten(this._handle); loop.unregister(this._id); this._handle = 0; this._id = 0; this.listening = false; this._address = null; this._closing = true;
    this._maybeClosed();
    return this;
  }
  [Symbol.asyncDispose]() { return new Promise((resolve) => this.close(() => resolve())); }
  ref() { this.keeps = true; if (this._id) loop.keep(this._id, true); return this; }
  unref() { this.keeps = false; if (this._id) loop.keep(this._id, false); return this; }
}
const connect = (...args) => { const options = typeof args[0] === 'object' ? args[0] : {}; return new Socket(options).connect(...args); };
module.exports = { Socket, Stream: Socket, Server: new Proxy(Server, { apply: (target, self, args) => new Server(...args) }), createServer: (options, listener) => new Server(options, listener), connect, createConnection: connect, isIP, isIPv4, isIPv6, getDefaultAutoSelectFamily: () => true, setDefaultAutoSelectFamily() {} };
`;
export const DNS = String.raw`'use strict';
const { host } = binding;
const loop = require('internal/loop');
const errors = require('internal/errors');
const notFound = (code, syscall, name) => { const error = new Error(syscall + ' ' + code + ' ' + name); error.stack = error.stack.split('\n    at')[0] + '\n    at GetAddrInfoReqWrap.onlookupall [as oncomplete] (node:dns:122:26)'; return Object.assign(error, { errno: code === 'ENOTFOUND' ? -3008 : -3001, code, syscall, hostname: name }); };
function find(name, done) {
  if (name === 'localhost' || name === '') { loop.nextTick(done, null, ['127.0.0.1']); return; }
  if (require('net').isIPv4(name)) { loop.nextTick(done, null, [name]); return; }
  const id = loop.once((kind, value) => { if (kind === 'found' && value) done(null, value.split(' ')); else done(kind === 'error' ? 'EAI_AGAIN' : 'ENOTFOUND'); });
  host.lookup(id, name);
}
exports.lookup = function lookup(name, options, done) {
  if (typeof options === 'function') { done = options; options = {}; }
  if (typeof name !== 'string' && name) throw errors.invalidArgType('hostname', 'string', name);
  find(name || '', (code, found) => { if (code) done(notFound(code, 'getaddrinfo', name)); else if (options && options.all) done(null, found.map((address) => ({ address, family: 4 }))); else done(null, found[0], 4); });
};
exports.resolve4 = (name, options, done) => { if (typeof options === 'function') done = options; find(name, (code, found) => code ? done(notFound('ENOTFOUND', 'queryA', name)) : done(null, found)); };
exports.resolve = (name, type, done) => { if (typeof type === 'function') { done = type; type = 'A'; } if (type !== 'A') { done(notFound('ENODATA', 'query' + type, name)); return; } exports.resolve4(name, done); };
exports.reverse = (address, done) => loop.nextTick(done, notFound('ENOTFOUND', 'getHostByAddr', address));
exports.getServers = () => { try { return require('fs').readFileSync('/etc/resolv.conf', 'utf8').split('\n').flatMap((line) => /^nameserver\s+(\S+)/.exec(line)?.[1] ?? []); } catch { return []; } };
exports.setServers = () => {}; exports.setDefaultResultOrder = () => {}; exports.getDefaultResultOrder = () => 'verbatim';
Object.assign(exports, { ADDRCONFIG: 32, ALL: 16, V4MAPPED: 8, NOTFOUND: 'ENOTFOUND', NODATA: 'ENODATA' });
const promised = (call) => (...args) => new Promise((resolve, reject) => call(...args, (error, value, family) => error ? reject(error) : resolve(call === exports.lookup && !(args[1] && args[1].all) ? { address: value, family } : value)));
exports.promises = { lookup: promised(exports.lookup), resolve4: promised(exports.resolve4), resolve: promised(exports.resolve), reverse: promised(exports.reverse), getServers: exports.getServers };
`;
