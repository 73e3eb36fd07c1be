import { randomBelow, type CommandContext, type CommandTable } from '../command.ts';
import { addDecimals, bigInteger, float, integer, OK, RedisError, SYNTAX, type Reply } from '../reply.ts';
import type { Database } from '../store.ts';

function setFields(db: Database, key: string, pairs: readonly string[]): number {
  const found = db.hash(key);
  const fields = found ?? new Map<string, string>();
  const before = fields.size;
  for (let at = 0; at < pairs.length; at += 2) fields.set(pairs[at] ?? '', pairs[at + 1] ?? '');
  if (found) db.touch(key);
  else db.set(key, { type: 'hash', fields });
  return fields.size - before;
}

function paired(pairs: readonly string[], command: string): readonly string[] {
  if (pairs.length % 2 !== 0) throw new RedisError(`ERR wrong number of arguments for '${command}' command`);
  return pairs;
}

function increment([key = '', field = '', by]: readonly string[], { db }: CommandContext): Reply {
  const amount = bigInteger(by);
  const sum = bigInteger(db.hash(key)?.get(field) ?? '0', 'ERR hash value is not an integer') + amount;
  if (BigInt.asIntN(64, sum) !== sum) throw new RedisError('ERR increment or decrement would overflow');
  setFields(db, key, [field, sum.toString()]);
  return sum;
}

function incrementFloat([key = '', field = '', by = '']: readonly string[], context: CommandContext): Reply {
  const { db } = context;
  float(by);
  const old = db.hash(key)?.get(field) ?? '0';
  float(old, 'ERR hash value is not a float');
  const sum = addDecimals(old, by);
  setFields(db, key, [field, sum]);
  context.propagate = [['HSET', key, field, sum]];
  return sum;
}

function randomField([key = '', amount, withValues]: readonly string[], context: CommandContext): Reply {
  if (withValues !== undefined && withValues.toUpperCase() !== 'WITHVALUES') throw new RedisError(SYNTAX);
  const pairs = [...(context.db.hash(key) ?? [])];
  return pickRandom(pairs, amount, context, ([field, value]) =>
    withValues === undefined ? [field] : [field, value],
  );
}

/** One at random as it is, or as many as asked: different ones, or with a negative count any. */
export function pickRandom<T>(all: T[], amount: string | undefined, context: CommandContext, show: (item: T) => string[]): Reply {
  if (amount === undefined) {
    const item = all[randomBelow(context, all.length || 1)];
    return item === undefined ? null : (show(item)[0] ?? null);
  }
  const wanted = integer(amount);
  const picked: T[] = [];
  if (wanted < 0 && all.length > 0)
    for (let left = -wanted; left > 0; left--) picked.push(...[all[randomBelow(context, all.length)]].filter((item) => item !== undefined));
  else
    while (picked.length < wanted && all.length > 0)
      picked.push(...all.splice(wanted >= all.length + picked.length ? 0 : randomBelow(context, all.length), 1));
  return picked.flatMap(show);
} // prettier-ignore

export const HASH_COMMANDS: CommandTable = {
  hset: { arity: -4, run: ([key = '', ...pairs], { db }) => setFields(db, key, paired(pairs, 'hset')) },
  hmset: {
    arity: -4,
    run: ([key = '', ...pairs], { db }) => {
      setFields(db, key, paired(pairs, 'hmset'));
      return OK;
    },
  },
  hsetnx: {
    arity: 4,
    run: ([key = '', field = '', text = ''], { db }) =>
      db.hash(key)?.has(field) ? 0 : setFields(db, key, [field, text]),
  },
  hget: { arity: 3, run: ([key = '', field = ''], { db }) => db.hash(key)?.get(field) ?? null },
  hmget: {
    arity: -3,
    run: ([key = '', ...names], { db }) => {
      const fields = db.hash(key);
      return names.map((name) => fields?.get(name) ?? null);
    },
  },
  hgetall: { arity: 2, run: ([key = ''], { db }) => [...(db.hash(key) ?? [])].flat() },
  hkeys: { arity: 2, run: ([key = ''], { db }) => [...(db.hash(key)?.keys() ?? [])] },
  hvals: { arity: 2, run: ([key = ''], { db }) => [...(db.hash(key)?.values() ?? [])] },
  hlen: { arity: 2, run: ([key = ''], { db }) => db.hash(key)?.size ?? 0 },
  hstrlen: { arity: 3, run: ([key = '', field = ''], { db }) => db.hash(key)?.get(field)?.length ?? 0 },
  hexists: { arity: 3, run: ([key = '', field = ''], { db }) => Number(db.hash(key)?.has(field) ?? false) },
  hdel: {
    arity: -3,
    run: ([key = '', ...names], { db }) => {
      const fields = db.hash(key);
      const removed = names.filter((name) => fields?.delete(name)).length;
      if (removed > 0) db.touch(key);
      return removed;
    },
  },
  hincrby: { arity: 4, run: increment },
  hincrbyfloat: { arity: 4, run: incrementFloat },
  hrandfield: { arity: -2, run: randomField },
};
