import type { BuildMessage } from '../../api/build-types.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import type { NetNamespace } from '../../kernel/net/net-namespace.ts';
import type { PidNamespace } from '../../kernel/kernel.ts';
import { exitCodeOf } from '../containers/exit.ts';
import { execFailure, findUser } from '../containers/prepare.ts';
import { boundItems } from './bound-files.ts';
import { commandWords } from './apply-instruction.ts';
import { buildErrorAt, type Build, type StageState } from './build-state.ts';
import { captureProcess, type CapturedProcess } from './capture-process.ts';
import type { RunInstruction, RunMount } from './dockerfile/types.ts';
import { copyChecksum } from './plan-copy.ts';
import type { Vertex } from './progress.ts';
import { openBuildNetwork } from './build-network.ts';
import { openRunMounts, readMounts, secretVariables } from './run-mounts.ts';
import { openStageFiles, type StageFiles } from './stage-files.ts';
import { stepKey, type Step } from './step.ts';

const HOSTNAME = 'buildkitsandbox';

/** A command of a stage, with what it sees. */
interface Run {
  readonly build: Build;
  readonly stage: StageState;
  readonly instruction: RunInstruction;
  readonly words: readonly string[];
  readonly args: ReadonlyMap<string, string>;
  readonly mounts: readonly RunMount[];
}

/** What the command runs in. */
interface Sandbox extends StageFiles {
  readonly pids: PidNamespace;
  readonly network: NetNamespace;
}

/** RUN: a process on the stage's files. `args` are the build arguments it sees beside the environment. */
export function createRunStep(
  build: Build,
  stage: StageState,
  instruction: RunInstruction,
  args: ReadonlyMap<string, string>,
): Step {
  const words = runWords(stage, instruction);
  const used = [...args].map(([name, value]) => `${name}=${value}`);
  const prefix = used.length ? `|${used.length} ${used.join(' ')} ` : '';
  const { Env, User, WorkingDir } = stage.config;
  const { network } = instruction;
  const mounts = readMounts(build, stage, instruction, args);
  const bound = boundItems(build, instruction, mounts);
  const checksums = bound.map((items) => copyChecksum(items, ''));
  const sees = [words, Env ?? [], used, User ?? '', WorkingDir ?? '', instruction.mounts, network];
  return {
    key: stepKey('run', stage.chainId, ...sees, checksums),
    createdBy: `RUN ${prefix}${words.join(' ')} # buildkit`,
    ...(bound.length ? { copies: bound.flat() } : {}),
    perform: (vertex) => perform({ build, stage, instruction, words, args, mounts }, vertex),
  };
}

/** The command; a here-document alone is a script, otherwise it stays the input of its line. */
function runWords({ config }: StageState, instruction: RunInstruction): string[] {
  const [heredoc] = instruction.files;
  if (!heredoc || !instruction.shell) return commandWords(config, instruction);
  const [line = ''] = instruction.cmdline;
  const isAlone = /^<<-?\s*["']?\w+["']?$/.test(line.trim());
  const text = isAlone ? heredoc.content : `${line}\n${heredoc.content}${heredoc.name}`;
  return commandWords(config, { ...instruction, cmdline: [text] });
}

async function* perform(run: Run, vertex: Vertex): AsyncGenerator<BuildMessage, FrozenTree> {
  const { build, stage, instruction } = run;
  const { kernel } = build.context;
  const files = openStageFiles(build, stage);
  const pids = kernel.createPidNamespace('build');
  const closeMounts = openRunMounts(build, instruction, run.mounts, { ...files, pids });
  const network = openBuildNetwork(build.context, instruction.network);
  try {
    const started = start(run, { ...files, pids, network: network.namespace });
    yield* follow(run, started, vertex);
  } finally {
    network.close();
  }
  closeMounts();
  return files.fs.freeze();
}

/** @throws BuildError where the program can't be started */
function start(run: Run, { view, mounts, pids, network }: Sandbox): CapturedProcess {
  const { kernel } = run.build.context;
  const { User, WorkingDir } = run.stage.config;
  const [program = ''] = run.words;
  const user = findUser(view, User ?? '');
  const env = environment(run, user.home);
  try {
    view.chdir(WorkingDir || '/');
    return captureProcess(kernel, {
      program: kernel.findProgram(view, program, env.get('PATH')),
      argv: run.words,
      env,
      cwd: WorkingDir || '/',
      ...user,
      mounts,
      pidNamespace: pids,
      network,
      uts: { hostname: HOSTNAME },
    });
  } catch (error) {
    if (!isSysError(error)) throw error;
    const { text } = execFailure(error, program, WorkingDir ?? '/');
    const container = 'unable to start container process: error during container init';
    throw failure(run, `runc run failed: ${container}: ${text}`);
  }
}

/** Later ones win: what every sandbox has, build arguments, the image's environment. */
function environment({ build, stage, instruction, mounts, args }: Run, home: string): Map<string, string> {
  const env = new Map([
    ['PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ['HOSTNAME', HOSTNAME],
    ['HOME', home],
    ...args,
  ]);
  for (const entry of stage.config.Env ?? [])
    env.set(entry.slice(0, entry.indexOf('=')), entry.slice(entry.indexOf('=') + 1));
  for (const [name, value] of secretVariables(build, instruction, mounts)) env.set(name, value);
  return env;
}

/** Passes the output on until the end. Nothing of the command outlives it, nor a reader that goes away. @throws BuildError */
async function* follow(
  run: Run,
  { process, output }: CapturedProcess,
  vertex: Vertex,
): AsyncGenerator<BuildMessage> {
  try {
    for (let chunk = await output.read(); chunk; chunk = await output.read())
      yield run.build.progress.log(vertex, chunk.stream === 'stdout' ? 1 : 2, chunk.data);
    const exitCode = exitCodeOf(await process.wait());
    if (exitCode !== 0) throw failure(run, `exit code: ${exitCode}`);
  } finally {
    if (!process.done) process.kill('SIGKILL', { all: true });
  }
}

function failure({ build, instruction, words }: Run, reason: string): Error {
  const message = `process "${words.join(' ')}" did not complete successfully: ${reason}`;
  return buildErrorAt(build.options, instruction.range, message);
}
