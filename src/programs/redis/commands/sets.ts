import { randomBelow, type Command, type CommandContext, type CommandTable } from '../command.ts';
import { count, integer, RedisError, SYNTAX, type Reply } from '../reply.ts';
import type { Database } from '../store.ts';
import { pickRandom } from './hashes.ts';

type Combine = (sets: readonly ReadonlySet<string>[]) => Set<string>;

const intersection: Combine = ([first, ...others]) =>
  new Set([...(first ?? [])].filter((item) => others.every((set) => set.has(item))));
const union: Combine = (sets) => new Set(sets.flatMap((set) => [...set]));
const difference: Combine = ([first, ...others]) =>
  new Set([...(first ?? [])].filter((item) => !others.some((set) => set.has(item))));

const setsOf = (db: Database, keys: readonly string[]): ReadonlySet<string>[] =>
  keys.map((key) => db.members(key) ?? new Set<string>());

/** Members of a set that hold only numbers come in their order, as an intset keeps them. */
export function orderedMembers(members: ReadonlySet<string>): string[] {
  const all = [...members];
  if (all.length > 512 || !all.every((item) => /^(0|-?[1-9]\d{0,17})$/.test(item))) return all;
  return all.sort((a, b) => (BigInt(a) < BigInt(b) ? -1 : 1));
}

const combined =
  (combine: Combine): Command['run'] =>
  (keys, { db }) =>
    orderedMembers(combine(setsOf(db, keys)));

const stored =
  (combine: Combine): Command['run'] =>
  ([target = '', ...keys], { db }) => {
    const members = combine(setsOf(db, keys));
    if (members.size > 0) db.set(target, { type: 'set', members });
    else db.delete(target);
    return members.size;
  };

function addAll(db: Database, key: string, items: readonly string[]): number {
  const found = db.members(key);
  const members = found ?? new Set<string>();
  const before = members.size;
  for (const item of items) members.add(item);
  if (!found) db.set(key, { type: 'set', members });
  else if (members.size > before) db.touch(key);
  return members.size - before;
}

function removeAll(db: Database, key: string, items: readonly string[]): number {
  const members = db.members(key);
  const removed = items.filter((item) => members?.delete(item)).length;
  if (removed > 0) db.touch(key);
  return removed;
}

function pop([key = '', amount, ...more]: readonly string[], context: CommandContext): Reply {
  if (more.length > 0) throw new RedisError(SYNTAX);
  const { db } = context;
  const limit = amount === undefined ? 1 : count(amount, 0, 'ERR value is out of range, must be positive');
  const left = [...(db.members(key) ?? [])];
  const taken: string[] = [];
  while (taken.length < limit && left.length > 0) taken.push(...left.splice(randomBelow(context, left.length), 1));
  removeAll(db, key, taken);
  context.propagate = [['SREM', key, ...taken]];
  return amount === undefined ? (taken[0] ?? null) : taken;
} // prettier-ignore

function intersectionSize([number, ...args]: readonly string[], { db }: CommandContext): Reply {
  const keys = args.slice(0, count(number, 1, 'ERR numkeys should be greater than 0'));
  if (keys.length < integer(number))
    throw new RedisError("ERR Number of keys can't be greater than number of args");
  const [word, limit] = args.slice(keys.length);
  if (word !== undefined && word.toUpperCase() !== 'LIMIT') throw new RedisError(SYNTAX);
  const size = intersection(setsOf(db, keys)).size;
  const most = word === undefined ? 0 : count(limit, 0, "ERR LIMIT can't be negative");
  return most > 0 ? Math.min(most, size) : size;
}

export const SET_COMMANDS: CommandTable = {
  sadd: { arity: -3, run: ([key = '', ...items], { db }) => addAll(db, key, items) },
  srem: { arity: -3, run: ([key = '', ...items], { db }) => removeAll(db, key, items) },
  smembers: { arity: 2, run: ([key = ''], { db }) => orderedMembers(db.members(key) ?? new Set()) },
  sismember: {
    arity: 3,
    run: ([key = '', item = ''], { db }) => Number(db.members(key)?.has(item) ?? false),
  },
  smismember: {
    arity: -3,
    run: ([key = '', ...items], { db }) => {
      const members = db.members(key);
      return items.map((item) => Number(members?.has(item) ?? false));
    },
  },
  scard: { arity: 2, run: ([key = ''], { db }) => db.members(key)?.size ?? 0 },
  spop: { arity: -2, run: pop },
  srandmember: {
    arity: -2,
    run: ([key = '', amount, ...more], context) => {
      if (more.length > 0) throw new RedisError(SYNTAX);
      return pickRandom([...(context.db.members(key) ?? [])], amount, context, (item) => [item]);
    },
  },
  smove: {
    arity: 4,
    run: ([from = '', to = '', item = ''], { db }) => {
      db.members(to);
      if (!db.members(from)?.has(item)) return 0;
      removeAll(db, from, [item]);
      addAll(db, to, [item]);
      return 1;
    },
  },
  sinter: { arity: -2, run: combined(intersection) },
  sunion: { arity: -2, run: combined(union) },
  sdiff: { arity: -2, run: combined(difference) },
  sinterstore: { arity: -3, run: stored(intersection) },
  sunionstore: { arity: -3, run: stored(union) },
  sdiffstore: { arity: -3, run: stored(difference) },
  sintercard: { arity: -3, run: intersectionSize },
};
