import type { Machine } from './machine.ts';
import type { WindowSize } from '../kernel/tty/tty.ts';
import { createShellProgram, type ShellHooks } from '../shell/shell-program.ts';
import { LOGIN_ENVIRONMENT } from './run-commands.ts';

export interface TerminalOptions {
  readonly size: WindowSize;
  readonly cwd: string;
  readonly env?: ReadonlyMap<string, string>;
  readonly hooks?: ShellHooks;
  /** Output to draw; a promise holds back the next until it is drawn. */
  readonly onOutput: (bytes: Uint8Array) => void | Promise<void>;
  readonly openEditor?: (path: string) => Promise<void>;
}

/** A terminal on a machine with a login shell in it. Its functions are called from outside of the simulation. */
export interface Terminal {
  input(bytes: Uint8Array): void;
  resize(size: WindowSize): void;
  close(): void;
  /** Resolves with the shell's status when it ended. */
  readonly closed: Promise<number>;
}

/** Most bytes handed over at a time. */
const PIECE = 8 * 1024;

export function openTerminal(machine: Machine, options: TerminalOptions): Terminal {
  const { kernel } = machine;
  const { master, slave } = kernel.createPty(
    options.size,
    options.openEditor ? { openEditor: options.openEditor } : {},
  );
  const view = kernel.viewAsRoot(kernel.hostMounts);
  const shell = kernel.start({
    program: createShellProgram(options.hooks),
    argv: ['-bash'],
    env: new Map([...Object.entries(LOGIN_ENVIRONMENT), ...(options.env ?? [])]),
    cwd: view.exists(options.cwd) ? options.cwd : '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([
      [0, slave],
      [1, slave],
      [2, slave],
    ]),
    controllingTty: slave,
  });
  const screen = kernel.task('terminal output', async () => {
    for (let bytes = await master.read(PIECE); bytes; bytes = await master.read(PIECE)) {
      const drawn = options.onOutput(bytes);
      if (drawn) await kernel.scheduler.hold(drawn);
    }
  });
  const closed = new Promise<number>((resolve) => {
    kernel.task('terminal end', async () => {
      const status = await shell.wait();
      await screen.join();
      resolve('code' in status ? status.code : 129);
    });
  });
  return {
    input: (bytes) => master.input(bytes),
    resize: (size) => master.resize(size),
    close: () => master.hangUp(),
    closed,
  };
}
