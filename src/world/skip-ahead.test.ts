import { describe, expect, it } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { skippedText } from './skip-ahead.ts';
import { TestPage } from './testing/test-page.ts';

describe('skipping ahead', () => {
  it('ends with what happens next, and says what it was', async () => {
    const page = await TestPage.open(nodeHost);
    await page.run('docker run -d --name short alpine sleep 2000');
    const notices = (): string[] =>
      page.messages.flatMap((message) => (message.kind === 'notice' ? [message.text] : []));
    page.send({ kind: 'skip' });
    await page.until(() => notices().length > 0);
    expect(notices()).toEqual([expect.stringMatching(/^3[23] min \d+ s later: container short: die\.$/)]);
    page.send({ kind: 'skip' });
    await page.until(() => notices().length > 1);
    expect(notices()[1]).toBe('Nothing here waits for time to pass.');
    page.send({ kind: 'reset', epoch: 1 });
  });

  it('has words for each length', () => {
    expect(skippedText(0, 'the terminal has news')).toBe('At once: the terminal has news.');
    expect(skippedText(899_960, 'the terminal has news')).toBe('15 min 0 s later: the terminal has news.');
    expect(skippedText(12_340, 'container web: start')).toBe('12.3 s later: container web: start.');
    expect(skippedText(3_600_000, undefined)).toBe('Nothing happened in an hour.');
  });
});
