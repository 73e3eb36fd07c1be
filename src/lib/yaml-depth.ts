import { Lexer, Parser } from 'yaml';

/** What makes values of YAML calls itself for each level: past some thousands the stack ends, and with it (in a regular expression of all places) the whole tab. */
export const MOST_LEVELS = 1000;

/** Whether collections of this YAML lie deeper in each other than can be read; found without calling itself. */
export function isTooDeep(text: string): boolean {
  if (mostLevels(text) <= MOST_LEVELS) return false;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (levelOf(parser) > MOST_LEVELS) return true;
  }
  return false;
}

/** In how many collections a parser is. */
export function levelOf({ stack }: Parser): number {
  return stack.length - 1;
}

/**
 * A number of levels that no collection here can be beyond, at the price of a look at each character: flow collections have a bracket each, block
 * ones begin further to the right than what they lie in, but for a list, which may begin right below its key.
 */
function mostLevels(text: string): number {
  if (text.length <= MOST_LEVELS) return text.length;
  let [brackets, longest, start] = [0, 0, 0];
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === OPEN_LIST || code === OPEN_MAP) brackets++;
    if (code !== NEWLINE) continue;
    longest = Math.max(longest, at - start);
    start = at + 1;
  }
  return brackets + 2 * (Math.max(longest, text.length - start) + 1);
}

const [OPEN_LIST, OPEN_MAP, NEWLINE] = [0x5b, 0x7b, 0x0a];
