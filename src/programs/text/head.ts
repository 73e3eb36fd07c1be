import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, runCommand } from '../support/command.ts';
import { eachInput, LineReader, plainOpenError, readAllBytes, type OpenErrorText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { parseByteCount } from '../support/units.ts';
import { quote } from '../support/quote.ts';

const SPEC = {
  short: 'n:c:qvz',
  long: { lines: 'n:', bytes: 'c:', quiet: 'q', silent: 'q', verbose: 'v', 'zero-terminated': 'z' },
  usage: '[OPTION]... [FILE]...',
  busyboxUsage:
    '[OPTIONS] [FILE]...\n\nPrint first 10 lines of FILEs (or stdin).\nWith more than one FILE, precede each with a filename header.',
};

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox
    ? plainOpenError(proc, path, error)
    : `cannot open ${quote(path)} for reading: ${error.message}`;

/** head: the first lines or bytes; `-3` and `-n -3` (all but the last 3) too. @see GNU coreutils head */
export const head: Program = (proc) => {
  const [first = '', ...rest] = proc.argv.slice(1);
  const old = /^-(\d+)([cq]*)$/.exec(first);
  const words = old ? [old[2]?.includes('c') ? '-c' : '-n', old[1] ?? '', ...rest] : proc.argv.slice(1);
  return runCommand(proc, SPEC, words, run);
};

async function run(proc: Process, options: Options): Promise<number> {
  const unit = options.last('n', 'c') ?? 'n';
  const text = options.value(unit) ?? '10';
  const count = parseByteCount(text.replace(/^[-+]/, ''));
  if (count === undefined) {
    const what = unit === 'n' ? 'lines' : 'bytes';
    throw new CommandFailure(
      proc.busybox ? `invalid number '${text}'` : `invalid number of ${what}: ${quote(text)}`,
    );
  }
  const headers = options.has('v') || (options.operands.length > 1 && !options.has('q'));
  let shown = 0;
  const good = await eachInput(
    proc,
    options.operands,
    async (file, name) => {
      if (headers)
        await proc.out(`${shown++ ? '\n' : ''}==> ${name === '-' ? 'standard input' : name} <==\n`);
      const fromEnd = text.startsWith('-');
      if (unit === 'c') await headBytes(proc, file, count, fromEnd);
      else await headLines(proc, file, count, fromEnd, options.has('z') ? '\0' : '\n');
    },
    openError,
  );
  return good ? 0 : 1;
}

async function headBytes(proc: Process, file: OpenFile, count: number, fromEnd: boolean): Promise<void> {
  if (fromEnd) {
    const all = await readAllBytes(proc, file);
    await proc.out(all.subarray(0, Math.max(0, all.length - count)));
    return;
  }
  for (let left = count; left > 0;) {
    const bytes = await file.read(Math.min(left, 65536));
    if (!bytes) return;
    await proc.out(bytes);
    left -= bytes.length;
    const turn = proc.tick(1 + (bytes.length >> 10));
    if (turn) await turn;
  }
}

async function headLines(
  proc: Process,
  file: OpenFile,
  count: number,
  fromEnd: boolean,
  separator: string,
): Promise<void> {
  if (fromEnd) return allButLast(proc, file, count, separator);
  const end = separator.charCodeAt(0);
  let left = count;
  while (left > 0) {
    const bytes = await file.read(65536);
    if (!bytes) return;
    let at = 0;
    for (; left > 0; left--) {
      const next = bytes.indexOf(end, at);
      if (next < 0) break;
      at = next + 1;
    }
    const used = left > 0 ? bytes.length : at;
    await proc.out(bytes.subarray(0, used));
    // What comes behind is left to whoever reads this file next.
    if (used < bytes.length && file.kind === 'file') file.seek(used - bytes.length, 'current');
    const turn = proc.tick(1 + (bytes.length >> 6));
    if (turn) await turn;
  }
}

async function allButLast(proc: Process, file: OpenFile, count: number, separator: string): Promise<void> {
  const reader = new LineReader(proc, file, separator);
  const kept: string[] = [];
  for (let lines = await reader.batch(); lines; lines = await reader.batch()) {
    kept.push(...lines.map((line) => line + (reader.terminated ? separator : '')));
    const ready = kept.splice(0, Math.max(0, kept.length - count));
    if (ready.length > 0) await proc.out(ready.join(''));
  }
}
