import type { Process } from '../../kernel/process.ts';
import { CommandFailure } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';
import { LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';

/** Lines of items as xargs reads them, as they come; `last` says that a line goes on (`-L`). @throws CommandFailure for an open quote */
export async function* readItems(
  proc: Process,
  file: OpenFile,
  options: Options,
): AsyncGenerator<readonly string[]> {
  const delimiter = options.has('0') ? '\0' : options.value('d');
  if (delimiter !== undefined) {
    const reader = new LineReader(proc, file, unescapeText(delimiter, 'printf').text);
    for (let item = await reader.next(); item !== undefined; item = await reader.next()) yield [item];
    return;
  }
  const whole = options.has('I', 'i');
  const end = whole ? undefined : options.value('E');
  const reader = new LineReader(proc, file);
  let line = await reader.next();
  while (line !== undefined) {
    // A blank before the line's end joins it with the next one.
    while (options.has('L', 'l') && /[ \t]$/.test(line)) {
      const more = await reader.next();
      if (more === undefined) break;
      line += more;
    }
    const { words, open } = whole ? { words: line.trim() === '' ? [] : [line.trimStart()], open: undefined } : splitWords(line);
    const stop = end === undefined ? -1 : words.indexOf(end);
    const kept = stop < 0 ? words : words.slice(0, stop);
    if (kept.length > 0) yield kept;
    if (stop >= 0) return;
    if (open !== undefined)
      throw new CommandFailure(
        proc.busybox
          ? `unmatched ${open} quote`
          : `unmatched ${open} quote; by default quotes are special to xargs unless you use the -0 option`,
      );
    line = await reader.next();
  }
} // prettier-ignore

/** Words between blanks, quotes and backslashes read; `open` is the kind of a quote that does not end. */
function splitWords(line: string): { words: string[]; open: 'single' | 'double' | undefined } {
  const words: string[] = [];
  for (const token of line.match(/(?:\\[^]|"[^"]*"|'[^']*'|[^\s\\"'])+|["']|\\$/g) ?? []) {
    if (token === '"' || token === "'") return { words, open: token === '"' ? 'double' : 'single' };
    words.push(
      token.replace(/\\([^])|"([^"]*)"|'([^']*)'/g, (_, escaped?: string, double?: string, single?: string) => escaped ?? double ?? single ?? ''),
    );
  }
  return { words, open: undefined };
} // prettier-ignore
