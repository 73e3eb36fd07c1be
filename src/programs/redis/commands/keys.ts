import { nameMatcher } from '../../files/find/name-matcher.ts';
import { randomBelow, type Command, type CommandContext, type CommandTable } from '../command.ts';
import { integer, OK, RedisError, SYNTAX, type Reply } from '../reply.ts';
import { copyValue, type Database, type Value } from '../store.ts';
import { SCAN_COMMANDS } from './scan.ts';
import { sort } from './sort.ts';

const NO_KEY = 'ERR no such key';

function expire(unit: number, absolute: boolean, name: string): Command['run'] {
  return ([key = '', amount, ...options], context) => {
    const { db } = context;
    const at = integer(amount) * unit + (absolute ? 0 : context.now);
    if (!Number.isSafeInteger(at)) throw new RedisError(`ERR invalid expire time in '${name}' command`);
    const flags = options.map((word) => word.toUpperCase());
    const unknown = options.find((_, index) => !['NX', 'XX', 'GT', 'LT'].includes(flags[index] ?? ''));
    if (unknown !== undefined) throw new RedisError(`ERR Unsupported option ${unknown}`);
    if (flags.includes('NX') && flags.length > 1)
      throw new RedisError('ERR NX and XX, GT or LT options at the same time are not compatible');
    if (flags.includes('GT') && flags.includes('LT'))
      throw new RedisError('ERR GT and LT options at the same time are not compatible');
    if (!db.has(key)) return 0;
    const old = db.expiry(key);
    const kept =
      (flags.includes('NX') && old !== undefined) ||
      (flags.includes('XX') && old === undefined) ||
      (flags.includes('GT') && (old === undefined || at <= old)) ||
      (flags.includes('LT') && old !== undefined && at >= old);
    if (kept) return 0;
    context.propagate = [['PEXPIREAT', key, String(at)]];
    if (at <= context.now) db.delete(key);
    else db.expire(key, at);
    return 1;
  };
}

/** -1 without an end, -2 without the key. */
function moment(read: (endMs: number, context: CommandContext) => number): Command['run'] {
  return ([key = ''], context) => {
    if (!context.db.has(key)) return -2;
    const end = context.db.expiry(key);
    return end === undefined ? -1 : read(end, context);
  };
}

function rename(from: string, to: string, { db }: CommandContext, onlyNew: boolean): boolean {
  const value = db.get(from);
  if (!value) throw new RedisError(NO_KEY);
  if (onlyNew && db.has(to)) return false;
  if (from === to) return true;
  const end = db.expiry(from);
  db.delete(from);
  db.set(to, value);
  if (end !== undefined) db.expire(to, end);
  return true;
}

function copyTo(target: Database, to: string, value: Value, end: number | undefined): void {
  target.set(to, value);
  if (end !== undefined) target.expire(to, end);
}

function copy([from = '', to = '', ...options]: readonly string[], { db, server }: CommandContext): Reply {
  let [target, replaces] = [db, false];
  for (let at = 0; at < options.length; at++) {
    const word = options[at]?.toUpperCase();
    if (word === 'REPLACE') replaces = true;
    else if (word === 'DB' && at + 1 < options.length) target = server.database(options[++at]);
    else throw new RedisError(SYNTAX);
  }
  if (target === db && from === to) throw new RedisError('ERR source and destination objects are the same');
  const value = db.get(from);
  if (!value || (target.has(to) && !replaces)) return 0;
  copyTo(target, to, copyValue(value), db.expiry(from));
  return 1;
}

function move([key = '', index]: readonly string[], { db, server }: CommandContext): Reply {
  const target = server.database(index, 'ERR value is not an integer or out of range');
  if (target === db) throw new RedisError('ERR source and destination objects are the same');
  const value = db.get(key);
  if (!value || target.has(key)) return 0;
  copyTo(target, key, value, db.expiry(key));
  db.delete(key);
  return 1;
}

const INTEGER = /^(0|-?[1-9]\d{0,17})$/;

/** How Redis with its usual limits would keep a value. */
export function encodingOf(value: Value): string {
  const short = (texts: Iterable<string>): boolean => [...texts].every((text) => text.length <= 64);
  switch (value.type) {
    case 'string':
      return INTEGER.test(value.text) ? 'int' : value.text.length <= 44 ? 'embstr' : 'raw';
    case 'list':
      return value.items.reduce((size, item) => size + item.length + 2, 7) <= 8192 ? 'listpack' : 'quicklist';
    case 'hash':
      return value.fields.size <= 128 && short([...value.fields].flat()) ? 'listpack' : 'hashtable';
    case 'set':
      if (value.members.size <= 512 && [...value.members].every((item) => INTEGER.test(item)))
        return 'intset';
      return value.members.size <= 128 && short(value.members) ? 'listpack' : 'hashtable';
    case 'zset':
      return value.scores.size <= 128 && short(value.scores.keys()) ? 'listpack' : 'skiplist';
  }
}

const OBJECT_HELP = ['OBJECT <subcommand> [<arg> [value] [opt] ...]. Subcommands are:', 'ENCODING <key>', '    Return the kind of internal representation used in order to store the value', '    associated with a <key>.', 'FREQ <key>', '    Return the access frequency index of the <key>. The returned integer is', '    proportional to the logarithm of the recent access frequency of the key.', 'IDLETIME <key>', '    Return the idle time of the <key>, that is the approximated number of', '    seconds elapsed since the last access to the key.', 'REFCOUNT <key>', '    Return the number of references of the value associated with the specified', '    <key>.', 'HELP', '    Print this help.']; // prettier-ignore

function object([what = '', key = '']: readonly string[], { db }: CommandContext): Reply {
  const word = what.toLowerCase();
  if (word === 'help') return OBJECT_HELP.map((ok) => ({ ok }));
  if (!['encoding', 'refcount', 'idletime', 'freq'].includes(word))
    throw new RedisError(`ERR unknown subcommand '${what}'. Try OBJECT HELP.`);
  const value = db.get(key);
  if (!value) return null;
  if (word === 'freq')
    throw new RedisError('ERR An LFU maxmemory policy is not selected, access frequency not tracked. Please note that when switching between policies at runtime LRU and LFU data will take some time to adjust.'); // prettier-ignore
  return word === 'encoding' ? encodingOf(value) : word === 'refcount' ? 1 : 0;
}

function randomKey(_: readonly string[], context: CommandContext): Reply {
  const keys = context.db.keys();
  return keys[randomBelow(context, keys.length || 1)] ?? null;
}

const remove: Command = { arity: -2, run: (keys, { db }) => keys.filter((key) => db.delete(key)).length };

export const KEY_COMMANDS: CommandTable = {
  ...SCAN_COMMANDS,
  keys: { arity: 2, run: ([pattern = ''], { db }) => db.keys().filter(nameMatcher(pattern, false)) },
  exists: { arity: -2, run: (keys, { db }) => keys.filter((key) => db.has(key)).length },
  touch: { arity: -2, run: (keys, { db }) => keys.filter((key) => db.has(key)).length },
  del: remove,
  unlink: remove,
  type: { arity: 2, run: ([key = ''], { db }) => ({ ok: db.get(key)?.type ?? 'none' }) },
  rename: {
    arity: 3,
    run: ([from = '', to = ''], context) => {
      rename(from, to, context, false);
      return OK;
    },
  },
  renamenx: { arity: 3, run: ([from = '', to = ''], context) => Number(rename(from, to, context, true)) },
  copy: { arity: -3, run: copy },
  move: { arity: 3, run: move },
  randomkey: { arity: 1, run: randomKey },
  expire: { arity: -3, run: expire(1000, false, 'expire') },
  pexpire: { arity: -3, run: expire(1, false, 'pexpire') },
  expireat: { arity: -3, run: expire(1000, true, 'expireat') },
  pexpireat: { arity: -3, run: expire(1, true, 'pexpireat') },
  ttl: { arity: 2, run: moment((end, { now }) => Math.floor((end - now + 500) / 1000)) },
  pttl: { arity: 2, run: moment((end, { now }) => end - now) },
  expiretime: { arity: 2, run: moment((end) => Math.floor(end / 1000)) },
  pexpiretime: { arity: 2, run: moment((end) => end) },
  persist: {
    arity: 2,
    run: ([key = ''], { db }) => Number(db.expiry(key) !== undefined && db.expire(key, undefined)),
  },
  object: { arity: -2, run: object },
  sort: { arity: -2, run: sort },
  sort_ro: { arity: -2, run: sort },
};
