import type { NodePackage } from '../npm/catalogue.ts';
import { BODY_FILES } from './express.ts';

function pack(
  name: string,
  version: string,
  description: string,
  source: string,
  needs = '',
  more: Partial<NodePackage> = {},
): NodePackage {
  const dependencies = Object.fromEntries(needs.split(' ').filter(Boolean).map((one) => [one, '*']));
  return { name, version, description, license: 'MIT', dependencies, ...more, files: { 'index.js': source, ...more.files } };
} // prettier-ignore

const DOTENV = String.raw`'use strict';
const fs = require('fs'), path = require('path'), util = require('util');
exports.parse = (text) => ({ ...util.parseEnv(String(text)) });
exports.populate = (target, parsed, { override } = {}) => { for (const key of Object.keys(parsed)) if (override || !Object.prototype.hasOwnProperty.call(target, key)) target[key] = parsed[key]; };
exports.config = exports.configDotenv = function config(options = {}) {
  const parsed = {}; let failure;
  for (const one of [].concat(options.path ?? path.resolve(process.cwd(), '.env'))) { try { Object.assign(parsed, exports.parse(fs.readFileSync(one, options.encoding ?? 'utf8'))); } catch (error) { failure = error; } }
  exports.populate(options.processEnv ?? process.env, parsed, options);
  return failure ? { parsed, error: failure } : { parsed };
};
`;
const CORS = String.raw`'use strict';
module.exports = function cors(options = {}) {
  return function corsMiddleware(req, res, next) {
    const settle = (error, given) => {
      if (error) { next(error); return; } const it = { origin: '*', methods: 'GET,HEAD,PUT,PATCH,POST,DELETE', preflightContinue: false, optionsSuccessStatus: 204, ...given };
      const vary = (name) => { const before = res.getHeader('Vary'); res.setHeader('Vary', before ? before + ', ' + name : name); }; const from = req.headers.origin;
      const matches = (rule) => Array.isArray(rule) ? rule.some(matches) : rule instanceof RegExp ? rule.test(from) : rule === true || rule === from;
      const apply = (origin) => {
        if (origin === '*') res.setHeader('Access-Control-Allow-Origin', '*'); else if (typeof origin === 'string') { res.setHeader('Access-Control-Allow-Origin', origin); vary('Origin'); } else { if (matches(origin) && from) res.setHeader('Access-Control-Allow-Origin', from); vary('Origin'); }
        if (it.credentials) res.setHeader('Access-Control-Allow-Credentials', 'true'); if (it.exposedHeaders && req.method !== 'OPTIONS') res.setHeader('Access-Control-Expose-Headers', [].concat(it.exposedHeaders).join(','));
        if (req.method !== 'OPTIONS') { next(); return; }
        res.setHeader('Access-Control-Allow-Methods', [].concat(it.methods).join(',')); const asked = it.allowedHeaders ?? req.headers['access-control-request-headers']; if (!it.allowedHeaders) vary('Access-Control-Request-Headers'); if (asked) res.setHeader('Access-Control-Allow-Headers', [].concat(asked).join(',')); if (it.maxAge !== undefined) res.setHeader('Access-Control-Max-Age', String(it.maxAge)); if (it.exposedHeaders) res.setHeader('Access-Control-Expose-Headers', [].concat(it.exposedHeaders).join(','));
        if (it.preflightContinue) next(); else { res.statusCode = it.optionsSuccessStatus; res.setHeader('Content-Length', '0'); res.end(); }
      };
      if (typeof it.origin === 'function') it.origin(from, (failure, origin) => failure ? next(failure) : origin ? apply(origin) : next()); else if (it.origin === false) next(); else apply(it.origin);
    };
    if (typeof options === 'function') options(req, settle); else settle(null, options);
  };
};
`;
const MORGAN = String.raw`'use strict';
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'], two = (n) => String(n).padStart(2, '0');
const formats = { combined: ':remote-addr - :remote-user [:date[clf]] ":method :url HTTP/:http-version" :status :res[content-length] ":referrer" ":user-agent"', common: ':remote-addr - :remote-user [:date[clf]] ":method :url HTTP/:http-version" :status :res[content-length]', short: ':remote-addr :remote-user :method :url HTTP/:http-version :status :res[content-length] - :response-time ms', tiny: ':method :url :status :res[content-length] - :response-time ms' };
const tokens = {
  url: (req) => req.originalUrl || req.url, method: (req) => req.method, 'http-version': (req) => req.httpVersion, 'remote-addr': (req) => req.ip || req._remoteAddress || (req.socket.remoteAddress && '::ffff:' + req.socket.remoteAddress), 'remote-user': () => undefined, referrer: (req) => req.headers.referer, 'user-agent': (req) => req.headers['user-agent'],
  status: (req, res) => res.headersSent ? String(res.statusCode) : undefined, 'response-time': (req, res, digits = 3) => res._endAt === undefined ? undefined : (res._endAt - req._startAt).toFixed(digits), 'total-time': (req, res, digits = 3) => (Date.now() - req._startTime.getTime()).toFixed(digits), req: (req, res, name) => req.headers[name.toLowerCase()], res: (req, res, name) => res.headersSent ? res.getHeader(name) ?? (/^content-length$/i.test(name) ? /^content-length: (\d+)/im.exec(res._header)?.[1] : undefined) : undefined, pid: () => String(process.pid),
  date(req, res, format) { const d = new Date(); return format === 'iso' ? d.toISOString() : format === 'web' || format === undefined ? d.toUTCString() : two(d.getUTCDate()) + '/' + MONTHS[d.getUTCMonth()] + '/' + d.getUTCFullYear() + ':' + two(d.getUTCHours()) + ':' + two(d.getUTCMinutes()) + ':' + two(d.getUTCSeconds()) + ' +0000'; },
};
const compile = (format) => (given, req, res) => format.replace(/:([-\w]{2,})(?:\[([^\]]+)\])?/g, (_, name, arg) => { const value = given[name] ? given[name](req, res, arg) : undefined; return value === undefined ? '-' : String(value); });
function dev(given, req, res) { const status = res.headersSent ? res.statusCode : undefined; const color = status >= 500 ? 31 : status >= 400 ? 33 : status >= 300 ? 36 : status >= 200 ? 32 : 0; return compile('\x1b[0m:method :url \x1b[' + color + 'm:status\x1b[0m :response-time ms - :res[content-length]\x1b[0m')(given, req, res); }
module.exports = function morgan(format = 'default', options = {}) {
  const line = typeof format === 'function' ? format : format === 'dev' ? dev : compile(formats[format] ?? format); const stream = options.stream ?? process.stdout;
  return function logger(req, res, next) {
    req._startTime = new Date(); req._startAt = performance.now(); req._remoteAddress = req.socket.remoteAddress && '::ffff:' + req.socket.remoteAddress;
    const write = () => { res._endAt = performance.now(); if (options.skip && options.skip(req, res)) return; const text = line(tokens, req, res); if (text !== null && text !== undefined) stream.write(text + '\n'); };
    if (options.immediate) write(); else res.once('finish', write);
    next();
  };
};
module.exports.token = (name, fn) => { tokens[name] = fn; return module.exports; }; module.exports.format = (name, format) => { formats[name] = format; return module.exports; }; module.exports.compile = compile;
`;
const COOKIE_PARSER = String.raw`'use strict';
const crypto = require('crypto');
const unsign = (value, secret) => { const at = value.lastIndexOf('.'); const text = value.slice(0, at); return crypto.createHmac('sha256', secret).update(text).digest('base64').replace(/=+$/, '') === value.slice(at + 1) ? text : false; };
const json = (value) => { if (typeof value !== 'string' || !value.startsWith('j:')) return value; try { return JSON.parse(value.slice(2)); } catch { return value; } };
module.exports = function cookieParser(secret) {
  const secrets = secret ? [].concat(secret) : [];
  return function cookieParser(req, res, next) {
    if (req.cookies) return next(); req.secret = secrets[0]; req.cookies = Object.create(null); req.signedCookies = Object.create(null);
    for (const part of (req.headers.cookie ?? '').split(/; */)) { const at = part.indexOf('='); if (at < 0) continue; const name = part.slice(0, at).trim(); let value = part.slice(at + 1).trim().replace(/^"(.*)"$/, '$1'); try { value = decodeURIComponent(value); } catch {} if (value.startsWith('s:') && secrets.length) { const found = secrets.map((one) => unsign(value.slice(2), one)).find((one) => one !== false); req.signedCookies[name] = json(found ?? false); } else if (!(name in req.cookies)) req.cookies[name] = json(value); }
    next();
  };
};
`;
const UUID = String.raw`'use strict';
const crypto = require('crypto');
const PATTERN = /^(?:[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}|0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;
const format = (b) => { const text = Buffer.from(b).toString('hex'); return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join('-'); };
const parse = (text) => { if (!PATTERN.test(text)) throw new TypeError('Invalid UUID'); return Uint8Array.from(Buffer.from(text.replace(/-/g, ''), 'hex')); };
const named = (name, hash, version) => { const fn = (value, space) => { const bytes = crypto.createHash(hash).update(Buffer.concat([Buffer.from(typeof space === 'string' ? parse(space) : space), Buffer.from(value)])).digest().subarray(0, 16); bytes[6] = (bytes[6] & 15) | (version << 4); bytes[8] = (bytes[8] & 63) | 128; return format(bytes); }; fn.DNS = '6ba7b810-9dad-11d1-80b4-00c04fd430c8'; fn.URL = '6ba7b811-9dad-11d1-80b4-00c04fd430c8'; return fn; };
module.exports = { v4: () => crypto.randomUUID(), v3: named('v3', 'md5', 3), v5: named('v5', 'sha1', 5), v7() { const bytes = crypto.randomBytes(16); bytes.writeUIntBE(Date.now(), 0, 6); bytes[6] = (bytes[6] & 15) | 112; bytes[8] = (bytes[8] & 63) | 128; return format(bytes); }, NIL: '00000000-0000-0000-0000-000000000000', MAX: 'ffffffff-ffff-ffff-ffff-ffffffffffff', validate: (text) => typeof text === 'string' && PATTERN.test(text), version: (text) => parseInt(text.slice(14, 15), 16), parse, stringify: format };
`;
const CHALK = String.raw`'use strict';
const { inspect } = require('util');
const level = process.env.NO_COLOR ? 0 : process.env.FORCE_COLOR > 0 || process.stdout.isTTY ? 1 : 0;
const codes = { ...inspect.colors }; 
const make = (stack, instance) => { const paint = (...args) => { let text = args.map(String).join(' '); if (instance.level === 0 || text === '') return text; for (const [open, close] of [...stack].reverse()) text = '\x1b[' + open + 'm' + text.replaceAll('\x1b[' + close + 'm', '\x1b[' + open + 'm') + '\x1b[' + close + 'm'; return text; }; return Object.setPrototypeOf(paint, new Proxy(Function.prototype, { get(target, name) { if (name in codes) return make([...stack, codes[name]], instance); if (name === 'rgb') return (r, g, b) => make([...stack, ['38;2;' + [r, g, b].join(';'), 39]], instance); if (name === 'bgRgb') return (r, g, b) => make([...stack, ['48;2;' + [r, g, b].join(';'), 49]], instance); if (name === 'hex') return (text) => { const n = parseInt(text.replace('#', ''), 16); return make([...stack, ['38;2;' + [n >> 16, (n >> 8) & 255, n & 255].join(';'), 39]], instance); }; if (name === 'ansi256') return (n) => make([...stack, ['38;5;' + n, 39]], instance); if (name === 'visible') return make(stack, instance); if (name === 'level') return instance.level; return Reflect.get(target, name); }, set(target, name, value) { if (name === 'level') instance.level = value; return true; } })); };
const chalk = make([], { level });
`;
const CHALK_5 = `${CHALK.replace("'use strict';\nconst { inspect } = require('util');", "import { inspect } from 'node:util';")}export default chalk;\nexport class Chalk { constructor(options = {}) { return make([], { level: options.level ?? level }); } }\nexport const supportsColor = level > 0;\n`;
const NODEMON = String.raw`#!/usr/bin/env node
'use strict';
const { spawn } = require('child_process');
const fs = require('fs'), path = require('path');
const args = process.argv.slice(2); const watched = [], extensions = []; let quiet = false, command = null, delay = 1000, legacy = false;
const rest = [];
for (let at = 0; at < args.length; at++) { const arg = args[at]; if (rest.length) rest.push(arg); else if (arg === '--watch' || arg === '-w') watched.push(args[++at]); else if (arg === '--ext' || arg === '-e') extensions.push(...args[++at].split(/[ ,]+/)); else if (arg === '--exec' || arg === '-x') command = args[++at]; else if (arg === '--quiet' || arg === '-q') quiet = true; else if (arg === '-L' || arg === '--legacy-watch') legacy = true; else if (arg === '--delay') delay = Number(args[++at]) * 1000; else if (arg === '--ignore' || arg === '-i') at++; else if (arg === '-v' || arg === '--version') { console.log(require('./package.json').version); process.exit(0); } else if (arg.startsWith('--inspect')) continue; else rest.push(arg); }
const paint = (code, text) => process.stdout.isTTY ? '\x1b[' + code + 'm' + text + '\x1b[39m' : text;
const say = (text, code = 32) => { if (!quiet) console.log(paint(code, '[nodemon] ' + text)); };
let main = rest[0]; if (!main && !command) { try { main = JSON.parse(fs.readFileSync('package.json', 'utf8')).main; } catch {} main ??= 'index.js'; rest.unshift(main); }
if (extensions.length === 0) extensions.push('js', 'mjs', 'cjs', 'json');
let child = null, restarting = false, clean = false;
const shown = command ? command + (rest.length ? ' ' + rest.join(' ') : '') : 'node ' + rest.join(' ');
function start() {
  say('starting \x60' + shown + '\x60');
  child = command ? spawn('sh', ['-c', 'exec ' + shown], { stdio: 'inherit' }) : spawn('node', rest, { stdio: 'inherit' });
  const mine = child;
  child.on('exit', (code, signal) => { if (child === mine) child = null; if (restarting) { restarting = false; start(); return; } if (code === 0) { say('clean exit - waiting for changes before restart'); clean = true; } else if (signal === null || signal === undefined) say('app crashed - waiting for file changes before starting...', 31); });
}
const folders = watched.length ? watched : ['.'];
function changed() { say('restarting due to changes...'); if (child) { restarting = true; child.kill('SIGUSR2'); } else start(); }
say(require('./package.json').version, 33); say('to restart at any time, enter \x60rs\x60', 33); say('watching path(s): ' + (watched.length ? watched.join(' ') : '*.*'), 33); say('watching extensions: ' + extensions.join(','), 33);
let timer = null;
for (const folder of folders) { if (!fs.existsSync(folder)) continue; fs.watch(folder, { recursive: fs.statSync(folder).isDirectory() }, (type, name) => { if (!extensions.includes(path.extname(name).slice(1)) || /(^|\/)(node_modules|\.git)(\/|$)/.test(name)) return; clearTimeout(timer); timer = setTimeout(changed, delay); }); }
process.stdin.on('data', (text) => { if (String(text).trim() === 'rs') changed(); }); process.stdin.unref();
for (const signal of ['SIGTERM', 'SIGINT']) process.on(signal, () => { if (!child) process.exit(0); child.once('exit', () => process.exit(signal === 'SIGINT' ? 130 : 143)); child.kill(signal); });
start();
void legacy; void clean;
`;
const AXIOS = String.raw`'use strict';
class AxiosError extends Error { constructor(message, code, config, request, response) { super(message); this.name = 'AxiosError'; if (code) this.code = code; this.config = config; if (request) this.request = request; if (response) { this.response = response; this.status = response.status; } this.isAxiosError = true; } toJSON() { return { message: this.message, name: this.name, code: this.code, status: this.status }; } }
const http = require('http');
const plain = (headers) => { const out = {}; for (const key of Object.keys(headers ?? {})) out[key.toLowerCase()] = headers[key]; return out; };
function create(defaults = {}) {
  const interceptors = { request: manager(), response: manager() };
  const send = (config, count = 0) => new Promise((resolve, reject) => {
    let url; try { url = new URL(config.baseURL && !/^\w+:\/\//.test(config.url) ? config.baseURL.replace(/\/+$/, '') + '/' + String(config.url ?? '').replace(/^\/+/, '') : config.url); } catch { reject(new AxiosError('Invalid URL', 'ERR_INVALID_URL', config)); return; }
    for (const [key, value] of config.params instanceof URLSearchParams ? config.params : Object.entries(config.params ?? {})) if (Array.isArray(value)) for (const one of value) url.searchParams.append(key + '[]', one); else if (value !== undefined && value !== null) url.searchParams.append(key, value instanceof Date ? value.toISOString() : typeof value === 'object' ? JSON.stringify(value) : value);
    const method = (config.method ?? 'get').toUpperCase(); const headers = { accept: 'application/json, text/plain, */*', 'user-agent': 'axios/1.12.2', ...plain(defaults.headers?.common), ...plain(config.headers) };
    let data = config.data; for (const transform of [].concat(config.transformRequest ?? [])) data = transform(data, headers);
    if (data !== undefined && data !== null && typeof data === 'object' && !Buffer.isBuffer(data)) { if (data instanceof URLSearchParams) { headers['content-type'] ??= 'application/x-www-form-urlencoded;charset=utf-8'; data = data.toString(); } else { headers['content-type'] ??= 'application/json'; data = JSON.stringify(data); } } else if (typeof data === 'string') headers['content-type'] ??= 'application/x-www-form-urlencoded';
    if (data !== undefined && data !== null) headers['content-length'] = Buffer.byteLength(data);
    const request = http.request({ method, hostname: url.hostname, port: url.port || 80, path: url.pathname + url.search, headers, auth: config.auth ? config.auth.username + ':' + config.auth.password : undefined }, (answer) => {
      if ([301, 302, 303, 307, 308].includes(answer.statusCode) && answer.headers.location && (config.maxRedirects ?? 21) > count) { answer.resume(); send({ ...config, baseURL: undefined, params: undefined, url: new URL(answer.headers.location, url).href, ...(answer.statusCode < 304 && method !== 'HEAD' ? { method: 'get', data: undefined } : {}) }, count + 1).then(resolve, reject); return; }
      const parts = []; answer.on('data', (part) => parts.push(part)); answer.on('error', (error) => reject(new AxiosError(error.message, error.code, config, request)));
      answer.on('end', () => { const whole = Buffer.concat(parts); let body = config.responseType === 'arraybuffer' ? whole : whole.toString(); if (config.responseType === undefined || config.responseType === 'json') { try { body = JSON.parse(body); } catch {} } for (const transform of [].concat(config.transformResponse ?? [])) body = transform(body); const response = { status: answer.statusCode, statusText: answer.statusMessage, headers: answer.headers, config, request, data: body }; const valid = config.validateStatus === undefined ? (status) => status >= 200 && status < 300 : config.validateStatus; if (!valid || valid(response.status)) resolve(response); else reject(new AxiosError('Request failed with status code ' + response.status, response.status < 500 ? 'ERR_BAD_REQUEST' : 'ERR_BAD_RESPONSE', config, request, response)); });
    });
    request.on('error', (error) => reject(Object.assign(new AxiosError(error.message, error.code, config, request), { cause: error, errno: error.errno, syscall: error.syscall, address: error.address, port: error.port })));
    if (config.timeout) request.setTimeout(config.timeout, () => { reject(new AxiosError(config.timeoutErrorMessage ?? 'timeout of ' + config.timeout + 'ms exceeded', 'ECONNABORTED', config, request)); request.destroy(); });
    if (config.signal) config.signal.addEventListener('abort', () => { reject(Object.assign(new AxiosError('canceled', 'ERR_CANCELED', config, request), { name: 'CanceledError' })); request.destroy(); });
    request.end(data ?? undefined);
  });
  const axios = function (input, more) { const given = typeof input === 'string' ? { ...more, url: input } : input; let chain = Promise.resolve({ ...axios.defaults, ...given, headers: { ...plain(axios.defaults.headers), ...plain(given.headers) } }); for (const [ok, bad] of interceptors.request.list) chain = chain.then(ok, bad); chain = chain.then((config) => send(config)); for (const [ok, bad] of interceptors.response.list) chain = chain.then(ok, bad); return chain; };
  Object.assign(axios, { defaults: { ...defaults, headers: { ...defaults.headers } }, interceptors, request: axios, create: (more = {}) => create({ ...axios.defaults, ...more, headers: { ...axios.defaults.headers, ...more.headers } }), AxiosError, isAxiosError: (error) => Boolean(error && error.isAxiosError), isCancel: (error) => Boolean(error && error.code === 'ERR_CANCELED'), all: (list) => Promise.all(list), spread: (fn) => (list) => fn(...list) });
  for (const method of ['get', 'delete', 'head', 'options']) axios[method] = (url, config) => axios({ ...config, method, url });
  for (const method of ['post', 'put', 'patch']) axios[method] = (url, data, config) => axios({ ...config, method, url, data });
  return axios;
}
function manager() { const list = []; return { list, use(ok, bad) { return list.push([ok, bad]) - 1; }, eject(at) { list[at] = [undefined, undefined]; }, clear() { list.length = 0; } }; }
const axios = create(); axios.Axios = function () {}; axios.default = axios;
module.exports = axios;
`;
const EJS = String.raw`'use strict';
const fs = require('fs'), path = require('path');
const escapeXML = (text) => text === undefined || text === null ? '' : String(text).replace(/[&<>"']/g, (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&#34;', "'": '&#39;' })[char]);
function compile(template, options = {}) {
  const open = '<' + (options.delimiter ?? '%'), close = (options.delimiter ?? '%') + '>'; let code = 'let __out = "";\nwith (locals) {\n'; let at = 0;
  const text = (part) => { if (part) code += '__out += ' + JSON.stringify(part.replaceAll(open + '%', open).replaceAll('%' + close, close)) + ';\n'; };
  for (;;) {
    let from = template.indexOf(open, at); while (from >= 0 && template[from + open.length] === '%') from = template.indexOf(open, from + open.length + 1);
    if (from < 0) { text(template.slice(at)); break; }
    let before = template.slice(at, from); let end = template.indexOf(close, from); if (end < 0) throw new Error('Could not find matching close tag for "' + open + template[from + open.length] + '".');
    let inner = template.slice(from + open.length, end); at = end + close.length; const kind = inner[0];
    if (inner.endsWith('-')) { inner = inner.slice(0, -1); if (template[at] === '\n') at++; } if (inner.endsWith('_')) { inner = inner.slice(0, -1); at += /^[ \t]*\n?/.exec(template.slice(at))[0].length; } if (kind === '_') before = before.replace(/[ \t]+$/, '');
    text(before);
    if (kind === '=') code += '__out += __escape(' + inner.slice(1).trim().replace(/;$/, '') + ');\n'; else if (kind === '-') code += '__out += ((__v) => __v === undefined || __v === null ? "" : __v)(' + inner.slice(1).trim().replace(/;$/, '') + ');\n'; else if (kind !== '#') code += inner.replace(/^_/, '') + '\n';
  }
  const fn = new Function('locals', '__escape', 'include', code + '}\nreturn __out;');
  return (data = {}) => fn(data, options.escape ?? escapeXML, (name, more) => { const file = path.resolve(options.filename ? path.dirname(options.filename) : options.root ?? '.', path.extname(name) ? name : name + '.ejs'); return compile(fs.readFileSync(file, 'utf8'), { ...options, filename: file })({ ...data, ...more }); });
}
exports.compile = compile; exports.escapeXML = escapeXML;
exports.render = (template, data, options) => compile(template, { ...data, ...options })(data);
exports.renderFile = exports.__express = (file, data, options, done) => { if (typeof data === 'function') { done = data; data = {}; } if (typeof options === 'function') { done = options; options = {}; } let text; try { text = compile(fs.readFileSync(file, 'utf8'), { filename: file, ...options })(data); } catch (error) { error.message = file + ':\n' + error.message; if (done) { done(error); return undefined; } return Promise.reject(error); } if (done) { done(null, text); return undefined; } return Promise.resolve(text); };
`;

/** Packages of one or two files. */
export const SMALL_PACKAGES: readonly NodePackage[] = [
  pack('dotenv', '17.2.3', 'Loads environment variables from .env file', DOTENV, '', { files: { 'config.js': "require('./index.js').config();\n" } }),
  pack('dotenv', '16.6.1', 'Loads environment variables from .env file', DOTENV, '', { files: { 'config.js': "require('./index.js').config();\n" } }),
  pack('cors', '2.8.5', 'Node.js CORS middleware', CORS, 'object-assign vary'),
  pack('morgan', '1.10.1', 'HTTP request logger middleware for node.js', MORGAN, 'basic-auth debug depd on-finished on-headers ms ee-first'),
  pack('cookie-parser', '1.4.7', 'Parse HTTP request cookies', COOKIE_PARSER, 'cookie cookie-signature'),
  pack('body-parser', '2.2.0', 'Node.js body parsing middleware', '', 'bytes content-type debug http-errors iconv-lite on-finished qs raw-body type-is', { files: BODY_FILES }),
  pack('body-parser', '1.20.3', 'Node.js body parsing middleware', '', 'bytes content-type debug http-errors iconv-lite on-finished qs raw-body type-is', { files: BODY_FILES }),
  pack('uuid', '13.0.0', 'RFC9562 UUIDs', UUID), pack('uuid', '11.1.0', 'RFC9562 UUIDs', UUID), pack('uuid', '9.0.1', 'RFC4122 UUIDs', UUID),
  pack('chalk', '5.6.2', 'Terminal string styling done right', CHALK_5, '', { type: 'module', exports: './index.js' }),
  pack('chalk', '4.1.2', 'Terminal string styling done right', `${CHALK}module.exports = chalk;\n`),
  pack('nodemon', '3.1.10', 'Simple monitor script for use during development of a Node.js app.', '', 'chokidar debug ignore-by-default minimatch pstree.remy semver simple-update-notifier supports-color touch undefsafe', { bin: { nodemon: 'bin/nodemon.js' }, files: { 'bin/nodemon.js': NODEMON.replace("'./package.json'", "'../package.json'").replace("'./package.json'", "'../package.json'"), 'index.js': 'module.exports = {};\n' } }),
  pack('axios', '1.12.2', 'Promise based HTTP client for the browser and node.js', AXIOS, 'follow-redirects form-data proxy-from-env'),
  pack('ejs', '3.1.10', 'Embedded JavaScript templates', EJS), pack('safe-buffer', '5.2.1', 'Safer Node.js Buffer API', "module.exports = require('buffer');\n"),
]; // prettier-ignore
