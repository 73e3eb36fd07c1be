import { isSysError } from '../../kernel/errno.ts';
import { signalNumber } from '../../kernel/signals.ts';
import { fail, type Builtin } from './builtin.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { assignElement } from '../expand/special-parameters.ts';
import { UNSET } from '../variables.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';

interface ReadOptions {
  raw: boolean;
  prompt: string;
  array?: string;
  delimiter: string;
  count?: number;
  timeoutSeconds?: number;
  silent: boolean;
  /** -N: neither delimiter nor IFS count. */
  exact?: boolean;
  fd: number;
  names: string[];
}

/** `read [-r] [-p prompt] [-a array] [-d delim] [-n count] [-t seconds] [-s] [-u fd] name…` */
export const read: Builtin = async (shell, words) => {
  const options = readOptions(words.slice(1));
  if (options.names.length === 0 && shell.flavour === 'dash') return fail(shell, 'read', 'arg count', 2);
  const wrong = options.names.find((name) => !/^[A-Za-z_]\w*(\[.+\])?$/.test(name));
  if (wrong !== undefined) return badName(shell, wrong);
  const input = shell.proc.fds.get(options.fd);
  if (!input) return fail(shell, 'read', `${options.fd}: invalid file descriptor: Bad file descriptor`);
  if (options.timeoutSeconds === 0) return input.readable() ? 0 : 1;
  if (options.prompt && input.tty) await shell.proc.err(options.prompt);
  const line = await readFrom(shell, input, options);
  if (line === 'timeout') return 142;
  if (line === 'interrupted') return 128 + signalNumber(shell.traps.next ?? 'SIGINT');
  assignFields(shell, line.text, options);
  return line.complete ? 0 : 1;
};

async function badName(shell: Interpreter, name: string): Promise<number> {
  if (shell.flavour === 'bash') return fail(shell, 'read', `\`${name}': not a valid identifier`);
  if (shell.flavour === 'dash') return fail(shell, 'read', `${name}: bad variable name`, 2);
  await shell.proc.err(`${shell.state.name}: read: '${name}': bad variable name\n`);
  return 1;
}

/** Reads with the terminal as the options ask: silent, or character by character. */
async function readFrom(shell: Interpreter, input: OpenFile, options: ReadOptions): Promise<ReadResult> {
  const mode = options.silent || options.count !== undefined ? input.tty?.getMode() : undefined;
  if (mode) input.tty?.setMode({ ...mode, echo: !options.silent, canonical: options.count === undefined });
  try {
    return await readLine(shell, input, options);
  } catch (error) {
    if (!isSysError(error, 'EINTR')) throw error;
    return 'interrupted';
  } finally {
    if (mode) input.tty?.setMode(mode);
  }
}

type ReadResult = { text: string; complete: boolean } | 'timeout' | 'interrupted';

function readOptions(args: readonly string[]): ReadOptions {
  const options: ReadOptions = { raw: false, prompt: '', delimiter: '\n', silent: false, fd: 0, names: [] };
  const queue = [...args];
  while (/^-[a-zN]/.test(queue[0] ?? '')) {
    const cluster = [...(queue.shift() as string).slice(1)];
    while (cluster.length) {
      const flag = cluster.shift() as string;
      const value = (): string => (cluster.length ? cluster.splice(0).join('') : (queue.shift() ?? ''));
      if (flag === 'r') options.raw = true;
      else if (flag === 's') options.silent = true;
      else if (flag === 'p') options.prompt = value();
      else if (flag === 'a') options.array = value();
      else if (flag === 'd') options.delimiter = value()[0] ?? '\0';
      else if (flag === 'n' || flag === 'N') {
        options.count = Number(value());
        options.exact = flag === 'N';
      } else if (flag === 't') options.timeoutSeconds = Number(value());
      else if (flag === 'u') options.fd = Number(value());
    }
  }
  if (queue[0] === '--') queue.shift();
  options.names = queue;
  return options;
}

async function readLine(shell: Interpreter, input: OpenFile, options: ReadOptions): Promise<ReadResult> {
  const deadline =
    options.timeoutSeconds === undefined ? undefined : shell.proc.now() + options.timeoutSeconds * 1000;
  const bytes: Uint8Array[] = [];
  let escaped = false;
  for (;;) {
    while (deadline !== undefined && !input.readable()) {
      if (shell.proc.now() >= deadline) return 'timeout';
      const left = deadline - shell.proc.now();
      await shell.traps.during(() => shell.proc.sleep(Math.min(10, left)));
    }
    const byte = await shell.traps.during(() => input.read(1));
    const turn = shell.proc.tick();
    if (turn) await turn;
    if (!byte) return { text: toText(concatBytes(bytes)), complete: false };
    const char = String.fromCharCode(byte[0] as number);
    if (char === options.delimiter && !escaped && !options.exact)
      return { text: toText(concatBytes(bytes)), complete: true };
    if (!options.raw && escaped && char === '\n') {
      bytes.pop();
      escaped = false;
      continue;
    }
    bytes.push(byte.slice());
    escaped = !options.raw && !escaped && char === '\\';
    if (options.count !== undefined && bytes.length >= options.count)
      return { text: toText(concatBytes(bytes)), complete: true };
  }
}

/** Marks characters that a backslash protects from splitting. */
const SHIELD = '\ue000';

function assignFields(
  shell: Interpreter,
  line: string,
  { raw, array, names, exact = false }: ReadOptions,
): void {
  const { state } = shell;
  const ifs = state.get('IFS') ?? ' \t\n';
  const text = raw ? line : line.replace(/\\([\s\S])/g, `${SHIELD}$1`);
  const clean = (field: string): string => field.replaceAll(SHIELD, '');
  if (array !== undefined) {
    state.put(array, { ...UNSET, indexed: new Map() });
    splitFields(text, ifs, Infinity).forEach((field, index) =>
      assignElement(state, array, String(index), clean(field)),
    );
    return;
  }
  if (names.length === 0) return state.set('REPLY', clean(text));
  if (exact) return names.forEach((name, index) => shell.expander.set(name, index ? '' : clean(text)));
  const fields = splitFields(text, ifs, names.length);
  names.forEach((name, index) => shell.expander.set(name, clean(fields[index] ?? '')));
}

/** At most `limit` fields; the last one takes the rest. */
function splitFields(text: string, ifs: string, limit: number): string[] {
  const isBlank = (char: string): boolean => ifs.includes(char) && ' \t\n'.includes(char);
  const isMark = (char: string): boolean => ifs.includes(char) && !isBlank(char);
  let at = 0;
  const skipBlanks = (): void => {
    while (at < text.length && isBlank(text[at] as string)) at++;
  };
  const fields: string[] = [];
  skipBlanks();
  while (at < text.length) {
    if (fields.length === limit - 1) {
      fields.push(trimEnd(text.slice(at), isBlank, isMark));
      return fields;
    }
    let field = '';
    while (at < text.length && !ifs.includes(text[at] as string)) {
      if (text[at] === SHIELD) field += text[at++];
      field += text[at++] ?? '';
    }
    fields.push(field);
    skipBlanks();
    if (at < text.length && isMark(text[at] as string)) {
      at++;
      skipBlanks();
    }
  }
  return fields;
}

function trimEnd(
  text: string,
  isBlank: (char: string) => boolean,
  isMark: (char: string) => boolean,
): string {
  let end = text.length;
  while (end > 0 && isBlank(text[end - 1] as string) && text[end - 2] !== SHIELD) end--;
  const body = text.slice(0, end);
  const single = body.length > 0 && isMark(body.at(-1) as string) && ![...body.slice(0, -1)].some(isMark);
  return single ? body.slice(0, -1) : body;
}
