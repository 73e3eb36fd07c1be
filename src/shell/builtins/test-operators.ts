import { ExpansionError } from '../control-flow.ts';
import { elementsOf } from '../variables.ts';
import type { Interpreter } from '../run/interpreter.ts';

/** `-f path`, `-n text` … @see POSIX test. @throws ExpansionError for an unknown operator */
export function unaryTest(shell: Interpreter, operator: string, operand: string): boolean {
  const { files } = shell.proc;
  const stat = (): ReturnType<typeof files.statIfAny> => files.statIfAny(operand);
  switch (operator) {
    case '-n': return operand !== '';
    case '-z': return operand === '';
    case '-a':
    case '-e': return stat() !== undefined;
    case '-f': return stat()?.type === 'file';
    case '-d': return stat()?.type === 'directory';
    case '-L':
    case '-h': return files.lstatIfAny(operand)?.type === 'symlink';
    case '-s': return (stat()?.size ?? 0) > 0;
    case '-p': return stat()?.type === 'fifo';
    case '-S': return stat()?.type === 'socket';
    case '-b': return stat()?.type === 'block';
    case '-c': return stat()?.type === 'char';
    case '-r': return files.access(operand, 4);
    case '-w': return files.access(operand, 2);
    case '-x': return files.access(operand, 1);
    case '-u': return ((stat()?.mode ?? 0) & 0o4000) !== 0;
    case '-g': return ((stat()?.mode ?? 0) & 0o2000) !== 0;
    case '-k': return ((stat()?.mode ?? 0) & 0o1000) !== 0;
    case '-O': return stat()?.uid === shell.proc.uid;
    case '-G': return stat()?.gid === shell.proc.gid;
    case '-t': return shell.proc.fds.get(Number(operand))?.kind === 'tty';
    case '-v': return isSet(shell, operand);
    case '-R': return shell.state.variables.get(operand)?.reference !== undefined;
    case '-N': return (stat()?.mtimeMs ?? 0) > (stat()?.atimeMs ?? 0);
    case '-o': return shell.state.options.has(operand as never);
    default: throw new ExpansionError(`${operator}: unary operator expected`);
  }
} // prettier-ignore

function isSet({ state, expander }: Interpreter, name: string): boolean {
  if (/\[[@*]\]$/.test(name)) return elementsOf(state.find(name.slice(0, -3))).length > 0;
  return expander.get(name) !== undefined;
}

/** `a = b`, `1 -lt 2`, `f -nt g` … @throws ExpansionError */
export function binaryTest(shell: Interpreter, left: string, operator: string, right: string): boolean {
  switch (operator) {
    case '==':
      if (shell.flavour === 'dash') throw new ExpansionError(`${left}: binary operator expected`);
      return left === right;
    case '=': return left === right;
    case '!=': return left !== right;
    case '<': return left < right;
    case '>': return left > right;
    case '-eq': return integer(left) === integer(right);
    case '-ne': return integer(left) !== integer(right);
    case '-lt': return integer(left) < integer(right);
    case '-le': return integer(left) <= integer(right);
    case '-gt': return integer(left) > integer(right);
    case '-ge': return integer(left) >= integer(right);
    case '-nt': return time(shell, left) > time(shell, right);
    case '-ot': return time(shell, left) < time(shell, right);
    case '-ef': return sameFile(shell, left, right);
    default: throw new ExpansionError(`${operator}: binary operator expected`);
  }
} // prettier-ignore

function integer(text: string): bigint {
  if (!/^\s*[-+]?\d+\s*$/.test(text)) throw new ExpansionError(`${text}: integer expression expected`);
  return BigInt(text.trim().replace(/^\+/, ''));
}

function time(shell: Interpreter, path: string): number {
  return shell.proc.files.statIfAny(path)?.mtimeMs ?? -1;
}

function sameFile(shell: Interpreter, left: string, right: string): boolean {
  const [a, b] = [shell.proc.files.statIfAny(left), shell.proc.files.statIfAny(right)];
  return a !== undefined && a.ino === b?.ino && a.dev === b.dev;
}
