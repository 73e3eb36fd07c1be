import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import { eachInput, type OpenErrorText } from '../support/input.ts';

const openError: OpenErrorText = (proc, path, error) =>
  proc.busybox ? `can't open '${path}': ${error.message}` : `'${path}': No such file`;

/** strings: runs of printable characters. @see strings(1) of binutils */
export const strings: Program = command(
  {
    short: 'afn:t:o',
    long: { all: 'a', bytes: 'n:', radix: 't:', 'print-file-name': 'f' },
    usage: '[option(s)] [file(s)]',
    busyboxUsage: '[-fo] [-t o|d|x] [-n LEN] [FILE]...\n\nDisplay printable strings in a binary file',
    version: 'GNU strings (GNU Binutils for Debian) 2.40\n',
  },
  async (proc, options) => {
    const least = Number(options.value('n') ?? 4);
    if (!(least >= 1)) throw new CommandFailure(`invalid minimum string length ${options.value('n') ?? ''}`);
    const radix = options.value('t') ?? (options.has('o') ? 'o' : undefined);
    const base = { o: 8, d: 10, x: 16 }[radix ?? ''];
    const good = await eachInput(
      proc,
      options.operands,
      (file, name) =>
        eachRun(proc, file, least, (text, at) => {
          const place = base === undefined ? '' : `${at.toString(base).padStart(7)} `;
          return proc.out(`${options.has('f') ? `${name}: ` : ''}${place}${text}\n`);
        }),
      openError,
    );
    return good ? 0 : 1;
  },
);

async function eachRun(
  proc: Process,
  file: OpenFile,
  least: number,
  use: (text: string, at: number) => void | Promise<void>,
): Promise<void> {
  let [run, at] = ['', 0];
  for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) {
    for (const byte of bytes) {
      if ((byte >= 32 && byte < 127) || byte === 9) run += String.fromCharCode(byte);
      else {
        if (run.length >= least) await use(run, at - run.length);
        run = '';
      }
      at++;
    }
    const turn = proc.tick(1 + (bytes.length >> 3));
    if (turn) await turn;
  }
  if (run.length >= least) await use(run, at - run.length);
}
