import type { Scenario } from '../../../src/world/scenario.ts';
import { applyEquivalences, readEquivalences, type Equivalence, type StepOutput } from '../equivalences.ts';
import { runSessions } from '../session-pool.ts';
import { nameOf, type Adapter, type Case, type Comparison } from '../suite.ts';

/** The fields of a case, which this suite has beside `input` and `expected`. */
interface ErrorCase extends Case {
  readonly command: string;
  readonly category: string;
  readonly setup?: string;
  readonly builder?: string;
  readonly dockerfile?: string;
  readonly 'compose.yaml'?: string;
  readonly exit: number;
  readonly stderr?: string;
  readonly stdout?: string;
  readonly stderrLastLine?: string;
  readonly stderrContains?: string;
  /** How the texts were obtained. */
  readonly basis?: string;
}

/** Where the cases were recorded: their messages have this path. */
const WORKDIR = '/home/user/app';

/** What stands for values that differ from run to run. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  '<ID64>': '[0-9a-f]{64}',
  '<ID12>': '[0-9a-f]{12}',
  '<SWARM_ID>': '[0-9a-z]{25}',
  '<TOKEN>': 'SWMTKN-1-[0-9a-z]+-[0-9a-z]+',
  '<NAME>': '[a-z]+_[a-z]+\\d?',
  '<REF>': '\\S+',
};

/** Some cases import the unpacked busybox that the recorder had beside it. */
const UNPACK_BUSYBOX =
  'mkdir rootfs && docker export $(docker create --name unpack busybox) | tar -x -C rootfs; docker rm unpack';

/** `script` gives its command a terminal. */
const IN_TERMINAL = /^script -qec "(.*)" \/dev\/null$/s;

/** The recording client had no buildx: what it built, the classic builder did. */
function isClassic({ builder = '', basis = '' }: ErrorCase): boolean {
  return builder.startsWith('legacy') || basis.startsWith('captured');
}

function toScenario(testCase: ErrorCase, name: string, inSwarm: boolean): Scenario {
  const files = {
    ...(testCase.dockerfile !== undefined && { Dockerfile: testCase.dockerfile }),
    ...(testCase['compose.yaml'] !== undefined && { 'compose.yaml': testCase['compose.yaml'] }),
  };
  const { command, setup = '' } = testCase;
  const before = [
    ...(inSwarm ? ['docker swarm init'] : []),
    ...(`${setup} ${command}`.includes('rootfs') ? [UNPACK_BUSYBOX] : []),
    ...(testCase.setup === undefined ? [] : [testCase.setup]),
  ];
  return {
    name,
    images: ['busybox:latest', ...pushedImages(command)],
    files,
    workdir: WORKDIR,
    ...(isClassic(testCase) && { builder: 'classic' }),
    steps: [...before.map((line) => ({ command: line })), toStep(command)],
  };
}

/** What is pushed has to be there. */
function pushedImages(command: string): string[] {
  return /^docker push (\S+)$/.exec(command)?.slice(1) ?? [];
}

function toStep(command: string): Scenario['steps'][number] {
  const inside = IN_TERMINAL.exec(command)?.[1];
  return inside === undefined ? { command } : { command: inside, tty: true };
}

/** The recorder left out the client's word about the classic builder, and the empty line that follows the size of the context. */
function asRecorded(output: StepOutput, testCase: ErrorCase): StepOutput {
  if (!isClassic(testCase)) return output;
  return {
    ...output,
    stdout: output.stdout.replace(/^(Sending build context .*\n)\n/, '$1'),
    stderr: output.stderr.replace(/^DEPRECATED: The legacy builder .*\n(?: .*\n)+\n/, ''),
  };
}

/** The recorder worked through the file: its node has been in a swarm since it had tried `docker swarm init`. */
function swarmCases(cases: readonly ErrorCase[]): ReadonlySet<number> {
  const init = cases.findLastIndex(({ command }) => command.startsWith('docker swarm init'));
  return new Set([...cases.keys()].filter((index) => index > init && cases[index]?.category === 'swarm'));
}

/** The expected text itself where the actual one is like it, placeholders standing for any value. */
function matchText(actual: string, expected: string): string {
  const source = expected
    .split(/(<[A-Z0-9_]+>)/)
    .map((part) => PLACEHOLDERS[part] ?? part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'))
    .join('');
  return new RegExp(`^${source}$`).test(actual) ? expected : actual;
}

function compare(
  testCase: ErrorCase,
  name: string,
  result: StepOutput | undefined,
  error: string | undefined,
  equivalences: readonly Equivalence[],
): Comparison {
  const { command, exit, stderrLastLine, stderrContains } = testCase;
  // Texts of the engine 20.10, as those of the transcripts, and of a Compose after the simulated one.
  const isOther = /engine 20\.10|compose-go main/.test(testCase.basis ?? '');
  const adjust = (text: string | undefined, field: 'stdout' | 'stderr'): string | undefined => {
    if (text === undefined || !isOther) return text;
    return applyEquivalences({ stdout: '', stderr: '', exitCode: 0, [field]: text }, testCase, equivalences)[
      field
    ];
  };
  const [stdout, stderr] = [adjust(testCase.stdout, 'stdout'), adjust(testCase.stderr, 'stderr')];
  const expected = { command, exit, stderr, stdout, stderrLastLine, stderrContains };
  if (!result) return { name, actual: { command, missing: error ?? 'no result' }, expected };
  const output = asRecorded(result, testCase);
  const lastLine = output.stderr.trimEnd().split('\n').at(-1) ?? '';
  const actual = {
    command,
    exit: output.exitCode,
    ...(stderr !== undefined && { stderr: matchText(adjust(output.stderr, 'stderr') ?? '', stderr) }),
    ...(stdout !== undefined && { stdout: matchText(adjust(output.stdout, 'stdout') ?? '', stdout) }),
    ...(stderrLastLine !== undefined && { stderrLastLine: matchText(lastLine, stderrLastLine) }),
    ...(stderrContains !== undefined && {
      stderrContains: output.stderr.includes(stderrContains) ? stderrContains : output.stderr,
    }),
  };
  return { name, actual, expected };
}

/** Error texts and exit codes: each command on a fresh machine, after what the case needs. */
export const errors: Adapter = {
  suite: 'errors',
  run: async (file) => {
    const cases = file.cases as readonly ErrorCase[];
    const inSwarm = swarmCases(cases);
    const names = cases.map(nameOf);
    const scenarios = cases.map((testCase, index) =>
      toScenario(testCase, names[index] ?? '', inSwarm.has(index)),
    );
    const equivalences = readEquivalences();
    const outcomes = await runSessions(scenarios);
    return cases.map((testCase, index) => {
      const { results = [], error } = outcomes[index] ?? {};
      const output = results[(scenarios[index]?.steps.length ?? 0) - 1];
      return compare(testCase, names[index] ?? '', output, error, equivalences);
    });
  },
};
