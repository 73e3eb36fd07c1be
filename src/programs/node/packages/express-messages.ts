/** What of express deals with requests and responses: their methods, bodies, and what content suits. @see expressjs.com/en/api */

export const REQUEST = String.raw`'use strict';
const http = require('http');
const line = require('./line');
const { accepts, typeIs } = require('./negotiate');
const { parseQuery } = require('./body');
const req = Object.create(http.IncomingMessage.prototype);
exports.requestOf = req;
req.get = req.header = function (name) { const lower = name.toLowerCase(); return lower === 'referer' || lower === 'referrer' ? this.headers.referrer || this.headers.referer : this.headers[lower]; };
req.accepts = function (...types) { return accepts(this.headers.accept, types.flat()); };
req.acceptsEncodings = req.acceptsCharsets = req.acceptsLanguages = function (...types) { return types.flat()[0]; };
req.is = function (...types) { return typeIs(this, types.flat()); };
req.param = function (name, otherwise) { return this.params?.[name] ?? this.body?.[name] ?? this.query?.[name] ?? otherwise; };
req.range = () => undefined;
const getter = (name, get) => Object.defineProperty(req, name, { configurable: true, enumerable: true, get, set(value) { Object.defineProperty(this, name, { value, writable: true, configurable: true, enumerable: true }); } });
getter('query', function () { const at = this.url.indexOf('?'); const parser = this.app.get('query parser'); const text = at < 0 ? '' : this.url.slice(at + 1); const query = typeof parser === 'function' ? parser(text) : parser === false ? {} : parser === 'extended' || parser === true ? parseQuery(text) : require('querystring').parse(text); if (line < 5) this.query = query; return query; });
getter('protocol', function () { const trusted = this.app.get('trust proxy'); return (trusted && this.headers['x-forwarded-proto']?.split(',')[0].trim()) || 'http'; });
getter('secure', function () { return this.protocol === 'https'; });
getter('ip', function () { return this.ips.length ? this.ips[0] : this.socket.remoteAddress && '::ffff:' + this.socket.remoteAddress; });
getter('ips', function () { return this.app.get('trust proxy') ? (this.headers['x-forwarded-for'] ?? '').split(',').map((one) => one.trim()).filter(Boolean) : []; });
getter('host', function () { const host = (this.app.get('trust proxy') && this.headers['x-forwarded-host']) || this.headers.host; return line < 5 && host ? host.replace(/:\d+$/, '') : host; });
getter('hostname', function () { const host = (this.app.get('trust proxy') && this.headers['x-forwarded-host']) || this.headers.host; return host && host.replace(/:\d+$/, ''); });
getter('path', function () { const at = this.url.indexOf('?'); return at < 0 ? this.url : this.url.slice(0, at); });
getter('subdomains', function () { return (this.hostname || '').split('.').reverse().slice(2); });
getter('xhr', function () { return (this.get('X-Requested-With') || '').toLowerCase() === 'xmlhttprequest'; });
getter('fresh', function () { const { method, res } = this; if ((method !== 'GET' && method !== 'HEAD') || !(res.statusCode === 304 || (res.statusCode >= 200 && res.statusCode < 300))) return false; const wanted = this.headers['if-none-match'], etag = res.get('ETag'); if (/no-cache/.test(this.headers['cache-control'] || '')) return false; if (wanted) return wanted === '*' || wanted.split(',').some((one) => one.trim().replace(/^W\//, '') === String(etag).replace(/^W\//, '')); const since = this.headers['if-modified-since'], modified = res.get('Last-Modified'); return Boolean(since && modified && Date.parse(modified) <= Date.parse(since)); });
getter('stale', function () { return !this.fresh; });
`;
export const RESPONSE = String.raw`'use strict';
const http = require('http');
const path = require('path');
const line = require('./line');
const { mimeOf, accepts } = require('./negotiate');
const { sendFile } = require('./static');
const res = Object.create(http.ServerResponse.prototype);
exports.responseOf = res;
res.status = function status(code) {
  if (line >= 5) { if (!Number.isInteger(code)) throw new TypeError('Invalid status code: ' + JSON.stringify(code) + '. Status code must be an integer.'); if (code < 100 || code > 999) throw new RangeError('Invalid status code: ' + JSON.stringify(code) + '. Status code must be greater than 99 and less than 1000.'); }
  this.statusCode = code; return this;
};
res.links = function (links) { const before = this.get('Link'); return this.set('Link', (before ? before + ', ' : '') + Object.keys(links).map((rel) => '<' + links[rel] + '>; rel="' + rel + '"').join(', ')); };
res.send = function send(body) {
  if (line < 5 && typeof body === 'number' && arguments.length === 1) { if (!this.get('Content-Type')) this.type('txt'); this.statusCode = body; body = http.STATUS_CODES[body]; }
  if (typeof body === 'string') { if (!this.get('Content-Type')) this.type('html'); }
  else if (typeof body === 'boolean' || typeof body === 'number' || typeof body === 'object' && body !== null && !ArrayBuffer.isView(body)) return this.json(body);
  else if (ArrayBuffer.isView(body)) { if (!this.get('Content-Type')) this.type('bin'); }
  else if (body === null) body = '';
  const type = this.get('Content-Type'); let encoding;
  if (typeof body === 'string') { encoding = 'utf8'; if (typeof type === 'string') this.set('Content-Type', withCharset(type)); }
  if (body !== undefined) { body = typeof body === 'string' ? Buffer.from(body, encoding) : Buffer.from(body.buffer, body.byteOffset, body.byteLength); this.set('Content-Length', body.length); if (!this.get('ETag') && this.app.get('etag')) this.set('ETag', etag(body, this.app.get('etag') === 'strong' ? '' : 'W/')); }
  if (this.req.fresh) this.status(304);
  if (this.statusCode === 204 || this.statusCode === 304) { for (const name of ['Content-Type', 'Content-Length', 'Transfer-Encoding']) this.removeHeader(name); body = ''; }
  if (this.statusCode === 205) { this.set('Content-Length', '0'); this.removeHeader('Transfer-Encoding'); body = ''; }
  if (this.req.method === 'HEAD') this.end(); else this.end(body);
  return this;
};
const withCharset = (type) => /charset/i.test(type) ? type : type + '; charset=utf-8';
const etag = (body, weak) => weak + '"' + body.length.toString(16) + '-' + require('crypto').createHash('sha1').update(body).digest('base64').slice(0, 27) + '"';
res.json = function json(value) {
  const { settings } = this.app; const text = JSON.stringify(value, settings['json replacer'], settings['json spaces']);
  if (!this.get('Content-Type')) this.set('Content-Type', 'application/json');
  return this.send(text === undefined ? '' : text);
};
res.jsonp = function (value) { const name = this.req.query[this.app.get('jsonp callback name')]; if (!name) return this.json(value); this.set('Content-Type', 'text/javascript'); return this.send('/**/ typeof ' + name + " === 'function' && " + name + '(' + JSON.stringify(value) + ');'); };
res.sendStatus = function (code) { this.status(code); this.type('txt'); return this.send(http.STATUS_CODES[code] || String(code)); };
res.sendFile = function (file, options, done) {
  if (typeof options === 'function') { done = options; options = {}; } options = options || {};
  if (!file) throw new TypeError('path argument is required to res.sendFile'); if (typeof file !== 'string') throw new TypeError('path must be a string to res.sendFile');
  if (!options.root && !path.isAbsolute(file)) throw new TypeError('path must be absolute or specify root to res.sendFile');
  const { req } = this; if (options.headers) this.set(options.headers);
  sendFile(req, this, options.root ? path.join(options.root, file) : file, options, (error) => { if (done) done(error); else if (error && error.code !== 'ECONNABORTED') req.next(error); });
};
res.sendfile = res.sendFile;
res.download = function (file, name, options, done) { if (typeof name === 'function') { done = name; name = undefined; } if (typeof options === 'function') { done = options; options = {}; } this.attachment(name || file); return this.sendFile(path.resolve(file), options, done); };
res.attachment = function (name) { if (name) this.type(path.extname(name)); return this.set('Content-Disposition', name ? 'attachment; filename="' + path.basename(name) + '"' : 'attachment'); };
res.contentType = res.type = function (type) { return this.set('Content-Type', type.includes('/') ? type : mimeOf(type)); };
res.format = function (formats) { const { req } = this; const keys = Object.keys(formats).filter((key) => key !== 'default'); const key = keys.length > 0 ? req.accepts(keys) : false; this.vary('Accept'); if (key) { this.set('Content-Type', withCharset(key.includes('/') ? key : mimeOf(key))); formats[key](req, this, req.next); } else if (formats.default) formats.default(req, this, req.next); else { const error = new Error('Not Acceptable'); error.status = error.statusCode = 406; req.next(error); } return this; };
res.set = res.header = function (name, value) { if (arguments.length === 2) { let text = Array.isArray(value) ? value.map(String) : String(value); if (name.toLowerCase() === 'content-type' && typeof text === 'string' && !/charset/.test(text) && /^(text\/|application\/(json|javascript|xml)|image\/svg)/.test(text)) text = withCharset(text); this.setHeader(name, text); } else for (const key of Object.keys(name)) this.set(key, name[key]); return this; };
res.get = function (name) { return this.getHeader(name); };
res.append = function (name, value) { const before = this.get(name); return this.set(name, before === undefined ? value : [].concat(before, value)); };
res.vary = function (field) { const before = this.get('Vary'); const list = before ? String(before).split(/, */) : []; for (const one of [].concat(field)) if (!list.some((have) => have.toLowerCase() === one.toLowerCase())) list.push(one); return this.set('Vary', list.join(', ')); };
res.cookie = function (name, value, options = {}) {
  options = { path: '/', ...options }; let text = typeof value === 'object' ? 'j:' + JSON.stringify(value) : String(value);
  if (options.signed) { const secret = this.req.secret; if (!secret) throw new Error('cookieParser("secret") required for signed cookies'); text = 's:' + text + '.' + require('crypto').createHmac('sha256', secret).update(text).digest('base64').replace(/=+$/, ''); }
  let out = name + '=' + encodeURIComponent(text);
  if (options.maxAge !== undefined && options.maxAge !== null) { options.expires = new Date(Date.now() + options.maxAge); out += '; Max-Age=' + Math.floor(options.maxAge / 1000); }
  if (options.domain) out += '; Domain=' + options.domain; if (options.path) out += '; Path=' + options.path; if (options.expires) out += '; Expires=' + options.expires.toUTCString(); if (options.httpOnly) out += '; HttpOnly'; if (options.secure) out += '; Secure'; if (options.sameSite) { const same = options.sameSite === true ? 'Strict' : String(options.sameSite); out += '; SameSite=' + same[0].toUpperCase() + same.slice(1).toLowerCase(); }
  return this.append('Set-Cookie', out);
};
res.clearCookie = function (name, options) { return this.cookie(name, '', { path: '/', ...options, expires: new Date(1), maxAge: undefined }); };
res.location = function (url) { return this.set('Location', encodeURI(url === 'back' && line < 5 ? this.req.get('Referrer') || '/' : url).replace(/%25([\da-f]{2})/gi, '%$1')); };
res.redirect = function (status, url) {
  if (url === undefined) { url = status; status = 302; } if (typeof url === 'number') [status, url] = [url, status];
  const address = this.location(url).get('Location'); let body = '';
  const kind = accepts(this.req.headers.accept, ['text', 'html']); const words = http.STATUS_CODES[status] + '. Redirecting to ';
  const safe = address.replace(/[&<>"]/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char]);
  if (kind === 'html') { body = line >= 5 ? '<!DOCTYPE html><head><title>' + http.STATUS_CODES[status] + '</title></head><body><p>' + words + safe + '</p></body>' : '<p>' + words + safe + '</p>'; this.type('html'); } else if (kind) { body = words + address; this.type('txt'); }
  this.vary('Accept'); this.status(status); this.set('Content-Length', Buffer.byteLength(body)); if (this.req.method === 'HEAD') this.end(); else this.end(body);
};
res.render = function (view, options, done) { const { req } = this; if (typeof options === 'function') { done = options; options = {}; } options = { ...options, _locals: this.locals }; this.app.render(view, options, done ?? ((error, text) => error ? req.next(error) : this.send(text))); };
`;
export const BODY = String.raw`'use strict';
const http = require('http');
const { typeIs } = require('./negotiate');
/** a[b][]=c as nested objects, as qs reads it. */
function parseQuery(text) {
  const result = {};
  for (const [name, value] of new URLSearchParams(text)) {
    const parts = []; const head = /^[^[]*/.exec(name)[0]; if (head !== '') parts.push(head); for (const [, inner] of name.slice(head.length).matchAll(/\[([^\]]*)\]/g)) parts.push(inner);
    if (parts.length === 0 || parts.some((part) => part in Object.prototype)) continue;
    let at = result;
    parts.forEach((part, index) => {
      const last = index === parts.length - 1, key = part === '' ? at.length ?? Object.keys(at).length : part;
      if (!last) { const next = parts[index + 1]; at[key] = typeof at[key] === 'object' && at[key] !== null ? at[key] : next === '' || /^\d+$/.test(next) ? [] : {}; at = at[key]; }
      else if (part !== '' && at[key] !== undefined) at[key] = [].concat(at[key], value); else at[key] = value;
    });
  }
  return result;
}
exports.parseQuery = parseQuery;
const UNITS = { b: 1, kb: 1024, mb: 1 << 20, gb: 1 << 30 };
const sizeOf = (limit) => typeof limit === 'number' ? limit : (([, number, unit]) => Number(number) * UNITS[unit.toLowerCase()])(/^([\d.]+)\s*(b|kb|mb|gb)$/i.exec(limit));
const problem = (status, type, message, more) => Object.assign(new Error(message), { expose: true, statusCode: status, status, type, ...more });
function reader(name, types, parse, defaults) {
  const make = (options = {}) => {
    const limit = sizeOf(options.limit ?? '100kb'), type = options.type ?? types;
    const middleware = function (req, res, next) {
      if (req._body) return next();
      const line = require('./line'); if (line < 5) req.body = req.body || {}; else if (!('body' in req)) req.body = undefined;
      const has = req.headers['transfer-encoding'] !== undefined || (req.headers['content-length'] !== undefined && req.headers['content-length'] !== '0');
      if (!has || !(typeof type === 'function' ? type(req) : typeIs(req, [].concat(type)))) return next();
      const length = Number(req.headers['content-length'] ?? 0); const parts = []; let size = 0, over = false;
      const tooLarge = () => { over = true; req.resume(); next(problem(413, 'entity.too.large', 'request entity too large', { expected: length, length, limit })); };
      if (length > limit) return tooLarge();
      let stream = req; const coding = (req.headers['content-encoding'] || 'identity').toLowerCase(); if (coding === 'gzip' || coding === 'deflate') stream = req.pipe(require('zlib')[coding === 'gzip' ? 'createGunzip' : 'createInflate']());
      stream.on('data', (chunk) => { size += chunk.length; if (over) return; if (size > limit) tooLarge(); else parts.push(chunk); });
      stream.on('error', (error) => { if (!over) { over = true; next(Object.assign(error, { status: 400, statusCode: 400 })); } });
      stream.on('end', () => {
        if (over) return; req._body = true; const whole = Buffer.concat(parts);
        try { if (options.verify) options.verify(req, res, whole, 'utf-8'); req.body = parse(whole, options); } catch (error) { next(Object.assign(error, { expose: true, statusCode: 400, status: 400, body: whole.toString(), type: 'entity.parse.failed' })); return; }
        next();
      });
    };
    return Object.defineProperty(middleware, 'name', { value: name + 'Parser' });
  };
  return make;
}
exports.json = reader('json', 'application/json', (bytes, { strict = true, reviver }) => { const text = bytes.toString(); if (text.trim() === '') return {}; const first = /^[\x20\x09\x0a\x0d]*([^\x20\x09\x0a\x0d])/.exec(text)[1]; if (strict && first !== '{' && first !== '[') JSON.parse(first === '#' ? '' : '#' + text.slice(1)); return JSON.parse(text, reviver); });
exports.urlencoded = reader('urlencoded', 'application/x-www-form-urlencoded', (bytes, { extended }) => extended ? parseQuery(bytes.toString()) : require('querystring').parse(bytes.toString()));
exports.text = reader('text', 'text/plain', (bytes) => bytes.toString());
exports.raw = reader('raw', 'application/octet-stream', (bytes) => bytes);
`;
export const NEGOTIATE = String.raw`'use strict';
const TYPES = { html: 'text/html', htm: 'text/html', txt: 'text/plain', text: 'text/plain', css: 'text/css', js: 'text/javascript', mjs: 'text/javascript', json: 'application/json', map: 'application/json', xml: 'application/xml', svg: 'image/svg+xml', png: 'image/png', jpg: 'image/jpeg', jpeg: 'image/jpeg', gif: 'image/gif', webp: 'image/webp', ico: 'image/x-icon', pdf: 'application/pdf', zip: 'application/zip', wasm: 'application/wasm', md: 'text/markdown', csv: 'text/csv', bin: 'application/octet-stream', woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf', mp3: 'audio/mpeg', mp4: 'video/mp4', urlencoded: 'application/x-www-form-urlencoded', yaml: 'text/yaml', yml: 'text/yaml' };
exports.mimeOf = (name) => { const plain = name.replace(/^.*\./, '').toLowerCase(); const type = TYPES[plain] ?? 'application/octet-stream'; return /^text\/|json|javascript|xml/.test(type) && type !== 'image/svg+xml' ? type + '; charset=utf-8' : type; };
const bare = (type) => type.includes('/') ? type : TYPES[type] ?? type;
exports.accepts = function accepts(header, types) {
  if (types.length === 0) return header ? header.split(',').map((one) => one.split(';')[0].trim()) : ['*/*'];
  if (!header) return types[0];
  const wanted = header.split(',').map((one, at) => { const [type, ...params] = one.trim().split(/\s*;\s*/); const q = params.find((param) => param.startsWith('q=')); return { type, q: q ? Number(q.slice(2)) : 1, at }; }).filter(({ q }) => q > 0);
  let best, score = 0;
  for (const type of types) { const [kind, sub] = bare(type).split('/'); for (const one of wanted) { const [a, b] = one.type.split('/'); if ((a === '*' || a === kind) && (b === '*' || b === sub)) { const value = one.q * 1000 + (a === '*' ? 0 : b === '*' ? 1 : 2) - one.at / 100; if (value > score) { score = value; best = type; } } } }
  return best ?? false;
};
exports.typeIs = function typeIs(req, types) {
  const header = req.headers['content-type']; if (!header) return req.headers['content-length'] === undefined && req.headers['transfer-encoding'] === undefined ? null : false; const own = header.split(';')[0].trim().toLowerCase();
  for (const type of types.length ? types : [own]) { const wanted = bare(type); if (wanted === own || new RegExp('^' + wanted.replace(/[.+]/g, '\\$&').replace(/\*/g, '[^/]+') + '$').test(own) || (wanted.startsWith('+') && own.endsWith(wanted))) return type.includes('*') || type.startsWith('+') ? own : type.includes('/') ? own : type; }
  return false;
};
`;
