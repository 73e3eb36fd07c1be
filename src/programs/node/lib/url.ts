/** internal/url: URL and URLSearchParams after the WHATWG's standard; url: these and the old parser. Simplified: no IDNA, IPv6 hosts as they are. */
export const URL_CLASSES = String.raw`'use strict';
const errors = require('internal/errors');
const custom = Symbol.for('nodejs.util.inspect.custom');
const PORTS = { 'http:': '80', 'https:': '443', 'ws:': '80', 'wss:': '443', 'ftp:': '21', 'file:': '' };
const hex = (byte) => '%' + (byte < 16 ? '0' : '') + byte.toString(16).toUpperCase();
const encode = (text, keep) => { let out = ''; for (const char of text) out += keep.test(char) ? char : Array.from(Buffer.from(char), hex).join(''); return out; };
const PATH = /[A-Za-z0-9\-._~!$&'()*+,;=:@%/\\|[\]^]/, QUERY = /[A-Za-z0-9\-._~!$&()*+,;=:@%/?{}|\\^\x60[\]]/, HASH = /[A-Za-z0-9\-._~!$&'()*+,;=:@%/?#{}|\\^[\]]/, USER = /[A-Za-z0-9\-._~!$&'()*+,%]/;
const decode = (text) => { text = text.replace(/\+/g, ' '); if (!text.includes('%')) return text; const bytes = []; const source = Buffer.from(text); for (let at = 0; at < source.length; at++) { const two = source[at] === 37 ? source.toString('latin1', at + 1, at + 3) : ''; if (/^[\da-f]{2}$/i.test(two)) { bytes.push(parseInt(two, 16)); at += 2; } else bytes.push(source[at]); } return Buffer.from(bytes).toString(); };
const form = (text) => encode(text, /[A-Za-z0-9*\-._ ]/).replace(/ /g, '+');
class URLSearchParams {
  #list = []; #url = null;
  constructor(init = '') {
    if (init === null || init === undefined) init = '';
    if (typeof init === 'object' || typeof init === 'function') {
      if (typeof init[Symbol.iterator] === 'function') for (const pair of init) { const [name, value] = pair; this.#list.push([String(name), String(value)]); }
      else for (const name of Object.keys(init)) this.#list.push([name, String(init[name])]);
    } else this.#parse(String(init).replace(/^\?/, ''));
  }
  #parse(text) { this.#list = text.split('&').filter(Boolean).map((part) => { const at = part.indexOf('='); return at < 0 ? [decode(part), ''] : [decode(part.slice(0, at)), decode(part.slice(at + 1))]; }); }
  #changed() { if (this.#url) this.#url(this.toString()); }
  static _bound(text, changed) { const made = new URLSearchParams(text); made.#url = changed; return made; }
  static _reset(params, text) { params.#parse(text); }
  append(name, value) { this.#list.push([String(name), String(value)]); this.#changed(); }
  delete(name, value) { this.#list = this.#list.filter(([one, given]) => one !== String(name) || (value !== undefined && given !== String(value))); this.#changed(); }
  get(name) { const found = this.#list.find(([one]) => one === String(name)); return found ? found[1] : null; }
  getAll(name) { return this.#list.filter(([one]) => one === String(name)).map(([, value]) => value); }
  has(name, value) { return this.#list.some(([one, given]) => one === String(name) && (value === undefined || given === String(value))); }
  set(name, value) { const at = this.#list.findIndex(([one]) => one === String(name)); if (at < 0) this.#list.push([String(name), String(value)]); else { this.#list[at][1] = String(value); this.#list = this.#list.filter(([one], index) => index <= at || one !== String(name)); } this.#changed(); }
  sort() { this.#list.sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)); this.#changed(); }
  get size() { return this.#list.length; }
  *entries() { for (const pair of this.#list) yield [...pair]; } *keys() { for (const [name] of this.#list) yield name; } *values() { for (const [, value] of this.#list) yield value; }
  [Symbol.iterator]() { return this.entries(); }
  forEach(callback, self) { for (const [name, value] of this.#list) callback.call(self, value, name, this); }
  toString() { return this.#list.map(([name, value]) => form(name) + '=' + form(value)).join('&'); }
  [custom](depth, options, inspect) { return this.#list.length === 0 ? 'URLSearchParams {}' : 'URLSearchParams { ' + this.#list.map(([name, value]) => inspect(name, options) + ' => ' + inspect(value, options)).join(', ') + ' }'; }
}
function invalid(input, base) { const error = errors.typeError('ERR_INVALID_URL', 'Invalid URL'); error.input = input; if (base !== undefined) error.base = String(base); return error; }
function parse(input, base) {
  let text = input.replace(/^[\x00-\x20]+|[\x00-\x20]+$/g, '').replace(/[\t\n\r]/g, '');
  const it = { protocol: '', username: '', password: '', hostname: '', port: '', pathname: '', search: '', hash: '', opaque: false };
  const at = text.indexOf('#'); if (at >= 0) { it.hash = encode(text.slice(at + 1), HASH); if (it.hash) it.hash = '#' + it.hash; text = text.slice(0, at); }
  const scheme = /^([a-zA-Z][a-zA-Z\d+.-]*):/.exec(text);
  let special;
  if (scheme) { it.protocol = scheme[1].toLowerCase() + ':'; text = text.slice(scheme[0].length); special = it.protocol in PORTS; }
  else { if (!base) return undefined; special = base.protocol in PORTS; }
  const query = text.indexOf('?'); let hasQuery = query >= 0;
  if (hasQuery) { it.search = encode(text.slice(query + 1), QUERY); if (it.search) it.search = '?' + it.search; text = text.slice(0, query); }
  if (special) text = text.replace(/\\/g, '/');
  if (!scheme || (base && it.protocol === base.protocol && special && !text.startsWith('/'))) {
    if (base.opaque && text !== '') return undefined;
    it.protocol = base.protocol;
    if (!text.startsWith('//')) {
      Object.assign(it, { username: base.username, password: base.password, hostname: base.hostname, port: base.port });
      if (text === '') { it.pathname = base.pathname; if (!hasQuery) it.search = base.search; return it; }
      it.pathname = normalize(text.startsWith('/') ? text : base.pathname.replace(/[^/]*$/, '') + text);
      return it;
    }
  } else if (special && it.protocol !== 'file:') text = '//' + text.replace(/^\/*/, '');
  if (text.startsWith('//')) {
    const match = /^\/\/([^/]*)(.*)$/s.exec(text); let authority = match[1]; text = match[2];
    const sign = authority.lastIndexOf('@'); if (sign >= 0) { const [user, ...rest] = authority.slice(0, sign).split(':'); it.username = encode(user, USER); it.password = encode(rest.join(':'), USER); authority = authority.slice(sign + 1); }
    const port = /:(\d*)$/.exec(authority); if (port && !authority.endsWith(']')) { authority = authority.slice(0, port.index); if (Number(port[1]) > 65535) return undefined; it.port = port[1] === '' || String(Number(port[1])) === PORTS[it.protocol] ? '' : String(Number(port[1])); } else if (/:[^\]]*$/.test(authority) && !authority.startsWith('[')) return undefined;
    it.hostname = special ? decodeURIComponentSafe(authority).toLowerCase() : authority;
    if (special && (it.hostname === '' && it.protocol !== 'file:' || /[\x00-\x20#%/:<>?@[\\\]^|]/.test(it.hostname.replace(/^\[.*\]$/, '')))) return undefined;
    if (special && /^\d+(\.\d+)*\.?$/.test(it.hostname) && it.hostname.split('.').some((part) => Number(part) > 255) ) return undefined;
    if (it.protocol === 'file:' && it.hostname === 'localhost') it.hostname = '';
    it.pathname = normalize(text) || (special ? '/' : '');
  } else if (special) it.pathname = normalize(text) || '/';
  else if (text.startsWith('/')) it.pathname = normalize(text); else { it.opaque = true; it.pathname = encode(text, HASH); }
  return it;
}
const decodeURIComponentSafe = (text) => { try { return decodeURIComponent(text); } catch { return text; } };
function normalize(path) {
  if (path === '') return '';
  const out = []; const parts = path.split('/').slice(1);
  parts.forEach((part, index) => { const last = index === parts.length - 1; const plain = part.replace(/%2e/gi, '.'); if (plain === '..') { out.pop(); if (last) out.push(''); } else if (plain === '.') { if (last) out.push(''); } else out.push(encode(part, PATH)); });
  return '/' + out.join('/');
}
class URL {
  #it; #params = null;
  constructor(input, base) {
    input = String(input);
    let from; if (base !== undefined) { from = base instanceof URL ? base.#it : parse(String(base)); if (!from) throw invalid(input, base); }
    this.#it = parse(input, from); if (!this.#it) throw invalid(input, base);
  }
  static canParse(input, base) { try { new URL(input, base); return true; } catch { return false; } }
  static parse(input, base) { try { return new URL(input, base); } catch { return null; } }
  static createObjectURL() { throw errors.missing('URL.createObjectURL'); }
  get href() { const it = this.#it; const user = it.username || it.password ? it.username + (it.password ? ':' + it.password : '') + '@' : ''; return it.protocol + (it.hostname !== '' || it.protocol === 'file:' ? '//' + user + this.host : '') + it.pathname + it.search + it.hash; }
  set href(value) { const it = parse(String(value)); if (!it) throw invalid(String(value)); this.#it = it; if (this.#params) URLSearchParams._reset(this.#params, it.search.slice(1)); }
  get origin() { const it = this.#it; return it.protocol in PORTS && it.protocol !== 'file:' ? it.protocol + '//' + this.host : 'null'; }
  get protocol() { return this.#it.protocol; } set protocol(value) { const match = /^([a-zA-Z][\w+.-]*):?/.exec(value); if (match && (match[1].toLowerCase() + ':' in PORTS) === (this.#it.protocol in PORTS)) this.#it.protocol = match[1].toLowerCase() + ':'; }
  get username() { return this.#it.username; } set username(value) { this.#it.username = encode(String(value), USER); }
  get password() { return this.#it.password; } set password(value) { this.#it.password = encode(String(value), USER); }
  get host() { return this.#it.hostname + (this.#it.port ? ':' + this.#it.port : ''); } set host(value) { const match = /^([^:/?#]*)(?::(\d+))?/.exec(value); this.#it.hostname = match[1].toLowerCase(); if (match[2] !== undefined) this.port = match[2]; }
  get hostname() { return this.#it.hostname; } set hostname(value) { this.#it.hostname = String(value).toLowerCase(); }
  get port() { return this.#it.port; } set port(value) { const digits = /^\d*/.exec(String(value))[0]; this.#it.port = digits === PORTS[this.#it.protocol] ? '' : digits; }
  get pathname() { return this.#it.pathname; } set pathname(value) { value = String(value); this.#it.pathname = normalize(value.startsWith('/') ? value : '/' + value).replace(/[?#]/g, (char) => hex(char.charCodeAt(0))); }
  get search() { return this.#it.search; } set search(value) { value = String(value).replace(/^\?/, ''); this.#it.search = value ? '?' + encode(value, QUERY) : ''; if (this.#params) URLSearchParams._reset(this.#params, value); }
  get hash() { return this.#it.hash; } set hash(value) { value = String(value).replace(/^#/, ''); this.#it.hash = value ? '#' + encode(value, HASH) : ''; }
  get searchParams() { return this.#params ??= URLSearchParams._bound(this.#it.search.slice(1), (text) => { this.#it.search = text ? '?' + text : ''; }); }
  toString() { return this.href; } toJSON() { return this.href; }
  [custom](depth, options, inspect) { if (depth !== null && depth < 0) return '[URL]'; const shown = {}; for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash']) shown[name] = this[name]; return 'URL ' + inspect(shown, { ...options, depth: options.depth }); }
}
for (const name of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname', 'search', 'searchParams', 'hash', 'toString', 'toJSON']) Object.defineProperty(URL.prototype, name, { enumerable: true });
exports.URL = URL; exports.URLSearchParams = URLSearchParams;
exports.fileURLToPath = function fileURLToPath(url) {
  if (typeof url === 'string') url = new URL(url); else if (!(url instanceof URL)) throw errors.invalidArgType('path', ['string', 'URL'], url);
  if (url.protocol !== 'file:') throw errors.typeError('ERR_INVALID_URL_SCHEME', 'The URL must be of scheme file');
  return decodeURIComponent(url.pathname);
};
exports.pathToFileURL = (path) => new URL('file://' + encode(require('path').resolve(path) + (path.endsWith('/') && path.length > 1 ? '/' : ''), /[A-Za-z0-9\-._~!$&'()*+,;=:@/[\]^|]/));
`;
export const URL_MODULE = String.raw`'use strict';
const { URL, URLSearchParams, fileURLToPath, pathToFileURL } = require('internal/url');
const querystring = require('querystring');
class Url {
  constructor() { for (const name of ['protocol', 'slashes', 'auth', 'host', 'port', 'hostname', 'hash', 'search', 'query', 'pathname', 'path', 'href']) this[name] = null; }
  format() { return format(this); } resolve(to) { return resolve(this.href, to); } parse(text, query) { Object.assign(this, parse(text, query)); return this; }
}
function parse(text, parseQuery = false, slashesDenoteHost = false) {
  if (text instanceof Url) return text;
  if (typeof text !== 'string') throw require('internal/errors').invalidArgType('url', 'string', text);
  const it = new Url(); let rest = text.trim();
  const hash = rest.indexOf('#'); if (hash >= 0) { it.hash = rest.slice(hash); rest = rest.slice(0, hash); }
  const query = rest.indexOf('?'); if (query >= 0) { it.search = rest.slice(query); it.query = rest.slice(query + 1); rest = rest.slice(0, query); } else if (parseQuery) { it.search = null; it.query = ''; }
  if (parseQuery) it.query = querystring.parse(it.query || '');
  const scheme = /^([a-z][a-z\d+.-]*:)/i.exec(rest); if (scheme) { it.protocol = scheme[1].toLowerCase(); rest = rest.slice(scheme[1].length); }
  if ((scheme || slashesDenoteHost) && rest.startsWith('//')) {
    it.slashes = true; const match = /^\/\/([^/]*)(.*)$/s.exec(rest); let host = match[1]; rest = match[2];
    const at = host.lastIndexOf('@'); if (at >= 0) { it.auth = decodeURIComponent(host.slice(0, at)); host = host.slice(at + 1); }
    const port = /:(\d*)$/.exec(host); if (port) { it.port = port[1] || null; host = host.slice(0, port.index); }
    it.hostname = host.toLowerCase().replace(/^\[|\]$/g, ''); it.host = host.toLowerCase() + (it.port ? ':' + it.port : '');
    if (rest === '' && /^(https?|ftp|wss?|file):$/.test(it.protocol)) rest = '/';
  }
  if (rest !== '') it.pathname = rest;
  if (it.pathname !== null || it.search !== null) it.path = (it.pathname || '') + (it.search || '');
  it.href = format(it);
  return it;
}
function format(it, options) {
  if (typeof it === 'string') it = parse(it);
  if (it instanceof URL) { const { hash = true, search = true, auth = true } = options || {}; const copy = new URL(it.href); if (!hash) copy.hash = ''; if (!search) copy.search = ''; if (!auth) { copy.username = ''; copy.password = ''; } return copy.href; }
  let protocol = it.protocol || ''; if (protocol && !protocol.endsWith(':')) protocol += ':';
  let host = it.host ?? (it.hostname ? it.hostname + (it.port ? ':' + it.port : '') : ''); if (it.auth) host = encodeURIComponent(it.auth).replace(/%3A/i, ':') + '@' + host;
  let search = it.search ?? (it.query && typeof it.query === 'object' && Object.keys(it.query).length ? '?' + querystring.stringify(it.query) : ''); if (search && !search.startsWith('?')) search = '?' + search;
  let hash = it.hash || ''; if (hash && !hash.startsWith('#')) hash = '#' + hash;
  let path = it.pathname || ''; const slashes = it.slashes || (/^(https?|ftp|wss?|file):$/.test(protocol) && host !== '');
  if (slashes && path && !path.startsWith('/')) path = '/' + path;
  return protocol + (slashes ? '//' + host : host) + path + search + hash;
}
function resolve(from, to) { try { return new URL(to, new URL(from, 'resolve://x')).href.replace(/^resolve:\/\/x/, ''); } catch { return to; } }
module.exports = { URL, URLSearchParams, Url, parse, format, resolve, fileURLToPath, pathToFileURL, resolveObject: (from, to) => parse(resolve(from, to)), domainToASCII: (name) => name.toLowerCase(), domainToUnicode: (name) => name, urlToHttpOptions: (url) => ({ protocol: url.protocol, hostname: url.hostname, hash: url.hash, search: url.search, pathname: url.pathname, path: url.pathname + url.search, href: url.href, ...(url.port ? { port: Number(url.port) } : {}) }) };
`;
export const QUERYSTRING = String.raw`'use strict';
const unescape = (text) => { try { return decodeURIComponent(text); } catch { return unescape.call ? global.unescape ? global.unescape(text) : text : text; } };
const escape = (text) => encodeURIComponent(text).replace(/[!'()*]/g, (char) => char === "'" ? '%27' : char);
const primitive = (value) => typeof value === 'string' ? value : typeof value === 'number' && isFinite(value) || typeof value === 'bigint' || typeof value === 'boolean' ? String(value) : '';
exports.escape = escape; exports.unescape = unescape;
exports.stringify = exports.encode = (object, sep = '&', eq = '=', options = {}) => { if (object === null || typeof object !== 'object') return ''; const encode = options.encodeURIComponent || escape; return Object.keys(object).map((key) => Array.isArray(object[key]) ? object[key].map((one) => encode(key) + eq + encode(primitive(one))).join(sep) : encode(key) + eq + encode(primitive(object[key]))).filter(Boolean).join(sep); };
exports.parse = exports.decode = (text, sep = '&', eq = '=', options = {}) => {
  const found = Object.create(null); if (typeof text !== 'string' || text === '') return found;
  const decode = options.decodeURIComponent || unescape, most = options.maxKeys ?? 1000;
  for (const part of text.split(sep).slice(0, most || undefined)) { if (part === '') continue; const at = part.indexOf(eq); const name = decode((at < 0 ? part : part.slice(0, at)).replace(/\+/g, ' ')), value = at < 0 ? '' : decode(part.slice(at + eq.length).replace(/\+/g, ' ')); if (name in found) found[name] = [].concat(found[name], value); else found[name] = value; }
  return found;
};
`;
