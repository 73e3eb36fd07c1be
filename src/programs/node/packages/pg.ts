/** pg: Client and Pool over PostgreSQL's protocol, version 3. @see https://www.postgresql.org/docs/current/protocol.html */
const INDEX = String.raw`'use strict';
const { Client, DatabaseError } = require('./client');
const EventEmitter = require('events');
const types = require('./types');
class Pool extends EventEmitter {
  constructor(options = {}) { super(); this.options = { max: 10, idleTimeoutMillis: 10000, connectionTimeoutMillis: 0, ...options }; this._idle = []; this._waiting = []; this._all = 0; this.ending = false; this.ended = false; }
  get totalCount() { return this._all; } get idleCount() { return this._idle.length; } get waitingCount() { return this._waiting.length; }
  connect(done) { if (!done) return new Promise((resolve, reject) => this._take((error, client) => error ? reject(error) : resolve(client))); this._take((error, client) => done(error, client, client ? client.release : () => {})); return undefined; }
  _take(done) {
    if (this.ending) { done(new Error('Cannot use a pool after calling end on the pool')); return; }
    const idle = this._idle.pop(); if (idle) { clearTimeout(idle._timer); done(null, idle); return; }
    if (this._all >= this.options.max) { this._waiting.push(done); return; }
    this._all++; const client = new Client(this.options); let timer, over = false;
    client.on('error', (error) => { if (this._idle.includes(client)) { this._idle = this._idle.filter((one) => one !== client); this._all--; if (this.listenerCount('error') > 0) this.emit('error', error, client); } });
    client.release = (error) => this._give(client, error);
    if (this.options.connectionTimeoutMillis) timer = setTimeout(() => { if (over) return; over = true; this._all--; client.end(); done(new Error('timeout exceeded when trying to connect')); }, this.options.connectionTimeoutMillis);
    client.connect((error) => { clearTimeout(timer); if (over) return; over = true; if (error) { this._all--; done(error); return; } this.emit('connect', client); done(null, client); });
  }
  _give(client, error) { if (error || client._ended) { this._all--; client.end(); const next = this._waiting.shift(); if (next) this._take(next); return; } const next = this._waiting.shift(); if (next) { next(null, client); return; } if (this.ending) { client.end(); return; } this._idle.push(client); client._timer = setTimeout(() => { this._idle = this._idle.filter((one) => one !== client); this._all--; client.end(); }, this.options.idleTimeoutMillis); client._timer.unref(); client.socket?.unref(); }
  query(text, values, done) { if (typeof values === 'function') { done = values; values = undefined; } const run = new Promise((resolve, reject) => this._take((error, client) => { if (error) { reject(error); return; } client.socket?.ref(); client.query(text, values).then((result) => { client.release(); resolve(result); }, (failure) => { client.release(client._ended); reject(failure); }); })); if (!done) return run; run.then((result) => done(null, result), done); return undefined; }
  async end(done) { this.ending = true; for (const client of this._idle.splice(0)) await client.end(); this.ended = true; if (done) done(); }
}
class BoundPool extends Pool {}
module.exports = { Client, Pool, Query: class Query {}, DatabaseError, types, defaults: require('./defaults'), native: null };
void BoundPool;
`;
const DEFAULTS = String.raw`module.exports = { host: 'localhost', user: process.env.USER, database: undefined, password: null, port: 5432, max: 10 };
`;
const TYPES = String.raw`'use strict';
const number = (text) => Number(text), int = (text) => parseInt(text, 10);
const array = (text, parse) => { const out = []; let at = 1; const value = () => { if (text[at] === '{') { let depth = 0, end = at; do { if (text[end] === '{') depth++; if (text[end] === '}') depth--; end++; } while (depth > 0); const inner = array(text.slice(at, end), parse); at = end; return inner; } if (text[at] === '"') { let word = ''; at++; while (text[at] !== '"') { if (text[at] === '\\') at++; word += text[at++]; } at++; return parse(word); } const end = /[,}]/.exec(text.slice(at)).index + at; const word = text.slice(at, end); at = end; return word === 'NULL' ? null : parse(word); }; while (at < text.length && text[at] !== '}') { out.push(value()); if (text[at] === ',') at++; } return out; };
const date = (text) => { const match = /^(\d+-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?))?(?:([+-]\d\d)(?::?(\d\d))?)?/.exec(text); return match ? new Date(match[1] + 'T' + (match[2] || '00:00:00') + (match[3] ? match[3] + ':' + (match[4] || '00') : '')) : text; };
const parsers = { 16: (text) => text === 't', 21: int, 23: int, 26: int, 700: number, 701: number, 114: JSON.parse, 3802: JSON.parse, 1082: date, 1114: date, 1184: date, 17: (text) => Buffer.from(text.slice(2), 'hex'), 1005: (t) => array(t, int), 1007: (t) => array(t, int), 1016: (t) => array(t, String), 1009: (t) => array(t, String), 1015: (t) => array(t, String), 1000: (t) => array(t, (one) => one === 't'), 1021: (t) => array(t, number), 1022: (t) => array(t, number), 199: (t) => array(t, JSON.parse), 3807: (t) => array(t, JSON.parse) };
exports.getTypeParser = (oid) => parsers[oid] ?? String;
exports.setTypeParser = (oid, format, parse) => { parsers[oid] = parse ?? format; };
exports.builtins = { BOOL: 16, BYTEA: 17, INT8: 20, INT2: 21, INT4: 23, TEXT: 25, OID: 26, JSON: 114, FLOAT4: 700, FLOAT8: 701, VARCHAR: 1043, DATE: 1082, TIMESTAMP: 1114, TIMESTAMPTZ: 1184, NUMERIC: 1700, UUID: 2950, JSONB: 3802 };
`;
const CLIENT = String.raw`'use strict';
const net = require('net');
const crypto = require('crypto');
const EventEmitter = require('events');
const types = require('./types');
class DatabaseError extends Error { constructor(message) { super(message); this.name = 'error'; } }
exports.DatabaseError = DatabaseError;
const text = (value) => Buffer.from(value + '\0');
const int32 = (value) => { const bytes = Buffer.alloc(4); bytes.writeInt32BE(value); return bytes; }, int16 = (value) => { const bytes = Buffer.alloc(2); bytes.writeInt16BE(value); return bytes; };
const message = (kind, ...parts) => { const body = Buffer.concat(parts); return Buffer.concat([Buffer.from(kind), int32(body.length + 4), body]); };
const quoteArray = (list) => '{' + list.map((one) => one === null || one === undefined ? 'NULL' : Array.isArray(one) ? quoteArray(one) : '"' + String(toParameter(one)).replace(/["\\]/g, '\\$&') + '"').join(',') + '}';
function toParameter(value) { if (value === null || value === undefined) return null; if (Buffer.isBuffer(value)) return value; if (value instanceof Date) return value.toISOString(); if (Array.isArray(value)) return quoteArray(value); if (typeof value === 'object') return typeof value.toPostgres === 'function' ? toParameter(value.toPostgres(toParameter)) : JSON.stringify(value); return String(value); }
const fromUrl = (address) => { const url = new URL(address); const ssl = url.searchParams.get('sslmode'); return { user: decodeURIComponent(url.username) || undefined, password: decodeURIComponent(url.password) || undefined, host: decodeURIComponent(url.hostname) || undefined, port: url.port ? Number(url.port) : undefined, database: decodeURIComponent(url.pathname.slice(1)) || undefined, ssl: ssl && ssl !== 'disable' ? {} : undefined }; };
const keysOf = { S: 'severity', C: 'code', D: 'detail', H: 'hint', P: 'position', p: 'internalPosition', q: 'internalQuery', W: 'where', s: 'schema', t: 'table', c: 'column', d: 'dataType', n: 'constraint', F: 'file', L: 'line', R: 'routine' };
class Result { constructor() { this.command = null; this.rowCount = null; this.oid = null; this.rows = []; this.fields = []; this._parsers = undefined; this._types = types; this.RowCtor = null; this.rowAsArray = false; } }
exports.Client = class Client extends EventEmitter {
  constructor(options = {}) {
    super();
    if (typeof options === 'string') options = { connectionString: options };
    const given = options.connectionString ? { ...options, ...Object.fromEntries(Object.entries(fromUrl(options.connectionString)).filter(([, value]) => value !== undefined)) } : options;
    this.user = given.user ?? process.env.PGUSER ?? process.env.USER ?? (() => { try { return require('os').userInfo().username; } catch { return undefined; } })();
    this.host = given.host ?? process.env.PGHOST ?? 'localhost'; this.port = Number(given.port ?? process.env.PGPORT ?? 5432); this.database = given.database ?? process.env.PGDATABASE ?? this.user;
    Object.defineProperty(this, 'password', { value: given.password ?? process.env.PGPASSWORD ?? null, writable: true, enumerable: false, configurable: true });
    this.ssl = given.ssl ?? false; this.buffer = Buffer.alloc(0); this.queue = []; this.current = null; this._ready = false; this._ended = false; this._ending = false; this.timeout = given.connectionTimeoutMillis ?? 0; this.processID = null;
  }
  connect(done) {
    if (!done) return new Promise((resolve, reject) => this.connect((error) => error ? reject(error) : resolve(this)));
    if (this._connecting) { done(new Error('Client has already been connected. You cannot reuse a client.')); return undefined; }
    this._connecting = true; this._connected = (error) => { this._connected = undefined; done(error); };
    const socket = this.socket = this.host.startsWith('/') ? net.connect({ path: this.host + '/.s.PGSQL.' + this.port }) : net.connect({ host: this.host, port: this.port });
    const timer = this.timeout ? setTimeout(() => socket.destroy(new Error('timeout expired')), this.timeout) : undefined;
    socket.on('connect', () => { clearTimeout(timer); if (this.ssl) { socket.write(Buffer.concat([int32(8), int32(80877103)])); this._asked = true; } else this._startup(); });
    socket.on('data', (chunk) => { if (this._asked) { this._asked = false; this._fatal(new Error('The server does not support SSL connections')); socket.destroy(); return; } this._feed(chunk); });
    socket.on('error', (error) => this._fatal(error));
    socket.on('close', () => { clearTimeout(timer); this._ended = true; if (!this._ending) this._fatal(new Error('Connection terminated unexpectedly')); this.emit('end'); });
    return undefined;
  }
  _startup() { const body = Buffer.concat([int32(196608), text('user'), text(this.user ?? ''), text('database'), text(this.database ?? ''), text('client_encoding'), text('UTF8'), Buffer.from([0])]); this.socket.write(Buffer.concat([int32(body.length + 4), body])); }
  _fatal(error) { this._ended = true; if (this._connected) { this._connected(error); this._told = true; return; } if (this._ending || this._told) return; this._told = true; const all = [...(this.current ? [this.current] : []), ...this.queue.splice(0)]; this.current = null; for (const one of all) one.reject(error); this.emit('error', error); }
  _feed(chunk) { this.buffer = this.buffer.length ? Buffer.concat([this.buffer, chunk]) : chunk; while (this.buffer.length >= 5) { const size = this.buffer.readInt32BE(1) + 1; if (this.buffer.length < size) return; const body = this.buffer.subarray(5, size); const kind = String.fromCharCode(this.buffer[0]); this.buffer = this.buffer.subarray(size); this._message(kind, body); } }
  _message(kind, body) {
    const query = this.current;
    switch (kind) {
      case 'R': this._authenticate(body.readInt32BE(0), body.subarray(4)); break;
      case 'K': this.processID = body.readInt32BE(0); break;
      case 'Z': this._ready = true; if (this._connected) this._connected(null); if (query) { this.current = null; if (query.error) query.reject(query.error); else query.resolve(query.results.length > 1 ? query.results : query.results[0] ?? new Result()); } this._next(); break;
      case 'T': if (query) { const result = query.result = new Result(); result.rowAsArray = query.rowMode === 'array'; let at = 2; for (let count = body.readInt16BE(0); count > 0; count--) { const end = body.indexOf(0, at); const name = body.toString('utf8', at, end); result.fields.push({ name, tableID: body.readInt32BE(end + 1), columnID: body.readInt16BE(end + 5), dataTypeID: body.readInt32BE(end + 7), dataTypeSize: body.readInt16BE(end + 11), dataTypeModifier: body.readInt32BE(end + 13), format: 'text' }); at = end + 19; } } break;
      case 'D': if (query) { const result = query.result; let at = 2; const values = result.fields.map(({ dataTypeID }) => { const size = body.readInt32BE(at); at += 4; if (size < 0) return null; const raw = body.toString('utf8', at, at + size); at += size; return types.getTypeParser(dataTypeID)(raw); }); if (result.rowAsArray) result.rows.push(values); else { const row = {}; result.fields.forEach(({ name }, index) => { row[name] = values[index]; }); result.rows.push(row); } } break;
      case 'C': if (query) { const result = query.result ?? new Result(); const match = /^(\w+)(?: (\d+))?(?: (\d+))?/.exec(body.toString('utf8', 0, body.length - 1)); result.command = match[1]; result.rowCount = match[3] !== undefined ? Number(match[3]) : match[2] !== undefined ? Number(match[2]) : null; if (match[1] === 'INSERT') result.oid = Number(match[2]); query.results.push(result); query.result = undefined; } break;
      case 'I': if (query) query.results.push(new Result()); break;
      case 'E': case 'N': { const fields = {}; let at = 0; while (body[at] !== 0 && at < body.length) { const end = body.indexOf(0, at); fields[String.fromCharCode(body[at])] = body.toString('utf8', at + 1, end); at = end + 1; } const error = new DatabaseError(fields.M); error.length = body.length + 5; for (const key of Object.keys(keysOf)) error[keysOf[key]] = fields[key]; if (kind === 'N') this.emit('notice', error); else if (this._connected) { this._told = true; this._connected(error); this.socket.end(); } else if (query) { query.error = error; error.stack = 'error: ' + error.message + query.stack; } else this._fatal(error); break; }
      case 'A': { const end = body.indexOf(0, 4), last = body.indexOf(0, end + 1); this.emit('notification', { processId: body.readInt32BE(0), channel: body.toString('utf8', 4, end), payload: body.toString('utf8', end + 1, last), name: 'notification' }); break; }
    }
  }
  _authenticate(kind, rest) {
    const password = typeof this.password === 'function' ? this.password() : this.password;
    if (kind !== 0 && kind !== 11 && kind !== 12 && password === null) { const error = kind === 10 ? new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string') : new Error('client password must be a string'); this._told = true; this._connected(error); this.socket.end(); return; }
    if (kind === 3) this.socket.write(message('p', text(password)));
    else if (kind === 5) { const md5 = (data) => crypto.createHash('md5').update(data).digest('hex'); this.socket.write(message('p', text('md5' + md5(Buffer.concat([Buffer.from(md5(password + this.user)), rest.subarray(0, 4)]))))); }
    else if (kind === 10) { this._nonce = crypto.randomBytes(18).toString('base64'); const first = Buffer.from('n,,n=*,r=' + this._nonce); this.socket.write(message('p', text('SCRAM-SHA-256'), int32(first.length), first)); }
    else if (kind === 11) {
      const server = rest.toString(); const [, nonce, salt, rounds] = /^r=([^,]+),s=([^,]+),i=(\d+)/.exec(server); const hmac = (key, data) => crypto.createHmac('sha256', key).update(data).digest();
      if (!nonce.startsWith(this._nonce)) { this._fatal(new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: server nonce does not start with client nonce')); return; }
      const salted = crypto.pbkdf2Sync(password, Buffer.from(salt, 'base64'), Number(rounds), 32, 'sha256'); const key = hmac(salted, 'Client Key'), stored = crypto.createHash('sha256').update(key).digest(); const bare = 'c=biws,r=' + nonce, whole = 'n=*,r=' + this._nonce + ',' + server + ',' + bare;
      const signature = hmac(stored, whole); const proof = Buffer.from(key.map((byte, at) => byte ^ signature[at])); this._expected = hmac(hmac(salted, 'Server Key'), whole).toString('base64'); this.socket.write(message('p', Buffer.from(bare + ',p=' + proof.toString('base64'))));
    } else if (kind === 12) { if (/v=([^,]+)/.exec(rest.toString())?.[1] !== this._expected) this._fatal(new Error('SASL: SCRAM-SERVER-FINAL-MESSAGE: server signature does not match')); }
    else if (kind !== 0) this._fatal(new Error('Unknown authentication type ' + kind));
  }
  query(config, values, done) {
    if (typeof values === 'function') { done = values; values = undefined; }
    if (config === null || config === undefined) throw new TypeError('Client was passed a null or undefined query');
    const one = typeof config === 'string' ? { text: config, values } : { ...config, values: values ?? config.values };
    const made = { ...one, results: [], stack: new Error().stack.replace(/^Error[^\n]*/, '') };
    const run = new Promise((resolve, reject) => { made.resolve = resolve; made.reject = reject; });
    if (this._ended || this._ending) made.reject(new Error(this._ending ? 'Client was closed and is not queryable' : 'Client has encountered a connection error and is not queryable')); else { this.queue.push(made); if (this._ready && !this.current) this._next(); }
    if (!done) return run; run.then((result) => done(null, result), done); return undefined;
  }
  _next() {
    if (this.current || !this._ready) return; const one = this.queue.shift(); if (!one) { this.emit('drain'); return; }
    this.current = one; this._ready = false; const list = one.values;
    if (!list || list.length === 0) { this.socket.write(message('Q', text(one.text))); return; }
    const encoded = list.map(toParameter).map((value) => { if (value === null) return int32(-1); const bytes = Buffer.isBuffer(value) ? value : Buffer.from(value); return Buffer.concat([int32(bytes.length), bytes]); });
    const formats = list.map((value) => int16(Buffer.isBuffer(value) ? 1 : 0));
    this.socket.write(Buffer.concat([message('P', text(''), text(one.text), int16(0)), message('B', text(''), text(''), int16(list.length), ...formats, int16(list.length), ...encoded, int16(0)), message('D', Buffer.from('P\0')), message('E', text(''), int32(0)), message('S')]));
  }
  escapeIdentifier(name) { return '"' + name.replace(/"/g, '""') + '"'; } escapeLiteral(value) { return "'" + value.replace(/'/g, "''") + "'"; }
  end(done) { this._ending = true; const ended = new Promise((resolve) => { if (!this.socket || this.socket.destroyed) { resolve(); return; } this.once('end', resolve); const close = () => { this.socket.write(message('X')); this.socket.end(); }; if (this.current || this.queue.length) this.once('drain', close); else close(); }); if (done) ended.then(() => done()); return done ? undefined : ended; }
  release() {}
};
`;
export const PG_FILES: Readonly<Record<string, string>> = {
  'index.js': INDEX,
  'client.js': CLIENT,
  'types.js': TYPES,
  'defaults.js': DEFAULTS,
};
