import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import { eachInput, quotedOpenError } from '../support/input.ts';

const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte << 24;
  for (let bit = 0; bit < 8; bit++) crc = crc & 0x80000000 ? (crc << 1) ^ 0x04c11db7 : crc << 1;
  return crc >>> 0;
});

async function eachPiece(proc: Process, file: OpenFile, use: (bytes: Uint8Array) => void): Promise<number> {
  let size = 0;
  for (let bytes = await file.read(65536); bytes; bytes = await file.read(65536)) {
    use(bytes);
    size += bytes.length;
    const turn = proc.tick(1 + (bytes.length >> 4));
    if (turn) await turn;
  }
  return size;
}

/** cksum: the CRC of POSIX and the size. @see POSIX cksum */
export const cksum: Program = command(
  {
    short: '',
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[FILE]...\n\nCalculate CRC32 checksum of FILEs',
  },
  async (proc, { operands }) => {
    const good = await eachInput(
      proc,
      operands,
      async (file, name) => {
        let crc = 0;
        const add = (byte: number): void => {
          crc = (crc << 8) ^ (TABLE[((crc >>> 24) ^ byte) & 255] ?? 0);
        };
        const size = await eachPiece(proc, file, (bytes) => bytes.forEach(add));
        for (let rest = size; rest > 0; rest = Math.floor(rest / 256)) add(rest & 255);
        await proc.out(`${~crc >>> 0} ${size}${operands.length ? ` ${name}` : ''}\n`);
      },
      quotedOpenError,
    );
    return good ? 0 : 1;
  },
);

/** sum: BSD's 16 bit checksum and the size in blocks. @see GNU coreutils sum */
export const sum: Program = command(
  {
    short: 'rs',
    usage: '[OPTION]... [FILE]...',
    busyboxUsage: '[-rs] [FILE]...\n\nChecksum and count the blocks in a file',
  },
  async (proc, { operands }) => {
    const good = await eachInput(
      proc,
      operands,
      async (file, name) => {
        let sum = 0;
        const size = await eachPiece(proc, file, (bytes) => {
          for (const byte of bytes) sum = (((sum >> 1) | ((sum & 1) << 15)) + byte) & 0xffff;
        });
        const blocks = String(Math.ceil(size / 1024)).padStart(5);
        await proc.out(`${String(sum).padStart(5, '0')} ${blocks}${operands.length ? ` ${name}` : ''}\n`);
      },
      quotedOpenError,
    );
    return good ? 0 : 1;
  },
);
