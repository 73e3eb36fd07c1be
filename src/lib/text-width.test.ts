import { describe, expect, it } from 'vitest';
import { textWidth, truncateText } from './text-width.ts';

describe('textWidth', () => {
  it('counts columns', () => {
    expect(['abc', 'é', 'e\u0301', '한국', '🐳', '\x1b'].map(textWidth)).toEqual([3, 1, 1, 4, 2, 0]);
  });
});

describe('truncateText', () => {
  it('cuts with an ellipsis', () => {
    expect(truncateText('sh -c "sleep 100 && echo"', 20)).toBe('sh -c "sleep 100 &&…');
    expect(truncateText('abc', 3)).toBe('abc');
    expect(truncateText('한국어', 5)).toBe('한국…');
    expect([truncateText('abc', 1), truncateText('abc', 0)]).toEqual(['a', '']);
  });
});
