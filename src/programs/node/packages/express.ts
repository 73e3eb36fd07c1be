/** express 4 and 5: applications, routers, requests and responses, with the usual middleware. Which line it is stands in lib/line.js. */
const INDEX = String.raw`'use strict';
const http = require('http');
const EventEmitter = require('events');
const { Router, Route } = require('./lib/router');
const { requestOf } = require('./lib/request');
const { responseOf } = require('./lib/response');
const { finalHandler } = require('./lib/final-handler');
const body = require('./lib/body');
const line = require('./lib/line');
function createApplication() {
  const app = function (req, res, next) { app.handle(req, res, next); };
  Object.setPrototypeOf(app, application);
  for (const key of Object.keys(EventEmitter.prototype)) app[key] = EventEmitter.prototype[key];
  EventEmitter.call(app);
  app.request = Object.create(requestOf, { app: { configurable: true, enumerable: true, writable: true, value: app } });
  app.response = Object.create(responseOf, { app: { configurable: true, enumerable: true, writable: true, value: app } });
  app.init();
  return app;
}
const application = Object.create(Function.prototype);
Object.assign(application, {
  init() {
    this.cache = {}; this.engines = {}; this.settings = {}; this.locals = Object.create(null); this.mountpath = '/'; this.locals.settings = this.settings;
    const env = process.env.NODE_ENV || 'development';
    Object.assign(this.settings, { 'x-powered-by': true, etag: 'weak', env, 'query parser': line === 4 ? 'extended' : 'simple', 'subdomain offset': 2, 'trust proxy': false, views: require('path').resolve('views'), 'jsonp callback name': 'callback' });
    if (env === 'production') this.settings['view cache'] = true;
    let router = null;
    Object.defineProperty(this, 'router', { configurable: true, enumerable: true, get: () => router ??= new Router({ caseSensitive: this.enabled('case sensitive routing'), strict: this.enabled('strict routing') }) });
    this._router = undefined;
  },
  set(name, value) { if (arguments.length === 1) return this.settings[name]; this.settings[name] = value; return this; },
  enabled(name) { return Boolean(this.settings[name]); }, disabled(name) { return !this.settings[name]; }, enable(name) { return this.set(name, true); }, disable(name) { return this.set(name, false); },
  handle(req, res, done) {
    done = done || finalHandler(req, res, { env: this.settings.env, onerror: (error) => { if (this.settings.env !== 'test') console.error(error.stack || error.toString()); } });
    if (this.enabled('x-powered-by')) res.setHeader('X-Powered-By', 'Express');
    req.res = res; res.req = req;
    Object.setPrototypeOf(req, this.request); Object.setPrototypeOf(res, this.response);
    res.locals = res.locals || Object.create(null);
    this.router.handle(req, res, done);
  },
  use(...args) {
    let path = '/'; if (typeof args[0] !== 'function' && !(Array.isArray(args[0]) && typeof args[0].flat(Infinity)[0] === 'function')) path = args.shift();
    const handlers = args.flat(Infinity);
    if (handlers.length === 0) throw new TypeError('app.use() requires a middleware function');
    for (const handler of handlers) {
      if (!handler || !handler.handle || !handler.set) { this.router.use(path, handler); continue; }
      handler.mountpath = path; handler.parent = this;
      this.router.use(path, (req, res, next) => { const [request, response] = [Object.getPrototypeOf(req), Object.getPrototypeOf(res)]; handler.handle(req, res, (error) => { Object.setPrototypeOf(req, request); Object.setPrototypeOf(res, response); next(error); }); });
      handler.emit('mount', this);
    }
    return this;
  },
  route(path) { return this.router.route(path); },
  param(name, handler) { for (const one of [].concat(name)) this.router.param(one, handler); return this; },
  path() { return this.parent ? this.parent.path() + this.mountpath : ''; },
  engine(extension, fn) { this.engines[extension.startsWith('.') ? extension : '.' + extension] = fn; return this; },
  render(name, options, done) {
    if (typeof options === 'function') { done = options; options = {}; }
    const path = require('path'); let extension = path.extname(name); if (!extension) { extension = '.' + (this.settings['view engine'] ?? '').replace(/^\./, ''); name += extension; }
    if (extension === '.') { done(new Error('No default engine was specified and no extension was provided.')); return; }
    const folders = [].concat(this.settings.views); const file = folders.map((one) => path.resolve(one, name)).find((one) => require('fs').existsSync(one));
    if (!file) { const error = new Error('Failed to lookup view "' + name.replace(/\.\w+$/, '') + '" in views directory "' + folders[0] + '"'); error.view = { name }; done(error); return; }
    let engine = this.engines[extension];
    try { engine ??= module.parent ? requireFrom(extension.slice(1)) : undefined; engine(file, { ...this.locals, ...options._locals, ...options }, done); } catch (error) { done(error); }
  },
  listen(...args) { return http.createServer(this).listen(...args); },
  all(path, ...handlers) { const route = this.route(path); for (const method of methods) route[method](...handlers); return this; },
});
const requireFrom = (name) => { const found = require('module').createRequire(process.cwd() + '/')(name); return found.__express ?? found.renderFile; };
const methods = http.METHODS.map((name) => name.toLowerCase());
for (const method of methods) application[method] = function (path, ...handlers) { if (method === 'get' && handlers.length === 0) return this.set(path); this.route(path)[method](...handlers); return this; };
application.del = application.delete;
exports = module.exports = createApplication;
Object.assign(exports, { application, request: requestOf, response: responseOf, Route, Router: function (options) { return new Router(options); }, json: body.json, urlencoded: body.urlencoded, text: body.text, raw: body.raw, static: require('./lib/static').serveStatic });
`;
const ROUTER = String.raw`'use strict';
const line = require('./line');
const METHODS = require('http').METHODS.map((name) => name.toLowerCase());
/** A path pattern → a test that gives parameters. express 5 names its wildcards; express 4 has *, regular expressions in (), and ? + after names. */
function compile(path, { end, strict, sensitive }) {
  if (path instanceof RegExp) return (text) => { const match = path.exec(text); return match && (end || match.index === 0) ? { path: match[0], params: { ...match.slice(1), ...match.groups } } : undefined; };
  if (Array.isArray(path)) { const all = path.map((one) => compile(one, { end, strict, sensitive })); return (text) => { for (const one of all) { const found = one(text); if (found) return found; } return undefined; }; }
  if (!end && (path === '/' || path === '')) return () => ({ path: '', params: {} });
  const keys = []; let stars = 0;
  const plain = (text) => text.replace(/[.*+?^$|()[\]{}\\/]/g, '\\$&');
  const make = (text) => {
    let source = '';
    for (let at = 0; at < text.length;) {
      const rest = text.slice(at); let match;
      if (line >= 5 && (match = /^\{([^{}]*)\}/.exec(rest))) { source += '(?:' + make(match[1]) + ')?'; at += match[0].length; continue; }
      if ((match = /^(\/?):(\w+)(\([^()]*\))?([?+*]?)/.exec(rest))) {
        if (line >= 5 && (match[4] || match[3])) throw new TypeError(match[4] ? 'Unexpected ' + match[4] + ' at ' + (at + match[0].length - 1) + ', expected END: ' + text : 'Unexpected ( at ' + (at + match[0].indexOf('(')) + ', expected END: ' + text);
        keys.push(match[2]); const inner = match[3] ? match[3].slice(1, -1) : '[^/]+?';
        source += match[4] === '?' ? '(?:' + plain(match[1]) + '(' + inner + '))?' : match[4] ? plain(match[1]) + '(' + inner + '(?:/' + inner + ')*)' + (match[4] === '*' ? '?' : '') : plain(match[1]) + '(' + inner + ')';
        at += match[0].length; continue;
      }
      if (rest[0] === '*') {
        if (line >= 5) { match = /^\*(\w+)/.exec(rest); if (!match) throw new TypeError('Missing parameter name at index ' + (at + 1) + ': ' + text + '; visit https://git.new/pathToRegexpError for info'); keys.push('*' + match[1]); source += '(.+)'; at += match[0].length; continue; }
        keys.push(String(stars++)); source += '(.*)'; at++; continue;
      }
      if (line < 5 && rest[0] === '(') { const close = rest.indexOf(')'); keys.push(String(stars++)); source += rest.slice(0, close + 1); at += close + 1; continue; }
      if (line < 5 && (rest[0] === '?' || rest[0] === '+')) { source += rest[0]; at++; continue; }
      source += plain(rest[0]); at++;
    }
    return source;
  };
  let source = make(strict ? path : path.replace(/(.)\/$/, '$1'));
  const pattern = new RegExp('^' + source + (end ? (strict ? '$' : '\\/?$') : '(?=\\/|$)'), sensitive ? '' : 'i');
  const decode = (value) => { if (value === undefined) return undefined; try { return decodeURIComponent(value); } catch { const error = new URIError("Failed to decode param '" + value + "'"); error.status = error.statusCode = 400; throw error; } };
  return (text) => { const match = pattern.exec(text); if (!match) return undefined; const params = {}; keys.forEach((key, at) => { const value = decode(match[at + 1]); if (value !== undefined || line < 5) params[key.replace(/^\*/, '')] = key.startsWith('*') && value !== undefined ? value.split('/') : value; }); return { path: match[0], params }; };
}
class Layer { constructor(path, options, handle) { this.path = undefined; this.handle = handle; this.name = handle.name || '<anonymous>'; this.match = compile(path, options); } }
async function settle(result, next) { try { await result; } catch (error) { next(error ?? new Error('Rejected promise')); } }
function run(handle, args, next) { try { const result = handle(...args); if (line >= 5 && result && typeof result.then === 'function') settle(result, next); } catch (error) { next(error); } }
class Route {
  constructor(path) { this.path = path; this.stack = []; this.methods = {}; }
  handles(method) { return this.methods._all || this.methods[method] || (method === 'head' && this.methods.get); }
  dispatch(req, res, done) {
    const method = req.method === 'HEAD' && !this.methods.head ? 'get' : req.method.toLowerCase(); let at = 0; req.route = this;
    const next = (error) => {
      if (error === 'route') return done(); if (error === 'router') return done(error);
      let layer; while (at < this.stack.length) { layer = this.stack[at++]; if (!layer.method || layer.method === method) break; layer = undefined; }
      if (!layer) return done(error);
      if (error ? layer.handle.length !== 4 : layer.handle.length > 3) return next(error);
      run(layer.handle, error ? [error, req, res, next] : [req, res, next], next);
    };
    next();
  }
  add(method, handlers) { const all = handlers.flat(Infinity); if (all.length === 0) throw new TypeError('Route.' + (method ?? 'all') + '() requires a callback function but got a [object Undefined]'); for (const handle of all) { if (typeof handle !== 'function') throw new TypeError(line >= 5 ? 'argument handler must be a function' : 'Route.' + (method ?? 'all') + '() requires a callback function but got a ' + Object.prototype.toString.call(handle)); this.methods[method ?? '_all'] = true; this.stack.push({ method, handle }); } return this; }
  all(...handlers) { return this.add(undefined, handlers); }
}
for (const method of METHODS) Route.prototype[method] = function (...handlers) { return this.add(method, handlers); };
function Router(options = {}) {
  const router = function (req, res, next) { router.handle(req, res, next); };
  Object.setPrototypeOf(router, Router.prototype);
  router.options = options || {}; router.stack = []; router.params = {};
  return router;
}
Router.prototype = Object.create(Function.prototype);
Object.assign(Router.prototype, {
  constructor: Router,
  param(name, handler) { (this.params[name] ??= []).push(handler); return this; },
  route(path) { const route = new Route(path); const layer = new Layer(path, { end: true, strict: this.options.strict, sensitive: this.options.caseSensitive }, (req, res, next) => route.dispatch(req, res, next)); layer.route = route; this.stack.push(layer); return route; },
  use(...args) {
    let path = '/'; if (typeof args[0] !== 'function' && !(Array.isArray(args[0]) && typeof args[0].flat(Infinity)[0] === 'function')) path = args.shift();
    const handlers = args.flat(Infinity);
    if (handlers.length === 0) throw new TypeError(line >= 5 ? 'argument handler is required' : 'Router.use() requires a middleware function but got a ' + (path === '/' ? 'undefined' : typeof path));
    for (const handle of handlers) { if (typeof handle !== 'function') throw new TypeError(line >= 5 ? 'argument handler must be a function' : 'Router.use() requires a middleware function but got a ' + (typeof handle === 'object' && handle !== null ? handle.constructor.name : typeof handle)); this.stack.push(new Layer(path, { end: false, strict: false, sensitive: this.options.caseSensitive }, handle)); }
    return this;
  },
  handle(req, res, out) {
    let at = 0; const allowed = new Set(); const parentParams = req.params ?? {}, parentUrl = req.baseUrl || ''; let removed = '';
    req.originalUrl = req.originalUrl || req.url; const seen = {};
    const done = (error) => { req.params = parentParams; req.baseUrl = parentUrl; req.next = out; if (!error && req.method === 'OPTIONS' && allowed.size > 0 && !res.headersSent) { const list = [...allowed].sort().join(line >= 5 ? ', ' : ','); res.setHeader('Allow', list); res.setHeader('Content-Type', 'text/html; charset=utf-8'); res.end(list); return; } out(error); };
    const next = (error) => {
      if (error === 'router') return done();
      if (removed) { req.baseUrl = parentUrl; req.url = removed + req.url.replace(/^\/(?=\?|$)/, (slash) => bare ? '' : slash); removed = ''; }
      let layer, found; const path = pathOf(req);
      while (at < this.stack.length) {
        const one = this.stack[at++];
        try { found = one.match(path); } catch (failure) { error = error || failure; continue; }
        if (!found) continue;
        if (one.route) { if (error) continue; const method = req.method.toLowerCase(); if (!one.route.handles(method)) { if (method === 'options') for (const name of Object.keys(one.route.methods)) allowed.add(name.toUpperCase()); if (method === 'options' && one.route.methods.get) allowed.add('HEAD'); continue; } }
        layer = one; break;
      }
      if (!layer) return done(error);
      req.params = this.options.mergeParams ? { ...parentParams, ...found.params } : found.params;
      this._params(seen, found.params, req, res, (failure) => {
        if (failure) return next(error || failure);
        if (layer.route) return run(layer.handle, [req, res, next], next);
        if (found.path !== '' && found.path !== '/') { removed = found.path.replace(/\/$/, ''); req.url = req.url.slice(removed.length); bare = !req.url.startsWith('/'); if (bare) req.url = '/' + req.url; req.baseUrl = parentUrl + removed; }
        if (error ? layer.handle.length !== 4 : layer.handle.length > 3) return next(error);
        run(layer.handle, error ? [error, req, res, next] : [req, res, next], next);
      });
    };
    let bare = false;
    req.next = next;
    next();
  },
  _params(seen, params, req, res, done) {
    const wanted = Object.keys(params).flatMap((name) => (this.params[name] ?? []).map((handler) => [name, handler])); let at = 0;
    const next = (error) => { if (error || at >= wanted.length) return done(error); const [name, handler] = wanted[at++]; const key = name + '=' + params[name]; const list = (seen[key] ??= new Set()); if (list.has(handler)) return next(); list.add(handler); run(handler, [req, res, next, params[name], name], next); };
    next();
  },
  all(path, ...handlers) { this.route(path).all(...handlers); return this; },
});
for (const method of METHODS) Router.prototype[method] = function (path, ...handlers) { this.route(path)[method](...handlers); return this; };
const pathOf = (req) => { const at = req.url.indexOf('?'); return at < 0 ? req.url : req.url.slice(0, at); };
exports.Router = Router; exports.Route = Route;
`;
const REQUEST = String.raw`'use strict';
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
const RESPONSE = String.raw`'use strict';
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
const BODY = String.raw`'use strict';
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
const NEGOTIATE = String.raw`'use strict';
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
const STATIC = String.raw`'use strict';
const fs = require('fs');
const path = require('path');
const { mimeOf } = require('./negotiate');
const notFound = (file, code) => Object.assign(new Error(code === 'ENAMETOOLONG' ? 'name too long' : 'ENOENT: no such file or directory, stat \'' + file + '\''), { code: 'ENOENT', errno: -2, syscall: 'stat', path: file, expose: false, statusCode: 404, status: 404 });
exports.sendFile = function sendFile(req, res, file, options, done) {
  const stat = fs.statSync(file, { throwIfNoEntry: false });
  if (!stat || stat.isDirectory()) { if (stat && stat.isDirectory()) { const error = notFound(file); error.code = 'EISDIR'; error.message = 'EISDIR, read'; done(error); return; } done(notFound(file)); return; }
  if (!res.getHeader('Content-Type')) res.setHeader('Content-Type', mimeOf(path.extname(file)));
  if (!res.getHeader('Accept-Ranges')) res.setHeader('Accept-Ranges', 'bytes');
  if (!res.getHeader('Cache-Control')) res.setHeader('Cache-Control', 'public, max-age=' + Math.floor((typeof options.maxAge === 'number' ? options.maxAge : 0) / 1000));
  res.setHeader('Last-Modified', stat.mtime.toUTCString());
  res.setHeader('ETag', 'W/"' + stat.size.toString(16) + '-' + Math.floor(stat.mtimeMs).toString(16) + '"');
  if (req.fresh) { res.statusCode = 304; res.removeHeader('Content-Type'); res.end(); done(); return; }
  let from = 0, to = stat.size - 1; const range = /^bytes=(\d*)-(\d*)$/.exec(req.headers.range || '');
  if (range && (range[1] || range[2])) { from = range[1] ? Number(range[1]) : Math.max(0, stat.size - Number(range[2])); to = range[1] && range[2] ? Math.min(Number(range[2]), to) : to; if (from > to) { res.setHeader('Content-Range', 'bytes */' + stat.size); done(Object.assign(new Error('Range Not Satisfiable'), { status: 416, statusCode: 416 })); return; } res.statusCode = 206; res.setHeader('Content-Range', 'bytes ' + from + '-' + to + '/' + stat.size); }
  res.setHeader('Content-Length', to - from + 1);
  if (req.method === 'HEAD') { res.end(); done(); return; }
  const stream = fs.createReadStream(file, { start: from, end: to });
  stream.on('error', done); res.on('finish', () => done());
  stream.pipe(res);
};
exports.serveStatic = function serveStatic(root, options = {}) {
  if (!root) throw new TypeError('root path required'); root = path.resolve(root); const index = options.index ?? 'index.html';
  return function serveStatic(req, res, next) {
    if (req.method !== 'GET' && req.method !== 'HEAD') { if (options.fallthrough !== false) return next(); res.statusCode = 405; res.setHeader('Allow', 'GET, HEAD'); res.end(); return; }
    let name; try { name = decodeURIComponent(req.path); } catch { return next(Object.assign(new Error('Failed to decode'), { status: 400, statusCode: 400 })); }
    if (name.includes('\0') || name.split('/').includes('..')) return next();
    let file = path.join(root, name); const dot = name.split('/').some((part) => part.startsWith('.') && part.length > 1); if (dot && options.dotfiles !== 'allow') return next();
    const stat = fs.statSync(file, { throwIfNoEntry: false });
    if (stat && stat.isDirectory()) { if (!name.endsWith('/')) { if (options.redirect === false) return next(); return res.redirect(301, encodeURI(req.baseUrl + name + '/')); } if (!index) return next(); file = path.join(file, index); }
    else if (!stat && options.extensions) { const found = options.extensions.find((one) => fs.existsSync(file + '.' + one)); if (found) file += '.' + found; }
    if (options.setHeaders && fs.existsSync(file)) options.setHeaders(res, file, stat);
    exports.sendFile(req, res, file, options, (error) => { if (!error) return; if (error.status === 404 && options.fallthrough !== false) next(); else next(error); });
  };
};
`;
const FINAL = String.raw`'use strict';
const http = require('http');
const escape = (text) => String(text).replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[char]);
const page = (text) => '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>Error</title>\n</head>\n<body>\n<pre>' + escape(text).replace(/\n/g, '<br>').replace(/ {2}/g, ' &nbsp;') + '</pre>\n</body>\n</html>\n';
exports.finalHandler = (req, res, { env, onerror }) => function (error) {
  if (!error && res.headersSent) return;
  let status, text;
  if (error) { status = [error.status, error.statusCode].find((code) => Number.isInteger(code) && code >= 400 && code < 600) ?? (res.statusCode >= 400 && res.statusCode < 600 ? res.statusCode : 500); text = env === 'production' ? http.STATUS_CODES[status] : error.stack || (typeof error.toString === 'function' ? error.toString() : http.STATUS_CODES[status]); if (error.headers && status >= 400) for (const name of Object.keys(error.headers)) res.setHeader(name, error.headers[name]); }
  else { status = 404; text = 'Cannot ' + req.method + ' ' + encodeURI(decodeURI((req.originalUrl || req.url).replace(/\?.*$/, ''))); }
  if (error) setImmediate(onerror, error);
  if (res.headersSent) { req.socket.destroy(); return; }
  const body = page(text);
  res.statusCode = status; res.statusMessage = http.STATUS_CODES[status];
  for (const name of ['Content-Encoding', 'Content-Language', 'Content-Range']) res.removeHeader(name);
  res.setHeader('Content-Security-Policy', "default-src 'none'"); res.setHeader('X-Content-Type-Options', 'nosniff'); res.setHeader('Content-Type', 'text/html; charset=utf-8'); res.setHeader('Content-Length', Buffer.byteLength(body));
  if (req.method === 'HEAD') res.end(); else res.end(body, 'utf8');
};
`;
/** Its files; `lib/line.js` is added by the catalogue. */
export const EXPRESS_FILES: Readonly<Record<string, string>> = {
  'index.js': INDEX,
  'lib/router.js': ROUTER,
  'lib/request.js': REQUEST,
  'lib/response.js': RESPONSE,
  'lib/body.js': BODY,
  'lib/negotiate.js': NEGOTIATE,
  'lib/static.js': STATIC,
  'lib/final-handler.js': FINAL,
};
/** body-parser is the same code. */
export const BODY_FILES: Readonly<Record<string, string>> = {
  'index.js': "const body = require('./lib/body'); module.exports = { json: body.json, urlencoded: body.urlencoded, text: body.text, raw: body.raw };\n",
  'lib/body.js': BODY,
  'lib/negotiate.js': NEGOTIATE,
  'lib/line.js': 'module.exports = 5;\n',
}; // prettier-ignore
