/** http: server and client, HTTP/1.1 with keep-alive and chunked bodies. */
export const HTTP = String.raw`'use strict';
const net = require('net');
const errors = require('internal/errors');
const EventEmitter = require('events');
const { Readable, Writable } = require('stream');
const { STATUS_CODES, METHODS, Parser } = require('internal/http-parser');
const CRLF = '\r\n';
const checkName = (name) => { if (typeof name !== 'string' || !/^[\^_\x60a-zA-Z\-0-9!#$%&'*+.|~]+$/.test(name)) throw errors.typeError('ERR_INVALID_HTTP_TOKEN', 'Header name must be a valid HTTP token ["' + name + '"]'); };
const checkValue = (name, value) => { if (value === undefined) throw errors.typeError('ERR_HTTP_INVALID_HEADER_VALUE', 'Invalid value "undefined" for header "' + name + '"'); if (/[^\t\x20-\x7e\x80-\xff]/.test(Array.isArray(value) ? value.join('') : String(value))) throw errors.typeError('ERR_INVALID_CHAR', 'Invalid character in header content ["' + name + '"]'); };

class IncomingMessage extends Readable {
  constructor(socket) { super({ highWaterMark: 65536 }); this.socket = socket; this.connection = socket; this.httpVersion = '1.1'; this.httpVersionMajor = 1; this.httpVersionMinor = 1; this.headers = {}; this.rawHeaders = []; this.trailers = {}; this.complete = false; this.aborted = false; this.method = null; this.url = ''; this.statusCode = null; this.statusMessage = null; }
  _read() { this._readableState.reading = false; if (this._resume) { const resume = this._resume; this._resume = null; resume(); } }
  setTimeout(ms, done) { if (done) this.on('timeout', done); this.socket.setTimeout(ms); return this; }
  get headersDistinct() { const found = {}; for (let at = 0; at < this.rawHeaders.length; at += 2) (found[this.rawHeaders[at].toLowerCase()] ??= []).push(this.rawHeaders[at + 1]); return found; }
  _setHead(head) {
    Object.assign(this, { httpVersion: head.version, httpVersionMinor: Number(head.version.split('.')[1]), method: head.method ?? null, url: head.url ?? '', statusCode: head.status ?? null, statusMessage: head.message ?? null, rawHeaders: head.raw });
    for (let at = 0; at < head.raw.length; at += 2) {
      const name = head.raw[at].toLowerCase(), value = head.raw[at + 1];
      if (name === 'set-cookie') (this.headers[name] ??= []).push(value);
      else if (this.headers[name] === undefined) this.headers[name] = value;
      else if (name === 'cookie') this.headers[name] += '; ' + value;
      else if (!SINGLE.has(name)) this.headers[name] += ', ' + value;
    }
  }
}
const SINGLE = new Set(['age', 'authorization', 'content-length', 'content-type', 'etag', 'expires', 'from', 'host', 'if-modified-since', 'if-unmodified-since', 'last-modified', 'location', 'max-forwards', 'proxy-authorization', 'referer', 'retry-after', 'server', 'user-agent']);

class OutgoingMessage extends Writable {
  constructor() { super({ highWaterMark: 65536, autoDestroy: false }); this._fields = new Map(); this.headersSent = false; this.sendDate = false; this.chunkedEncoding = false; this.shouldKeepAlive = true; this._hasBody = true; this._size = null; this._first = undefined; this.socket = null; this.finished = false; }
  get connection() { return this.socket; }
  setHeader(name, value) { if (this.headersSent) throw errors.nodeError('ERR_HTTP_HEADERS_SENT', 'Cannot set headers after they are sent to the client'); checkName(name); checkValue(name, value); this._fields.set(name.toLowerCase(), [name, value]); return this; }
  setHeaders(headers) { for (const [name, value] of headers) this.setHeader(name, value); return this; }
  appendHeader(name, value) { const before = this.getHeader(name); return this.setHeader(name, before === undefined ? value : [].concat(before, value)); }
  getHeader(name) { const found = this._fields.get(String(name).toLowerCase()); return found && found[1]; }
  getHeaderNames() { return [...this._fields.keys()]; } getRawHeaderNames() { return [...this._fields.values()].map(([name]) => name); }
  getHeaders() { const all = Object.create(null); for (const [key, [, value]] of this._fields) all[key] = value; return all; }
  hasHeader(name) { return this._fields.has(String(name).toLowerCase()); }
  removeHeader(name) { if (this.headersSent) throw errors.nodeError('ERR_HTTP_HEADERS_SENT', 'Cannot remove headers after they are sent to the client'); this._fields.delete(name.toLowerCase()); if (name.toLowerCase() === 'date') this.sendDate = false; }
  flushHeaders() { if (!this.headersSent) this._sendHead(); }
  addTrailers() {}
  setTimeout(ms, done) { if (done) this.on('timeout', done); if (this.socket) this.socket.setTimeout(ms); return this; }
  _lines() { let text = ''; for (const [, [name, value]] of this._fields) for (const one of Array.isArray(value) ? value : [value]) text += name + ': ' + one + CRLF; return text; }
  _put(data, done) { if (this.socket && !this.socket.destroyed) this.socket.write(data, typeof data === 'string' ? 'latin1' : undefined, done); else if (this._held) this._held.push([data, done]); else if (done) done(); }
  _write(chunk, encoding, done) {
    if (!this.headersSent) { if (this._size === null && !this.hasHeader('content-length') && this.writableEnded && this._writableState.buffer.length === 0) this._size = chunk.length; this._sendHead(chunk); if (this._merged) { this._merged = false; done(); return; } }
    if (!this._hasBody || chunk.length === 0) { done(); return; }
    if (this.chunkedEncoding) this._put(Buffer.concat([Buffer.from(chunk.length.toString(16) + CRLF, 'latin1'), chunk, Buffer.from(CRLF)]), done); else this._put(chunk, done);
  }
  _final(done) { if (!this.headersSent) { if (this._hasBody && !this.hasHeader('content-length')) this._size = 0; this._sendHead(); } if (this.chunkedEncoding && this._hasBody) this._put('0\r\n\r\n'); this.finished = true; done(); this._finished(); }
  end(chunk, encoding, done) { if (typeof chunk === 'function') { done = chunk; chunk = undefined; } else if (typeof encoding === 'function') { done = encoding; encoding = undefined; } if (!this.headersSent && this._size === null && !this.writableEnded && this.writableLength === 0 && chunk !== undefined && chunk !== null && !this.hasHeader('content-length')) this._size = typeof chunk === 'string' ? Buffer.byteLength(chunk, encoding) : chunk.length; return super.end(chunk, encoding, done); }
  /** Head and, where they are known, the first bytes go out in one piece. */
  _sendHead(first) {
    const head = this._head();
    this.headersSent = true; this._header = head;
    if (first && first.length > 0 && this._hasBody && !this.chunkedEncoding) { this._put(Buffer.concat([Buffer.from(head, 'latin1'), first])); this._merged = true; } else this._put(head);
  }
  _finished() {}
}
class ServerResponse extends OutgoingMessage {
  constructor(request) { super(); this.req = request; this.statusCode = 200; this.statusMessage = undefined; this.sendDate = true; this._hasBody = request.method !== 'HEAD'; this.shouldKeepAlive = request.httpVersion === '1.1' ? !/close/i.test(request.headers.connection || '') : /keep-alive/i.test(request.headers.connection || ''); }
  writeHead(status, message, headers) {
    if (this.headersSent) throw errors.nodeError('ERR_HTTP_HEADERS_SENT', 'Cannot write headers after they are sent to the client');
    if (typeof message !== 'string') { headers = message; message = undefined; }
    if (!(status >= 100 && status <= 999)) throw errors.rangeError('ERR_HTTP_INVALID_STATUS_CODE', 'Invalid status code: ' + status);
    this.statusCode = status | 0; if (message) this.statusMessage = message;
    if (Array.isArray(headers)) for (let at = 0; at < headers.length; at += 2) this.setHeader(headers[at], headers[at + 1]);
    else for (const name of Object.keys(headers || {})) this.setHeader(name, headers[name]);
    return this;
  }
  writeContinue() { this._put('HTTP/1.1 100 Continue\r\n\r\n'); } writeProcessing() { this._put('HTTP/1.1 102 Processing\r\n\r\n'); }
  assignSocket(socket) { this.socket = socket; } detachSocket() { this.socket = null; }
  _head() {
    const code = this.statusCode;
    this.statusMessage ??= STATUS_CODES[code] || 'unknown';
    if (code === 204 || code === 304 || (code >= 100 && code < 200)) this._hasBody = false;
    let extra = '';
    if (this.sendDate && !this.hasHeader('date')) extra += 'Date: ' + new Date().toUTCString() + CRLF;
    const connection = this.getHeader('connection');
    if (connection !== undefined) { if (/close/i.test(connection)) this.shouldKeepAlive = false; }
    else extra += this.shouldKeepAlive ? 'Connection: keep-alive\r\nKeep-Alive: timeout=' + Math.floor((this.req.socket && this.req.socket.server ? this.req.socket.server.keepAliveTimeout : 5000) / 1000) + CRLF : 'Connection: close\r\n';
    if (this.hasHeader('transfer-encoding')) this.chunkedEncoding = /chunked/i.test(this.getHeader('transfer-encoding'));
    else if (!this.hasHeader('content-length') && code !== 204 && code !== 304) {
      if (this._size !== null) extra += 'Content-Length: ' + this._size + CRLF;
      else if (!this._hasBody && this.req.method === 'HEAD') extra += '';
      else if (this.req.httpVersion === '1.1') { this.chunkedEncoding = true; extra += 'Transfer-Encoding: chunked\r\n'; } else this.shouldKeepAlive = false;
    }
    return 'HTTP/1.1 ' + code + ' ' + this.statusMessage + CRLF + this._lines() + extra + CRLF;
  }
  _finished() { if (this._done) this._done(); }
}
class Server extends net.Server {
  constructor(options, listener) {
    if (typeof options === 'function') { listener = options; options = {}; }
    super({ allowHalfOpen: true });
    this.keepAliveTimeout = options?.keepAliveTimeout ?? 5000; this.requestTimeout = 300000; this.headersTimeout = 60000; this.timeout = 0; this.maxHeadersCount = null; this.maxRequestsPerSocket = 0;
    Object.defineProperty(this, '_open', { value: new Set() });
    if (listener) this.on('request', listener);
    this.on('connection', (socket) => serve(this, socket));
  }
  setTimeout(ms, done) { this.timeout = ms; if (done) this.on('timeout', done); return this; }
  close(done) { super.close(done); this.closeIdleConnections(); return this; }
  closeAllConnections() { for (const socket of this._open) socket.destroy(); }
  closeIdleConnections() { for (const socket of this._open) if (!socket._busy) socket.destroy(); }
}
function serve(server, socket) {
  server._open.add(socket);
  socket._busy = false;
  const waiting = [];
  let current = null, request = null;
  const next = () => {
    if (current || waiting.length === 0) { if (!current && !server.listening && !server._handle) socket.destroy(); return; }
    const incoming = waiting.shift();
    current = new ServerResponse(incoming); current.assignSocket(socket); socket._busy = true;
    const response = current;
    response._done = () => {
      const keep = response.shouldKeepAlive && !socket.destroyed;
      if (!incoming.complete) { incoming.resume(); }
      current = null; socket._busy = false;
      if (!keep) { socket.end(); return; }
      if (server.keepAliveTimeout > 0) socket.setTimeout(server.keepAliveTimeout);
      next();
    };
    response.on('finish', () => process.nextTick(() => { response.destroyed = true; response.emit('close'); }));
    socket.setTimeout(0);
    if (incoming.headers.expect && /100-continue/i.test(incoming.headers.expect)) { if (server.listenerCount('checkContinue') > 0) { server.emit('checkContinue', incoming, response); return; } response.writeContinue(); }
    server.emit('request', incoming, response);
  };
  const parser = new Parser('request', {
    head(head) {
      request = new IncomingMessage(socket); request._setHead(head);
      if (head.upgrade && server.listenerCount('upgrade') > 0) { socket.removeListener('data', onData); server.emit('upgrade', request, socket, parser.rest()); return false; }
      waiting.push(request);
      next();
      return true;
    },
    body(chunk) { request.push(chunk); },
    end() { const done = request; done.complete = true; done.push(null); },
    error(message) { const error = errors.nodeError('HPE_INVALID_METHOD', 'Parse Error: ' + message); if (server.listenerCount('clientError') > 0) { server.emit('clientError', error, socket); return; } socket.end('HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n'); },
  });
  const onData = (chunk) => parser.feed(chunk);
  socket.on('data', onData);
  socket.on('timeout', () => { if (!socket._busy) socket.destroy(); else if (!server.emit('timeout', socket)) socket.destroy(); });
  socket.on('end', () => { if (!socket._busy) socket.end(); });
  socket.on('error', (error) => { if (server.listenerCount('clientError') > 0) server.emit('clientError', error, socket); });
  socket.on('close', () => { server._open.delete(socket); if (current) { const response = current; current = null; if (request && !request.complete) { request.aborted = true; request.emit('aborted'); request.destroy(errors.nodeError('ECONNRESET', 'aborted')); } if (!response.writableFinished) response.destroy(); } });
}
class Agent extends EventEmitter {
  constructor(options = {}) { super(); this.options = options; this.keepAlive = options.keepAlive ?? false; this.maxSockets = options.maxSockets ?? Infinity; this.sockets = {}; this.freeSockets = {}; this.requests = {}; this.protocol = 'http:'; this.defaultPort = 80; Object.defineProperty(this, 'idle', { value: new Map() }); }
  take(key) { const list = this.idle.get(key) || []; while (list.length) { const socket = list.pop(); if (!socket.destroyed && socket.writable) { socket.ref(); socket.removeAllListeners(); return socket; } } return undefined; }
  give(key, socket) { if (!this.keepAlive || socket.destroyed || !socket.writable) { socket.destroy(); return; } socket.removeAllListeners(); socket.on('error', () => {}); socket.on('end', () => socket.destroy()); socket.on('data', () => socket.destroy()); socket.unref(); const list = this.idle.get(key) || []; list.push(socket); this.idle.set(key, list); socket.setTimeout(4000, () => socket.destroy()); }
  destroy() { for (const list of this.idle.values()) for (const socket of list) socket.destroy(); this.idle.clear(); }
  getName(options) { return (options.host || 'localhost') + ':' + (options.port || 80) + ':'; }
}
const globalAgent = new Agent({ keepAlive: true, scheduling: 'lifo', timeout: 5000 });
class ClientRequest extends OutgoingMessage {
  constructor(input, options, done) {
    super();
    if (typeof input === 'string' || input instanceof URL) { const url = new URL(input); const more = typeof options === 'object' && options !== null ? options : {}; if (typeof options === 'function') done = options; input = { protocol: url.protocol, hostname: url.hostname.replace(/^\[|\]$/g, ''), port: url.port || undefined, path: url.pathname + url.search, auth: url.username ? decodeURIComponent(url.username) + ':' + decodeURIComponent(url.password) : undefined, ...more }; }
    else if (typeof options === 'function') done = options;
    if (input.protocol && input.protocol !== 'http:') throw errors.typeError('ERR_INVALID_PROTOCOL', 'Protocol "' + input.protocol + '" not supported. Expected "http:"');
    this.method = String(input.method || 'GET').toUpperCase(); this.path = input.path || '/'; this.host = input.hostname || input.host || 'localhost'; this.protocol = 'http:'; this.reusedSocket = false; this.aborted = false; this.res = null;
    if (/[\x00-\x20]/.test(this.path)) throw errors.typeError('ERR_UNESCAPED_CHARACTERS', 'Request path contains unescaped characters');
    const port = Number(input.port || input.defaultPort || 80);
    const headers = input.headers || {};
    if (Array.isArray(headers)) for (let at = 0; at < headers.length; at += 2) this.setHeader(headers[at], headers[at + 1]); else for (const name of Object.keys(headers)) if (headers[name] !== undefined) this.setHeader(name, headers[name]);
    if (!this.hasHeader('host')) this.setHeader('Host', this.host + (port === 80 ? '' : ':' + port));
    if (input.auth && !this.hasHeader('authorization')) this.setHeader('Authorization', 'Basic ' + Buffer.from(input.auth).toString('base64'));
    this.agent = input.agent === false ? new Agent() : input.agent || globalAgent;
    this._bodyless = ['GET', 'HEAD', 'DELETE', 'OPTIONS', 'TRACE', 'CONNECT'].includes(this.method);
    this._key = (input.socketPath || this.host) + ':' + port;
    this._held = [];
    if (done) this.once('response', done);
    if (input.timeout) this.timeout = input.timeout;
    if (input.signal) require('internal/event-target').onAbort(input.signal, () => this.destroy(input.signal.reason));
    const reused = this.agent.take(this._key);
    const socket = reused || net.connect(input.socketPath ? { path: input.socketPath } : { host: this.host, port });
    this.reusedSocket = Boolean(reused);
    process.nextTick(() => this._use(socket));
  }
  _use(socket) {
    if (this.destroyed) { socket.destroy(); return; }
    this.socket = socket;
    this.emit('socket', socket);
    let response = null, failed = false;
    if (this.timeout) { socket.setTimeout(this.timeout); }
    socket.on('timeout', () => this.emit('timeout'));
    const parser = new Parser('response', {
      head: (head) => {
        if (head.status === 100) { this.emit('continue'); return true; }
        response = this.res = new IncomingMessage(socket); response._setHead(head); response.req = this;
        if (head.upgrade && this.listenerCount('upgrade') > 0) { socket.removeAllListeners('data'); this.emit('upgrade', response, socket, parser.rest()); return false; }
        if (!this.emit('response', response)) response.resume();
        return true;
      },
      body: (chunk) => response.push(chunk),
      end: () => { if (!response) return; response.complete = true; response.push(null); const keep = parser.keepAlive && this.writableEnded; const last = response; response = null; this._over = true; if (keep) { socket.setTimeout(0); this.agent.give(this._key, socket); } else socket.destroy(); process.nextTick(() => { this.destroyed = true; this.emit('close'); }); void last; },
      error: (message) => { fail(Object.assign(errors.nodeError('HPE_INVALID_CONSTANT', 'Parse Error: ' + message))); },
    }, this.method);
    const fail = (error) => { if (failed || this._over) return; failed = true; if (response && !response.complete) { response.aborted = true; response.emit('aborted'); response.destroy(error); } else { this.destroyed = true; this.emit('error', error); this.emit('close'); } socket.destroy(); };
    socket.on('data', (chunk) => parser.feed(chunk));
    socket.on('end', () => { parser.finish(); if (!this._over) fail(errors.nodeError('ECONNRESET', 'socket hang up')); });
    socket.on('error', fail);
    socket.on('close', () => { if (!this._over) { parser.finish(); if (!this._over) fail(Object.assign(new Error(response ? 'aborted' : 'socket hang up'), { code: 'ECONNRESET' })); } });
    for (const [data, done] of this._held.splice(0)) socket.write(data, typeof data === 'string' ? 'latin1' : undefined, done);
    this._held = null;
  }
  _head() {
    if (!this.hasHeader('content-length') && !this.hasHeader('transfer-encoding')) { if (this._size !== null && (this._size > 0 || !this._bodyless)) this.setHeader('Content-Length', this._size); else if (this._size === null && !this._bodyless) { this.chunkedEncoding = true; this.setHeader('Transfer-Encoding', 'chunked'); } }
    else this.chunkedEncoding = /chunked/i.test(this.getHeader('transfer-encoding') || '');
    if (!this.hasHeader('connection')) this.setHeader('Connection', this.agent.keepAlive ? 'keep-alive' : 'close');
    return this.method + ' ' + this.path + ' HTTP/1.1' + CRLF + this._lines() + CRLF;
  }
  setNoDelay() {} setSocketKeepAlive() {}
  setTimeout(ms, done) { this.timeout = ms; if (done) this.once('timeout', done); if (this.socket) this.socket.setTimeout(ms); return this; }
  abort() { this.aborted = true; this.destroy(); }
  destroy(error) { if (this.destroyed) return this; this.destroyed = true; this._over = true; if (this.res && !this.res.complete) { this.res.destroy(error); } if (this.socket) this.socket.destroy(); process.nextTick(() => { if (!this.res) this.emit('error', error || Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' })); this.emit('close'); }); return this; }
}
const request = (input, options, done) => new ClientRequest(input, options, done);
module.exports = { METHODS, STATUS_CODES, Agent, ClientRequest, IncomingMessage, OutgoingMessage, ServerResponse, globalAgent, maxHeaderSize: 16384, Server: new Proxy(Server, { apply: (target, self, args) => new Server(...args) }), createServer: (options, listener) => new Server(options, listener), request, get(input, options, done) { const made = request(input, options, done); made.end(); return made; }, validateHeaderName: checkName, validateHeaderValue: checkValue };
`;
export const HTTP_PARSER = String.raw`'use strict';
exports.STATUS_CODES = { 100: 'Continue', 101: 'Switching Protocols', 102: 'Processing', 103: 'Early Hints', 200: 'OK', 201: 'Created', 202: 'Accepted', 203: 'Non-Authoritative Information', 204: 'No Content', 205: 'Reset Content', 206: 'Partial Content', 207: 'Multi-Status', 208: 'Already Reported', 226: 'IM Used', 300: 'Multiple Choices', 301: 'Moved Permanently', 302: 'Found', 303: 'See Other', 304: 'Not Modified', 305: 'Use Proxy', 307: 'Temporary Redirect', 308: 'Permanent Redirect', 400: 'Bad Request', 401: 'Unauthorized', 402: 'Payment Required', 403: 'Forbidden', 404: 'Not Found', 405: 'Method Not Allowed', 406: 'Not Acceptable', 407: 'Proxy Authentication Required', 408: 'Request Timeout', 409: 'Conflict', 410: 'Gone', 411: 'Length Required', 412: 'Precondition Failed', 413: 'Payload Too Large', 414: 'URI Too Long', 415: 'Unsupported Media Type', 416: 'Range Not Satisfiable', 417: 'Expectation Failed', 418: "I'm a Teapot", 421: 'Misdirected Request', 422: 'Unprocessable Entity', 423: 'Locked', 424: 'Failed Dependency', 425: 'Too Early', 426: 'Upgrade Required', 428: 'Precondition Required', 429: 'Too Many Requests', 431: 'Request Header Fields Too Large', 451: 'Unavailable For Legal Reasons', 500: 'Internal Server Error', 501: 'Not Implemented', 502: 'Bad Gateway', 503: 'Service Unavailable', 504: 'Gateway Timeout', 505: 'HTTP Version Not Supported', 506: 'Variant Also Negotiates', 507: 'Insufficient Storage', 508: 'Loop Detected', 509: 'Bandwidth Limit Exceeded', 510: 'Not Extended', 511: 'Network Authentication Required' };
exports.METHODS = ['ACL', 'BIND', 'CHECKOUT', 'CONNECT', 'COPY', 'DELETE', 'GET', 'HEAD', 'LINK', 'LOCK', 'M-SEARCH', 'MERGE', 'MKACTIVITY', 'MKCALENDAR', 'MKCOL', 'MOVE', 'NOTIFY', 'OPTIONS', 'PATCH', 'POST', 'PROPFIND', 'PROPPATCH', 'PURGE', 'PUT', 'QUERY', 'REBIND', 'REPORT', 'SEARCH', 'SOURCE', 'SUBSCRIBE', 'TRACE', 'UNBIND', 'UNLINK', 'UNLOCK', 'UNSUBSCRIBE'];
const METHOD_SET = new Set(exports.METHODS);
const EMPTY = Buffer.alloc(0);
/** Turns bytes into heads and bodies. handlers: head(head) → whether to go on, body(chunk), end(), error(words). */
exports.Parser = class Parser {
  constructor(kind, handlers, method) { this.kind = kind; this.handlers = handlers; this.method = method; this.buffer = EMPTY; this.state = 'head'; this.left = 0; this.keepAlive = true; }
  rest() { const rest = this.buffer; this.buffer = EMPTY; return rest; }
  feed(chunk) {
    this.buffer = this.buffer.length ? Buffer.concat([this.buffer, chunk]) : chunk;
    while (this.state !== 'over' && this.step());
  }
  finish() { if (this.state === 'until-end') { this.state = 'over'; this.keepAlive = false; this.handlers.end(); } }
  take(count) { const part = this.buffer.subarray(0, count); this.buffer = this.buffer.subarray(count); return part; }
  line() { const at = this.buffer.indexOf(10); if (at < 0) return undefined; return this.take(at + 1).toString('latin1').replace(/\r?\n$/, ''); }
  step() {
    switch (this.state) {
      case 'head': return this.head();
      case 'body': { if (this.buffer.length === 0) return false; const part = this.take(Math.min(this.left, this.buffer.length)); this.left -= part.length; this.handlers.body(part); if (this.left === 0) this.done(); return true; }
      case 'until-end': if (this.buffer.length === 0) return false; this.handlers.body(this.take(this.buffer.length)); return true;
      case 'size': { const line = this.line(); if (line === undefined) return false; this.left = parseInt(line, 16); if (Number.isNaN(this.left)) return this.fail('Invalid character in chunk size'); this.state = this.left === 0 ? 'trailer' : 'chunk'; return true; }
      case 'chunk': { if (this.buffer.length === 0) return false; const part = this.take(Math.min(this.left, this.buffer.length)); this.left -= part.length; this.handlers.body(part); if (this.left === 0) this.state = 'chunk-end'; return true; }
      case 'chunk-end': { if (this.line() === undefined) return false; this.state = 'size'; return true; }
      case 'trailer': { const line = this.line(); if (line === undefined) return false; if (line === '') this.done(); return true; }
    }
    return false;
  }
  fail(words) { this.state = 'over'; this.handlers.error(words); return false; }
  done() { this.state = 'head'; this.handlers.end(); }
  head() {
    if (this.buffer.length === 0) return false;
    while (this.buffer.length > 0 && (this.buffer[0] === 13 || this.buffer[0] === 10)) this.take(1);
    let end = this.buffer.indexOf('\r\n\r\n'), skip = 4;
    if (end < 0) { end = this.buffer.indexOf('\n\n'); skip = 2; }
    if (end < 0) { if (this.buffer.length > 16384) return this.fail('Header overflow'); if (this.kind === 'request' && this.buffer.length > 20 && !/^[A-Z-]+ /.test(this.buffer.toString('latin1', 0, 20))) return this.fail('Invalid method encountered'); return false; }
    const lines = this.take(end + skip).toString('latin1').slice(0, -skip).split(/\r?\n/);
    const first = lines.shift(), raw = [];
    const head = { raw, version: '1.1' };
    if (this.kind === 'request') { const match = /^(\S+) (\S+) HTTP\/(1\.[01])$/.exec(first); if (!match || !METHOD_SET.has(match[1])) return this.fail(match ? 'Invalid method encountered' : 'Expected HTTP/'); [, head.method, head.url, head.version] = match; }
    else { const match = /^HTTP\/(1\.[01]) (\d{3})(?: (.*))?$/.exec(first); if (!match) return this.fail('Expected HTTP/'); head.version = match[1]; head.status = Number(match[2]); head.message = match[3] || ''; }
    let length, chunked = false, connection = '';
    for (const line of lines) {
      const at = line.indexOf(':'); if (at <= 0) return this.fail('Invalid header token');
      const name = line.slice(0, at), value = line.slice(at + 1).trim(), lower = name.toLowerCase();
      raw.push(name, value);
      if (lower === 'content-length') { if (!/^\d+$/.test(value)) return this.fail('Invalid character in Content-Length'); length = Number(value); }
      else if (lower === 'transfer-encoding') chunked = /chunked/i.test(value);
      else if (lower === 'connection') connection = value.toLowerCase();
    }
    head.upgrade = connection.includes('upgrade');
    this.keepAlive = head.version === '1.1' ? connection !== 'close' : connection === 'keep-alive';
    if (this.handlers.head(head) === false) { this.state = 'over'; return false; }
    if (this.kind === 'response' && head.status === 100) return true;
    const bodyless = this.kind === 'response' && (this.method === 'HEAD' || head.status === 204 || head.status === 304);
    if (bodyless) this.done();
    else if (chunked) this.state = 'size';
    else if (length > 0) { this.state = 'body'; this.left = length; }
    else if (length === 0 || this.kind === 'request') this.done();
    else this.state = 'until-end';
    return true;
  }
};
`;
