import type { Program } from '../../kernel/process.ts';
import { runCommand } from '../support/command.ts';
import { unescapeText } from '../support/escapes.ts';

/** echo, with -n, -e and -E as GNU's and busybox's have them. @see POSIX echo */
export const echo: Program = async (proc) => {
  const words = proc.argv.slice(1);
  if (words.length === 1 && /^--(help|version)$/.test(words[0] ?? '') && !proc.busybox)
    return runCommand(
      proc,
      { short: '', usage: '[SHORT-OPTION]... [STRING]...\n  or:  echo LONG-OPTION' },
      words,
      () => 0,
    );
  let newline = true;
  let escapes = false;
  while (/^-[neE]+$/.test(words[0] ?? '')) {
    for (const letter of (words.shift() ?? '').slice(1)) {
      if (letter === 'n') newline = false;
      else escapes = letter === 'e';
    }
  }
  const text = words.join(' ');
  const resolved = escapes ? unescapeText(text, 'echo') : { text, stop: false };
  await proc.out(resolved.text + (newline && !resolved.stop ? '\n' : ''));
  return 0;
};
