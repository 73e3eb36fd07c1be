import type { Process } from '../../kernel/process.ts';
import { eachInput, LineReader, openInput, plainOpenError } from '../support/input.ts';

/** Calls `use` with every line of the operands; the exit status. */
export async function eachLine(
  proc: Process,
  operands: readonly string[],
  use: (line: string, reader: LineReader) => void | Promise<void>,
  wording = plainOpenError,
): Promise<number> {
  const good = await eachInput(
    proc,
    operands,
    async (file) => {
      const reader = new LineReader(proc, file);
      for (let line = await reader.next(); line !== undefined; line = await reader.next())
        await use(line, reader);
    },
    wording,
  );
  return good ? 0 : 1;
}

/** A reader for each operand, `-` being the same one each time; ends the process where one can't be opened. */
export async function openReaders(
  proc: Process,
  operands: readonly string[],
  separator = '\n',
): Promise<LineReader[]> {
  const readers: LineReader[] = [];
  let stdin: LineReader | undefined;
  for (const name of operands) {
    const file = await openInput(proc, name);
    if (!file) return proc.exit(1);
    const reader: LineReader =
      name === '-'
        ? (stdin ??= new LineReader(proc, file, separator))
        : new LineReader(proc, file, separator);
    readers.push(reader);
  }
  return readers;
}
