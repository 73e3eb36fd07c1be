import type { Program } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { command, CommandFailure, UsageFailure } from '../support/command.ts';
import { eachInput, quotedOpenError, readAllBytes } from '../support/input.ts';
import { quote } from '../support/quote.ts';

/** A way to write bytes as letters. */
export interface BaseEncoding {
  /** As busybox's help calls it: `Base64`. */
  readonly title: string;
  /** What `-i` leaves out. */
  readonly garbage: RegExp;
  encode(bytes: Uint8Array): string;
  /** The bytes of a text, as far as it is one. */
  decode(text: string): { readonly bytes: Uint8Array; readonly complete: boolean };
}

/** The program for an encoding, with -d, -i and -w. @see GNU coreutils base64 */
export function baseProgram({ title, garbage, encode, decode }: BaseEncoding): Program {
  return command(
    {
      short: 'diw:',
      long: { decode: 'd', wrap: 'w:', 'ignore-garbage': 'i' },
      usage: '[OPTION]... [FILE]',
      busyboxUsage: `[-d] [-w COL] [FILE]\n\n${title} encode or decode FILE to standard output`,
    },
    async (proc, options) => {
      const [, extra] = options.operands;
      if (extra !== undefined) throw new UsageFailure(`extra operand ${quote(extra)}`);
      const width = Number(options.value('w') ?? 76);
      if (!Number.isInteger(width) || width < 0)
        throw new CommandFailure(`invalid wrap size: ${quote(options.value('w') ?? '')}`);
      const good = await eachInput(
        proc,
        options.operands,
        async (file) => {
          const bytes = await readAllBytes(proc, file);
          if (!options.has('d')) return proc.out(wrap(encode(bytes), width));
          const text = toText(bytes);
          const decoded = decode(options.has('i') ? text.replace(garbage, '') : text);
          await proc.out(decoded.bytes);
          if (!decoded.complete) throw new CommandFailure(proc.busybox ? 'truncated input' : 'invalid input');
        },
        quotedOpenError,
      );
      return good ? 0 : 1;
    },
  );
}

/** Lines of `width` letters; 0 is one line without an end. */
function wrap(text: string, width: number): string {
  return width === 0 ? text : text.replace(new RegExp(`.{1,${width}}`, 'g'), '$&\n');
}
