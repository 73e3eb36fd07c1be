import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, complain, UsageFailure } from '../support/command.ts';

const ROOT = '/proc/sys';

/** sysctl: parameters of the kernel as /proc/sys has them. @see sysctl(8) of procps 4.0 */
export const sysctl: Program = command(
  {
    short: 'anewqN',
    long: { all: 'a', values: 'n', names: 'N', ignore: 'e', write: 'w', quiet: 'q' },
    usage: '[options] [variable[=value] ...]',
    busyboxUsage: '[-enq] { -a | -p [FILE]... | [-w] [KEY[=VALUE]]... }\n\nShow/set kernel parameters',
  },
  async (proc, options) => {
    const names = options.has('a') ? allNames(proc, '') : options.operands;
    if (names.length === 0) throw new UsageFailure(proc.busybox ? '' : 'no variables specified');
    let status = 0;
    for (const text of names) {
      const [name = '', value] = text.split(/ *= */, 2);
      const path = `${ROOT}/${name.replaceAll('.', '/')}`;
      try {
        if (value !== undefined) proc.files.writeFile(path, `${value}\n`);
        const shown = proc.files.readText(path).trimEnd();
        if (options.has('q') && value !== undefined) continue;
        const key = name.replaceAll('/', '.');
        await proc.out(options.has('n') ? `${shown}\n` : options.has('N') ? `${key}\n` : `${key} = ${shown}\n`);
      } catch (error) {
        if (!isSysError(error)) throw error;
        status = await refuse(proc, name, path, error.code === 'ENOENT', value !== undefined, options.has('e'));
      }
    }
    return status;
  },
); // prettier-ignore

async function refuse(
  proc: Process,
  name: string,
  path: string,
  isUnknown: boolean,
  writes: boolean,
  ignores: boolean,
): Promise<number> {
  if (isUnknown && ignores) return 0;
  const why = isUnknown ? 'No such file or directory' : 'Permission denied';
  if (proc.busybox) await complain(proc, `error ${writes ? 'setting' : 'reading'} key '${name}': ${why}`);
  else if (isUnknown) await complain(proc, `cannot stat ${path}: ${why}`);
  else await complain(proc, `permission denied on key "${name}"${writes ? ', ignoring' : ''}`);
  return 1;
}

function allNames(proc: Process, folder: string): string[] {
  const entries = [...proc.files.readDir(`${ROOT}${folder}`)].sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap(({ name, type }) =>
    type === 'directory'
      ? allNames(proc, `${folder}/${name}`)
      : [`${folder}/${name}`.slice(1).replaceAll('/', '.')],
  );
}
