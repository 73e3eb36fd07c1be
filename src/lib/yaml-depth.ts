import { Parser, type CST } from 'yaml';

/** What makes values of YAML calls itself for each level: past some thousands the stack ends, and with it (in a regular expression of all places) the whole tab. */
const MOST_LEVELS = 1000;

/** Whether collections of this YAML lie deeper in each other than can be read; found without calling itself. */
export function isTooDeep(text: string): boolean {
  if (text.length <= MOST_LEVELS) return false;
  for (const token of new Parser().parse(text)) {
    const open: [token: CST.Token, level: number][] = [[token, 0]];
    for (let next = open.pop(); next; next = open.pop()) {
      const [current, level] = next;
      if (level > MOST_LEVELS) return true;
      for (const inner of innerTokens(current)) open.push([inner, level + 1]);
    }
  }
  return false;
}

function innerTokens(token: CST.Token): CST.Token[] {
  if (token.type === 'document') return token.value ? [token.value] : [];
  if (!('items' in token)) return [];
  return token.items.flatMap(({ key, value }) => [...(key ? [key] : []), ...(value ? [value] : [])]);
}
