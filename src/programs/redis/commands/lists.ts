import type { Command, CommandContext, CommandTable, Waiting } from '../command.ts';
import {
  count, float, integer, NO_ARRAY, OK, RedisError, SYNTAX, type Reply,
} from '../reply.ts'; // prettier-ignore
import type { Database } from '../store.ts';

const POSITIVE = 'ERR value is out of range, must be positive';

/** Puts items into a list, which is made where there is none. */
function pushAll(db: Database, key: string, front: boolean, items: readonly string[]): number {
  const found = db.list(key);
  const target = found ?? [];
  if (front) target.unshift(...[...items].reverse());
  else for (const item of items) target.push(item);
  if (found) db.touch(key);
  else db.set(key, { type: 'list', items: target });
  return target.length;
}

function push(front: boolean, onlyExisting = false): Command['run'] {
  return ([key = '', ...items], { db }) =>
    onlyExisting && !db.list(key) ? 0 : pushAll(db, key, front, items);
}

function takeOne(db: Database, key: string, front: boolean): string | undefined {
  const items = db.list(key);
  const item = front ? items?.shift() : items?.pop();
  if (items) db.touch(key);
  return item;
}

function pop(front: boolean, name: string): Command['run'] {
  return ([key = '', amount, ...more], { db }) => {
    if (more.length > 0) throw new RedisError(`ERR wrong number of arguments for '${name}' command`);
    const limit = amount === undefined ? undefined : count(amount, 0, POSITIVE);
    const items = db.list(key);
    if (!items) return limit === undefined ? null : NO_ARRAY;
    if (limit === undefined) return takeOne(db, key, front) ?? null;
    const taken = front ? items.splice(0, limit) : items.splice(Math.max(0, items.length - limit)).reverse();
    if (taken.length > 0) db.touch(key);
    return taken;
  };
}

/** Seconds of a blocking command. @throws RedisError */
export function timeoutSeconds(text: string | undefined): number {
  const seconds = float(text, 'ERR timeout is not a float or out of range');
  if (seconds < 0) throw new RedisError('ERR timeout is negative');
  return seconds;
}

/** Does it now, or waits for a push. */
function orWait(waits: Waiting, context: CommandContext): ReturnType<Command['run']> {
  return waits.again(context) ?? { waits };
}

function blockingPop(front: boolean): Command['run'] {
  return (args, context) => {
    const keys = args.slice(0, -1);
    const seconds = timeoutSeconds(args.at(-1));
    const again = (now: CommandContext): Reply | undefined => {
      for (const key of keys) {
        const item = takeOne(now.db, key, front);
        if (item === undefined) continue;
        now.propagate = [[front ? 'LPOP' : 'RPOP', key]];
        return [key, item];
      }
      return undefined;
    };
    return orWait({ keys, seconds, again, otherwise: NO_ARRAY }, context);
  };
}

function end(word = ''): boolean {
  const upper = word.toUpperCase();
  if (upper !== 'LEFT' && upper !== 'RIGHT') throw new RedisError(SYNTAX);
  return upper === 'LEFT';
}

/** Moves an item; undefined where there is none. */
function move(
  context: CommandContext,
  from: string,
  to: string,
  takes: boolean,
  puts: boolean,
): Reply | undefined {
  const { db } = context;
  if (!db.list(from)) return undefined;
  db.list(to);
  const item = takeOne(db, from, takes);
  if (item === undefined) return undefined;
  pushAll(db, to, puts, [item]);
  context.propagate = [['LMOVE', from, to, takes ? 'LEFT' : 'RIGHT', puts ? 'LEFT' : 'RIGHT']];
  return item;
}

function blockingMove(from: string, to: string, takes: boolean, puts: boolean, seconds: number, context: CommandContext): ReturnType<Command['run']> {
  const again = (now: CommandContext): Reply | undefined => move(now, from, to, takes, puts);
  return orWait({ keys: [from], seconds, again, otherwise: null }, context);
} // prettier-ignore

/** First and last index of a range as texts give it; negative ones count from the end. */
export function indexRange(from: string | undefined, to: string | undefined, length: number): [start: number, end: number] {
  const absolute = (at: number): number => (at < 0 ? length + at : at);
  return [Math.max(0, absolute(integer(from))), Math.min(length - 1, absolute(integer(to)))];
} // prettier-ignore

function remove([key = '', amount, item = '']: readonly string[], { db }: CommandContext): Reply {
  const limit = integer(amount);
  const items = db.list(key);
  if (!items) return 0;
  let removed = 0;
  const wanted = limit === 0 ? Infinity : Math.abs(limit);
  if (limit < 0) {
    for (let at = items.length - 1; at >= 0 && removed < wanted; at--)
      if (items[at] === item) removed += items.splice(at, 1).length;
  } else {
    for (let at = 0; at < items.length && removed < wanted;)
      if (items[at] === item) removed += items.splice(at, 1).length;
      else at++;
  }
  if (removed > 0) db.touch(key);
  return removed;
}

function position([key = '', item = '', ...options]: readonly string[], { db }: CommandContext): Reply {
  let [rank, limit, most] = [1, undefined as number | undefined, 0];
  for (let at = 0; at < options.length; at += 2) {
    const word = options[at]?.toUpperCase();
    const value = options[at + 1];
    if (value === undefined) throw new RedisError(SYNTAX);
    if (word === 'RANK') {
      rank = integer(value);
      if (rank === 0)
        throw new RedisError("ERR RANK can't be zero: use 1 to start from the first match, 2 from the second ... or use negative to start from the end of the list");
    } else if (word === 'COUNT') limit = count(value, 0, "ERR COUNT can't be negative");
    else if (word === 'MAXLEN') most = count(value, 0, "ERR MAXLEN can't be negative");
    else throw new RedisError(SYNTAX);
  } // prettier-ignore
  const items = db.list(key) ?? [];
  const order = rank < 0 ? [...items.keys()].reverse() : [...items.keys()];
  const found = (most ? order.slice(0, most) : order).filter((at) => items[at] === item).slice(Math.abs(rank) - 1);
  return limit === undefined ? (found[0] ?? null) : limit === 0 ? found : found.slice(0, limit);
} // prettier-ignore

export const LIST_COMMANDS: CommandTable = {
  lpush: { arity: -3, run: push(true) },
  rpush: { arity: -3, run: push(false) },
  lpushx: { arity: -3, run: push(true, true) },
  rpushx: { arity: -3, run: push(false, true) },
  lpop: { arity: -2, run: pop(true, 'lpop') },
  rpop: { arity: -2, run: pop(false, 'rpop') },
  blpop: { arity: -3, run: blockingPop(true) },
  brpop: { arity: -3, run: blockingPop(false) },
  llen: { arity: 2, run: ([key = ''], { db }) => db.list(key)?.length ?? 0 },
  lrange: {
    arity: 4,
    run: ([key = '', from, to], { db }) => {
      const items = db.list(key) ?? [];
      const [start, last] = indexRange(from, to, items.length);
      return items.slice(start, Math.max(start, last + 1));
    },
  },
  lindex: { arity: 3, run: ([key = '', at], { db }) => db.list(key)?.at(integer(at)) ?? null },
  lset: {
    arity: 4,
    run: ([key = '', text, item = ''], { db }) => {
      const items = db.list(key);
      if (!items) throw new RedisError('ERR no such key');
      const index = integer(text);
      const at = index < 0 ? items.length + index : index;
      if (at < 0 || at >= items.length) throw new RedisError('ERR index out of range');
      items[at] = item;
      db.touch(key);
      return OK;
    },
  },
  ltrim: {
    arity: 4,
    run: ([key = '', from, to], { db }) => {
      const items = db.list(key);
      const [start, last] = indexRange(from, to, items?.length ?? 0);
      if (!items) return OK;
      items.splice(Math.max(start, last + 1));
      items.splice(0, start);
      db.touch(key);
      return OK;
    },
  },
  lrem: { arity: 4, run: remove },
  lpos: { arity: -3, run: position },
  linsert: {
    arity: 5,
    run: ([key = '', where = '', pivot = '', item = ''], { db }) => {
      if (!/^(before|after)$/i.test(where)) throw new RedisError(SYNTAX);
      const items = db.list(key);
      if (!items) return 0;
      const at = items.indexOf(pivot);
      if (at < 0) return -1;
      items.splice(at + Number(/^after$/i.test(where)), 0, item);
      db.touch(key);
      return items.length;
    },
  },
  rpoplpush: { arity: 3, run: ([from = '', to = ''], context) => move(context, from, to, false, true) ?? null },
  lmove: { arity: 5, run: ([from = '', to = '', takes, puts], context) => move(context, from, to, end(takes), end(puts)) ?? null },
  brpoplpush: { arity: 4, run: ([from = '', to = '', seconds], context) => blockingMove(from, to, false, true, timeoutSeconds(seconds), context) },
  blmove: { arity: 6, run: ([from = '', to = '', takes, puts, seconds], context) => blockingMove(from, to, end(takes), end(puts), timeoutSeconds(seconds), context) },
}; // prettier-ignore
