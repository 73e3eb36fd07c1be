/** A connection that speaks RESP 2: commands in order, answers in order; it reconnects as it is told. */
const CONNECTION = String.raw`'use strict';
const net = require('net');
const EventEmitter = require('events');
class ReplyError extends Error { constructor(message) { super(message); this.name = 'ReplyError'; } }
exports.ReplyError = ReplyError;
exports.encode = (args) => { const parts = [Buffer.from('*' + args.length + '\r\n')]; for (const arg of args) { const bytes = Buffer.isBuffer(arg) ? arg : Buffer.from(String(arg)); parts.push(Buffer.from('$' + bytes.length + '\r\n'), bytes, Buffer.from('\r\n')); } return Buffer.concat(parts); };
/** Takes bytes, calls back with whole replies. */
exports.Decoder = class Decoder {
  constructor(reply) { this.buffer = Buffer.alloc(0); this.reply = reply; }
  feed(chunk) { this.buffer = this.buffer.length ? Buffer.concat([this.buffer, chunk]) : chunk; for (;;) { this.at = 0; const value = this.read(); if (value === undefined) return; this.buffer = this.buffer.subarray(this.at); this.reply(value); } }
  read() {
    const end = this.buffer.indexOf('\r\n', this.at); if (end < 0) return undefined;
    const kind = String.fromCharCode(this.buffer[this.at]), line = this.buffer.toString('utf8', this.at + 1, end); this.at = end + 2;
    switch (kind) {
      case '+': return line; case '-': return new ReplyError(line); case ':': return Number(line);
      case '$': { const size = Number(line); if (size < 0) return null; if (this.buffer.length < this.at + size + 2) return undefined; const text = this.buffer.toString('utf8', this.at, this.at + size); this.at += size + 2; return text; }
      case '*': { const count = Number(line); if (count < 0) return null; const list = []; for (let index = 0; index < count; index++) { const one = this.read(); if (one === undefined) return undefined; list.push(one); } return list; }
      default: return new ReplyError('Protocol error');
    }
  }
};
exports.Connection = class Connection extends EventEmitter {
  constructor({ host = 'localhost', port = 6379, path, retry, setup = [], timeout = 5000 }) { super(); Object.assign(this, { host, port, path, retry, setup, timeout, waiting: [], queue: [], open: false, ready: false, closing: false, attempts: 0, subscribed: false }); }
  start() {
    this.closing = false;
    const socket = this.socket = net.connect(this.path ? { path: this.path } : { host: this.host, port: this.port }); let failure;
    const decoder = new exports.Decoder((value) => { if (this.subscribed && Array.isArray(value) && /^p?(message|subscribe|unsubscribe)$/.test(value[0])) { if (value[0].endsWith('message')) { this.emit('push', value); return; } } const next = this.waiting.shift(); if (!next) return; if (value instanceof ReplyError) next.reject(value); else next.resolve(value); });
    const timer = setTimeout(() => socket.destroy(Object.assign(new Error('Connection timeout'), { code: 'ETIMEDOUT' })), this.timeout);
    socket.on('connect', () => { clearTimeout(timer); this.open = true; this.emit('connect'); Promise.all(this.setup.map((args) => this.now(args))).then(() => { this.ready = true; this.attempts = 0; this.emit('ready'); for (const one of this.queue.splice(0)) this.write(one); }, (error) => { this.setupError = error; this.emit('error', error); }); });
    socket.on('data', (chunk) => decoder.feed(chunk));
    socket.on('error', (error) => { failure = error; });
    socket.on('close', () => { clearTimeout(timer); const was = this.open; this.open = this.ready = false; if (this.closing) { this.emit('end'); return; } failure ??= Object.assign(new Error('Socket closed unexpectedly'), { name: 'SocketClosedUnexpectedlyError' }); for (const one of this.waiting.splice(0)) one.reject(failure); const ms = this.retry(this.attempts++, failure); this.emit('lost', failure, ms, was); if (typeof ms === 'number') { this.timer = setTimeout(() => { this.emit('reconnecting', ms); this.start(); }, ms); } else this.emit('end'); });
  }
  now(args) { return new Promise((resolve, reject) => { this.write({ args, resolve, reject }); }); }
  write(one) { this.waiting.push(one); this.socket.write(exports.encode(one.args)); }
  send(args) { return new Promise((resolve, reject) => { const one = { args, resolve, reject }; if (this.ready) this.write(one); else this.queue.push(one); }); }
  fail(error) { for (const one of this.queue.splice(0)) one.reject(error); }
  close() { this.closing = true; clearTimeout(this.timer); if (this.open) this.socket.end(); else { this.socket?.destroy(); } }
};
exports.parseUrl = (text) => { const url = new URL(text); if (!/^rediss?:$/.test(url.protocol)) throw new TypeError('Invalid protocol'); return { host: url.hostname || 'localhost', port: Number(url.port) || 6379, username: decodeURIComponent(url.username) || undefined, password: decodeURIComponent(url.password) || undefined, database: url.pathname.length > 1 ? Number(url.pathname.slice(1)) : undefined }; };
`;

/** redis 4 and 5: the promise client. */
const REDIS = String.raw`'use strict';
const EventEmitter = require('events');
const { Connection, ReplyError, parseUrl } = require('./connection');
class ClientClosedError extends Error { constructor() { super('The client is closed'); } }
class ClientOfflineError extends Error { constructor() { super('The client is offline'); } }
const pairs = (list) => { const found = Object.create(null); for (let at = 0; at < list.length; at += 2) found[list[at]] = list[at + 1]; return found; };
const same = (value) => value, bool = (value) => value === 1, flat = (list) => list.flat(Infinity);
const setOptions = (options = {}) => { const out = []; for (const [key, word] of [['EX', 'EX'], ['PX', 'PX'], ['EXAT', 'EXAT'], ['PXAT', 'PXAT']]) if (options[key] !== undefined) out.push(word, options[key]); if (options.expiration) out.push(options.expiration.type, options.expiration.value); if (options.NX || options.condition === 'NX') out.push('NX'); if (options.XX || options.condition === 'XX') out.push('XX'); if (options.KEEPTTL) out.push('KEEPTTL'); if (options.GET) out.push('GET'); return out; };
const members = (list) => [].concat(list).flatMap(({ score, value }) => [score, value]);
const fields = (value, more) => typeof value === 'object' && value !== null && more === undefined ? Array.isArray(value) ? flat(value) : value instanceof Map ? flat([...value]) : Object.entries(value).flat() : [value, more];
/** What a method sends, and what it makes of the answer. */
const COMMANDS = {
  set: [(key, value, options) => ['SET', key, value, ...setOptions(options)]], get: [(key) => ['GET', key]], getDel: [(key) => ['GETDEL', key]], getSet: [(key, value) => ['GETSET', key, value]], mGet: [(keys) => ['MGET', ...keys]], mSet: [(value) => ['MSET', ...fields(value)]], setEx: [(key, s, value) => ['SETEX', key, s, value]], pSetEx: [(key, ms, value) => ['PSETEX', key, ms, value]], setNX: [(key, value) => ['SETNX', key, value]], append: [(key, value) => ['APPEND', key, value]], strLen: [(key) => ['STRLEN', key]],
  incr: [(key) => ['INCR', key]], decr: [(key) => ['DECR', key]], incrBy: [(key, by) => ['INCRBY', key, by]], decrBy: [(key, by) => ['DECRBY', key, by]], incrByFloat: [(key, by) => ['INCRBYFLOAT', key, by]],
  del: [(keys) => ['DEL', ...[].concat(keys)]], unlink: [(keys) => ['UNLINK', ...[].concat(keys)]], exists: [(keys) => ['EXISTS', ...[].concat(keys)]], expire: [(key, s, mode) => ['EXPIRE', key, s, ...(mode ? [mode] : [])]], pExpire: [(key, ms) => ['PEXPIRE', key, ms]], ttl: [(key) => ['TTL', key]], pTTL: [(key) => ['PTTL', key]], persist: [(key) => ['PERSIST', key]], type: [(key) => ['TYPE', key]], rename: [(a, b) => ['RENAME', a, b]], keys: [(pattern) => ['KEYS', pattern]], scan: [(cursor, o = {}) => ['SCAN', cursor, ...(o.MATCH ? ['MATCH', o.MATCH] : []), ...(o.COUNT ? ['COUNT', o.COUNT] : [])], ([cursor, keys]) => ({ cursor, keys })], dbSize: [() => ['DBSIZE']], flushAll: [() => ['FLUSHALL']], flushDb: [() => ['FLUSHDB']], randomKey: [() => ['RANDOMKEY']],
  hSet: [(key, field, value) => ['HSET', key, ...fields(field, value)]], hSetNX: [(key, field, value) => ['HSETNX', key, field, value]], hGet: [(key, field) => ['HGET', key, field]], hGetAll: [(key) => ['HGETALL', key], pairs], hmGet: [(key, list) => ['HMGET', key, ...[].concat(list)]], hDel: [(key, list) => ['HDEL', key, ...[].concat(list)]], hExists: [(key, field) => ['HEXISTS', key, field]], hKeys: [(key) => ['HKEYS', key]], hVals: [(key) => ['HVALS', key]], hLen: [(key) => ['HLEN', key]], hIncrBy: [(key, field, by) => ['HINCRBY', key, field, by]],
  lPush: [(key, list) => ['LPUSH', key, ...[].concat(list)]], rPush: [(key, list) => ['RPUSH', key, ...[].concat(list)]], lPop: [(key) => ['LPOP', key]], rPop: [(key) => ['RPOP', key]], lRange: [(key, a, b) => ['LRANGE', key, a, b]], lLen: [(key) => ['LLEN', key]], lIndex: [(key, at) => ['LINDEX', key, at]], lRem: [(key, count, value) => ['LREM', key, count, value]], lTrim: [(key, a, b) => ['LTRIM', key, a, b]], blPop: [(keys, s) => ['BLPOP', ...[].concat(keys), s], (list) => list && { key: list[0], element: list[1] }], brPop: [(keys, s) => ['BRPOP', ...[].concat(keys), s], (list) => list && { key: list[0], element: list[1] }],
  sAdd: [(key, list) => ['SADD', key, ...[].concat(list)]], sRem: [(key, list) => ['SREM', key, ...[].concat(list)]], sMembers: [(key) => ['SMEMBERS', key]], sIsMember: [(key, value) => ['SISMEMBER', key, value]], sCard: [(key) => ['SCARD', key]], sPop: [(key) => ['SPOP', key]],
  zAdd: [(key, list) => ['ZADD', key, ...members(list)]], zRange: [(key, a, b, o = {}) => ['ZRANGE', key, a, b, ...(o.BY ? ['BY' + o.BY] : []), ...(o.REV ? ['REV'] : [])]], zRangeWithScores: [(key, a, b, o = {}) => ['ZRANGE', key, a, b, ...(o.REV ? ['REV'] : []), 'WITHSCORES'], (list) => { const out = []; for (let at = 0; at < list.length; at += 2) out.push({ value: list[at], score: Number(list[at + 1]) }); return out; }], zScore: [(key, value) => ['ZSCORE', key, value], (value) => value === null ? null : Number(value)], zRank: [(key, value) => ['ZRANK', key, value]], zRem: [(key, list) => ['ZREM', key, ...[].concat(list)]], zCard: [(key) => ['ZCARD', key]], zIncrBy: [(key, by, value) => ['ZINCRBY', key, by, value], Number],
  ping: [(text) => ['PING', ...(text === undefined ? [] : [text])]], echo: [(text) => ['ECHO', text]], info: [(section) => ['INFO', ...(section ? [section] : [])]], publish: [(channel, text) => ['PUBLISH', channel, text]], time: [() => ['TIME']], eval: [(script, o = {}) => ['EVAL', script, (o.keys ?? []).length, ...(o.keys ?? []), ...(o.arguments ?? [])]],
};
class RedisClient extends EventEmitter {
  constructor(options = {}) {
    super();
    const { host = options.socket?.host ?? 'localhost', port = options.socket?.port ?? 6379, username = options.username, password = options.password, database = options.database } = options.url ? parseUrl(options.url) : {};
    this.options = options; this.listeners_ = new Map(); this.isOpen = false; this.isReady = false;
    const strategy = options.socket?.reconnectStrategy;
    const setup = []; if (password) setup.push(username ? ['AUTH', username, password] : ['AUTH', password]); if (database) setup.push(['SELECT', database]); if (options.name) setup.push(['CLIENT', 'SETNAME', options.name]);
    const connection = this.connection = new Connection({ host, port, path: options.socket?.path, timeout: options.socket?.connectTimeout ?? 5000, setup, retry: (retries, cause) => { const ms = strategy === undefined ? Math.min(2 ** retries * 50, 2000) + Math.floor(Math.random() * 200) : typeof strategy === 'function' ? strategy(retries, cause) : strategy; return typeof ms === 'number' ? ms : ms; } });
    connection.on('connect', () => this.emit('connect')); connection.on('reconnecting', () => this.emit('reconnecting'));
    connection.on('ready', () => { this.isReady = true; this.emit('ready'); for (const channel of this.listeners_.keys()) connection.now([channel.startsWith('p:') ? 'PSUBSCRIBE' : 'SUBSCRIBE', channel.slice(2)]).catch(() => {}); });
    connection.on('lost', (error, ms) => { this.isReady = false; if (options.disableOfflineQueue) connection.fail(new ClientOfflineError()); if (ms === false || ms instanceof Error) { this.isOpen = false; connection.fail(ms instanceof Error ? ms : error); this.failed?.(ms instanceof Error ? ms : error); this.failed = undefined; } this.emit('error', error); });
    connection.on('error', (error) => { this.failed?.(error); this.failed = undefined; this.isOpen = false; connection.close(); }); connection.on('end', () => { if (!this.isReady) return; this.isReady = false; this.emit('end'); });
    connection.on('push', (value) => { const pattern = value[0] === 'pmessage'; const [channel, text] = pattern ? [value[2], value[3]] : [value[1], value[2]]; for (const one of this.listeners_.get((pattern ? 'p:' : 's:') + value[1]) ?? []) one(text, channel); });
  }
  connect() { if (this.isOpen) return Promise.reject(new Error('Socket already opened')); this.isOpen = true; return new Promise((resolve, reject) => { this.failed = reject; this.connection.once('ready', () => { this.failed = undefined; resolve(this); }); this.connection.start(); }); }
  sendCommand(args) { if (!this.isOpen) return Promise.reject(new ClientClosedError()); if (!this.isReady && this.options.disableOfflineQueue) return Promise.reject(new ClientOfflineError()); return this.connection.send(args); }
  duplicate(options) { return new RedisClient({ ...this.options, ...options }); }
  async subscribe(channels, listener, prefix = 's:') { this.connection.subscribed = true; for (const channel of [].concat(channels)) { const key = prefix + channel; if (!this.listeners_.has(key)) this.listeners_.set(key, new Set()); this.listeners_.get(key).add(listener); await this.sendCommand([prefix === 'p:' ? 'PSUBSCRIBE' : 'SUBSCRIBE', channel]); } }
  pSubscribe(patterns, listener) { return this.subscribe(patterns, listener, 'p:'); }
  async unsubscribe(channels) { for (const channel of channels === undefined ? [...this.listeners_.keys()].map((one) => one.slice(2)) : [].concat(channels)) { this.listeners_.delete('s:' + channel); await this.sendCommand(['UNSUBSCRIBE', channel]); } }
  async *scanIterator(options = {}) { let cursor = '0'; do { const found = await this.scan(cursor, options); cursor = String(found.cursor); if (require('./package.json').version.startsWith('4')) yield* found.keys; else yield found.keys; } while (cursor !== '0'); }
  multi() { const commands = []; const multi = { addCommand(args) { commands.push({ args, make: same }); return multi; }, exec: async () => { await this.sendCommand(['MULTI']); const queued = await Promise.allSettled(commands.map(({ args }) => this.sendCommand(args))); const failed = queued.find((one) => one.status === 'rejected'); if (failed) { await this.sendCommand(['DISCARD']).catch(() => {}); throw failed.reason; } const list = await this.sendCommand(['EXEC']); if (list === null) throw new Error('One (or more) of the watched keys has been changed'); return list.map((value, at) => value instanceof Error ? value : commands[at].make(value)); } }; multi.execAsPipeline = multi.exec; for (const name of Object.keys(COMMANDS)) multi[name] = multi[name.toUpperCase()] = (...args) => { commands.push({ args: COMMANDS[name][0](...args), make: COMMANDS[name][1] ?? same }); return multi; }; return multi; }
  watch(keys) { return this.sendCommand(['WATCH', ...[].concat(keys)]); } unwatch() { return this.sendCommand(['UNWATCH']); }
  async quit() { const answer = await this.sendCommand(['QUIT']); this.destroy(); return answer; } async close() { if (!this.isOpen) throw new ClientClosedError(); this.destroy(); } async disconnect() { this.destroy(); }
  destroy() { if (!this.isOpen) throw new ClientClosedError(); this.isOpen = false; this.connection.fail(new ClientClosedError()); this.connection.close(); this.isReady = false; this.emit('end'); }
  ref() {} unref() { this.connection.socket?.unref(); }
}
for (const name of Object.keys(COMMANDS)) { const [make, read = same] = COMMANDS[name]; RedisClient.prototype[name] = RedisClient.prototype[name.toUpperCase()] = Object.defineProperty(async function (...args) { return read(await this.sendCommand(make(...args))); }, 'name', { value: name }); }
RedisClient.prototype.QUIT = RedisClient.prototype.quit; RedisClient.prototype.hIncr = RedisClient.prototype.hIncrBy;
module.exports = { createClient: (options) => new RedisClient(options), RedisClient, ReplyError, ErrorReply: ReplyError, ClientClosedError, ClientOfflineError, createCluster() { throw new Error('clusters are not simulated'); } };
void bool;
`;

/** ioredis: any command as a method of its lower-case name. */
const IOREDIS = String.raw`'use strict';
const EventEmitter = require('events');
const { Connection, ReplyError, parseUrl } = require('./connection');
class MaxRetriesPerRequestError extends Error { constructor(count) { super('Reached the max retries per request limit (which is ' + count + '). Refer to "maxRetriesPerRequest" option for details.'); this.name = 'MaxRetriesPerRequestError'; } }
class Redis extends EventEmitter {
  constructor(...args) {
    super();
    const options = {}; for (const arg of args) { if (typeof arg === 'object' && arg !== null) Object.assign(options, arg); else if (typeof arg === 'number') options.port = arg; else if (typeof arg === 'string') { if (arg.includes('://')) { const { host, port, username, password, database } = parseUrl(arg); Object.assign(options, { host, port, username, password, db: database }); } else if (/^\d+$/.test(arg)) options.port = Number(arg); else options.host = arg; } }
    this.options = { host: 'localhost', port: 6379, db: 0, maxRetriesPerRequest: 20, retryStrategy: (times) => Math.min(times * 50, 2000), ...options }; this.status = 'wait';
    const setup = []; if (this.options.password) setup.push(this.options.username ? ['AUTH', this.options.username, this.options.password] : ['AUTH', this.options.password]); if (this.options.db) setup.push(['SELECT', this.options.db]);
    const connection = this.connection = new Connection({ host: this.options.host, port: this.options.port, path: this.options.path, setup, timeout: this.options.connectTimeout ?? 10000, retry: (attempt) => this.options.retryStrategy?.(attempt + 1) ?? false });
    connection.on('connect', () => { this.status = 'connect'; this.emit('connect'); }); connection.on('ready', () => { this.status = 'ready'; this.emit('ready'); });
    connection.on('lost', (error, ms) => { this.status = 'reconnecting'; const most = this.options.maxRetriesPerRequest; if (most !== null && connection.attempts > most) connection.fail(new MaxRetriesPerRequestError(most)); if (error.syscall || error.code) this.silent(error); this.emit('close'); if (typeof ms !== 'number') { this.status = 'end'; connection.fail(new Error('Connection is closed.')); this.emit('end'); } });
    connection.on('error', (error) => this.silent(error)); connection.on('reconnecting', (ms) => this.emit('reconnecting', ms)); connection.on('push', (value) => { if (value[0] === 'message') this.emit('message', value[1], value[2]); else this.emit('pmessage', value[1], value[2], value[3]); });
    if (!this.options.lazyConnect) { this.status = 'connecting'; connection.start(); }
  }
  silent(error) { if (this.listenerCount('error') > 0) this.emit('error', error); else console.error('[ioredis] Unhandled error event:', error); }
  connect() { return new Promise((resolve, reject) => { this.connection.once('ready', resolve); this.connection.once('lost', reject); this.status = 'connecting'; this.connection.start(); }); }
  call(name, ...args) { const done = typeof args[args.length - 1] === 'function' ? args.pop() : undefined; if (this.status === 'wait') { this.status = 'connecting'; this.connection.start(); } if (this.status === 'end') return Promise.reject(new Error('Connection is closed.')); if (/^p?subscribe$/i.test(name)) this.connection.subscribed = true; const sent = this.connection.send([name.toUpperCase(), ...args.flat(Infinity).flatMap((one) => one instanceof Map ? [...one].flat() : typeof one === 'object' && one !== null && !Buffer.isBuffer(one) ? Object.entries(one).flat() : [one])]).then((value) => name === 'hgetall' ? Object.fromEntries(value.flatMap((key, at) => at % 2 ? [] : [[key, value[at + 1]]])) : value); if (done) sent.then((value) => done(null, value), done); return sent; }
  pipeline() { const list = []; const chain = new Proxy({}, { get: (target, name) => name === 'exec' ? async () => (await Promise.allSettled(list.map((one) => this.call(...one)))).map((one) => one.status === 'fulfilled' ? [null, one.value] : [one.reason, undefined]) : name === 'then' ? undefined : (...args) => { list.push([name, ...args]); return chain; } }); return chain; }
  multi() { const list = []; const chain = new Proxy({}, { get: (target, name) => name === 'exec' ? async () => { await this.call('multi'); for (const one of list) await this.call(...one); return (await this.call('exec')).map((value) => value instanceof Error ? [value, undefined] : [null, value]); } : name === 'then' ? undefined : (...args) => { list.push([name, ...args]); return chain; } }); return chain; }
  duplicate(options) { return new Redis({ ...this.options, ...options }); }
  disconnect() { this.status = 'end'; this.connection.close(); this.emit('close'); this.emit('end'); }
  async quit() { const answer = await this.call('quit'); this.disconnect(); return answer; }
}
for (const name of 'append auth bgsave blpop brpop config dbsize decr decrby del echo eval exists expire expireat flushall flushdb get getdel getset hdel hexists hget hgetall hincrby hkeys hlen hmget hmset hset hsetnx hvals incr incrby incrbyfloat info keys lindex linsert llen lpop lpush lrange lrem lset ltrim mget mset persist pexpire ping psetex psubscribe pttl publish punsubscribe rename rpop rpush sadd scan scard select set setex setnx sismember smembers spop srem strlen subscribe time ttl type unlink unsubscribe unwatch watch zadd zcard zincrby zrange zrank zrem zrevrange zscore'.split(' ')) Redis.prototype[name] = function (...args) { return this.call(name, ...args); };
Redis.Redis = Redis; Redis.default = Redis; Redis.ReplyError = ReplyError;
module.exports = Redis;
`;
export const REDIS_FILES: Readonly<Record<string, string>> = {
  'index.js': REDIS,
  'connection.js': CONNECTION,
};
export const IOREDIS_FILES: Readonly<Record<string, string>> = {
  'index.js': IOREDIS,
  'connection.js': CONNECTION,
};
