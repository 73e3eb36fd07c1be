import type { Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';
import { openReaders } from './lines.ts';

/** paste: lines of files side by side, or with `-s` of one file in a row. @see POSIX paste */
export const paste: Program = command(
  {
    short: 'd:sz',
    long: { delimiters: 'd:', serial: 's', 'zero-terminated': 'z' },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-d LIST] [-s] [FILE]...\n\nPaste lines from each input file together using TAB',
  },
  async (proc, options) => {
    const delimiters = delimiterList(options.value('d') ?? '\t');
    const end = options.has('z') ? '\0' : '\n';
    const glue = (parts: readonly string[]): string =>
      parts.reduce((row, part, index) => row + (delimiters[(index - 1) % delimiters.length] ?? '') + part);
    const readers = await openReaders(proc, options.operands.length ? options.operands : ['-'], end);
    if (options.has('s')) {
      for (const reader of readers) {
        const lines: string[] = [];
        for (let line = await reader.next(); line !== undefined; line = await reader.next()) lines.push(line);
        await proc.out(`${lines.length ? glue(lines) : ''}${end}`);
      }
      return 0;
    }
    for (;;) {
      const row: (string | undefined)[] = [];
      for (const reader of readers) row.push(await reader.next());
      if (row.every((cell) => cell === undefined)) return 0;
      await proc.out(`${glue(row.map((cell) => cell ?? ''))}${end}`);
    }
  },
);

/** What stands between columns, in turn; `\0` for nothing. */
function delimiterList(text: string): string[] {
  return (text.match(/\\[^]|[^]/gu) ?? ['']).map((one) =>
    one === '\\0' ? '' : one.startsWith('\\') ? unescapeText(one, 'printf').text : one,
  );
}
