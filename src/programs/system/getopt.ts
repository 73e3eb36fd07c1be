import type { Process, Program } from '../../kernel/process.ts';
import { command, UsageFailure } from '../support/command.ts';
import { OptionError, parseOptions, type OptionSpec } from '../support/parse-options.ts';

const HINT = "Try 'getopt --help' for more information.";

/** getopt: a script's words sorted into options and the rest, quoted for `eval set --`. @see getopt(1) of util-linux 2.41 */
export const getopt: Program = command(
  {
    short: 'ao:l:n:qQs:Tu',
    long: { alternative: 'a', options: 'o:', longoptions: 'l:', name: 'n:', quiet: 'q', 'quiet-output': 'Q', shell: 's:', test: 'T', unquoted: 'u' },
    usage: '<optstring> <parameters>\n getopt [options] [--] <optstring> <parameters>\n getopt [options] -o|--options <optstring> [options] [--] <parameters>',
    inOrder: true,
    hint: HINT,
    usageStatus: 2,
    version: 'getopt from util-linux 2.41\n',
  },
  async (proc, options) => {
    if (options.has('T')) return 4;
    const words = [...options.operands];
    const text = options.value('o') ?? words.shift();
    if (text === undefined) throw new UsageFailure('missing optstring argument');
    if (words[0] === '--' && options.value('o') === undefined) words.shift();
    // The old form, with the option string first, quotes nothing.
    const bare = options.has('u') || (options.value('o') === undefined && options.given.length === 0);
    const show = (word: string): string => (bare ? word : `'${word.replaceAll("'", "'\\''")}'`);
    try {
      const { given, operands } = parseOptions(words, specOf(text, options.values('l')));
      const parts = given.flatMap(([key, value]) => [
        key.startsWith('--') ? key : `-${key}`,
        ...(value === undefined ? (isOptional(key, text, options.values('l')) ? [show('')] : []) : [show(value)]),
      ]);
      if (!options.has('Q')) await proc.out(` ${[...parts, '--', ...operands.map(show)].join(' ')}\n`);
      return 0;
    } catch (error) {
      if (!(error instanceof OptionError)) throw error;
      return refuse(proc, error, options.value('n') ?? 'getopt', options.has('q'));
    }
  },
); // prettier-ignore

/** Whether an option may have a value: without one, an empty word stands for it. */
function isOptional(key: string, text: string, lists: readonly string[]): boolean {
  if (!key.startsWith('--')) return text.includes(`${key}::`);
  return lists.some((list) => list.split(',').some((one) => one.trim() === `${key.slice(2)}::`));
}

function specOf(text: string, names: readonly string[]): OptionSpec {
  const long = names
    .flatMap((list) => list.split(','))
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one): [string, string] => {
      const name = one.replace(/:+$/, '');
      const mark = one.endsWith('::') ? '?' : one.endsWith(':') ? ':' : '';
      return [name, `--${name}${mark}`];
    });
  return {
    short: text.replace(/^[+-]/, ''),
    long: Object.fromEntries(long),
    ...(text.startsWith('+') ? { inOrder: true } : {}),
  };
}

async function refuse(proc: Process, error: OptionError, name: string, quiet: boolean): Promise<number> {
  const { kind, option } = error;
  const words: Readonly<Record<OptionError['kind'], string>> = {
    'unknown-short': `invalid option -- '${option}'`,
    'unknown-long': `unrecognized option '--${option}'`,
    'needs-value-short': `option requires an argument -- '${option}'`,
    'needs-value-long': `option '--${option}' requires an argument`,
    'no-value': `option '--${option}' doesn't allow an argument`,
    ambiguous: `option '--${option}' is ambiguous`,
  };
  if (!quiet) await proc.err(`${name}: ${words[kind]}\n`);
  return 1;
}
