import { float, RedisError } from '../reply.ts';
import { indexRange } from './lists.ts';

export type Scored = readonly [member: string, score: number];

/** Members by score, those of one score by their bytes. */
export function byScore(scores: ReadonlyMap<string, number> | undefined): Scored[] {
  if (!scores) return [];
  return [...scores].sort(([a, x], [b, y]) => (x !== y ? x - y : a < b ? -1 : a > b ? 1 : 0));
}

type Test = (item: Scored) => boolean;

/** `1`, `(1`, `-inf` … as limits of scores. @throws RedisError */
export function scoreRange(min = '', max = ''): Test {
  const read = (text: string): { value: number; open: boolean } => {
    const open = text.startsWith('(');
    return { value: float(open ? text.slice(1) : text, 'ERR min or max is not a float'), open };
  };
  const [low, high] = [read(min), read(max)];
  return ([, score]) =>
    (low.open ? score > low.value : score >= low.value) &&
    (high.open ? score < high.value : score <= high.value);
}

/** `[a`, `(a`, `-`, `+` as limits of members. @throws RedisError */
export function memberRange(min = '', max = ''): Test {
  const good = (text: string): boolean => /^[-+]$|^[[(]/.test(text);
  if (!good(min) || !good(max)) throw new RedisError('ERR min or max not valid string range item');
  const order = (member: string, limit: string): number => {
    if (limit === '-') return 1;
    if (limit === '+') return -1;
    const text = limit.slice(1);
    return member < text ? -1 : member > text ? 1 : limit.startsWith('[') ? 0 : NaN;
  };
  return ([member]) => order(member, min) >= 0 && order(member, max) <= 0;
}

/** What ZRANGE and its older forms ask for. */
export interface RangeRequest {
  readonly by: 'index' | 'score' | 'member';
  readonly reversed: boolean;
  readonly offset: number;
  /** Negative: all. */
  readonly limit: number;
}

/** The part of a sorted set between two limits; where it is reversed, the greater limit of scores or members comes first. */
export function selectRange(
  scores: ReadonlyMap<string, number> | undefined,
  from: string | undefined,
  to: string | undefined,
  { by, reversed, offset, limit }: RangeRequest,
): Scored[] {
  const [low, high] = reversed ? [to, from] : [from, to];
  const test = by === 'score' ? scoreRange(low, high) : by === 'member' ? memberRange(low, high) : undefined;
  const all = byScore(scores);
  if (reversed) all.reverse();
  if (!test) {
    const [start, end] = indexRange(from, to, all.length);
    return all.slice(start, Math.max(start, end + 1));
  }
  if (offset < 0) return [];
  const found = all.filter(test).slice(offset);
  return limit < 0 ? found : found.slice(0, limit);
}
