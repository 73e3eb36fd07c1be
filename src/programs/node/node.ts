import type { Process, Program } from '../../kernel/process.ts';
import { readAllText } from '../support/input.ts';
import { runNode, type NodeProgram } from './run-node.ts';
import { NODE_VERSION } from './version.ts';

/** What of the command line decides how a program runs. */
type CommandLine =
  | { readonly kind: 'version' }
  | { readonly kind: 'help' }
  | { readonly kind: 'error'; readonly words: string }
  | Run;
type Run = Omit<NodeProgram, 'source'> & { readonly code: string | undefined; readonly check: boolean };

/**
 * node: a learner's own code, executed by QuickJS with the manners of Node.js 22. Simplified: the library is ours and has what server programs and
 * tutorials use; the rest is refused with an error and a notice. @see node(1)
 */
export const node: Program = async (proc) => {
  const line = parseCommandLine(proc.argv.slice(1));
  if (line.kind === 'version') {
    await proc.out(`${NODE_VERSION}\n`);
    return 0;
  }
  if (line.kind === 'help') {
    await proc.out(USAGE);
    return 0;
  }
  if (line.kind === 'error') {
    await proc.err(`${proc.argv[0]}: ${line.words}\n`);
    return 9;
  }
  return runNode(proc, await programOf(proc, line));
};

const USAGE =
  'Usage: node [options] [ script.js ] [arguments]\n       node inspect [options] [ script.js | host:port ] [arguments]\n';

/** Options that take a value and change nothing here, or only how a program is loaded. */
const WITH_VALUE = new Set(['-r', '--require', '--import', '--max-old-space-size', '--stack-trace-limit', '--unhandled-rejections', '--title', '--env-file', '--env-file-if-exists', '--conditions', '-C', '--loader', '--experimental-loader', '--input-type']); // prettier-ignore
const PLAIN =
  /^--(?:no-)?(?:warnings|deprecation|enable-source-maps|trace-[\w-]+|experimental-[\w-]+|watch[\w-]*|inspect[\w-]*|expose-gc|harmony[\w-]*|preserve-symlinks[\w-]*|insecure-http-parser|test|use_strict|abort-on-uncaught-exception|pending-deprecation|throw-deprecation|network-family-autoselection|frozen-intrinsics)(?:=.*)?$/;

function parseCommandLine(args: readonly string[]): CommandLine {
  const preload: string[] = [];
  const execArgv: string[] = [];
  let [code, prints, module, check, interactive]: [string | undefined, boolean, boolean, boolean, boolean] = [undefined, false, false, false, false]; // prettier-ignore
  let at = 0;
  for (; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-' || !arg.startsWith('-')) break;
    if (arg === '--') {
      at++;
      break;
    }
    if (arg === '-v' || arg === '--version') return { kind: 'version' };
    if (arg === '-h' || arg === '--help') return { kind: 'help' };
    execArgv.push(arg);
    const [name = '', attached] = /^(--[^=]+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg];
    if (/^-[pe]{1,2}$|^--(?:eval|print)$/.test(name)) {
      prints ||= name.includes('p');
      const value = attached ?? args[++at];
      if (value === undefined) return { kind: 'error', words: `${name} requires an argument` };
      code = value;
    } else if (arg === '-i' || arg === '--interactive') interactive = true;
    else if (arg === '-c' || arg === '--check') check = true;
    else if (WITH_VALUE.has(name)) {
      const value = attached ?? args[++at] ?? '';
      if (/^(?:-r|--require|--import)$/.test(name)) preload.push(value);
      if (name === '--input-type') module = value === 'module';
    } else if (!PLAIN.test(arg)) return { kind: 'error', words: `bad option: ${arg}` };
  }
  const rest = args.slice(at);
  const [script, ...others] = rest;
  const common = { preload, execArgv, module, prints, check, code };
  if (code !== undefined) return { ...common, kind: 'eval', what: '', argv: rest };
  if (script === undefined || script === '-')
    return { ...common, kind: interactive ? 'repl' : 'stdin', what: '', argv: script === '-' ? rest : [] };
  return { ...common, kind: 'script', what: script, argv: [script, ...others] };
}

async function programOf(proc: Process, line: Run): Promise<NodeProgram> {
  const { code, kind, argv, ...rest } = line;
  if (kind === 'stdin' && proc.stdin.tty !== undefined) return { ...rest, kind: 'repl', argv, source: '' };
  const source = code ?? (kind === 'stdin' ? await readAllText(proc, proc.stdin) : '');
  const script = kind === 'script' ? [absolute(proc, line.what), ...argv.slice(1)] : argv;
  return { ...rest, kind, argv: script, source };
}

const absolute = (proc: Process, path: string): string =>
  path.startsWith('/') ? path : `${proc.files.cwd.replace(/\/$/, '')}/${path.replace(/^\.\//, '')}`;
