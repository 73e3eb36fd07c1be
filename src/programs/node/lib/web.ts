/** internal/event-target, internal/fetch: what Node has of the web's classes. */
export const EVENT_TARGET = String.raw`'use strict';
const errors = require('internal/errors');
class DOMException extends Error { #name; constructor(message = '', name = 'Error') { super(message); this.#name = typeof name === 'object' ? name.name ?? 'Error' : name; if (typeof name === 'object' && 'cause' in name) this.cause = name.cause; this.stack = this.#name + ': ' + this.stack.slice(this.stack.indexOf(this.message)); } get name() { return this.#name; } get code() { return { AbortError: 20, TimeoutError: 23, DataCloneError: 25, InvalidCharacterError: 5, SyntaxError: 12, NotFoundError: 8 }[this.#name] ?? 0; } }
class Event { constructor(type, options = {}) { this.type = String(type); this.bubbles = Boolean(options.bubbles); this.cancelable = Boolean(options.cancelable); this.composed = false; this.defaultPrevented = false; this.target = null; this.currentTarget = null; this.timeStamp = performance.now(); } preventDefault() { if (this.cancelable) this.defaultPrevented = true; } stopPropagation() {} stopImmediatePropagation() { this._stopped = true; } }
class CustomEvent extends Event { constructor(type, options = {}) { super(type, options); this.detail = options.detail ?? null; } }
class EventTarget {
  #listeners = new Map();
  addEventListener(type, listener, options) { if (!listener) return; const list = this.#listeners.get(type) ?? []; if (list.some((one) => one.listener === listener)) return; const once = typeof options === 'object' && options?.once; list.push({ listener, once }); this.#listeners.set(type, list); if (options?.signal) onAbort(options.signal, () => this.removeEventListener(type, listener)); }
  removeEventListener(type, listener) { const list = this.#listeners.get(type); if (list) this.#listeners.set(type, list.filter((one) => one.listener !== listener)); }
  dispatchEvent(event) {
    if (!(event instanceof Event)) throw errors.invalidArgType('event', 'Event', event);
    event.target = event.currentTarget = this;
    const handler = this['on' + event.type]; if (typeof handler === 'function') handler.call(this, event);
    for (const { listener, once } of (this.#listeners.get(event.type) ?? []).slice()) { if (once) this.removeEventListener(event.type, listener); try { if (typeof listener === 'function') listener.call(this, event); else listener.handleEvent(event); } catch (error) { process.nextTick(() => { throw error; }); } if (event._stopped) break; }
    return !event.defaultPrevented;
  }
}
class AbortSignal extends EventTarget {
  aborted = false; reason = undefined; onabort = null;
  throwIfAborted() { if (this.aborted) throw this.reason; }
  static abort(reason = new DOMException('This operation was aborted', 'AbortError')) { const signal = new AbortSignal(); signal.aborted = true; signal.reason = reason; return signal; }
  static timeout(ms) { const signal = new AbortSignal(); setTimeout(() => abort(signal, new DOMException('The operation was aborted due to timeout', 'TimeoutError')), ms).unref(); return signal; }
  static any(signals) { const signal = new AbortSignal(); for (const one of signals) onAbort(one, () => abort(signal, one.reason)); return signal; }
}
function abort(signal, reason) { if (signal.aborted) return; signal.aborted = true; signal.reason = reason; signal.dispatchEvent(new Event('abort')); }
function onAbort(signal, body) { if (signal.aborted) body(); else signal.addEventListener('abort', body, { once: true }); }
class AbortController { signal = new AbortSignal(); abort(reason = new DOMException('This operation was aborted', 'AbortError')) { abort(this.signal, reason); } }
Object.assign(exports, { DOMException, Event, CustomEvent, EventTarget, AbortSignal, AbortController, onAbort });
`;
export const FETCH = String.raw`'use strict';
const http = require('http');
const errors = require('internal/errors');
const { Readable } = require('stream');
const custom = Symbol.for('nodejs.util.inspect.custom');
const token = (name) => { if (!/^[\w!#$%&'*+.^|~-]+$/.test(name)) throw new TypeError('Headers.append: ' + name + ' is an invalid header name.'); return name.toLowerCase(); };
class Headers {
  #map = new Map();
  constructor(init) { if (init instanceof Headers || (init && typeof init[Symbol.iterator] === 'function')) for (const [name, value] of init) this.append(name, value); else if (init) for (const name of Object.keys(init)) this.append(name, init[name]); }
  append(name, value) { name = token(name); value = String(value).trim(); if (name === 'set-cookie') this.#map.set(name, [...(this.#map.get(name) ?? []), value]); else this.#map.set(name, this.#map.has(name) ? this.#map.get(name) + ', ' + value : value); }
  set(name, value) { name = token(name); this.#map.set(name, name === 'set-cookie' ? [String(value).trim()] : String(value).trim()); }
  get(name) { const found = this.#map.get(token(name)); return found === undefined ? null : Array.isArray(found) ? found.join(', ') : found; }
  getSetCookie() { return this.#map.get('set-cookie') ?? []; }
  has(name) { return this.#map.has(token(name)); } delete(name) { this.#map.delete(token(name)); }
  *entries() { for (const name of [...this.#map.keys()].sort()) { const value = this.#map.get(name); if (Array.isArray(value)) for (const one of value) yield [name, one]; else yield [name, value]; } }
  *keys() { for (const [name] of this.entries()) yield name; } *values() { for (const [, value] of this.entries()) yield value; }
  [Symbol.iterator]() { return this.entries(); }
  forEach(callback, self) { for (const [name, value] of this.entries()) callback.call(self, value, name, this); }
  [custom](depth, options, inspect) { return 'Headers ' + inspect(Object.fromEntries(this.entries()), options); }
}
class FormData { #list = []; append(name, value) { this.#list.push([String(name), value]); } set(name, value) { this.delete(name); this.append(name, value); } get(name) { return this.#list.find(([one]) => one === name)?.[1] ?? null; } getAll(name) { return this.#list.filter(([one]) => one === name).map(([, value]) => value); } has(name) { return this.#list.some(([one]) => one === name); } delete(name) { this.#list = this.#list.filter(([one]) => one !== name); } entries() { return this.#list[Symbol.iterator](); } [Symbol.iterator]() { return this.entries(); } }
function bodyOf(body) {
  if (body === undefined || body === null) return { data: null, type: null };
  if (typeof body === 'string') return { data: Buffer.from(body), type: 'text/plain;charset=UTF-8' };
  if (body instanceof URLSearchParams) return { data: Buffer.from(body.toString()), type: 'application/x-www-form-urlencoded;charset=UTF-8' };
  if (body instanceof ArrayBuffer) return { data: Buffer.from(body), type: null };
  if (ArrayBuffer.isView(body)) return { data: Buffer.from(body.buffer, body.byteOffset, body.byteLength), type: null };
  if (body instanceof FormData) { const boundary = '----formdata-undici-0' + String(Math.floor(Math.random() * 1e11)).padStart(11, '0'); return { data: Buffer.from([...body].map(([name, value]) => '--' + boundary + '\r\nContent-Disposition: form-data; name="' + name + '"\r\n\r\n' + value + '\r\n').join('') + '--' + boundary + '--\r\n'), type: 'multipart/form-data; boundary=' + boundary }; }
  if (body instanceof Readable || typeof body[Symbol.asyncIterator] === 'function') return { stream: body, type: null };
  return { data: Buffer.from(String(body)), type: 'text/plain;charset=UTF-8' };
}
class Body {
  #source; bodyUsed = false;
  _from(source) { this.#source = source; }
  get body() { const source = this.#source; if (!source || (source.data === null && !source.stream)) return null; const self = this; return { get locked() { return self.bodyUsed; }, async *[Symbol.asyncIterator]() { self.bodyUsed = true; if (source.stream) yield* source.stream; else yield new Uint8Array(source.data); }, getReader() { const iterator = this[Symbol.asyncIterator](); return { read: () => iterator.next(), releaseLock() {}, cancel: () => iterator.return() }; } }; }
  async #read() { if (this.bodyUsed) throw new TypeError('Body is unusable: Body has already been read'); this.bodyUsed = true; const { data, stream } = this.#source ?? {}; if (!stream) return data ?? Buffer.alloc(0); const parts = []; for await (const part of stream) parts.push(Buffer.from(part)); return Buffer.concat(parts); }
  async text() { return new TextDecoder().decode(await this.#read()); }
  async json() { return JSON.parse(await this.text()); }
  async arrayBuffer() { return Uint8Array.from(await this.#read()).buffer; }
  async bytes() { return Uint8Array.from(await this.#read()); }
  async blob() { return new Blob([await this.#read()], { type: this.headers.get('content-type') ?? '' }); }
  async formData() { const form = new FormData(); for (const [name, value] of new URLSearchParams(await this.text())) form.append(name, value); return form; }
  _source() { return this.#source; }
}
class Request extends Body {
  constructor(input, init = {}) { super(); const from = input instanceof Request ? input : null; this.url = from ? from.url : new URL(String(input)).href; this.method = String(init.method ?? from?.method ?? 'GET').toUpperCase(); this.headers = new Headers(init.headers ?? from?.headers); this.redirect = init.redirect ?? from?.redirect ?? 'follow'; this.signal = init.signal ?? from?.signal ?? new AbortController().signal; const source = init.body === undefined && from ? from._source() : bodyOf(init.body); if (source?.data !== null && source !== undefined && (this.method === 'GET' || this.method === 'HEAD') && (source.data || source.stream)) throw new TypeError('Request with GET/HEAD method cannot have body.'); this._from(source); if (source?.type && !this.headers.has('content-type')) this.headers.set('content-type', source.type); }
  clone() { return new Request(this); }
}
class Response extends Body {
  constructor(body, init = {}) { super(); this.status = init.status ?? 200; this.statusText = init.statusText ?? ''; this.headers = new Headers(init.headers); this.url = ''; this.redirected = false; this.type = 'default'; const source = bodyOf(body); this._from(source); if (source.type && !this.headers.has('content-type')) this.headers.set('content-type', source.type); }
  get ok() { return this.status >= 200 && this.status < 300; }
  clone() { const copy = new Response(null, { status: this.status, statusText: this.statusText, headers: this.headers }); copy._from(this._source()); return copy; }
  static json(data, init = {}) { const made = new Response(JSON.stringify(data), init); if (!new Headers(init.headers).has('content-type')) made.headers.set('content-type', 'application/json'); return made; }
  static error() { const made = new Response(null); made.status = 0; made.type = 'error'; return made; }
  static redirect(url, status = 302) { return new Response(null, { status, headers: { location: String(url) } }); }
  [custom](depth, options, inspect) { return 'Response ' + inspect({ status: this.status, statusText: this.statusText, headers: this.headers, body: this.body && {}, bodyUsed: this.bodyUsed, ok: this.ok, redirected: this.redirected, type: this.type, url: this.url }, options); }
}
const agent = new http.Agent({ keepAlive: true });
function failed(cause) { const error = new TypeError('fetch failed'); Object.defineProperty(error, 'cause', { value: cause, writable: true, configurable: true, enumerable: false }); return error; }
async function fetch(input, init) {
  let request; try { request = new Request(input, init); } catch (error) { if (error.code === 'ERR_INVALID_URL') { const wrong = new TypeError('Failed to parse URL from ' + input); Object.defineProperty(wrong, 'cause', { value: error, enumerable: false, configurable: true, writable: true }); throw wrong; } throw error; }
  let url = new URL(request.url), { method } = request, source = request._source(), redirected = false;
  for (let count = 0; ; count++) {
    if (request.signal.aborted) throw request.signal.reason;
    if (url.protocol !== 'http:') { if (url.protocol === 'https:') errors.missing('TLS, so that https: addresses cannot be fetched'); throw failed(new Error(url.protocol === 'https:' ? 'other side closed' : 'unknown scheme')); }
    const answer = await new Promise((resolve, reject) => {
      const headers = Object.fromEntries(request.headers.entries());
      headers.accept ??= '*/*'; headers['accept-language'] ??= '*'; headers['sec-fetch-mode'] ??= 'cors'; headers['user-agent'] ??= 'node'; headers['accept-encoding'] ??= 'gzip, deflate';
      if (source?.data && !headers['content-length']) headers['content-length'] = source.data.length;
      const sent = http.request({ method, hostname: url.hostname, port: url.port || 80, path: url.pathname + url.search, headers, agent }, resolve);
      sent.on('error', (error) => reject(request.signal.aborted ? request.signal.reason : failed(error)));
      require('internal/event-target').onAbort(request.signal, () => sent.destroy(request.signal.reason));
      if (source?.stream) Readable.from(source.stream).pipe(sent); else sent.end(source?.data ?? undefined);
    });
    const location = answer.headers.location;
    if ([301, 302, 303, 307, 308].includes(answer.statusCode) && location && request.redirect !== 'manual') {
      answer.resume(); if (request.redirect === 'error' || count >= 20) throw failed(new Error(count >= 20 ? 'redirect count exceeded' : 'unexpected redirect'));
      url = new URL(location, url); redirected = true;
      if (answer.statusCode === 303 || (answer.statusCode < 303 && method === 'POST')) { method = 'GET'; source = undefined; request.headers.delete('content-type'); request.headers.delete('content-length'); }
      continue;
    }
    const response = new Response(null, { status: answer.statusCode, statusText: answer.statusMessage });
    for (let at = 0; at < answer.rawHeaders.length; at += 2) response.headers.append(answer.rawHeaders[at], answer.rawHeaders[at + 1]);
    response.url = url.href; response.redirected = redirected; response.type = 'basic';
    const coding = answer.headers['content-encoding'];
    response._from({ stream: coding === 'gzip' || coding === 'deflate' ? answer.pipe(require('zlib')[coding === 'gzip' ? 'createGunzip' : 'createInflate']()) : answer });
    return response;
  }
}
Object.assign(exports, { fetch, Headers, Request, Response, FormData });
`;
