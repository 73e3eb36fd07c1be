import { isSysError } from '../../kernel/errno.ts';
import type { Interpreter } from './interpreter.ts';
import { RecordReader } from './record-reader.ts';
import { unescapeAwk } from './tokens.ts';
import { AwkRuntimeError } from './variables.ts';
import { fromInput, toNumber, toText } from './values.ts';

/** The records of all operands (ARGV), one after another; `name=value` among them is an assignment. */
export class MainInput {
  readonly #awk: Interpreter;
  #reader: RecordReader | undefined;
  #argument = 1;
  #anyFile = false;

  constructor(awk: Interpreter, operands: readonly string[]) {
    this.#awk = awk;
    const argv = awk.variables.array('ARGV');
    ['awk', ...operands].forEach((word, index) => argv.set(String(index), fromInput(word)));
    awk.variables.set('ARGC', operands.length + 1);
  }

  /** The next record of the operands; undefined after the last. @throws AwkRuntimeError where one can't be opened */
  async next(): Promise<string | undefined> {
    for (;;) {
      this.#reader ??= await this.#open();
      if (!this.#reader) return undefined;
      const record = await this.#reader.next(this.#awk.variables.text('RS'));
      if (record !== undefined) return record;
      this.leave();
    }
  }

  /** NR goes up by one, and FNR for a record of the operands. */
  count(file: boolean): void {
    const { variables } = this.#awk;
    variables.set('NR', toNumber(variables.get('NR')) + 1);
    if (file) variables.set('FNR', toNumber(variables.get('FNR')) + 1);
  }

  /** Ends the file that is being read. */
  leave(): void {
    if (this.#reader && this.#reader.file !== this.#awk.proc.stdin) this.#reader.file.release();
    this.#reader = undefined;
  }

  async #open(): Promise<RecordReader | undefined> {
    const { variables, proc } = this.#awk;
    while (this.#argument < toNumber(variables.get('ARGC'))) {
      const operand = toText(variables.array('ARGV').get(String(this.#argument++)), '%.6g');
      const assignment = /^([A-Za-z_]\w*)=([^]*)$/.exec(operand);
      if (assignment) {
        variables.set(assignment[1] ?? '', fromInput(unescapeAwk(assignment[2] ?? '')));
        continue;
      }
      if (operand === '') continue;
      return this.#start(operand, operand === '-' ? proc.stdin : await this.#openFile(operand));
    }
    if (this.#anyFile) return undefined;
    return this.#start('', proc.stdin);
  }

  #start(name: string, file: RecordReader['file']): RecordReader {
    this.#anyFile = true;
    this.#awk.variables.set('FILENAME', name);
    this.#awk.variables.set('FNR', 0);
    return new RecordReader(file);
  }

  async #openFile(path: string): Promise<RecordReader['file']> {
    try {
      const file = await this.#awk.proc.open(path);
      file.retain();
      return file;
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new AwkRuntimeError(
        this.#awk.proc.busybox ? `${path}: ${error.message}` : `cannot open ${path} (${error.message})`,
      );
    }
  }
}
