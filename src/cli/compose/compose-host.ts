import type { Process } from '../../kernel/process.ts';
import { cleanPath } from '../../lib/clean-path.ts';
import { toText } from '../../lib/bytes.ts';
import { logWarning } from '../log-warning.ts';
import { readFile } from '../read-file.ts';
import { readStdin } from '../read-stdin.ts';
import type { ComposeHost } from './load-options.ts';

/** Does something with the files and variables of a process; warnings go to stderr when it is done, or has failed. */
export async function withComposeHost<T>(proc: Process, run: (host: ComposeHost) => Promise<T>): Promise<T> {
  const warnings: string[] = [];
  const host: ComposeHost = {
    cwd: proc.files.cwd,
    env: Object.fromEntries(proc.env),
    home: cleanPath(proc.env.get('HOME') ?? '/'),
    readFile: (path) => toText(readFile(proc, path)),
    kindOf: (path) => {
      const type = proc.files.statIfAny(path)?.type;
      return type === undefined ? undefined : type === 'directory' ? 'directory' : 'file';
    },
    readStdin: async () => toText(await readStdin(proc)),
    tick: (operations) => proc.tick(operations),
    warn: (message) => void warnings.push(message),
  };
  try {
    return await run(host);
  } finally {
    for (const warning of warnings) await logWarning(proc, warning);
  }
}
