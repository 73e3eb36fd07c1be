import type { Coproc } from 'unbash';
import { UNSET } from '../variables.ts';
import { forkShell } from './children.ts';
import type { Interpreter } from './interpreter.ts';

/** `coproc [NAME] command`: it runs in the background; NAME holds descriptors that read its output and write its input. */
export function runCoproc(shell: Interpreter, node: Coproc): number {
  const { proc, state, jobs } = shell;
  const name = node.name?.value ?? 'COPROC';
  const [input, output] = [proc.pipe(), proc.pipe()];
  const fds = new Map(proc.fds).set(0, input.reader).set(1, output.writer);
  const pid = forkShell(shell, (child) => child.execute(node.body), { fds });
  const [readFd, writeFd] = [freeFd(shell, 63), freeFd(shell, 60)];
  proc.setFd(readFd, output.reader);
  proc.setFd(writeFd, input.writer);
  const numbers = new Map([readFd, writeFd].map((fd, index) => [index, String(fd)] as const));
  state.put(name, { ...UNSET, indexed: numbers });
  state.put(`${name}_PID`, { ...UNSET, value: String(pid) });
  state.lastBackground = pid;
  jobs.add(pid, [pid], shell.source.slice(node));
  return 0;
}

function freeFd({ proc }: Interpreter, from: number): number {
  let fd = from;
  while (proc.fds.has(fd)) fd--;
  return fd;
}
