import { tableOf } from '../../lib/table.ts';
import type { Process } from '../../kernel/process.ts';
import { parseJson, JsonParser } from './json.ts';
import type { Json } from './value.ts';

/** jq was called wrongly; ends it with status 2. */
export class JqUsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'JqUsageError';
  }
}

/** How jq was called. */
export interface JqOptions {
  readonly flags: ReadonlySet<string>;
  readonly indent: number | 'tab';
  readonly named: ReadonlyMap<string, Json>;
  readonly positional: readonly Json[];
  readonly program: string | undefined;
  readonly files: readonly string[];
}

const LONG: Readonly<Record<string, string>> = tableOf({
  'null-input': 'n', 'raw-input': 'R', slurp: 's', 'compact-output': 'c', 'raw-output': 'r', 'join-output': 'j', 'ascii-output': 'a', 'sort-keys': 'S',
  'color-output': 'C', 'monochrome-output': 'M', tab: 'tab', 'exit-status': 'e', 'from-file': 'f', help: 'h', version: 'V', unbuffered: 'u', seq: 'seq',
  stream: 'stream', 'raw-output0': 'raw-output0', 'build-configuration': 'h',
}); // prettier-ignore

/** @throws JqUsageError, SysError */
export function readOptions(proc: Process, words: readonly string[]): JqOptions {
  const rest = [...words];
  const flags = new Set<string>();
  const named = new Map<string, Json>();
  const positional: Json[] = [];
  const operands: string[] = [];
  let indent: number | 'tab' = 2;
  let operandsAre: 'files' | 'texts' | 'json' = 'files';
  const take = (option: string, count: string): string => {
    const value = rest.shift();
    if (value === undefined) throw new JqUsageError(`--${option} takes ${count} (e.g. --${option} ${EXAMPLES[option] ?? ''})`);
    return value;
  };
  const operand = (word: string): void => {
    if (operands.length === 0 && !flags.has('f')) operands.push(word);
    else if (operandsAre === 'files') operands.push(word);
    else positional.push(operandsAre === 'json' ? readJson(word, `Invalid JSON text passed to --jsonargs`) : word);
  };
  while (rest.length > 0) {
    const word = rest.shift() ?? '';
    if (word === '--') {
      rest.splice(0).forEach(operand);
    } else if (!word.startsWith('-') || word === '-') operand(word);
    else if (word.startsWith('--')) {
      const name = word.slice(2);
      if (name === 'arg') named.set(take(name, 'two parameters'), take(name, 'two parameters'));
      else if (name === 'argjson') {
        const [key, text] = [take(name, 'two parameters'), take(name, 'two parameters')];
        named.set(key, readJson(text, `Invalid JSON text passed to --argjson`));
      } else if (name === 'slurpfile' || name === 'rawfile') {
        const [key, path] = [take(name, 'two parameters'), take(name, 'two parameters')];
        const text = proc.files.readText(path);
        named.set(key, name === 'rawfile' ? text : readAll(text));
      } else if (name === 'args') operandsAre = 'texts';
      else if (name === 'jsonargs') operandsAre = 'json';
      else if (name === 'indent') indent = readIndent(take(name, 'one parameter'));
      else if (name === 'tab') indent = 'tab';
      else if (LONG[name] === undefined) throw new JqUsageError(`Unknown arguments`);
      else flags.add(LONG[name]);
    } else {
      for (const letter of word.slice(1)) {
        if (!Object.values(LONG).includes(letter)) throw new JqUsageError('Unknown arguments');
        flags.add(letter);
      }
    }
  }
  return { flags, indent, named, positional, ...withProgram(proc, flags, operands) };
} // prettier-ignore

const EXAMPLES: Readonly<Record<string, string>> = tableOf({
  arg: 'varname value',
  argjson: 'varname text',
  slurpfile: 'varname filename',
  rawfile: 'varname filename',
  indent: 'n',
});

function withProgram(proc: Process, flags: ReadonlySet<string>, operands: readonly string[]): Pick<JqOptions, 'program' | 'files'> {
  const [first, ...files] = operands;
  if (!flags.has('f') || first === undefined) return { program: first, files };
  return { program: proc.files.readText(first).replace(/^#!.*/, ''), files };
} // prettier-ignore

function readIndent(text: string): number {
  if (!/^\d+$/.test(text)) throw new JqUsageError('--indent takes one parameter');
  if (Number(text) > 7) throw new JqUsageError('Cannot indent more than 7 characters');
  return Number(text);
}

function readJson(text: string, message: string): Json {
  try {
    return parseJson(text);
  } catch {
    throw new JqUsageError(message);
  }
}

function readAll(text: string): Json[] {
  const parser = new JsonParser(text);
  const values: Json[] = [];
  for (let value = parser.next(); value !== undefined; value = parser.next()) values.push(value);
  return values;
}
