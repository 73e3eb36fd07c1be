import { ExpansionError, FunctionReturn, LoopExit, ShellExit } from '../control-flow.ts';
import { fail, raise, type Builtin } from './builtin.ts';

export const exit: Builtin = async (shell, words) => {
  const [, status] = words;
  if (shell.options.interactive && shell.flavour === 'bash')
    await shell.proc.err(shell.state.login ? 'logout\n' : 'exit\n');
  if (status === undefined) throw new ShellExit(shell.state.status);
  const valid = shell.flavour === 'bash' ? /^\s*[-+]?\d+\s*$/.test(status) : /^\d+$/.test(status);
  if (!valid) {
    const plain =
      shell.flavour === 'bash' ? `${status}: numeric argument required` : `Illegal number: ${status}`;
    await fail(shell, 'exit', plain);
    throw new ShellExit(2);
  }
  if (words.length > 2 && shell.flavour === 'bash')
    throw new ExpansionError('exit: too many arguments', 'line');
  throw new ShellExit(Number(status) & 0xff);
};

export const logout: Builtin = (shell, words) =>
  shell.state.login ? exit(shell, words) : fail(shell, 'logout', "not login shell: use `exit'");

export const returnBuiltin: Builtin = async (shell, words) => {
  const { state } = shell;
  const isNumber = words[1] === undefined || /^[-+]?\d+$/.test(words[1]);
  if (!isNumber && shell.flavour !== 'bash')
    return raise(shell, 'return', `Illegal number: ${words[1] ?? ''}`);
  if (state.calls.length === 0) {
    if (!isNumber) await fail(shell, 'return', `${words[1] ?? ''}: numeric argument required`);
    if (shell.flavour !== 'bash')
      throw new ShellExit(words[1] === undefined ? state.status : Number(words[1]) & 0xff);
    return fail(shell, 'return', "can only `return' from a function or sourced script", 2);
  }
  if (!isNumber) {
    await fail(shell, 'return', `${words[1] ?? ''}: numeric argument required`);
    throw new FunctionReturn(2);
  }
  throw new FunctionReturn(words[1] === undefined ? state.status : Number(words[1]) & 0xff);
};

const leaveLoop =
  (kind: 'break' | 'continue'): Builtin =>
  (shell, words) => {
    if (shell.flavour !== 'bash' && !/^\d+$/.test(words[1] ?? '1'))
      return raise(shell, kind, `Illegal number: ${words[1] ?? ''}`);
    if (shell.state.loopDepth === 0) {
      if (shell.flavour !== 'bash') return 0;
      return fail(shell, kind, "only meaningful in a `for', `while', or `until' loop", 0);
    }
    const levels = Number(words[1] ?? 1);
    if (Number.isNaN(levels)) return fail(shell, kind, `${words[1] ?? ''}: numeric argument required`, 128);
    if (levels >= 1) throw new LoopExit(kind, levels);
    return fail(shell, kind, `${words[1] ?? ''}: loop count out of range`).then(() => {
      throw new LoopExit('break', shell.state.loopDepth, 1);
    });
  };

export const breakBuiltin = leaveLoop('break');
export const continueBuiltin = leaveLoop('continue');
