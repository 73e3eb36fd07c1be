import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain } from '../support/command.ts';
import { eachInput, LineReader } from '../support/input.ts';
import type { Options } from '../support/parse-options.ts';

/** cat: files one after another. @see POSIX cat, GNU coreutils 9.7 */
export const cat: Program = command(
  {
    short: 'nbAvETetsu',
    long: {
      number: 'n',
      'number-nonblank': 'b',
      'show-all': 'A',
      'show-nonprinting': 'v',
      'show-ends': 'E',
      'show-tabs': 'T',
      'squeeze-blank': 's',
    },
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-nbvteA] [FILE]...\n\nPrint FILEs to stdout',
  },
  async (proc, options) => {
    const plain = !options.given.some(([key]) => key !== 'u');
    const counter = { line: 0, blank: false };
    let loops = false;
    const good = await eachInput(proc, options.operands, async (file, name) => {
      if (isOutput(proc, file)) {
        loops = true;
        await complain(proc, `${name}: input file is output file`);
      } else if (plain) await copy(proc, file);
      else await show(proc, file, options, counter);
    });
    return good && !loops ? 0 : 1;
  },
);

/** A file that has something and grows by what is read from it would never end. */
function isOutput(proc: Process, file: OpenFile): boolean {
  if (proc.busybox || file.kind !== 'file' || proc.stdout.kind !== 'file') return false;
  const [input, output] = [file.stat(), proc.stdout.stat()];
  return input.ino === output.ino && input.dev === output.dev && input.size > 0;
}

async function copy(proc: Process, file: OpenFile): Promise<void> {
  for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) {
    await proc.out(bytes);
    const turn = proc.tick(1 + (bytes.length >> 9));
    if (turn) await turn;
  }
}

async function show(
  proc: Process,
  file: OpenFile,
  options: Options,
  counter: { line: number; blank: boolean },
): Promise<void> {
  const ends = options.has('E', 'A', 'e');
  const tabs = options.has('T', 'A', 't');
  const visible = options.has('v', 'A', 'e', 't');
  const reader = new LineReader(proc, file);
  for (let line = await reader.next(); line !== undefined; line = await reader.next()) {
    if (options.has('s') && line === '' && counter.blank) continue;
    counter.blank = line === '';
    let text = visible ? showControls(line) : line;
    if (tabs) text = text.replaceAll('\t', '^I');
    const numbered = options.has('b') ? line !== '' : options.has('n');
    const prefix = numbered ? `${String(++counter.line).padStart(6)}\t` : '';
    await proc.out(`${prefix}${text}${reader.terminated ? (ends ? '$\n' : '\n') : ''}`);
  }
}

function showControls(line: string): string {
  return line
    .replace(/[\x00-\x08\x0b-\x1f\x7f]/g, (char) =>
      char === '\x7f' ? '^?' : `^${String.fromCharCode(char.charCodeAt(0) + 64)}`,
    )
    .replace(/[^\x00-\x7f]/gu, (char) => [...new TextEncoder().encode(char)].map(showHighByte).join(''));
}

function showHighByte(byte: number): string {
  const low = byte & 0x7f;
  return low < 32
    ? `M-^${String.fromCharCode(low + 64)}`
    : `M-${low === 127 ? '^?' : String.fromCharCode(low)}`;
}
