import { isSysError } from '../../kernel/errno.ts';
import { parseSignal, SIGNALS, signalNumber, type Signal } from '../../kernel/signals.ts';
import type { Program } from '../../kernel/process.ts';
import { complain } from '../support/command.ts';

/** kill: sends a signal to processes and groups; -l lists them. @see POSIX kill */
export const kill: Program = async (proc) => {
  const words = proc.argv.slice(1);
  let signal: Signal | 0 = 'SIGTERM';
  const [first = ''] = words;
  if (first === '-l' || first === '-L') {
    await proc.out(listSignals(words.slice(1)));
    return 0;
  }
  if (first === '-s' || first === '-n' || /^-[A-Za-z0-9]+$/.test(first)) {
    const named = first === '-s' || first === '-n';
    const text = named ? (words[1] ?? '') : first.slice(1);
    const parsed = text === '0' ? 0 : parseSignal(text);
    if (parsed === undefined) {
      await complain(proc, proc.busybox ? `bad signal name '${text}'` : `unknown signal ${text}`);
      return 1;
    }
    signal = parsed;
    words.splice(0, named ? 2 : 1);
  }
  if (words[0] === '--') words.shift();
  if (words.length === 0) {
    await proc.err(
      proc.busybox ? 'kill: you need to specify whom to kill\n' : '\nUsage:\n kill [options] <pid> [...]\n',
    );
    return 1;
  }
  let status = 0;
  for (const word of words) {
    try {
      if (!/^-?\d+$/.test(word)) throw new TypeError(word);
      proc.kill(Number(word), signal);
    } catch (error) {
      status = 1;
      if (error instanceof TypeError)
        await complain(
          proc,
          proc.busybox ? `invalid number '${word}'` : `failed to parse argument: '${word}'`,
        );
      else if (isSysError(error))
        await complain(
          proc,
          proc.busybox ? `can't kill pid ${word}: ${error.message}` : `(${word}): ${error.message}`,
        );
      else throw error;
    }
  }
  return status;
};

function listSignals(words: readonly string[]): string {
  if (words.length === 0) return `${SIGNALS.map((name) => name.slice(3)).join(' ')}\n`;
  return words
    .map((word) => {
      const number = /^\d+$/.test(word) ? Number(word) % 128 : undefined;
      const signal = parseSignal(number === undefined ? word : String(number));
      if (!signal) return '';
      return number === undefined ? `${signalNumber(signal)}\n` : `${signal.slice(3)}\n`;
    })
    .join('');
}
