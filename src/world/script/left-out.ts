/** Which lines of the journal lead to the state again on a machine with a real Docker. Loaded when the project is asked for. */
import { dockerCommand, type DockerCommand } from '../explain/docker-parts.ts';
import { commandsOf } from '../explain/explain-line.ts';
import type { LineWord } from '../explain/line-words.ts';
import type { JournalEntry } from '../journal.ts';
import type { LeftOut } from '../queries/queries.ts';

/** What a single command is to a script: to be run, or why not; `with` goes along with the others of its line. */
type Verdict = 'run' | 'with' | LeftOut;

/** Why a line is only told in a script, undefined where it is run. */
export function leftOut({ line, status, cwd, machine }: JournalEntry): LeftOut | undefined {
  if (machine !== undefined) return 'machine';
  if (status !== undefined) return 'failed';
  const commands = commandsOf(line);
  const verdicts = commands.map(verdictOf);
  const stops = verdicts.find((verdict) => verdict === 'interactive');
  if (stops) return 'interactive';
  if (verdicts.includes('run')) return needsOtherFiles(commands, cwd) ? 'elsewhere' : undefined;
  const why = verdicts.find((verdict): verdict is LeftOut => verdict !== 'with' && verdict !== 'run');
  if (why) return why === 'looked' && WRITES.test(line) ? 'files' : why;
  const names = commands.map(([name]) => name?.value);
  if (names.includes('cd')) return 'cd';
  return names.every((name) => name === undefined || SETS.has(name))
    ? undefined
    : WRITES.test(line)
      ? 'files'
      : 'looked';
}

/** What is printed goes into a file. */
const WRITES = /(^|[^&\d])>>?\s*(?!\/dev\/)[^&\s]/;

function verdictOf(words: readonly LineWord[]): Verdict {
  const [name] = words;
  // Only assignments, or a function that is made.
  if (!name) return 'with';
  const docker = dockerCommand(words);
  if (docker) return dockerVerdict(docker);
  if (name.value === 'curl') return words.some(({ value }) => SENDS.test(value)) ? 'run' : 'looked';
  if (EDITS.has(name.value)) return 'files';
  if (/^(\.|\.?\/.*|source|ba?sh|make)$/.test(name.value)) return 'run';
  return GOES_WITH.has(name.value) ? 'with' : 'looked';
}

/** What they set is there for the lines that follow. */
const SETS = new Set(['export', 'set']);
/** They change nothing where they stand alone, and a line with them may need them. */
const GOES_WITH = new Set([
  'cd',
  'sleep',
  'export',
  'set',
  'true',
  ':',
  'test',
  '[',
  'echo',
  'printf',
  'seq',
]);
/** The files are in the folder as they are in the end. */
const EDITS = new Set([
  'vi',
  'vim',
  'nano',
  'touch',
  'mkdir',
  'rm',
  'rmdir',
  'mv',
  'cp',
  'ln',
  'chmod',
  'sed',
  'tee',
]);
/** Flags by which curl sends something that may be kept. */
const SENDS = /^(-d|--data.*|--json|-F|--form|-T|--upload-file|-X.*|--request)$/;

function dockerVerdict({ path, flags, args }: DockerCommand): Verdict {
  const has = (name: string): boolean => flags.has(name) && flags.get(name)?.[0] !== 'false';
  if (has('help') || path === '' || LOOKS.test(path)) return 'looked';
  if (/^container (run|exec|start)$/.test(path)) {
    if (has('interactive') && !has('detach')) return 'interactive';
    return path === 'container exec' && args.slice(1, 2).some((word) => ASKS.has(word)) ? 'looked' : 'run';
  }
  if (path === 'compose up') return has('detach') || has('wait') ? 'run' : 'interactive';
  if (/prune$/.test(path)) return has('force') ? 'run' : 'interactive';
  return WAITS.has(path) ? 'interactive' : 'run';
}

/** They wait for keys, or until somebody ends them. */
const WAITS = new Set(['login', 'container attach', 'compose exec', 'compose attach', 'compose watch']);
/** Commands that only look around in a container. */
const ASKS = new Set([
  'ls',
  'cat',
  'ps',
  'env',
  'id',
  'whoami',
  'hostname',
  'pwd',
  'df',
  'head',
  'tail',
  'grep',
]);
/** Docker commands that tell and change nothing. */
const LOOKS =
  /(^|\s)(ls|ps|images|inspect|logs|top|stats|port|diff|history|version|info|events|df|config|du|search|convert|services|volumes|join-token|unlock-key)$/;

/** A folder that is not the project is not in the archive: what reads files there can't be run. */
function needsOtherFiles(commands: readonly (readonly LineWord[])[], cwd: string | undefined): boolean {
  if (cwd === undefined || cwd.startsWith('./')) return false;
  return (
    !commands.some(goesToProject) &&
    commands.some((words) =>
      /^(image build|buildx build|compose .*|stack deploy)$/.test(dockerCommand(words)?.path ?? ''),
    )
  );
}

const goesToProject = ([name, to]: readonly LineWord[]): boolean =>
  name?.value === 'cd' && /^(\/root|~)\/site(\/|$)/.test(to?.value ?? '');
