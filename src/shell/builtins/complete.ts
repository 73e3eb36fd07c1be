import { tableOf } from '../../lib/table.ts';
import { ACTION_LETTERS, completionsOf, OTHER_ACTIONS, type CompletionSpec } from '../completion-spec.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { quoteWord } from '../variables.ts';
import { fail, print, type Builtin } from './builtin.ts';
import { showUsage } from './show-usage.ts';

/** Options with a value that go into a spec as they are. */
const TEXTS = tableOf({ W: 'words', F: 'functionName', X: 'filter', P: 'prefix', S: 'suffix' } as const);
const WITH_VALUE = 'oAWFXPSGC';
const LETTERS = Object.values(ACTION_LETTERS).join('');

interface Arguments {
  readonly spec: CompletionSpec;
  /** Letters that are no part of a spec: -p -r -D -E -I. */
  readonly flags: string;
  readonly names: readonly string[];
  /** What was wrong, as bash says it. */
  readonly wrong?: string;
}

type Draft = { -readonly [Key in keyof CompletionSpec]: CompletionSpec[Key] } & {
  options: string[];
  actions: string[];
};

/** Reads what `compgen` and `complete` have in common. Simplified: -G and -C are read and offer nothing. */
function readArguments(args: readonly string[]): Arguments {
  const queue = [...args];
  const spec: Draft = { options: [], actions: [] };
  let flags = '';
  while (/^-./.test(queue[0] ?? '')) {
    const word = queue.shift() ?? '';
    if (word === '--') break;
    const letters = [...word.slice(1)];
    for (let letter = letters.shift(); letter !== undefined; letter = letters.shift()) {
      if (LETTERS.includes(letter)) spec.actions.push(letter);
      else if ('prDEI'.includes(letter)) flags += letter;
      else if (!WITH_VALUE.includes(letter))
        return { spec, flags, names: [], wrong: `-${letter}: invalid option` };
      else {
        const value = letters.length > 0 ? letters.splice(0).join('') : queue.shift();
        if (value === undefined)
          return { spec, flags, names: [], wrong: `-${letter}: option requires an argument` };
        const wrong = setValue(spec, letter, value);
        if (wrong !== undefined) return { spec, flags, names: [], wrong };
      }
    }
  }
  return { spec, flags, names: queue };
}

/** Takes an option's value into the spec; what is wrong with it, as bash says it. */
function setValue(spec: Draft, letter: string, value: string): string | undefined {
  if (letter in TEXTS) spec[TEXTS[letter as keyof typeof TEXTS]] = value;
  if (letter === 'o') spec.options.push(value);
  if (letter !== 'A') return undefined;
  if (!(value in ACTION_LETTERS) && !OTHER_ACTIONS.includes(value)) return `${value}: invalid action name`;
  spec.actions.push(ACTION_LETTERS[value] ?? value);
  return undefined;
}

function refuse(shell: Interpreter, name: string, wrong: string): Promise<number> {
  return wrong.endsWith('action name') ? fail(shell, name, wrong, 2) : showUsage(shell, name, wrong);
}

export const compgen: Builtin = async (shell, words) => {
  const { spec, names, wrong } = readArguments(words.slice(1));
  if (wrong !== undefined) return refuse(shell, 'compgen', wrong);
  const [word = ''] = names;
  const found = await completionsOf(shell, spec, word, ['compgen', word]);
  if (found.length === 0) return 1;
  return print(shell, found.map((name) => `${name}\n`).join(''));
};

export const complete: Builtin = async (shell, words) => {
  const { completions } = shell.state;
  const { spec, flags, names: given, wrong } = readArguments(words.slice(1));
  if (wrong !== undefined) return refuse(shell, 'complete', wrong);
  const special = [...flags].flatMap((letter) => ('DEI'.includes(letter) ? [`-${letter}`] : []));
  const names = [...special, ...given];
  if (flags.includes('r') && names.length === 0) {
    completions.clear();
    return 0;
  }
  const shows = flags.includes('p') || words.length === 1;
  if (!shows && !flags.includes('r')) {
    if (names.length === 0) return showUsage(shell, 'complete');
    for (const name of names) completions.set(name, spec);
    return 0;
  }
  let status = 0;
  for (const name of names.length > 0 ? names : completions.keys()) {
    const known = completions.get(name);
    if (!known) status = await fail(shell, 'complete', `${name}: no completion specification`);
    else if (flags.includes('r')) completions.delete(name);
    else await print(shell, `${describe(name, known)}\n`);
  }
  return status;
};

/** The command that would say it again. @see bash builtins/complete.def print_one_completion */
function describe(name: string, spec: CompletionSpec): string {
  const letters = Object.values(ACTION_LETTERS);
  return [
    'complete',
    ...spec.options.map((option) => `-o ${option}`),
    ...letters.filter((letter) => spec.actions.includes(letter)).map((letter) => `-${letter}`),
    ...OTHER_ACTIONS.filter((action) => spec.actions.includes(action)).map((action) => `-A ${action}`),
    ...(spec.words === undefined ? [] : [`-W '${spec.words.replaceAll("'", "'\\''")}'`]),
    ...(spec.prefix === undefined ? [] : [`-P '${spec.prefix}'`]),
    ...(spec.suffix === undefined ? [] : [`-S '${spec.suffix}'`]),
    ...(spec.filter === undefined ? [] : [`-X '${spec.filter}'`]),
    ...(spec.functionName === undefined ? [] : [`-F ${spec.functionName}`]),
    name.startsWith('-') ? name : quoteWord(name),
  ].join(' ');
}

/** `compopt`: options of the completions of these commands. */
export const compopt: Builtin = async (shell: Interpreter, words) => {
  const queue = words.slice(1);
  const changes: [on: boolean, option: string][] = [];
  for (; /^[-+]o$/.test(queue[0] ?? ''); queue.splice(0, 2))
    changes.push([queue[0] === '-o', queue[1] ?? '']);
  if (queue.length === 0) return fail(shell, 'compopt', 'not currently executing completion function');
  let status = 0;
  for (const name of queue) {
    const known = shell.state.completions.get(name);
    if (!known) {
      status = await fail(shell, 'compopt', `${name}: no completion specification`);
      continue;
    }
    const options = new Set(known.options);
    for (const [on, option] of changes)
      if (on) options.add(option);
      else options.delete(option);
    shell.state.completions.set(name, { ...known, options: [...options] });
  }
  return status;
};
