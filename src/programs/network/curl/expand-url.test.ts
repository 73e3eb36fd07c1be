import { describe, expect, it } from 'vitest';
import { CurlError } from './curl-error.ts';
import { expandUrl } from './expand-url.ts';

const urls = (pattern: string): string[] => [...expandUrl(pattern)].map(({ url }) => url);

describe('patterns of URLs', () => {
  it.each([
    ['a/{x,y}/b', ['a/x/b', 'a/y/b']],
    ['[1-3]', ['1', '2', '3']],
    ['[1-3:2]', ['1', '3']],
    ['[08-10]', ['08', '09', '10']],
    ['[a-c]', ['a', 'b', 'c']],
    ['{a,b}[1-2]', ['a1', 'a2', 'b1', 'b2']],
    ['http://[::1]/[]\\{x', ['http://[::1]/[]{x']],
  ])('%s', (pattern, expected) => {
    expect(urls(pattern)).toEqual(expected);
  });

  it('tells which choice was made', () => {
    expect([...expandUrl('{a,b}-[1-2]')][2]).toEqual({ url: 'b-1', chosen: ['b', '1'] });
  });

  // Positions as curl 7.88 has them.
  it.each([
    ['http://h/[1-', 'bad range in URL position 13:\nhttp://h/[1-\n            ^'],
    ['http://h/[2-1]', 'bad range in URL position 15:\nhttp://h/[2-1]\n              ^'],
    ['http://h/[1-2', 'bad range in URL position 13:\nhttp://h/[1-2\n            ^'],
    ['http://h/[a-Z]', 'bad range in URL position 15:\nhttp://h/[a-Z]\n              ^'],
    ['{1,2', 'unmatched brace in URL position 1:\n{1,2\n^'],
    ['x]', 'unmatched close brace/bracket in URL position 2:\nx]\n ^'],
    ['{}', 'empty string within braces in URL position 2:\n{}\n ^'],
  ])('%s is refused', (pattern, message) => {
    expect(() => urls(pattern)).toThrow(new CurlError(3, message));
  });
});
