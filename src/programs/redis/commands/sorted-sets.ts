import type { Command, CommandContext, CommandTable } from '../command.ts';
import { count, float, floatText, integer, NO_ARRAY, RedisError, SYNTAX, type Reply } from '../reply.ts';
import type { Database } from '../store.ts';
import { pickRandom } from './hashes.ts';
import { timeoutSeconds } from './lists.ts';
import { byScore, memberRange, scoreRange, selectRange, type RangeRequest, type Scored } from './score-ranges.ts'; // prettier-ignore

/** The sorted set of a key, made where there is none yet. It is stored at the first `touch`. */
function open(db: Database, key: string): { scores: Map<string, number>; store(): void } {
  const found = db.scores(key);
  const scores = found ?? new Map<string, number>();
  return {
    scores,
    store: () => {
      if (found) db.touch(key);
      else if (scores.size > 0) db.set(key, { type: 'zset', scores });
    },
  };
}

const listed = (items: readonly Scored[], withScores: boolean): string[] =>
  items.flatMap(([member, score]) => (withScores ? [member, floatText(score)] : [member]));

function addFlags(words: readonly string[]): Set<string> {
  const flags = new Set<string>();
  for (const word of words) {
    const upper = word.toUpperCase();
    if (!['NX', 'XX', 'GT', 'LT', 'CH', 'INCR'].includes(upper)) break;
    flags.add(upper);
  }
  return flags;
}

function add([key = '', ...words]: readonly string[], { db }: CommandContext): Reply {
  const flags = addFlags(words);
  const pairs = words.slice(flags.size);
  if (pairs.length === 0 || pairs.length % 2 !== 0) throw new RedisError(SYNTAX);
  if (flags.has('NX') && flags.has('XX'))
    throw new RedisError('ERR XX and NX options at the same time are not compatible');
  if ((flags.has('GT') && flags.has('LT')) || (flags.has('NX') && (flags.has('GT') || flags.has('LT'))))
    throw new RedisError('ERR GT, LT, and/or NX options at the same time are not compatible');
  if (flags.has('INCR') && pairs.length > 2)
    throw new RedisError('ERR INCR option supports a single increment-element pair');
  const amounts = pairs.filter((_, at) => at % 2 === 0).map((text) => float(text));
  const { scores, store } = open(db, key);
  let [added, changed] = [0, 0];
  let result: number | null = null;
  for (const [index, amount] of amounts.entries()) {
    const member = pairs[index * 2 + 1] ?? '';
    const old = scores.get(member);
    if (old === undefined ? flags.has('XX') : flags.has('NX')) continue;
    const score = flags.has('INCR') ? (old ?? 0) + amount : amount;
    if (Number.isNaN(score)) throw new RedisError('ERR resulting score is not a number (NaN)');
    if (old !== undefined && ((flags.has('GT') && score <= old) || (flags.has('LT') && score >= old)))
      continue;
    result = score;
    if (old === score) continue;
    scores.set(member, score);
    if (old === undefined) added++;
    else changed++;
  }
  if (added + changed > 0) store();
  if (flags.has('INCR')) return result === null ? null : floatText(result);
  return flags.has('CH') ? added + changed : added;
}

/** Options behind the limits of a range. `form` fixes what the older commands have in their names. */
function rangeOptions(words: readonly string[], form?: Pick<RangeRequest, 'by' | 'reversed'>): { request: RangeRequest; withScores: boolean } {
  let { by, reversed } = form ?? { by: 'index', reversed: false };
  let [offset, limit, limited, withScores] = [0, -1, false, false];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toUpperCase();
    if (word === 'WITHSCORES') withScores = true;
    else if (word === 'LIMIT' && at + 2 < words.length) {
      [offset, limit, limited] = [integer(words[at + 1]), integer(words[at + 2]), true];
      at += 2;
    } else if (word === 'REV' && !form) reversed = true;
    else if (word === 'BYSCORE' && !form) by = 'score';
    else if (word === 'BYLEX' && !form) by = 'member';
    else throw new RedisError(SYNTAX);
  }
  if (limited && by === 'index')
    throw new RedisError('ERR syntax error, LIMIT is only supported in combination with either BYSCORE or BYLEX');
  if (withScores && by === 'member')
    throw new RedisError('ERR syntax error, WITHSCORES not supported in combination with BYLEX');
  return { request: { by, reversed, offset, limit }, withScores };
} // prettier-ignore

function range(form?: Pick<RangeRequest, 'by' | 'reversed'>): Command['run'] {
  return ([key = '', from, to, ...words], { db }) => {
    const { request, withScores } = rangeOptions(words, form);
    return listed(selectRange(db.scores(key), from, to, request), withScores);
  };
}

function rank(reversed: boolean): Command['run'] {
  return ([key = '', member = '', option, ...more], { db }) => {
    if (more.length > 0 || (option !== undefined && option.toUpperCase() !== 'WITHSCORE'))
      throw new RedisError(SYNTAX);
    const all = byScore(db.scores(key));
    const at = all.findIndex(([name]) => name === member);
    if (at < 0) return option === undefined ? null : NO_ARRAY;
    const place = reversed ? all.length - 1 - at : at;
    return option === undefined ? place : [place, floatText(all[at]?.[1] ?? 0)];
  };
}

function removeAll(db: Database, key: string, members: readonly string[]): number {
  const scores = db.scores(key);
  const removed = members.filter((member) => scores?.delete(member)).length;
  if (removed > 0) db.touch(key);
  return removed;
}

function takeEnd(db: Database, key: string, greatest: boolean, limit: number): Scored[] {
  const all = byScore(db.scores(key));
  if (greatest) all.reverse();
  const taken = all.slice(0, limit);
  removeAll(db, key, taken.map(([member]) => member)); // prettier-ignore
  return taken;
}

function pop(greatest: boolean): Command['run'] {
  return ([key = '', amount, ...more], { db }) => {
    if (more.length > 0) throw new RedisError(SYNTAX);
    const limit = amount === undefined ? 1 : count(amount, 0, 'ERR value is out of range, must be positive');
    return listed(takeEnd(db, key, greatest, limit), true);
  };
}

function blockingPop(greatest: boolean): Command['run'] {
  return (args, context) => {
    const keys = args.slice(0, -1);
    const seconds = timeoutSeconds(args.at(-1));
    const again = (now: CommandContext): Reply | undefined => {
      for (const key of keys) {
        const [taken] = takeEnd(now.db, key, greatest, 1);
        if (!taken) continue;
        now.propagate = [['ZREM', key, taken[0]]];
        return [key, ...listed([taken], true)];
      }
      return undefined;
    };
    return again(context) ?? { waits: { keys, seconds, again, otherwise: NO_ARRAY } };
  };
}

function removeRange(by: RangeRequest['by']): Command['run'] {
  return ([key = '', from, to], { db }) => {
    const found = selectRange(db.scores(key), from, to, { by, reversed: false, offset: 0, limit: -1 });
    return removeAll(db, key, found.map(([member]) => member)); // prettier-ignore
  };
}

/** ZUNIONSTORE and ZINTERSTORE with WEIGHTS and AGGREGATE. */
function store(all: boolean): Command['run'] {
  return ([target = '', number, ...words], { db }) => {
    const size = count(number, 1, 'ERR at least 1 input key is needed for ' + (all ? "'zunionstore'" : "'zinterstore'") + ' command');
    const keys = words.slice(0, size);
    if (keys.length < size) throw new RedisError(SYNTAX);
    const options = words.slice(size);
    let weights = keys.map(() => 1);
    let join = (a: number, b: number): number => a + b;
    while (options.length > 0) {
      const option = options.shift()?.toUpperCase();
      if (option === 'WEIGHTS' && options.length >= size)
        weights = options.splice(0, size).map((text) => float(text, 'ERR weight value is not a float'));
      else if (option === 'AGGREGATE' && /^(sum|min|max)$/i.test(options[0] ?? '')) {
        const how = options.shift()?.toUpperCase();
        join = how === 'MIN' ? Math.min : how === 'MAX' ? Math.max : join;
      } else throw new RedisError(SYNTAX);
    }
    const sources = keys.map((key) => {
      const value = db.get(key);
      return value?.type === 'set' ? new Map([...value.members].map((member) => [member, 1])) : (db.scores(key) ?? new Map<string, number>());
    });
    const scores = new Map<string, number>();
    for (const [index, source] of sources.entries())
      for (const [member, score] of source) {
        const own = score * (weights[index] ?? 1);
        const old = scores.get(member);
        if (all || sources.every((other) => other.has(member))) scores.set(member, old === undefined ? own : join(old, own));
      }
    if (scores.size > 0) db.set(target, { type: 'zset', scores });
    else db.delete(target);
    return scores.size;
  };
} // prettier-ignore

export const SORTED_SET_COMMANDS: CommandTable = {
  zadd: { arity: -4, run: add },
  zincrby: { arity: 4, run: ([key = '', by = '', member = ''], context) => add([key, 'INCR', by, member], context) },
  zscore: { arity: 3, run: ([key = '', member = ''], { db }) => { const score = db.scores(key)?.get(member); return score === undefined ? null : floatText(score); } },
  zmscore: { arity: -3, run: ([key = '', ...members], { db }) => { const scores = db.scores(key); return members.map((member) => { const score = scores?.get(member); return score === undefined ? null : floatText(score); }); } },
  zcard: { arity: 2, run: ([key = ''], { db }) => db.scores(key)?.size ?? 0 },
  zcount: { arity: 4, run: ([key = '', min, max], { db }) => { const test = scoreRange(min, max); return byScore(db.scores(key)).filter(test).length; } },
  zlexcount: { arity: 4, run: ([key = '', min, max], { db }) => { const test = memberRange(min, max); return byScore(db.scores(key)).filter(test).length; } },
  zrange: { arity: -4, run: range() },
  zrevrange: { arity: -4, run: range({ by: 'index', reversed: true }) },
  zrangebyscore: { arity: -4, run: range({ by: 'score', reversed: false }) },
  zrevrangebyscore: { arity: -4, run: range({ by: 'score', reversed: true }) },
  zrangebylex: { arity: -4, run: range({ by: 'member', reversed: false }) },
  zrevrangebylex: { arity: -4, run: range({ by: 'member', reversed: true }) },
  zrank: { arity: -3, run: rank(false) },
  zrevrank: { arity: -3, run: rank(true) },
  zrem: { arity: -3, run: ([key = '', ...members], { db }) => removeAll(db, key, members) },
  zremrangebyrank: { arity: 4, run: removeRange('index') },
  zremrangebyscore: { arity: 4, run: removeRange('score') },
  zremrangebylex: { arity: 4, run: removeRange('member') },
  zpopmin: { arity: -2, run: pop(false) },
  zpopmax: { arity: -2, run: pop(true) },
  bzpopmin: { arity: -3, run: blockingPop(false) },
  bzpopmax: { arity: -3, run: blockingPop(true) },
  zunionstore: { arity: -4, run: store(true) },
  zinterstore: { arity: -4, run: store(false) },
  zrandmember: { arity: -2, run: ([key = '', amount, option], context) => pickRandom(byScore(context.db.scores(key)), amount, context, (item) => listed([item], option !== undefined)) },
}; // prettier-ignore
