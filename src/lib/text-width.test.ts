import { Unicode11Addon } from '@xterm/addon-unicode11';
import headless from '@xterm/headless';
import { describe, expect, it } from 'vitest';
import { charWidth, textWidth, truncateText } from './text-width.ts';

describe('textWidth', () => {
  it('counts columns', () => {
    expect(['abc', 'é', 'e\u0301', '한국', '🐳', '\x1b'].map(textWidth)).toEqual([3, 1, 1, 4, 2, 0]);
  });
});

describe('charWidth', () => {
  it('is what the page’s terminal gives each letter, ideograph and emoji', async () => {
    const terminal = new headless.Terminal({ cols: 200, rows: 2, allowProposedApi: true });
    terminal.loadAddon(new Unicode11Addon() as never);
    terminal.unicode.activeVersion = '11';
    const sample = [
      ...'aé한国あｱＡ①…─█✅✔⭐⏱🐳🌶👍🏽🇩🇪❤\ufe0f\u200d\u0301\u302e⚓⚙☕☀🀄🛠🤦',
      '\u{1f6d1}',
      '\u{20000}',
    ];
    for (const char of sample) {
      await new Promise<void>((resolve) => terminal.write(`\r\x1b[Kx${char}`, resolve));
      expect([char, charWidth(char.codePointAt(0) ?? 0)]).toEqual([char, terminal.buffer.active.cursorX - 1]);
    }
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
