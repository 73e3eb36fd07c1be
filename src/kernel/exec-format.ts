import { withoutEnd } from '../lib/trim-end.ts';
import { toBytes, toText } from '../lib/bytes.ts';
import { SysError } from './errno.ts';
import type { FileView } from './files/file-view.ts';
import { baseName } from './files/path.ts';
import type { Program } from './process.ts';

const MAGIC = '\x7fELF';
/** Longest interpreter line. @see linux BINPRM_BUF_SIZE */
const HEAD = 256;
const MAX_INTERPRETERS = 5;

/** The content of an executable that runs this program of ours, compiled for that architecture; `release` is for programs that there are in several. */
export function programStub(program: string, architecture = 'amd64', release = ''): Uint8Array {
  const told = release && ` release=${release}`;
  return toBytes(`${MAGIC} drydock program=${program} architecture=${architecture}${told}\n`);
}

/** What execve(2) found. */
export interface LoadedProgram {
  readonly program: Program;
  readonly argv: readonly string[];
  /** It came out of busybox's one binary. */
  readonly busybox: boolean;
  /** Of the program, where its file tells one; else ''. */
  readonly release: string;
  /** The file that runs, symlinks followed: the binary or the script's interpreter. */
  readonly path: string;
  readonly isScript: boolean;
}

/**
 * Finds what a file runs: the program its stub names, or its `#!` interpreter with the file as argument.
 * @throws SysError ENOENT (also for a missing interpreter), EACCES, ENOEXEC, ENOTDIR, ELOOP
 */
export function loadProgram(
  view: FileView,
  programs: ReadonlyMap<string, Program>,
  architecture: string,
  path: string,
  argv: readonly string[],
): LoadedProgram {
  let file = path;
  let words = argv;
  for (let depth = 0; depth < MAX_INTERPRETERS; depth++) {
    const head = readHead(view, file);
    if (head.startsWith('#!')) {
      const [interpreter = '', argument] = interpreterOf(head);
      words = [interpreter, ...(argument === undefined ? [] : [argument]), file, ...words.slice(1)];
      file = interpreter;
      continue;
    }
    const program = resolveStub(head, programs, architecture, file, words);
    return { ...program, path: view.realpath(file), isScript: depth > 0 };
  }
  throw new SysError('ELOOP', path);
}

function readHead(view: FileView, path: string): string {
  const { fs, ino } = view.resolve(path);
  if (fs.stat(ino).type === 'directory' || !view.access(path, 1)) throw new SysError('EACCES', path);
  return toText(fs.read(ino, 0, HEAD));
}

function interpreterOf(head: string): [string, string | undefined] {
  const line = head.slice(2, head.includes('\n') ? head.indexOf('\n') : HEAD);
  // Only blanks and tabs separate: the return of a CRLF ending stays in the interpreter's name.
  const match = /^[ \t]*([^ \t]+)(?:[ \t]+([^ \t].*))?$/s.exec(withoutEnd(line, ' \t'));
  if (!match?.[1]) throw new SysError('ENOEXEC');
  return [match[1], match[2]];
}

function resolveStub(
  head: string,
  programs: ReadonlyMap<string, Program>,
  architecture: string,
  path: string,
  argv: readonly string[],
): Pick<LoadedProgram, 'program' | 'argv' | 'busybox' | 'release'> {
  const match = /^\x7fELF drydock program=(\S+) architecture=(\S+)(?: release=(\S+))?\n/.exec(head);
  if (!match?.[1] || match[2] !== architecture) throw new SysError('ENOEXEC', path);
  const busybox = match[1] === 'busybox';
  const applet = baseName(argv[0] ?? path).replace(/^-/, '');
  const name = busybox && applet !== 'busybox' && programs.has(applet) ? applet : match[1];
  const program = programs.get(name);
  if (!program) throw new SysError('ENOEXEC', path);
  return { program, argv, busybox, release: match[3] ?? '' };
}

/** As execvp(3): a name with a slash as it is, else the first executable file along PATH. @throws SysError ENOENT, EACCES */
export function findInPath(view: FileView, name: string, path: string | undefined): string {
  if (name.includes('/')) return name;
  let denied = false;
  for (const dir of (path ?? '/bin:/usr/bin').split(':')) {
    const candidate = `${dir || '.'}/${name}`;
    const stat = view.statIfAny(candidate);
    if (!stat || stat.type === 'directory') continue;
    if (view.access(candidate, 1)) return candidate;
    denied = true;
  }
  throw new SysError(denied ? 'EACCES' : 'ENOENT', name);
}
