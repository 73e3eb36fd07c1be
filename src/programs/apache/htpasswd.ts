import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { isHtpasswd } from '../http/htpasswd-file.ts';
import { OptionError, parseOptions, type Options } from '../support/parse-options.ts';
import { askSecret, readLine } from '../users/secret.ts';
import { hashField } from './hash-field.ts';

const USAGE = `Usage:
\thtpasswd [-cimBdpsDv] [-C cost] passwordfile username
\thtpasswd -b[cmBdpsDv] [-C cost] passwordfile username password

\thtpasswd -n[imBdps] [-C cost] username
\thtpasswd -nb[mBdps] [-C cost] username password
 -c  Make the file anew.
 -n  Print the line instead of writing a file.
 -b  Take the password from the command line.
 -i  Take the password from stdin, without asking twice.
 -m  Hash it with Apache's MD5 (default).
 -B  Hash it with bcrypt.
 -C  Set how much work bcrypt is (4 to 17, default 5).
 -d  Hash it with crypt(3).
 -s  Hash it with SHA-1.
 -p  Do not hash it.
 -D  Delete the user.
 -v  Check the user's password.
`;

/** Exit statuses. @see Apache 2.4, support/passwd_common.h and htpasswd(1) */
const STATUS = { file: 1, usage: 2, verification: 3, overflow: 5, user: 6 } as const;

class Failure extends Error {
  readonly status: number;
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Keeps files of user names and passwords for basic authentication. @see Apache 2.4, htpasswd(1) */
export const htpasswd: Program = async (proc) => {
  try {
    return await run(proc, readOptions(proc));
  } catch (error) {
    if (error instanceof OptionError || (error instanceof Failure && error.message === '')) {
      await proc.err(USAGE);
      return STATUS.usage;
    }
    if (!(error instanceof Failure)) throw error;
    await proc.err(`htpasswd: ${error.message}\n`);
    return error.status;
  }
};

function readOptions(proc: Process): Options {
  const options = parseOptions(proc.argv.slice(1), { short: 'cnmspdBbDiC:v', inOrder: true });
  const conflict = (one: string, other: string): void => {
    if (options.has(one) && options.has(other))
      throw new Failure(STATUS.usage, `-${one} and -${other} options conflict`);
  };
  for (const other of ['n', 'D', 'v']) conflict('c', other);
  conflict('n', 'D');
  conflict('b', 'i');
  const wanted = (options.has('n') ? 1 : 2) + (options.has('b') && !options.has('D') ? 1 : 0);
  if (options.operands.length !== wanted) throw new Failure(STATUS.usage, '');
  return options;
}

async function run(proc: Process, options: Options): Promise<number> {
  const [file, user = '', given] = options.has('n') ? ['', ...options.operands] : options.operands;
  if (user.length > 255) throw new Failure(STATUS.overflow, 'username too long (> 255)');
  if (user.includes(':')) throw new Failure(STATUS.user, "username contains illegal character ':'");
  if (options.has('n')) {
    await proc.out(`${user}:${await newField(proc, options, given)}\n\n`);
    return 0;
  }
  const lines = options.has('c') ? [] : readLines(proc, file ?? '');
  const at = lines.findIndex((line) => line.startsWith(`${user}:`));
  if (options.has('v')) return verify(proc, options, user, lines[at], given);
  if (options.has('D') && at < 0) {
    await proc.err(`User ${user} not found\n`);
    return 0;
  }
  const field = options.has('D') ? undefined : await newField(proc, options, given);
  const changed = at < 0 ? [...lines, `${user}:${field}`] : lines.toSpliced(at, 1, ...(field === undefined ? [] : [`${user}:${field}`])); // prettier-ignore
  await proc.err(`${field === undefined ? 'Deleting' : at < 0 ? 'Adding' : 'Updating'} password for user ${user}\n`);
  write(proc, file ?? '', changed);
  return 0;
} // prettier-ignore

function readLines(proc: Process, file: string): string[] {
  try {
    return proc.files.readText(file).replace(/\n$/, '').split('\n').filter((line, index, all) => line !== '' || all.length > 1 || index > 0); // prettier-ignore
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new Failure(STATUS.file, error.code === 'ENOENT' ? `cannot modify file ${file}; use '-c' to create it` : `cannot open file ${file} for read/write access`); // prettier-ignore
  }
}

function write(proc: Process, file: string, lines: readonly string[]): void {
  try {
    proc.files.writeFile(file, lines.map((line) => `${line}\n`).join(''));
  } catch (error) {
    if (!isSysError(error)) throw error;
    throw new Failure(STATUS.file, `cannot create file ${file}`);
  }
}

async function verify(proc: Process, options: Options, user: string, line: string | undefined, given: string | undefined): Promise<number> {
  if (line === undefined) {
    await proc.err(`User ${user} not found\n`);
    return STATUS.user;
  }
  const password = given ?? (options.has('i') ? await readLine(proc) : await askSecret(proc, 'Enter password: ')) ?? '';
  if (!isHtpasswd(line.slice(user.length + 1), password)) {
    await proc.err('password verification failed\n');
    return STATUS.verification;
  }
  await proc.err(`Password for user ${user} correct.\n`);
  return 0;
} // prettier-ignore

async function newField(proc: Process, options: Options, given: string | undefined): Promise<string> {
  const password = given ?? (await askPassword(proc, options.has('i')));
  const kind = options.last('m', 'B', 'd', 's', 'p') ?? 'm';
  const cost = options.value('C');
  if (cost !== undefined && !/^[1-9]\d*$/.test(cost))
    throw new Failure(STATUS.usage, 'argument to -C must be a positive integer');
  if (cost !== undefined && kind !== 'B')
    await proc.err('Warning: Ignoring -C argument for this algorithm.\n');
  if (kind === 'p')
    await proc.err('Warning: storing passwords as plain text might just not work on this platform.\n');
  const field = await hashField(proc, kind, password, Number(cost ?? 5));
  if (typeof field === 'string') return field;
  throw new Failure(STATUS.usage, field.fault);
}

async function askPassword(proc: Process, once: boolean): Promise<string> {
  if (once) return (await readLine(proc)) ?? '';
  const password = await askSecret(proc, 'New password: ');
  if (password !== (await askSecret(proc, 'Re-type new password: ')))
    throw new Failure(STATUS.verification, 'password verification error');
  return password ?? '';
}
