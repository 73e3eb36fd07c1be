import type { Command, CommandNode, Pipeline, Statement, Subshell, Word } from 'unbash';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import type { Usage } from '../../kernel/process.ts';
import { recover, type Maybe } from '../maybe.ts';
import { forkCommand, forkShell, waitForeground } from './children.ts';
import type { Interpreter } from './interpreter.ts';

/** Commands joined by `|`, or one with `!` or `time` in front. */
export async function runPipeline(shell: Interpreter, given: Pipeline): Promise<number> {
  const node = shell.flavour === 'bash' ? given : withTimeProgram(given);
  const negated = node.prefixes.filter((prefix) => prefix.type === 'Negation').length % 2 === 1;
  const time = node.prefixes.find((prefix) => prefix.type === 'Time');
  const begin = time ? { wall: shell.proc.now(), usage: shell.proc.usage() } : undefined;
  const run = (): Maybe<number> => runStages(shell, node);
  const status = await (negated ? shell.tested(run) : run());
  if (begin) await reportTime(shell, begin, time?.type === 'Time' && time.posix !== undefined);
  return (shell.state.status = negated ? Number(status === 0) : status);
}

/** `time` is a keyword only in bash: elsewhere it is the program of that name, in front of the first command. */
function withTimeProgram(node: Pipeline): Pipeline {
  const [first, ...rest] = node.commands;
  const time = node.prefixes.find((prefix) => prefix.type === 'Time');
  const prefixes = node.prefixes.filter((prefix) => prefix !== time);
  if (time?.type !== 'Time' || first?.type !== 'Command' || !first.name) return node;
  const { pos } = node;
  const name: Word = { type: 'Word', text: 'time', value: 'time', pos, end: pos + 4 };
  const { prefix, redirects, end } = first;
  const option: Word[] = time.posix ? [{ ...name, text: '-p', value: '-p' }] : [];
  const args = [...option, first.name, ...first.args];
  const timed: Command = {
    type: 'Command',
    pos,
    end,
    prefix,
    name,
    args,
    suffix: [...option, first.name, ...first.suffix],
    redirects,
  };
  return {
    type: 'Pipeline',
    pos,
    end: node.end,
    operators: node.operators,
    prefixes,
    commands: [timed, ...rest],
  };
}

async function reportTime(
  shell: Interpreter,
  begin: { wall: number; usage: Usage },
  posix: boolean,
): Promise<void> {
  const usage = shell.proc.usage();
  const cpu = (usage.userMicros + usage.childMicros - begin.usage.userMicros - begin.usage.childMicros) / 1e6;
  const wall = (shell.proc.now() - begin.wall) / 1000;
  const given = shell.state.get('TIMEFORMAT') ?? '\nreal\t%3lR\nuser\t%3lU\nsys\t%3lS';
  const format = posix ? 'real %2R\nuser %2U\nsys %2S' : given;
  if (format === '') return;
  const share = wall > 0 ? (100 * cpu) / wall : 0;
  const seconds: Record<string, number> = { R: wall, U: cpu, S: 0 };
  const text = format.replace(
    /%(?:%|P|([0-3]?)(l?)([RUS]))/g,
    (match, digits: string, long: string, kind: string) => {
      if (match === '%%') return '%';
      if (match === '%P') return share.toFixed(2);
      const value = seconds[kind] ?? 0;
      const places = Number(digits || 3);
      return long ? `${Math.floor(value / 60)}m${(value % 60).toFixed(places)}s` : value.toFixed(places);
    },
  );
  await shell.proc.err(`${text}\n`);
}

async function runStages(shell: Interpreter, node: Pipeline): Promise<number> {
  const { state } = shell;
  const [only] = node.commands;
  if (!only) return 0;
  if (node.commands.length === 1) return shell.command(only);
  if (state.traps.has('DEBUG')) for (const stage of node.commands) await shell.traps.runDebug(stage);
  const statuses =
    state.shopts.has('lastpipe') && !state.options.has('monitor')
      ? await runLastHere(shell, node)
      : await waitForeground(shell, startPipeline(shell, node, false), shell.source.slice(node));
  state.pipeStatus = statuses;
  const failed = statuses.findLast((status) => status !== 0) ?? 0;
  return state.options.has('pipefail') ? failed : (statuses.at(-1) ?? 0);
}

/** `shopt -s lastpipe`: the last stage runs in this shell. */
async function runLastHere(shell: Interpreter, node: Pipeline): Promise<number[]> {
  const { proc } = shell;
  const { reader, writer } = proc.pipe();
  writer.retain();
  reader.retain();
  const stages = { ...node, commands: node.commands.slice(0, -1), operators: node.operators.slice(0, -1) };
  const old = proc.fds.get(1);
  old?.retain();
  proc.setFd(1, writer);
  const pids = startPipeline(shell, stages, false);
  if (old) proc.setFd(1, old);
  else proc.closeFd(1);
  old?.release();
  writer.release();
  const input = proc.fds.get(0);
  input?.retain();
  proc.setFd(0, reader);
  reader.release();
  let status: number;
  try {
    status = await shell.command(node.commands.at(-1) as CommandNode);
  } finally {
    if (input) proc.setFd(0, input);
    else proc.closeFd(0);
    input?.release();
  }
  return [...(await waitForeground(shell, pids, shell.source.slice(node))), status];
}

function startPipeline(shell: Interpreter, node: Pipeline, background: boolean): number[] {
  const { proc } = shell;
  const pids: number[] = [];
  let input: OpenFile | undefined;
  for (const [index, command] of node.commands.entries()) {
    const pipe = index === node.commands.length - 1 ? undefined : proc.pipe();
    const fds = new Map(proc.fds);
    if (input) fds.set(0, input);
    if (pipe) fds.set(1, pipe.writer);
    if (pipe && node.operators[index] === '|&') fds.set(2, pipe.writer);
    try {
      pids.push(forkCommand(shell, command, { fds, leader: pids[0], background }));
    } finally {
      input?.release();
    }
    pipe?.reader.retain();
    input = pipe?.reader;
  }
  return pids;
}

/** `( … )` */
export async function runSubshell(shell: Interpreter, node: Subshell): Promise<number> {
  const { jobControl } = shell;
  const pid = forkShell(shell, (child) => child.list(node.body), {
    fds: shell.proc.fds,
    ...(jobControl ? { pgid: 0 } : {}),
  });
  if (jobControl) shell.proc.tty?.setForeground(pid);
  const [status = 0] = await waitForeground(shell, [pid], shell.source.slice(node));
  shell.state.pipeStatus = [status];
  return status;
}

/** `command &` */
export async function runBackground(shell: Interpreter, statement: Statement): Promise<number> {
  const { command } = statement;
  const { proc, options, state } = shell;
  const text = shell.source.slice(statement).trimEnd().replace(/&$/, '').trimEnd();
  let pids: number[];
  if (command.type === 'Pipeline' && command.commands.length > 1 && command.prefixes.length === 0)
    pids = startPipeline(shell, command, true);
  else {
    const fds = new Map(proc.fds);
    if (!shell.jobControl)
      await recover(
        async () => void fds.set(0, await proc.open('/dev/null')),
        () => undefined,
      );
    pids = [forkCommand(shell, command, { fds, background: true })];
  }
  const job = shell.jobs.add(pids[0] ?? 0, pids, text);
  state.lastBackground = pids.at(-1) ?? 0;
  if (options.interactive) await proc.err(`[${job.number}] ${state.lastBackground}\n`);
  return (state.status = 0);
}
