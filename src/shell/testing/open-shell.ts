import { TestTerminal } from '../../kernel/testing/test-terminal.ts';
import { bootWithPrograms } from '../../programs/testing/run-script.ts';
import { createShellProgram, shell, type ShellHooks } from '../shell-program.ts';

/** A terminal with an interactive bash in it that has every program; `PS1` is a bare `$ `. */
export async function openShell(
  options: { columns?: number; hooks?: ShellHooks; setUp?: string; argv?: readonly string[] } = {},
): Promise<TestTerminal> {
  const { columns = 60, hooks = {}, setUp, argv = ['bash'] } = options;
  const terminal = new TestTerminal(bootWithPrograms({ bash: shell }), createShellProgram(hooks), {
    argv,
    size: { columns, rows: 24 },
    env: { PATH: '/bin', HOME: '/root', PS1: '$ ', TERM: 'xterm' },
  });
  await terminal.type(setUp === undefined ? '' : `${setUp}; clear\r`);
  return terminal;
}

/** Types these one after another into a fresh shell, and gives the screen. */
export async function typed(...keys: readonly string[]): Promise<string> {
  const terminal = await openShell();
  for (const key of keys) await terminal.type(key, 200);
  return terminal.screen;
}
