import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { CommandFailure, complain, runCommand } from '../support/command.ts';
import { openInput, quotedOpenError, readAllBytes, type OpenErrorText } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';
import { quote } from '../support/quote.ts';
import { parseByteCount, parseSeconds } from '../support/units.ts';

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

interface Followed {
  readonly name: string;
  file: OpenFile;
  position: number;
}

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
    if (!file) good = false;
    if (!file) continue;
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
  if (options.has('f', 'F') && followed.length > 0) await follow(proc, options, followed, headers);
  return good ? 0 : 1;
}

const header = (name: string): string => `==> ${name === '-' ? 'standard input' : name} <==\n`;

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

/** Looks for more every second, as tail does without inotify. Ends with a signal. */
async function follow(
  proc: Process,
  options: Options,
  followed: Followed[],
  headers: boolean,
): Promise<never> {
  const pause = (parseSeconds(options.value('s') ?? '1') ?? 1) * 1000;
  let last = followed.at(-1);
  for (;;) {
    for (const one of followed) {
      if (options.has('F')) await reopen(proc, one);
      if (one.file.kind === 'file' && one.file.stat().size < one.position) {
        await complain(proc, `${one.name}: file truncated`);
        one.position = one.file.seek(0, 'set');
      }
      for (;;) {
        if (one.file.kind !== 'file' && !one.file.readable()) break;
        const bytes = await one.file.read(65536);
        if (!bytes) break;
        if (headers && last !== one) await proc.out(`\n${header(one.name)}`);
        last = one;
        one.position += bytes.length;
        await proc.out(bytes);
      }
    }
    await proc.sleep(pause);
  }
}

async function reopen(proc: Process, one: Followed): Promise<void> {
  const now = proc.files.statIfAny(one.name);
  if (!now || now.ino === one.file.stat().ino) return;
  await complain(proc, `${quote(one.name)} has been replaced;  following new file`);
  one.file.release();
  one.file = await proc.open(one.name);
  one.file.retain();
  one.position = 0;
}
