import type { Process } from '../../kernel/process.ts';

/** A release of CPython as an image has it. */
export interface PythonVersion {
  /** `3.12.12` */
  readonly release: string;
  /** 12 of 3.12 */
  readonly minor: number;
  /** Where CPython keeps its library in the official images; ours is laid over it. */
  readonly library: string;
  /** Where pip puts packages. */
  readonly sitePackages: string;
}

/** What a python is whose file tells no release. */
const DEFAULT = '3.12.12';

const known = new Map<string, PythonVersion>();

/** The version that a python or pip is, as its file tells: always one object for one release. */
export function pythonVersionOf(proc: Process): PythonVersion {
  const release = proc.release || DEFAULT;
  const found = known.get(release) ?? describe(release);
  known.set(release, found);
  return found;
}

function describe(release: string): PythonVersion {
  const minor = Number(release.split('.')[1]);
  const library = `/usr/local/lib/python3.${minor}`;
  return { release, minor, library, sitePackages: `${library}/site-packages` };
}

/** As `sys.version` says it. */
export function versionText({ release }: PythonVersion): string {
  return `${release} (main, Nov 18 2025, 05:59:08) [GCC 14.2.0]`;
}

/** What `sys.path` has behind the program's folder. */
export function searchPath({ minor, library, sitePackages }: PythonVersion): string[] {
  return [`/usr/local/lib/python3${minor}.zip`, library, `${library}/lib-dynload`, sitePackages];
}

/** The last minor version that had a module of the standard library, and the first that has one. @see PEP 594, What's New in Python 3.12 and 3.13 */
const LAST = new Map([
  ...['asynchat', 'asyncore', 'distutils', 'imp', 'smtpd'].map((name) => [name, 11] as const),
  ...'aifc audioop cgi cgitb chunk crypt imghdr mailcap msilib nis nntplib ossaudiodev pipes sndhdr spwd sunau telnetlib uu xdrlib lib2to3'
    .split(' ')
    .map((name) => [name, 12] as const),
]);
const FIRST = new Map([['tomllib', 11]]);

/** Why there is no such module, for words beside the terminal; undefined where CPython of this version has it, or never had one of the name. */
export function whyMissing(name: string, { minor }: PythonVersion): string | undefined {
  const last = LAST.get(name);
  if (last !== undefined && last < minor)
    return `Python had the module ${name} until 3.${last}: 3.${minor} has it no more.`;
  const first = FIRST.get(name);
  return first !== undefined && first > minor
    ? `Python has the module ${name} from 3.${first} on: this is 3.${minor}.`
    : undefined;
}
