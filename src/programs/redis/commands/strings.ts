import type { CommandContext, CommandTable } from '../command.ts';
import {
  addDecimals, bigInteger, integer, NOT_FLOAT, OK, RedisError, SYNTAX, float, type Reply,
} from '../reply.ts'; // prettier-ignore
import { parseExpiry } from './expiry-option.ts';

const LONGEST = 512 * 1024 * 1024;
const TOO_LONG = 'ERR string exceeds maximum allowed size (proto-max-bulk-len)';

function add(key: string, by: bigint, { db }: CommandContext): Reply {
  const sum = bigInteger(db.text(key) ?? '0') + by;
  if (BigInt.asIntN(64, sum) !== sum) throw new RedisError('ERR increment or decrement would overflow');
  db.set(key, { type: 'string', text: sum.toString() }, true);
  return sum;
}

function set(args: readonly string[], context: CommandContext, command = 'set'): Reply {
  const { db } = context;
  const [key = '', text = '', ...options] = args;
  const flags = new Set<string>();
  let expires: number | undefined;
  for (let at = 0; at < options.length; at++) {
    const word = (options[at] ?? '').toUpperCase();
    if (['EX', 'PX', 'EXAT', 'PXAT'].includes(word)) {
      if (flags.has('TTL') || at + 1 >= options.length) throw new RedisError(SYNTAX);
      expires = parseExpiry(word, options[++at], context.now, command);
      flags.add('TTL');
    } else if (word === 'KEEPTTL' && !flags.has('TTL')) flags.add('TTL').add(word);
    else if (word === 'GET' || (word === 'NX' && !flags.has('XX')) || (word === 'XX' && !flags.has('NX')))
      flags.add(word);
    else throw new RedisError(SYNTAX);
  }
  const old = flags.has('GET') ? (db.text(key) ?? null) : null;
  const there = db.has(key);
  if ((flags.has('NX') && there) || (flags.has('XX') && !there)) return old;
  db.set(key, { type: 'string', text }, flags.has('KEEPTTL'));
  if (expires !== undefined) {
    db.expire(key, expires);
    context.propagate = [['SET', key, text, 'PXAT', String(expires)]];
  }
  return flags.has('GET') ? old : OK;
}

function setAll(words: readonly string[], { db }: CommandContext, command: string, fresh = false): boolean {
  if (words.length % 2 !== 0) throw new RedisError(`ERR wrong number of arguments for '${command}' command`);
  if (fresh && words.some((word, at) => at % 2 === 0 && db.has(word))) return false;
  for (let at = 0; at < words.length; at += 2)
    db.set(words[at] ?? '', { type: 'string', text: words[at + 1] ?? '' });
  return true;
}

function getEx([key = '', ...options]: readonly string[], context: CommandContext): Reply {
  const { db } = context;
  const [option, amount, ...more] = options;
  const word = option?.toUpperCase() ?? '';
  const persists = word === 'PERSIST' && amount === undefined;
  const ends = ['EX', 'PX', 'EXAT', 'PXAT'].includes(word) && amount !== undefined;
  if (more.length > 0 || (option !== undefined && !persists && !ends)) throw new RedisError(SYNTAX);
  const text = db.text(key);
  if (text === undefined) return null;
  const at = ends ? parseExpiry(word, amount, context.now, 'getex') : undefined;
  if (ends || (persists && db.expiry(key) !== undefined)) db.expire(key, at);
  context.propagate = at === undefined ? [['PERSIST', key]] : [['PEXPIREAT', key, String(at)]];
  return text;
}

function setRange([key = '', from, text = '']: readonly string[], { db, server }: CommandContext): Reply {
  const at = integer(from);
  if (at < 0) throw new RedisError('ERR offset is out of range');
  const old = db.text(key) ?? '';
  if (text === '') return old.length;
  if (at + text.length > LONGEST) throw new RedisError(TOO_LONG);
  server.allocate(Math.max(0, at + text.length - old.length));
  const result = old.slice(0, at).padEnd(at, '\0') + text + old.slice(at + text.length);
  db.set(key, { type: 'string', text: result }, true);
  return result.length;
}

function getRange([key = '', from, to]: readonly string[], { db }: CommandContext): Reply {
  const [start, end] = [integer(from), integer(to)];
  const text = db.text(key) ?? '';
  const absolute = (at: number): number => (at < 0 ? Math.max(0, text.length + at) : at);
  if (start < 0 && end < 0 && start > end) return '';
  return text.slice(absolute(start), absolute(end) + 1);
}

function incrByFloat([key = '', by = '']: readonly string[], context: CommandContext): Reply {
  const old = context.db.text(key) ?? '0';
  float(old, NOT_FLOAT);
  float(by, NOT_FLOAT);
  const text = addDecimals(old, by);
  context.db.set(key, { type: 'string', text }, true);
  context.propagate = [['SET', key, text, 'KEEPTTL']];
  return text;
}

const getRangeCommand = { arity: 4, run: getRange };

export const STRING_COMMANDS: CommandTable = {
  get: { arity: 2, run: ([key = ''], { db }) => db.text(key) ?? null },
  set: { arity: -3, run: (args, context) => set(args, context) },
  setnx: {
    arity: 3,
    run: ([key = '', text = ''], context) => (set([key, text, 'NX'], context) === null ? 0 : 1),
  },
  setex: {
    arity: 4,
    run: ([key = '', seconds = '', text = ''], context) => set([key, text, 'EX', seconds], context, 'setex'),
  },
  psetex: {
    arity: 4,
    run: ([key = '', ms = '', text = ''], context) => set([key, text, 'PX', ms], context, 'psetex'),
  },
  getset: { arity: 3, run: ([key = '', text = ''], context) => set([key, text, 'GET'], context) },
  getdel: {
    arity: 2,
    run: ([key = ''], { db }) => {
      const text = db.text(key);
      db.delete(key);
      return text ?? null;
    },
  },
  getex: { arity: -2, run: getEx },
  mget: {
    arity: -2,
    run: (keys, { db }) =>
      keys.map((key) => {
        const value = db.get(key);
        return value?.type === 'string' ? value.text : null;
      }),
  },
  mset: { arity: -3, run: (words, context) => (setAll(words, context, 'mset') ? OK : null) },
  msetnx: { arity: -3, run: (words, context) => Number(setAll(words, context, 'msetnx', true)) },
  append: {
    arity: 3,
    run: ([key = '', text = ''], { db }) => {
      const result = (db.text(key) ?? '') + text;
      if (result.length > LONGEST) throw new RedisError(TOO_LONG);
      db.set(key, { type: 'string', text: result }, true);
      return result.length;
    },
  },
  strlen: { arity: 2, run: ([key = ''], { db }) => (db.text(key) ?? '').length },
  setrange: { arity: 4, run: setRange },
  getrange: getRangeCommand,
  substr: getRangeCommand,
  incr: { arity: 2, run: ([key = ''], context) => add(key, 1n, context) },
  decr: { arity: 2, run: ([key = ''], context) => add(key, -1n, context) },
  incrby: { arity: 3, run: ([key = '', by], context) => add(key, bigInteger(by), context) },
  decrby: { arity: 3, run: ([key = '', by], context) => add(key, -bigInteger(by), context) },
  incrbyfloat: { arity: 3, run: incrByFloat },
};
