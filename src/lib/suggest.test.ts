import { describe, expect, it } from 'vitest';
import { editDistance, nearestName, withSuggestion } from './suggest.ts';

describe('suggestions', () => {
  it('take the case of what was typed', () => {
    expect(withSuggestion('no', 'foo', ['FROM'], false)).toBe('no (did you mean from?)');
    expect(nearestName('RUNN', ['run', 'cmd'], false)).toBe('RUN');
    expect(nearestName('copy', ['copy', 'cop'], false)).toBeUndefined();
    expect(nearestName('xyzzy', ['run'], true)).toBeUndefined();
  });

  it('count insertions, deletions and replacements', () => {
    expect([editDistance('', 'abc'), editDistance('kitten', 'sitting')]).toEqual([3, 3]);
  });
});
