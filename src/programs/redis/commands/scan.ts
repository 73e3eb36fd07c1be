import { nameMatcher } from '../../files/find/name-matcher.ts';
import type { Command, CommandContext, CommandTable } from '../command.ts';
import { floatText, integer, RedisError, SYNTAX, type Reply } from '../reply.ts';
import { orderedMembers } from './sets.ts';
import { byScore } from './score-ranges.ts';

interface Options {
  readonly matches: (name: string) => boolean;
  readonly count: number;
  readonly type: string | undefined;
  readonly noValues: boolean;
}

function options(words: readonly string[], own: readonly string[]): Options {
  let [matches, count, noValues] = [(): boolean => true, 10, false] as [(name: string) => boolean, number, boolean];
  let type: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at]?.toUpperCase() ?? '';
    if (word === 'NOVALUES' && own.includes(word)) {
      noValues = true;
      continue;
    }
    const value = words[++at];
    if (value === undefined) throw new RedisError(SYNTAX);
    if (word === 'MATCH') matches = nameMatcher(value, false);
    else if (word === 'COUNT') {
      count = integer(value);
      if (count < 1) throw new RedisError(SYNTAX);
    } else if (word === 'TYPE' && own.includes(word)) type = value.toLowerCase();
    else throw new RedisError(SYNTAX);
  }
  return { matches, count, type, noValues };
} // prettier-ignore

function cursorOf(text = ''): number {
  if (!/^\d+$/.test(text)) throw new RedisError('ERR invalid cursor');
  return Number(text);
}

/**
 * Simplified: the cursor is a place in the order of insertion, so that a scan during which keys are deleted may miss some; Redis' walks over buckets of
 * its hash table.
 */
function scanKeys([cursor, ...words]: readonly string[], { db }: CommandContext): Reply {
  const start = cursorOf(cursor);
  const { matches, count, type } = options(words, ['TYPE']);
  const keys = db.keys();
  const end = start + count;
  const found = keys
    .slice(start, end)
    .filter((key) => matches(key) && (type === undefined || db.get(key)?.type === type));
  return [end < keys.length ? String(end) : '0', found];
}

/** Hashes, sets and sorted sets: small ones come at once whatever COUNT says, as those kept in one piece do. */
function scanItems(read: (key: string, context: CommandContext) => string[][], own: readonly string[] = []): Command['run'] {
  return ([key = '', cursor, ...words], context) => {
    const start = cursorOf(cursor);
    const { matches, count, noValues } = options(words, own);
    const all = read(key, context);
    const end = all.length <= 128 ? all.length : start + count;
    const found = all.slice(start, end).filter(([name = '']) => matches(name));
    return [end < all.length ? String(end) : '0', found.flatMap((item) => (noValues ? item.slice(0, 1) : item))];
  };
} // prettier-ignore

export const SCAN_COMMANDS: CommandTable = {
  scan: { arity: -2, run: scanKeys },
  hscan: {
    arity: -3,
    run: scanItems((key, { db }) => [...(db.hash(key) ?? [])], ['NOVALUES']),
  },
  sscan: {
    arity: -3,
    run: scanItems((key, { db }) => orderedMembers(db.members(key) ?? new Set()).map((item) => [item])),
  },
  zscan: {
    arity: -3,
    run: scanItems((key, { db }) => byScore(db.scores(key)).map(([item, score]) => [item, floatText(score)])),
  },
};
