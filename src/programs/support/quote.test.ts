import { describe, expect, it } from 'vitest';
import { quote, quoteIfNeeded, quoteWord } from './quote.ts';

// Measured with cat and env of coreutils 9.1 in the C locale.
describe('names in messages', () => {
  it.each([
    ['a b', "'a b'"],
    ["it's", `"it's"`],
    ['$x', "'$x'"],
    ['a\r', "'a'$'\\r'"],
    ['a\nb', "'a'$'\\n''b'"],
    ['\rb', "''$'\\r''b'"],
    ['a\r\n\tb', "'a'$'\\r\\n\\t''b'"],
    ['a\x01', "'a'$'\\001'"],
    ["a\rit's", `'a'$'\\r''it'\\''s'`],
    ["it's\r", "'''it'\\''s'$'\\r'"],
  ])('%j as a name', (text, shown) => {
    expect(quote(text)).toBe(shown);
    expect(quoteIfNeeded(text)).toBe(shown);
  });

  it.each([
    ['bash\r', "'bash\\r'"],
    ['x\ny\t\x01z', "'x\\ny\\t\\001z'"],
    ["it's", "'it\\'s'"],
  ])('%j as a word', (text, shown) => {
    expect(quoteWord(text)).toBe(shown);
  });
});
