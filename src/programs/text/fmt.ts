import type { Program } from '../../kernel/process.ts';
import { textWidth } from '../../lib/text-width.ts';
import { command, CommandFailure } from '../support/command.ts';
import { eachInput, readAllText } from '../support/input.ts';
import { quote } from '../support/quote.ts';

/** fmt: paragraphs filled to a width. Simplified: fills each line, where GNU fmt balances a paragraph's lines. @see GNU coreutils fmt */
export const fmt: Program = command(
  {
    short: 'csuw:0::1::2::3::4::5::6::7::8::9::',
    long: { width: 'w:', 'split-only': 's', 'uniform-spacing': 'u' },
    usage: '[-WIDTH] [OPTION]... [FILE]...',
  },
  async (proc, options) => {
    const old = options.given.find(([key]) => /^\d$/.test(key));
    const text = options.value('w') ?? (old ? old[0] + (old[1] ?? '') : '75');
    if (!/^\d+$/.test(text) || Number(text) > 2500) throw new CommandFailure(`invalid width: ${quote(text)}`);
    const goal = options.has('w') || old ? Math.floor((Number(text) * 187) / 200) : 70;
    const good = await eachInput(proc, options.operands, async (file) => {
      const lines = (await readAllText(proc, file)).replace(/\n$/, '').split('\n');
      for (const paragraph of paragraphs(lines)) await proc.out(`${fill(paragraph, goal).join('\n')}\n`);
    });
    return good ? 0 : 1;
  },
);

/** Runs of lines with the same indentation; an empty line is one of its own. */
function paragraphs(lines: readonly string[]): string[][] {
  const found: string[][] = [];
  let indent: string | undefined;
  for (const line of lines) {
    const blank = line.trim() === '';
    const own = blank ? undefined : (/^\s*/.exec(line)?.[0] ?? '');
    if (own !== undefined && own === indent) found.at(-1)?.push(line);
    else found.push([line]);
    indent = own;
  }
  return found;
}

function fill(paragraph: readonly string[], width: number): string[] {
  const indent = /^\s*/.exec(paragraph[0] ?? '')?.[0] ?? '';
  const words = paragraph.flatMap((line) => line.trim().split(/\s+/));
  const lines: string[] = [];
  let line = '';
  for (const word of words) {
    const longer = line === '' ? indent + word : `${line} ${word}`;
    if (line !== '' && textWidth(longer) > width) {
      lines.push(line);
      line = indent + word;
    } else line = longer;
  }
  return [...lines, line.trimEnd()];
}
