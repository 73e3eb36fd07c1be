import { ShellExit } from '../control-flow.ts';
import { fail, print, raise, usage, type Builtin } from './builtin.ts';
import type { Interpreter } from '../run/interpreter.ts';
import { SHELL_OPTIONS, type ShellOption } from '../shell-state.ts';
import { NAME_PATTERN, quoteWord } from '../variables.ts';
import { formatArray } from '../format-variable.ts';

const SYNOPSIS = '[-abefhkmnptuvxBCEHPT] [-o option-name] [--] [-] [arg ...]';

/** The option of a letter or a long name. */
function optionOf(letter: string, name: string | undefined): ShellOption | undefined {
  const found =
    letter === 'o' ? name : Object.entries(SHELL_OPTIONS).find(([, flag]) => flag === letter)?.[0];
  return found !== undefined && found in SHELL_OPTIONS ? (found as ShellOption) : undefined;
}

export const set: Builtin = async (shell, words) => {
  const { state } = shell;
  if (words.length === 1) return print(shell, listVariables(shell));
  for (let index = 1; index < words.length; index++) {
    const word = words[index] ?? '';
    if (word === '--' || word === '-') {
      if (word === '--' || index + 1 < words.length) state.parameters = words.slice(index + 1);
      return 0;
    }
    if (!/^[-+]./.test(word)) {
      state.parameters = words.slice(index);
      return 0;
    }
    for (const letter of word.slice(1)) {
      if (letter === 'o' && words[index + 1] === undefined)
        return print(shell, listOptions(shell, word.startsWith('+')));
      const name = letter === 'o' ? words[++index] : undefined;
      const option = optionOf(letter, name);
      if (option === undefined || (option === 'pipefail' && shell.flavour === 'dash'))
        return refuse(shell, word, letter, name);
      if (option === 'noexec' && word.startsWith('-') && !shell.options.interactive)
        throw new ShellExit(state.status);
      if (word.startsWith('-')) state.options.add(option);
      else state.options.delete(option);
    }
  }
  return 0;
};

async function refuse(
  shell: Interpreter,
  word: string,
  letter: string,
  name: string | undefined,
): Promise<number> {
  if (shell.flavour !== 'bash') {
    await fail(
      shell,
      'set',
      `${shell.flavour === 'ash' ? 'illegal' : 'Illegal'} option ${word.slice(0, 1)}${name === undefined ? letter : `o ${name}`}`,
    );
    if (shell.options.interactive) return 2;
    throw new ShellExit(shell.flavour === 'ash' && name !== undefined ? 1 : 2);
  }
  if (name !== undefined) return fail(shell, 'set', `${name}: invalid option name`, 2);
  return usage(shell, 'set', SYNOPSIS, `${word.slice(0, 1)}${letter}: invalid option`);
}

function listVariables({ state }: Interpreter): string {
  const lines = [...state.variables]
    .filter(([name]) => NAME_PATTERN.test(name))
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return lines
    .map(([name, variable]) =>
      variable.indexed || variable.keyed
        ? `${name}=${formatArray(variable)}\n`
        : variable.value === undefined
          ? ''
          : `${name}=${quoteWord(variable.value)}\n`,
    )
    .join('');
}

/** In the order the POSIX shells have them; `nolog` and `debug` are not asked for. @see dash options.c, busybox ash.c optletters_optnames */
const POSIX_OPTIONS = {
  ash: 'errexit noglob ignoreeof monitor noexec xtrace verbose noclobber allexport notify nounset errtrace vi pipefail',
  dash: 'errexit noglob ignoreeof interactive monitor noexec stdin xtrace verbose vi emacs noclobber allexport notify nounset nolog debug',
};

function listOptions({ state, flavour, options }: Interpreter, asCommands: boolean): string {
  if (flavour !== 'bash' && !asCommands) {
    const isOn = (name: string): boolean =>
      name === 'interactive'
        ? options.interactive === true
        : name === 'stdin'
          ? state.sourceKind === 'input'
          : state.options.has(name as ShellOption);
    const rows = POSIX_OPTIONS[flavour]
      .split(' ')
      .map((name) => `${name.padEnd(16)}${isOn(name) ? 'on' : 'off'}\n`);
    return `${flavour === 'dash' ? 'Current option settings\n' : ''}${rows.join('')}`;
  }
  return (Object.keys(SHELL_OPTIONS) as ShellOption[])
    .sort()
    .map((name) => {
      const on = state.options.has(name);
      return asCommands ? `set ${on ? '-' : '+'}o ${name}\n` : `${name.padEnd(15)}\t${on ? 'on' : 'off'}\n`;
    })
    .join('');
}

export const shift: Builtin = (shell, words) => {
  const { state } = shell;
  const count = Number(words[1] ?? 1);
  if (shell.flavour !== 'bash' && !/^\d+$/.test(words[1] ?? '1'))
    return raise(shell, 'shift', `Illegal number: ${words[1] ?? ''}`);
  if (!Number.isInteger(count)) return fail(shell, 'shift', `${words[1] ?? ''}: numeric argument required`);
  if (count < 0) return fail(shell, 'shift', `${words[1] ?? ''}: shift count out of range`);
  if (count > state.parameters.length) {
    if (shell.flavour !== 'dash') return 1;
    return fail(shell, 'shift', "can't shift that many", 2).then(() => {
      throw new ShellExit(2);
    });
  }
  state.parameters = state.parameters.slice(count);
  return 0;
};
