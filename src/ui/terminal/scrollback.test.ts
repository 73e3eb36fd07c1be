import { SerializeAddon } from '@xterm/addon-serialize';
import headless from '@xterm/headless';
import type { Terminal } from '@xterm/xterm';
import { describe, expect, it } from 'vitest';
import { plainText, serializeScrollback } from './scrollback.ts';

async function screenWith(text: string): Promise<{ terminal: Terminal; addon: SerializeAddon }> {
  const terminal = new headless.Terminal({
    cols: 20,
    rows: 5,
    allowProposedApi: true,
  }) as unknown as Terminal;
  const addon = new SerializeAddon();
  terminal.loadAddon(addon);
  await new Promise<void>((resolve) => terminal.write(text, resolve));
  return { terminal, addon };
}

/** What a fresh terminal shows after the kept text and a new prompt. */
async function after(kept: string): Promise<string> {
  const { terminal } = await screenWith(`${kept}# `);
  return plainText(terminal);
}

describe('serializeScrollback', () => {
  it('leaves the prompt to the next shell', async () => {
    const { terminal, addon } = await screenWith('# ls\r\na\r\nb\r\n# half typed');
    expect(await after(serializeScrollback(terminal, addon, true))).toBe('# ls\na\nb\n#');
  });

  it('leaves out a prompt whose line wrapped', async () => {
    const { terminal, addon } = await screenWith('a\r\n# a command longer than the row');
    expect(await after(serializeScrollback(terminal, addon, true))).toBe('a\n#');
  });

  it('keeps all while a command runs, and what scrolled away', async () => {
    const { terminal, addon } = await screenWith('1\r\n2\r\n3\r\n4\r\n5\r\n6\r\n7');
    expect(await after(serializeScrollback(terminal, addon, false))).toBe('1\n2\n3\n4\n5\n6\n7\n#');
  });

  it('is nothing for a fresh prompt', async () => {
    const { terminal, addon } = await screenWith('# ');
    expect(serializeScrollback(terminal, addon, true)).toBe('');
  });
});

describe('plainText', () => {
  it('joins wrapped rows', async () => {
    const { terminal } = await screenWith('a line of more than twenty columns\r\n# ');
    expect(plainText(terminal)).toBe('a line of more than twenty columns\n#');
  });
});
