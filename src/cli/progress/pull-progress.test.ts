import { describe, expect, it } from 'vitest';
import { progressText } from './pull-progress.ts';

describe('progressText', () => {
  it('has a bar only where there is room for one', () => {
    expect(progressText(1_500_000, 3_000_000, 120)).toBe(
      `[${'='.repeat(25)}>${' '.repeat(25)}]    1.5MB/3MB`,
    );
    expect(progressText(3_000_000, 3_000_000, 120)).toBe(`[${'='.repeat(50)}>]      3MB/3MB`);
    expect(progressText(1_500_000, 3_000_000, 110)).toBe('   1.5MB/3MB');
  });
});
