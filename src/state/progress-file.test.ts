import { describe, expect, it } from 'vitest';
import { formatProgress, isProgress, MOST_PROGRESS_BYTES, parseProgress } from './progress-file.ts';

describe('a file of progress', () => {
  it('gives back what was written', () => {
    const marks = { '01-a/01-b': { steps: 1, of: 2 }, '01-a/02-c': { steps: 3, of: 3, stars: 2 as const } };
    const text = formatProgress(marks);
    expect(isProgress(text)).toBe(true);
    expect(parseProgress(text)).toEqual(marks);
    expect(isProgress('{"format":"other"}')).toBe(false);
  });

  it.each([
    ['', 'damaged'],
    ['null', 'holds no progress'],
    ['{"format":"x"}', 'holds no progress'],
    ['{"format":"drydock-progress","version":2,"lessons":{}}', 'newer'],
    ['{"format":"drydock-progress","version":1,"lessons":3}', 'damaged'],
    ['x'.repeat(MOST_PROGRESS_BYTES + 1), 'too large'],
  ])('is refused with a reason: %#', (text, reason) => {
    expect(() => parseProgress(text)).toThrow(reason);
  });
});
