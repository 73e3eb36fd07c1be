import { nameMatcher } from '../files/find/name-matcher.ts';
import type { Reply } from './resp.ts';
import type { Store, Value } from './store.ts';

const OK: Reply = { ok: 'OK' };
const WRONG_TYPE: Reply = { error: 'WRONGTYPE Operation against a key holding the wrong kind of value' };
const NOT_INTEGER: Reply = { error: 'ERR value is not an integer or out of range' };
const SYNTAX: Reply = { error: 'ERR syntax error' };

/** What commands need besides the keys. */
export interface CommandContext {
  readonly store: Store;
  now(): number;
  /** The text of INFO. */
  info(): string;
  /** A setting for CONFIG GET. */
  setting(name: string): string | undefined;
  save(): void;
}

interface Command {
  /** Words with the name; negative: at least so many. */
  readonly arity: number;
  readonly writes?: boolean;
  run(args: readonly string[], context: CommandContext): Reply;
}

const textOf = (value: Value | undefined): string | undefined | false =>
  value === undefined ? undefined : value.type === 'string' ? value.text : false;

function add(by: number, key: string, { store }: CommandContext): Reply {
  const text = textOf(store.get(key));
  if (text === false) return WRONG_TYPE;
  if (!/^-?\d+$/.test(text ?? '0') || !Number.isInteger(by)) return NOT_INTEGER;
  const result = BigInt(text ?? 0) + BigInt(by);
  store.set(key, { type: 'string', text: result.toString() }, true);
  return Number(result);
}

function set(args: readonly string[], { store, now }: CommandContext): Reply {
  const [key = '', text = '', ...options] = args;
  const words = options.map((word) => word.toUpperCase());
  const old = textOf(store.get(key));
  let expires: number | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!['EX', 'PX', 'NX', 'XX', 'GET', 'KEEPTTL'].includes(word)) return SYNTAX;
    if (word !== 'EX' && word !== 'PX') continue;
    const amount = Number(words[++at]);
    if (!Number.isInteger(amount)) return NOT_INTEGER;
    if (amount <= 0) return { error: "ERR invalid expire time in 'set' command" };
    expires = now() + amount * (word === 'EX' ? 1000 : 1);
  }
  if (words.includes('GET') && old === false) return WRONG_TYPE;
  const shown = old === undefined || old === false ? null : old;
  if ((words.includes('NX') && store.get(key)) || (words.includes('XX') && !store.get(key)))
    return words.includes('GET') ? shown : null;
  store.set(key, { type: 'string', text }, words.includes('KEEPTTL'));
  if (expires !== undefined) store.expire(key, expires);
  return words.includes('GET') ? shown : OK;
}

function list(store: Store, key: string): string[] | undefined | false {
  const value = store.get(key);
  return value === undefined ? undefined : value.type === 'list' ? value.items : false;
}

function push(front: boolean): Command['run'] {
  return ([key = '', ...items], { store }) => {
    const found = list(store, key);
    if (found === false) return WRONG_TYPE;
    const target = found ?? [];
    if (!found) store.set(key, { type: 'list', items: target });
    for (const item of items)
      if (front) target.unshift(item);
      else target.push(item);
    return target.length;
  };
}

function pop(front: boolean): Command['run'] {
  return ([key = '', count], { store }) => {
    const found = list(store, key);
    if (found === false) return WRONG_TYPE;
    if (!found) return null;
    const taken = Array.from(
      { length: Math.min(found.length, Number(count ?? 1)) },
      () => (front ? found.shift() : found.pop()) ?? '',
    );
    if (found.length === 0) store.delete(key);
    return count === undefined ? (taken[0] ?? null) : taken;
  };
}

function hash(store: Store, key: string): Map<string, string> | undefined | false {
  const value = store.get(key);
  return value === undefined ? undefined : value.type === 'hash' ? value.fields : false;
}

function members(store: Store, key: string): Set<string> | undefined | false {
  const value = store.get(key);
  return value === undefined ? undefined : value.type === 'set' ? value.members : false;
}

const expireAt =
  (unit: number, absolute: boolean): Command['run'] =>
  ([key = '', amount], { store, now }) => {
    if (!/^-?\d+$/.test(amount ?? '')) return NOT_INTEGER;
    return store.expire(key, (absolute ? 0 : now()) + Number(amount) * unit) ? 1 : 0;
  };

const COMMANDS: Readonly<Record<string, Command>> = {
  ping: { arity: -1, run: ([text]) => text ?? { ok: 'PONG' } },
  echo: { arity: 2, run: ([text = '']) => text },
  select: { arity: 2, run: () => OK },
  auth: { arity: -2, run: () => ({ error: 'ERR AUTH <password> called without any password configured for the default user. Are you sure your configuration is correct?' }) },
  client: { arity: -2, run: ([what = '']) => (what.toLowerCase() === 'getname' ? null : what.toLowerCase() === 'id' ? 1 : OK) },
  command: { arity: -1, run: () => [] },
  hello: { arity: -1, run: () => ['server', 'redis', 'version', '7.4.7', 'proto', 2, 'id', 1, 'mode', 'standalone', 'role', 'master', 'modules', []] },
  info: { arity: -1, run: (_, context) => context.info() },
  config: { arity: -2, run: ([what = '', ...names], context) => (what.toLowerCase() === 'get' ? names.flatMap((name) => { const value = context.setting(name); return value === undefined ? [] : [name, value]; }) : OK) },
  save: { arity: 1, run: (_, context) => (context.save(), OK) },
  bgsave: { arity: -1, run: (_, context) => (context.save(), { ok: 'Background saving started' }) },
  time: { arity: 1, run: (_, { now }) => [String(Math.floor(now() / 1000)), String(Math.floor((now() % 1000) * 1000))] },
  dbsize: { arity: 1, run: (_, { store }) => store.keys().length },
  flushall: { arity: -1, writes: true, run: (_, { store }) => (store.clear(), OK) },
  flushdb: { arity: -1, writes: true, run: (_, { store }) => (store.clear(), OK) },
  keys: { arity: 2, run: ([pattern = '*'], { store }) => store.keys().filter(nameMatcher(pattern, false)) },
  scan: { arity: -2, run: (_, { store }) => ['0', store.keys()] },
  type: { arity: 2, run: ([key = ''], { store }) => ({ ok: store.get(key)?.type ?? 'none' }) },
  exists: { arity: -2, run: (keys, { store }) => keys.filter((key) => store.get(key)).length },
  del: { arity: -2, writes: true, run: (keys, { store }) => keys.filter((key) => store.delete(key)).length },
  unlink: { arity: -2, writes: true, run: (keys, { store }) => keys.filter((key) => store.delete(key)).length },
  rename: { arity: 3, writes: true, run: ([from = '', to = ''], { store }) => { const value = store.get(from); if (!value) return { error: 'ERR no such key' }; store.set(to, value); if (from !== to) store.delete(from); return OK; } },
  expire: { arity: -3, writes: true, run: expireAt(1000, false) },
  pexpire: { arity: -3, writes: true, run: expireAt(1, false) },
  expireat: { arity: -3, writes: true, run: expireAt(1000, true) },
  pexpireat: { arity: -3, writes: true, run: expireAt(1, true) },
  persist: { arity: 2, writes: true, run: ([key = ''], { store }) => (store.timeLeft(key) >= 0 && store.expire(key, undefined) ? 1 : 0) },
  ttl: { arity: 2, run: ([key = ''], { store }) => { const left = store.timeLeft(key); return left < 0 ? left : Math.round(left / 1000); } },
  pttl: { arity: 2, run: ([key = ''], { store }) => Math.round(store.timeLeft(key)) },
  get: { arity: 2, run: ([key = ''], { store }) => { const text = textOf(store.get(key)); return text === false ? WRONG_TYPE : (text ?? null); } },
  set: { arity: -3, writes: true, run: set },
  setnx: { arity: 3, writes: true, run: ([key = '', text = ''], context) => (set([key, text, 'NX'], context) === null ? 0 : 1) },
  setex: { arity: 4, writes: true, run: ([key = '', seconds = '', text = ''], context) => set([key, text, 'EX', seconds], context) },
  getset: { arity: 3, writes: true, run: ([key = '', text = ''], context) => set([key, text, 'GET'], context) },
  getdel: { arity: 2, writes: true, run: ([key = ''], { store }) => { const text = textOf(store.get(key)); if (text === false) return WRONG_TYPE; store.delete(key); return text ?? null; } },
  mget: { arity: -2, run: (keys, { store }) => keys.map((key) => textOf(store.get(key)) || null) },
  mset: { arity: -3, writes: true, run: (words, { store }) => { for (let at = 0; at + 1 < words.length; at += 2) store.set(words[at] ?? '', { type: 'string', text: words[at + 1] ?? '' }); return OK; } },
  append: { arity: 3, writes: true, run: ([key = '', text = ''], { store }) => { const old = textOf(store.get(key)); if (old === false) return WRONG_TYPE; store.set(key, { type: 'string', text: (old ?? '') + text }, true); return (old ?? '').length + text.length; } },
  strlen: { arity: 2, run: ([key = ''], { store }) => { const text = textOf(store.get(key)); return text === false ? WRONG_TYPE : (text ?? '').length; } },
  incr: { arity: 2, writes: true, run: ([key = ''], context) => add(1, key, context) },
  decr: { arity: 2, writes: true, run: ([key = ''], context) => add(-1, key, context) },
  incrby: { arity: 3, writes: true, run: ([key = '', by], context) => add(Number(by), key, context) },
  decrby: { arity: 3, writes: true, run: ([key = '', by], context) => add(-Number(by), key, context) },
  lpush: { arity: -3, writes: true, run: push(true) },
  rpush: { arity: -3, writes: true, run: push(false) },
  lpop: { arity: -2, writes: true, run: pop(true) },
  rpop: { arity: -2, writes: true, run: pop(false) },
  llen: { arity: 2, run: ([key = ''], { store }) => { const items = list(store, key); return items === false ? WRONG_TYPE : (items?.length ?? 0); } },
  lrange: { arity: 4, run: ([key = '', from = '0', to = '-1'], { store }) => { const items = list(store, key); if (items === false) return WRONG_TYPE; const end = Number(to) < 0 ? (items?.length ?? 0) + Number(to) : Number(to); return items?.slice(Number(from), end + 1) ?? []; } },
  hset: { arity: -4, writes: true, run: ([key = '', ...pairs], { store }) => { const found = hash(store, key); if (found === false) return WRONG_TYPE; const fields = found ?? new Map<string, string>(); const before = fields.size; for (let at = 0; at + 1 < pairs.length; at += 2) fields.set(pairs[at] ?? '', pairs[at + 1] ?? ''); if (!found) store.set(key, { type: 'hash', fields }); return fields.size - before; } },
  hget: { arity: 3, run: ([key = '', field = ''], { store }) => { const fields = hash(store, key); return fields === false ? WRONG_TYPE : (fields?.get(field) ?? null); } },
  hgetall: { arity: 2, run: ([key = ''], { store }) => { const fields = hash(store, key); return fields === false ? WRONG_TYPE : [...(fields ?? [])].flat(); } },
  hdel: { arity: -3, writes: true, run: ([key = '', ...names], { store }) => { const fields = hash(store, key); return fields === false ? WRONG_TYPE : names.filter((name) => fields?.delete(name)).length; } },
  sadd: { arity: -3, writes: true, run: ([key = '', ...items], { store }) => { const found = members(store, key); if (found === false) return WRONG_TYPE; const target = found ?? new Set<string>(); const before = target.size; for (const item of items) target.add(item); if (!found) store.set(key, { type: 'set', members: target }); return target.size - before; } },
  smembers: { arity: 2, run: ([key = ''], { store }) => { const found = members(store, key); return found === false ? WRONG_TYPE : [...(found ?? [])]; } },
  sismember: { arity: 3, run: ([key = '', item = ''], { store }) => { const found = members(store, key); return found === false ? WRONG_TYPE : Number(found?.has(item) ?? false); } },
  scard: { arity: 2, run: ([key = ''], { store }) => { const found = members(store, key); return found === false ? WRONG_TYPE : (found?.size ?? 0); } },
  srem: { arity: -3, writes: true, run: ([key = '', ...items], { store }) => { const found = members(store, key); return found === false ? WRONG_TYPE : items.filter((item) => found?.delete(item)).length; } },
}; // prettier-ignore

/** Runs a command; `wrote` tells whether it may have changed keys. @see Redis 7.4 */
export function runRedisCommand(
  words: readonly string[],
  context: CommandContext,
): { reply: Reply; wrote: boolean } {
  const [name = '', ...args] = words;
  const lower = name.toLowerCase();
  const command = Object.hasOwn(COMMANDS, lower) ? COMMANDS[lower] : undefined;
  if (!command) {
    const shown = args
      .slice(0, 20)
      .map((arg) => `'${arg}' `)
      .join('');
    return {
      reply: { error: `ERR unknown command '${name}', with args beginning with: ${shown}` },
      wrote: false,
    };
  }
  const fits = command.arity >= 0 ? words.length === command.arity : words.length >= -command.arity;
  if (!fits)
    return { reply: { error: `ERR wrong number of arguments for '${lower}' command` }, wrote: false };
  const reply = command.run(args, context);
  const failed = typeof reply === 'object' && reply !== null && 'error' in reply;
  if (command.writes && !failed) context.store.changes++;
  return { reply, wrote: (command.writes ?? false) && !failed };
}
