import { BODY, NEGOTIATE, REQUEST, RESPONSE } from './express-messages.ts';

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
const plainPath = (path) => { try { return encodeURI(decodeURI(path)); } catch { return path; } };
exports.finalHandler = (req, res, { env, onerror }) => function (error) {
  if (!error && res.headersSent) return;
  let status, text;
  if (error) { status = [error.status, error.statusCode].find((code) => Number.isInteger(code) && code >= 400 && code < 600) ?? (res.statusCode >= 400 && res.statusCode < 600 ? res.statusCode : 500); text = env === 'production' ? http.STATUS_CODES[status] : error.stack || (typeof error.toString === 'function' ? error.toString() : http.STATUS_CODES[status]); if (error.headers && status >= 400) for (const name of Object.keys(error.headers)) res.setHeader(name, error.headers[name]); }
  else { status = 404; text = 'Cannot ' + req.method + ' ' + plainPath((req.originalUrl || req.url).replace(/\?.*$/, '')); }
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
