import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, complain, runCommand } from '../support/command.ts';
import { openInput, quotedOpenError, readAllBytes, type OpenErrorText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { followFiles, header, type Followed } from './tail-follow.ts';
import { parseByteCount } from '../support/units.ts';

const SPEC = {
  short: 'n:c:fFqvs:z',
  long: {
    lines: 'n:',
    bytes: 'c:',
    follow: 'f?',
    quiet: 'q',
    silent: 'q',
    verbose: 'v',
    'sleep-interval': 's:',
    retry: 'retry',
    pid: 'pid:',
  },
  usage: '[OPTION]... [FILE]...',
  busyboxUsage:
    '[OPTIONS] [FILE]...\n\nPrint last 10 lines of FILEs (or stdin) to.\nWith more than one FILE, precede each with a filename header.',
};

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox
    ? quotedOpenError(proc, path, error)
    : `cannot open ${quote(path)} for reading: ${error.message}`;

/** tail: the last lines or bytes, and with `-f` what is added later. `-3`, `-n +2` too. @see GNU coreutils tail */
export const tail: Program = (proc) => {
  const [first = '', ...rest] = proc.argv.slice(1);
  const old = /^([-+]\d+)(f?)$/.exec(first);
  const words = old
    ? ['-n', (old[1] ?? '').replace(/^-/, ''), ...(old[2] ? ['-f'] : []), ...rest]
    : proc.argv.slice(1);
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
  const names = options.operands.length ? options.operands : ['-'];
  const headers = options.has('v') || (names.length > 1 && !options.has('q'));
  const followed: Followed[] = [];
  let good = true;
  let shown = 0;
  for (const name of names) {
    const file = await openInput(proc, name, openError);
    if (!file) {
      good = false;
      // `-F` goes on until there is one.
      if (options.has('F', 'retry')) followed.push({ name, file, position: 0 });
      continue;
    }
    if (headers) await proc.out(`${shown++ ? '\n' : ''}${header(name)}`);
    if (file.kind === 'directory') {
      await complain(
        proc,
        proc.busybox ? 'read error: Is a directory' : `error reading ${quote(name)}: Is a directory`,
      );
      good = false;
      continue;
    }
    const bytes = await readAllBytes(proc, file);
    await proc.out(
      bytes.subarray(unit === 'c' ? byteStart(bytes, text, count) : lineStart(bytes, text, count)),
    );
    followed.push({ name, file, position: bytes.length });
  }
  if (options.has('f', 'F') && followed.length > 0) await followFiles(proc, options, followed, headers);
  return good ? 0 : 1;
}

function byteStart(bytes: Uint8Array, text: string, count: number): number {
  return text.startsWith('+') ? Math.max(0, count - 1) : Math.max(0, bytes.length - count);
}

function lineStart(bytes: Uint8Array, text: string, count: number): number {
  if (text.startsWith('+')) {
    let at = 0;
    for (let line = 1; line < count; line++) {
      const end = bytes.indexOf(10, at);
      if (end < 0) return bytes.length;
      at = end + 1;
    }
    return at;
  }
  if (count === 0) return bytes.length;
  let at = bytes.length - 1;
  for (let line = 0; line < count; line++) {
    at = bytes.lastIndexOf(10, at - 1);
    if (at < 0) return 0;
  }
  return at + 1;
}
