import { execCommand } from './support/spawn.ts';
import { busyboxBanner } from './support/command.ts';
import type { Process, Program } from '../kernel/process.ts';

/** The one binary of a busybox userland: runs the applet it is called by, or the one its first argument names. */
export function createBusybox(applets: readonly string[], programs: ReadonlyMap<string, Program>): Program {
  return async (proc) => {
    const [called = '', ...words] = proc.argv;
    const own = (called.split('/').at(-1) ?? '').replace(/^-/, '');
    if (own !== 'busybox') return runApplet(proc, own, proc.argv);
    const [first, ...rest] = words;
    if (first === undefined || first === '--help') {
      await proc.out(
        `${busyboxBanner(proc)}\n\nUsage: busybox [function [arguments]...]\n   or: busybox --list[-full]\n\nCurrently defined functions:\n${wrap([...applets, 'ash', 'sh'].sort())}\n`,
      );
      return 0;
    }
    if (first === '--list') {
      await proc.out(
        [...applets, 'ash', 'sh']
          .sort()
          .map((name) => `${name}\n`)
          .join(''),
      );
      return 0;
    }
    return runApplet(proc, first, [first, ...rest]);
  };

  async function runApplet(proc: Process, name: string, argv: readonly string[]): Promise<number> {
    if (name === 'sh' || name === 'ash' || (applets.includes(name) && programs.has(name))) {
      const path =
        applets.includes(name) && proc.files.exists('/proc/self/exe')
          ? proc.files.realpath('/proc/self/exe')
          : '';
      // The kernel finds the applet by argv[0], as the real binary does.
      if (path !== '' && proc.busybox) return proc.exec(path, argv);
      const result = await execCommand(proc, argv);
      if (typeof result === 'number') return result;
    }
    await proc.err(`${name}: applet not found\n`);
    return 127;
  }
}

function wrap(names: readonly string[]): string {
  const lines = [''];
  for (const name of names) {
    const line = lines[lines.length - 1] ?? '';
    if (line.length + name.length + 2 > 72) lines.push(name);
    else lines[lines.length - 1] = line === '' ? name : `${line}, ${name}`;
  }
  return lines.map((line) => `\t${line}`).join(',\n');
}
