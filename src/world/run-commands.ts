import { concatBytes, NO_BYTES, toBytes, toText } from '../lib/bytes.ts';
import type { OpenFile } from '../kernel/files/open-file.ts';
import type { Kernel } from '../kernel/kernel.ts';
import type { Process } from '../kernel/process.ts';
import { createShellSession, type ShellSession } from '../shell/session.ts';
import { createCapture, createInput } from './capture.ts';
import type { Machine } from './machine.ts';
import type { World } from './world.ts';

/** What one command line did. */
export interface CommandResult {
  readonly command: string;
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: number;
}

export interface SessionCommand {
  readonly command: string;
  /** Runs on a terminal of its own; its whole output is `stdout` then. */
  readonly tty?: boolean;
  /** What its stdin gives; empty unless given. */
  readonly input?: string;
}

export interface SessionOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Sees output as it is written, beside the collected result. */
  readonly onOutput?: (stream: 'stdout' | 'stderr', bytes: Uint8Array) => void;
  /** A command that has not ended after so much virtual time is stuck; a day unless given. */
  readonly giveUpMs?: number;
}

/** One bash on a machine that is handed commands one after another. */
export interface CommandSession {
  run(command: SessionCommand): Promise<CommandResult>;
  /** Set once `exit` was called. */
  readonly exited: number | undefined;
}

export const LOGIN_ENVIRONMENT: Readonly<Record<string, string>> = {
  HOME: '/root',
  LANG: 'C.UTF-8',
  LOGNAME: 'root',
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  SHELL: '/bin/bash',
  TERM: 'xterm-256color',
  USER: 'root',
};

interface Job {
  readonly command: SessionCommand;
  readonly done: (exitCode: number) => void;
}

/** A command that has not ended after so much virtual time never will. */
const GIVE_UP_MS = 24 * 3600 * 1000;

/** The command waits for something that can't come: no process can run and no timer is set, or a day has passed. */
export class CommandStuck extends Error {
  constructor(command: string) {
    super(`"${command}" waits for something that never comes`);
    this.name = 'CommandStuck';
  }
}

/** Starts a bash. Calls of `run` come from outside of the simulation and one at a time. @throws CommandStuck from `run` */
export function openCommandSession(world: World, machine: Machine, options: SessionOptions): CommandSession {
  const { kernel } = machine;
  const arrived = kernel.scheduler.createWaitQueue();
  const jobs: Job[] = [];
  const output = new Output(options.onOutput);
  let session: ShellSession | undefined;
  const bash = async (proc: Process): Promise<number> => {
    session = createShellSession(proc, { name: 'bash' });
    while (session.exited === undefined) {
      const job = jobs.shift();
      if (!job) await arrived.wait();
      else job.done(await runOne(kernel, proc, session, job.command, output));
    }
    return session.exited;
  };
  const started = kernel.start({
    program: bash,
    argv: ['bash'],
    env: new Map(Object.entries({ ...LOGIN_ENVIRONMENT, ...options.env })),
    cwd: options.cwd,
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([
      [0, createInput('/dev/stdin', NO_BYTES)],
      [1, output.stdout],
      [2, output.stderr],
    ]),
  });
  const run = (command: SessionCommand): Promise<CommandResult> =>
    new Promise((resolve, reject) => {
      const stuck = (): void => {
        world.queue.stop();
        cancel();
        reject(new CommandStuck(command.command));
      };
      let open = true;
      const cancel = kernel.clock.at(kernel.clock.now() + (options.giveUpMs ?? GIVE_UP_MS), stuck);
      const done = (exitCode: number): void => {
        open = false;
        cancel();
        forget();
        world.queue.stop();
        resolve({ command: command.command, ...output.take(), exitCode });
      };
      // A turn later: what ended it may just be telling.
      const forget = world.queue.onIdle(() => queueMicrotask(() => open && stuck()));
      jobs.push({ command, done });
      arrived.wakeAll();
      world.queue.start();
    });
  return {
    get exited() {
      return session?.exited ?? (started.done ? 1 : undefined);
    },
    run,
  };
}

/** Collects what is written to stdout and stderr. */
class Output {
  #chunks = { stdout: [] as Uint8Array[], stderr: [] as Uint8Array[] };
  readonly stdout: OpenFile;
  readonly stderr: OpenFile;
  readonly #seen: SessionOptions['onOutput'];

  constructor(seen: SessionOptions['onOutput']) {
    this.#seen = seen;
    this.stdout = createCapture('pipe:[1001]', (bytes) => this.add('stdout', bytes));
    this.stderr = createCapture('pipe:[1002]', (bytes) => this.add('stderr', bytes));
  }

  add(stream: 'stdout' | 'stderr', bytes: Uint8Array): void {
    this.#chunks[stream].push(bytes.slice());
    this.#seen?.(stream, bytes);
  }

  take(): { stdout: string; stderr: string } {
    const { stdout, stderr } = this.#chunks;
    this.#chunks = { stdout: [], stderr: [] };
    return { stdout: toText(concatBytes(stdout)), stderr: toText(concatBytes(stderr)) };
  }
}

async function runOne(
  kernel: Kernel,
  proc: Process,
  session: ShellSession,
  command: SessionCommand,
  output: Output,
): Promise<number> {
  if (command.tty) return runOnTerminal(kernel, proc, session, command, output);
  proc.setFd(0, createInput('/dev/stdin', toBytes(command.input ?? '')));
  return session.run(command.command);
}

/** Gives the command a terminal for stdin, stdout and stderr, and types its input. */
async function runOnTerminal(
  kernel: Kernel,
  proc: Process,
  session: ShellSession,
  { command, input = '' }: SessionCommand,
  output: Output,
): Promise<number> {
  const { master, slave } = kernel.createPty({ columns: 80, rows: 24 });
  const saved = [0, 1, 2].map((fd) => proc.fd(fd));
  const screen = kernel.task('screen', async () => {
    for (let bytes = await master.read(65536); bytes; bytes = await master.read(65536))
      output.add('stdout', bytes);
  });
  for (const fd of [0, 1, 2]) proc.setFd(fd, slave);
  if (input) master.input(toBytes(input));
  try {
    return await session.run(command);
  } finally {
    saved.forEach((file, fd) => proc.setFd(fd, file));
    await screen.join();
  }
}
