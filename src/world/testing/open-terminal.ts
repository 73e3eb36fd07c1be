import type { Host } from '../../host/host.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { TestTerminal } from '../../kernel/testing/test-terminal.ts';
import { createShellProgram } from '../../shell/shell-program.ts';
import { createWorld } from '../world.ts';

const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  HOME: '/root',
  PS1: '$ ',
  TERM: 'xterm',
};

/** A terminal on a fresh machine on which these commands have run; its prompt is a bare `$ `. */
export async function openTestTerminal(setUp: string, host: Host = stillHost): Promise<TestTerminal> {
  const world = createWorld({
    host,
    seed: 1,
    mode: 'virtual',
    onError: (error) => {
      throw error;
    },
  });
  const { kernel } = world.machines[0];
  const terminal = new TestTerminal({ kernel, queue: world.queue }, createShellProgram(), {
    size: { columns: 80, rows: 24 },
    env: ENVIRONMENT,
  });
  await terminal.type(`${setUp}; clear\r`, 30_000);
  return terminal;
}
