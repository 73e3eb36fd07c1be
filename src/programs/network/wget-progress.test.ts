import { describe, expect, it } from 'vitest';
import { barProgress, dotProgress, perSecond } from './wget-progress.ts';

describe('wget’s progress', () => {
  it('is a dot a kibibyte where there is no terminal', () => {
    expect(dotProgress({ bytes: 365, total: 365, seconds: 0 })).toBe(
      `     0K${' '.repeat(55)}100% 3.48M=0s\n`,
    );
    expect(dotProgress({ bytes: 52 * 1024, total: 52 * 1024, seconds: 0.5 })).toBe(
      `     0K${' ..........'.repeat(5)} 96% 104K 0s\n    50K ..${' '.repeat(52)}100% 104K=0.5s\n`,
    );
  });

  it('is a bar on a terminal', () => {
    expect(barProgress('index.html', { bytes: 365, total: 365, seconds: 0 })).toBe(
      'index.html          100%[===================>]     365  --.-KB/s    in 0s      \n',
    );
  });

  it('tells the rate', () => {
    expect(perSecond(2_000_000, 2, 'B/s')).toBe('977KB/s');
  });
});
