import { isSysError } from '../../../kernel/errno.ts';
import { dirName } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { findUserName } from '../../support/users.ts';
import { clientOptions } from '../client/option-errors.ts';
import { quoteLiteral } from '../quote-sql.ts';
import { BOOTSTRAP_FILE } from '../runtime/backend.ts';
import { unpackSeed } from '../runtime/seed.ts';
import { formatVerifier } from '../scram.ts';
import { setShutdownTime } from './control-file.ts';

const SPEC = {
  short: 'D:U:WA:E:kNX:sVg',
  long: {
    pgdata: 'D:', username: 'U:', pwprompt: 'W', pwfile: 'pwfile:', auth: 'A:', 'auth-host': 'auth-host:', 'auth-local': 'auth-local:', encoding: 'E:', locale: 'locale:',
    'data-checksums': 'k', 'no-data-checksums': 'no-k', 'no-sync': 'N', waldir: 'X:', 'no-clean': 'n', 'no-instructions': 'no-instructions', 'allow-group-access': 'g',
  },
} as const; // prettier-ignore

/**
 * initdb: makes a data directory. Simplified: it is copied from one that PGlite's initdb made beforehand, so locale (en_US.utf8, which sorts by
 * code points as on Alpine) and encoding are always the same. @see PostgreSQL 18, initdb(1)
 */
export const initdb: Program = async (proc) => {
  const options = await clientOptions(proc, 'initdb', SPEC, 1);
  if (typeof options === 'number') return options;
  const directory = options.value('D') ?? options.operands[0] ?? proc.env.get('PGDATA');
  if (directory === undefined || directory === '') {
    await proc.err(
      'initdb: error: no data directory specified\ninitdb: hint: You must identify the directory where the data for this database system will reside.  Do this with either the invocation option -D or the environment variable PGDATA.\n',
    );
    return 1;
  }
  if (proc.uid === 0) {
    await proc.err(
      'initdb: error: cannot be run as root\ninitdb: hint: Please log in (using, e.g., "su") as the (unprivileged) user that will own the server process.\n',
    );
    return 1;
  }
  const owner = findUserName(proc.files, proc.uid) ?? String(proc.uid);
  const path = directory.startsWith('/') ? directory : `${proc.files.cwd}/${directory}`;
  const superuser = options.value('U') ?? owner;
  const password = options.has('pwfile') ? await readPassword(proc, options.value('pwfile') ?? '') : '';
  if (password === undefined) return 1;
  await proc.out(
    `The files belonging to this database system will be owned by user "${owner}".\nThis user must also own the server process.\n\nThe database cluster will be initialized with locale "en_US.utf8".\nThe default database encoding has accordingly been set to "UTF8".\nThe default text search configuration will be set to "english".\n\nData page checksums are enabled.\n\n`,
  );
  if (!(await makeDirectory(proc, path))) return 1;
  await proc.out(
    'creating subdirectories ... ok\nselecting dynamic shared memory implementation ... posix\n',
  );
  await proc.out(
    'selecting default "max_connections" ... 100\nselecting default "shared_buffers" ... 128MB\n',
  );
  await proc.out(
    'selecting default time zone ... Etc/UTC\ncreating configuration files ... ok\nrunning bootstrap script ... ',
  );
  await unpackSeed(proc, path);
  setAuthentication(proc, path, {
    host: options.value('auth-host') ?? options.value('A'),
    local: options.value('auth-local') ?? options.value('A'),
  });
  setShutdownTime(proc.files, path, proc.now());
  await proc.out('ok\nperforming post-bootstrap initialization ... ');
  nameSuperuser(proc, path, superuser, password);
  await proc.out('ok\n');
  await proc.out(
    options.has('N')
      ? '\nSync to disk skipped.\nThe data directory might become corrupt if the operating system crashes.\n'
      : 'syncing data to disk ... ok\n\n',
  );
  if (!options.has('A') && !(options.has('auth-host') && options.has('auth-local')))
    await proc.err(
      'initdb: warning: enabling "trust" authentication for local connections\ninitdb: hint: You can change this by editing pg_hba.conf or using the option -A, or --auth-local and --auth-host, the next time you run initdb.\n',
    );
  if (!options.has('no-instructions'))
    await proc.out(
      `\nSuccess. You can now start the database server using:\n\n    pg_ctl -D ${path} -l logfile start\n\n`,
    );
  return 0;
};

async function readPassword(proc: Process, path: string): Promise<string | undefined> {
  try {
    const fd = /^\/(?:dev|proc\/self)\/fd\/(\d+)$/.exec(path)?.[1];
    const first =
      fd === undefined ? proc.files.readText(path) : new TextDecoder().decode((await proc.fd(Number(fd)).read(4096)) ?? new Uint8Array(0)); // prettier-ignore
    const password = first.split('\n')[0] ?? '';
    if (password !== '') return password;
    await proc.err(`initdb: error: password file "${path}" is empty\n`);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`initdb: error: could not open file "${path}" for reading: ${error.message}\n`);
  }
  return undefined;
}

/** An empty directory, new or there already. */
async function makeDirectory(proc: Process, path: string): Promise<boolean> {
  const { files } = proc;
  try {
    if (files.exists(path)) {
      if (files.readDir(path).length > 0) {
        await proc.err(
          `initdb: error: directory "${path}" exists but is not empty\ninitdb: hint: If you want to create a new database system, either remove or empty the directory "${path}" or run initdb with an argument other than "${path}".\n`,
        );
        return false;
      }
      await proc.out(`fixing permissions on existing directory ${path} ... `);
      files.chmod(path, 0o700);
    } else {
      await proc.out(`creating directory ${path} ... `);
      files.mkdirAll(dirName(path), 0o755);
      files.mkdir(path, 0o700);
    }
    await proc.out('ok\n');
    return true;
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(
      `initdb: error: could not ${files.exists(path) ? 'change permissions of' : 'create'} directory "${path}": ${error.message}\n`,
    );
    return false;
  }
}

/** The methods in pg_hba.conf, which are `trust` in what was copied. */
function setAuthentication(
  proc: Process,
  path: string,
  { host, local }: { host: string | undefined; local: string | undefined },
): void {
  const file = `${path}/pg_hba.conf`;
  const text = proc.files
    .readText(file)
    .replace(/^(local\s.*)trust$/gm, `$1${local ?? 'trust'}`)
    .replace(/^(host\s.*)trust$/gm, `$1${host ?? 'trust'}`);
  proc.files.writeFile(file, text);
}

/** What the role that came with the directory is called, and its password: told to PostgreSQL when it opens the directory first. */
function nameSuperuser(proc: Process, directory: string, name: string, password: string): void {
  if (name === 'postgres' && password === '') return;
  const salt = Uint8Array.from({ length: 16 }, () => proc.random() & 0xff);
  const verifier = password === '' ? 'rolpassword' : quoteLiteral(formatVerifier(password, salt));
  proc.files.writeFile(
    `${directory}/${BOOTSTRAP_FILE}`,
    `UPDATE pg_catalog.pg_authid SET rolname = ${quoteLiteral(name)}, rolpassword = ${verifier} WHERE oid = 10`,
    { mode: 0o600 },
  );
}
