import { isSysError } from '../../kernel/errno.ts';
import { dirName, joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';
import { LIBRARY } from './lib/library.ts';
import { SCRIPTS } from './places.ts';
import { runPython, type PythonProgram } from './run-python.ts';
import { pythonVersionOf } from './versions.ts';

/** `python -m pip` is this. */
const PIP = '/usr/local/bin/pip';

/** What of the command line decides how Python runs. */
interface CommandLine {
  readonly unbuffered: boolean;
  readonly kind: 'script' | 'command' | 'module' | 'version' | 'stdin';
  /** The script's path, the command or the module. */
  readonly what: string;
  /** What follows it. */
  readonly rest: readonly string[];
}

/**
 * python: a learner's own code, executed by MicroPython with CPython's manners, those of the version that the file which runs says it is (3.10 to 3.13). Simplified: what MicroPython's grammar or library lacks is
 * added where tutorials use it; the rest fails with Python's own errors. @see python(1)
 */
export const python: Program = async (proc) => {
  const line = parseCommandLine(proc.argv.slice(1));
  if (typeof line === 'string') {
    await proc.err(line);
    return 2;
  }
  if (line.kind === 'version') {
    await proc.out(`Python ${pythonVersionOf(proc).release}\n`);
    return 0;
  }
  if (line.kind === 'module' && line.what === 'pip' && proc.files.exists(PIP))
    return proc.exec(PIP, ['pip', ...line.rest]);
  const unbuffered = line.unbuffered || Boolean(proc.env.get('PYTHONUNBUFFERED'));
  const program = await programOf(proc, line, unbuffered);
  if (typeof program === 'number') return program;
  return runPython(proc, program);
};

/** @returns an error for stderr where it can't be read */
function parseCommandLine(args: readonly string[]): CommandLine | string {
  let unbuffered = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    const rest = args.slice(at + 1);
    if (arg === '-' || !arg.startsWith('-'))
      return { unbuffered, kind: arg === '-' ? 'stdin' : 'script', what: arg, rest };
    if (arg === '--version' || arg === '-V') return { unbuffered, kind: 'version', what: '', rest };
    const [letters, , operand] = /^-([A-Za-z]*?)([cm])(.*)$/s.exec(arg)?.slice(1) ?? [];
    const letter = /^-[A-Za-bd-ln-z]*([cm])/.exec(arg)?.[1];
    if (/u/.test(letters ?? arg.slice(1))) unbuffered = true;
    if (letter === undefined) {
      if (!/^-[BbdEiIOPqsSuvx]+$/.test(arg)) return unknownOption(arg);
      continue;
    }
    const what = operand === '' ? rest[0] : operand;
    if (what === undefined) return `Argument expected for the -${letter} option\n${USAGE}`;
    return {
      unbuffered,
      kind: letter === 'c' ? 'command' : 'module',
      what,
      rest: operand === '' ? rest.slice(1) : rest,
    };
  }
  return { unbuffered, kind: 'stdin', what: '', rest: [] };
}

const USAGE =
  "usage: python3 [option] ... [-c cmd | -m mod | file | -] [arg] ...\nTry `python -h' for more information.\n";

function unknownOption(arg: string): string {
  return arg.startsWith('--')
    ? `unknown option ${arg}\n${USAGE}`
    : `Unknown option: ${arg.slice(0, 2)}\n${USAGE}`;
}

/** @returns an exit status where there is nothing to run */
async function programOf(
  proc: Process,
  { kind, what, rest }: CommandLine,
  unbuffered: boolean,
): Promise<PythonProgram | number> {
  const cwd = proc.files.cwd;
  if (kind === 'command')
    return { source: what, name: '<string>', file: undefined, argv: ['-c', ...rest], folder: '', unbuffered };
  if (kind === 'module') return moduleProgram(proc, what, rest, unbuffered);
  if (kind === 'stdin') {
    const interactive = proc.stdin.tty !== undefined;
    const source = interactive ? '' : await readAll(proc);
    return {
      source,
      name: '<stdin>',
      file: undefined,
      argv: [what, ...rest],
      folder: '',
      unbuffered,
      interactive,
    };
  }
  const path = proc.files.statIfAny(what)?.type === 'directory' ? joinPath(what, '__main__.py') : what;
  try {
    const source = proc.files.readText(path);
    return {
      source,
      name: absolute(cwd, path),
      file: absolute(cwd, path),
      argv: [what, ...rest],
      folder: dirName(absolute(cwd, path)),
      unbuffered,
    };
  } catch (error) {
    if (!isSysError(error)) throw error;
    const number = error.code === 'ENOENT' ? 2 : 13;
    const shown = path === what ? absolute(cwd, what) : what;
    await proc.err(
      path === what
        ? `${proc.argv[0]}: can't open file '${shown}': [Errno ${number}] ${error.message}\n`
        : `${proc.argv[0]}: can't find '__main__' module in '${absolute(cwd, what)}'\n`,
    );
    return path === what ? 2 : 1;
  }
}

async function moduleProgram(
  proc: Process,
  name: string,
  rest: readonly string[],
  unbuffered: boolean,
): Promise<PythonProgram | number> {
  const cwd = proc.files.cwd;
  const version = pythonVersionOf(proc);
  const ownPip = `${SCRIPTS}/pip3.${version.minor}`;
  if (name === 'pip' && proc.files.exists(ownPip)) return proc.exec(ownPip, ['pip', ...rest]);
  const relative = name.replaceAll('.', '/');
  for (const candidate of [`${relative}.py`, `${relative}/__main__.py`]) {
    for (const folder of [cwd, version.library, version.sitePackages]) {
      const path = joinPath(folder, candidate);
      const own = folder === version.library ? LIBRARY.get(candidate) : undefined;
      if (own === undefined && proc.files.statIfAny(path)?.type !== 'file') continue;
      const source = own ?? proc.files.readText(path);
      return { source, name: path, file: path, argv: [path, ...rest], folder: cwd, unbuffered };
    }
  }
  await proc.err(`${proc.argv[0]}: No module named ${name}\n`);
  return 1;
}

async function readAll(proc: Process): Promise<string> {
  const pieces: Uint8Array[] = [];
  for (let piece = await proc.stdin.read(65536); piece; piece = await proc.stdin.read(65536)) {
    proc.allocate(piece.length);
    pieces.push(piece);
  }
  return toText(concatBytes(pieces));
}

function absolute(cwd: string, path: string): string {
  return path.startsWith('/') ? path : joinPath(cwd, path);
}
