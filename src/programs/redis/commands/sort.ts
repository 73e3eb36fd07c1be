import type { CommandContext } from '../command.ts';
import { float, integer, RedisError, SYNTAX, WRONG_TYPE, type Reply } from '../reply.ts';
import type { Database } from '../store.ts';
import { byScore } from './score-ranges.ts';

/** The text that `weight_*` or `user_*->age` stands for. `#` is the element itself. */
function lookUp(db: Database, pattern: string, element: string): string | undefined {
  if (pattern === '#') return element;
  if (!pattern.includes('*')) return undefined;
  const [keyPattern = '', field] = pattern.split('->');
  const value = db.get(keyPattern.replace('*', () => element));
  if (field) return value?.type === 'hash' ? value.fields.get(field) : undefined;
  return value?.type === 'string' ? value.text : undefined;
}

function elements(db: Database, key: string): string[] {
  const value = db.get(key);
  if (!value) return [];
  if (value.type === 'list') return [...value.items];
  if (value.type === 'set') return [...value.members];
  if (value.type === 'zset') return byScore(value.scores).map(([member]) => member);
  throw new RedisError(WRONG_TYPE);
}

/** SORT key [BY] [LIMIT] [GET …] [ASC|DESC] [ALPHA] [STORE] */
export function sort([key = '', ...words]: readonly string[], { db }: CommandContext): Reply {
  let [descending, alpha, offset, limit] = [false, false, 0, -1];
  let by: string | undefined;
  let target: string | undefined;
  const gets: string[] = [];
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toUpperCase();
    if (word === 'ASC' || word === 'DESC') descending = word === 'DESC';
    else if (word === 'ALPHA') alpha = true;
    else if (word === 'LIMIT' && at + 2 < words.length)
      [offset, limit] = [integer(words[++at]), integer(words[++at])];
    else if (word === 'BY' && at + 1 < words.length) by = words[++at];
    else if (word === 'GET' && at + 1 < words.length) gets.push(words[++at] ?? '');
    else if (word === 'STORE' && at + 1 < words.length) target = words[++at];
    else throw new RedisError(SYNTAX);
  }
  const all = elements(db, key);
  if (by === undefined || by.includes('*')) {
    const weights = new Map(
      all.map((element) => {
        const text = by === undefined ? element : lookUp(db, by, element);
        const number = alpha
          ? 0
          : float(text ?? '0', "ERR One or more scores can't be converted into double");
        return [element, { text: text ?? '', number }];
      }),
    );
    const order = (a: string, b: string): number => {
      const [first, second] = [weights.get(a), weights.get(b)];
      if (!first || !second) return 0;
      const texts = first.text < second.text ? -1 : Number(first.text > second.text);
      return (alpha ? texts : first.number - second.number) || (a < b ? -1 : Number(a > b));
    };
    all.sort((a, b) => (descending ? order(b, a) : order(a, b)));
  }
  const start = Math.max(0, offset);
  const shown = limit < 0 ? all.slice(start) : all.slice(start, start + limit);
  const found = shown.flatMap((element) =>
    gets.length === 0 ? [element] : gets.map((pattern) => lookUp(db, pattern, element) ?? null),
  );
  if (target === undefined) return found;
  const items = found.map((item) => item ?? '');
  if (items.length > 0) db.set(target, { type: 'list', items });
  else db.delete(target);
  return items.length;
}
