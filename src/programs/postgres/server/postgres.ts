import type { MachineFacts, Process, Program } from '../../../kernel/process.ts';
import { fullVersion } from '../version.ts';
import { Postmaster } from './postmaster.ts';
import { parseServerArguments, readSettings } from './settings.ts';

/** Each takes hundreds of MB of the browser's memory. */
const MOST_SERVERS = 2;
/** How many run, by machine: those of a machine that was thrown away count no more. */
const running = new WeakMap<MachineFacts, number>();

/** postgres: the server. @see PostgreSQL 18, postgres(1) */
export const postgres: Program = async (proc) => {
  const words = proc.argv.slice(1);
  const name = proc.argv[0]?.split('/').at(-1) ?? 'postgres';
  if (words[0] === '--version' || words[0] === '-V') {
    await proc.out(`postgres (PostgreSQL) ${fullVersion(proc.files)}\n`);
    return 0;
  }
  const { directory = proc.env.get('PGDATA'), overrides, error } = parseServerArguments(words);
  if (error !== undefined) {
    await proc.err(`${name}: ${error}\nTry "${name} --help" for more information.\n`);
    return 1;
  }
  if (proc.uid === 0) {
    await proc.err(
      '"root" execution of the PostgreSQL server is not permitted.\nThe server must be started under an unprivileged user ID to prevent\npossible system security compromise.  See the documentation for\nmore information on how to properly start the server.\n',
    );
    return 1;
  }
  if (!directory) {
    await proc.err(
      `${name} does not know where to find the server configuration file.\nYou must specify the --config-file or -D invocation option or set the PGDATA environment variable.\n`,
    );
    return 2;
  }
  return (await checkDirectory(proc, name, directory)) ?? runCounted(proc, directory, overrides);
};

/** @returns an exit status where there is nothing to serve */
async function checkDirectory(proc: Process, name: string, directory: string): Promise<number | undefined> {
  const configuration = `${directory}/postgresql.conf`;
  if (!proc.files.exists(configuration)) {
    await proc.err(
      `${name}: could not access the server configuration file "${configuration}": No such file or directory\n`,
    );
    return 2;
  }
  const { mode, uid } = proc.files.stat(directory);
  const fatal =
    uid !== proc.uid
      ? `FATAL:  data directory "${directory}" has wrong ownership\nHINT:  The server must be started by the user that owns the data directory.`
      : (mode & 0o027) !== 0
        ? `FATAL:  data directory "${directory}" has invalid permissions\nDETAIL:  Permissions should be u=rwx (0700) or u=rwx,g=rx (0750).`
        : undefined;
  if (fatal === undefined) return undefined;
  for (const line of fatal.split('\n')) await proc.err(`${new Postmaster(proc, directory, readSettings(proc.files, directory, [])).prefix()}${line}\n`); // prettier-ignore
  return 1;
}

/** Simplified: the machine has room for two servers. */
async function runCounted(proc: Process, directory: string, overrides: readonly string[]): Promise<number> {
  const server = new Postmaster(proc, directory, readSettings(proc.files, directory, overrides));
  const others = running.get(proc.machine) ?? 0;
  if (others >= MOST_SERVERS) {
    proc.notice(
      `PostgreSQL really runs here, in WebAssembly, and takes hundreds of megabytes of this page's memory: at most ${MOST_SERVERS} servers run at once. Stop one of them to start another.`,
    );
    await server.log(proc.pid, 'FATAL', 'could not map anonymous shared memory: Cannot allocate memory');
    return 1;
  }
  running.set(proc.machine, others + 1);
  try {
    return await server.run();
  } finally {
    running.set(proc.machine, (running.get(proc.machine) ?? 1) - 1);
  }
}
