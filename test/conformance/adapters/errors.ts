import type { Scenario } from '../../../src/world/scenario.ts';
import type { StepOutput } from '../equivalences.ts';
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

function toScenario(testCase: ErrorCase, name: string, inSwarm: boolean): Scenario {
  const files = {
    ...(testCase.dockerfile !== undefined && { Dockerfile: testCase.dockerfile }),
    ...(testCase['compose.yaml'] !== undefined && { 'compose.yaml': testCase['compose.yaml'] }),
  };
  const before = [
    ...(inSwarm ? ['docker swarm init'] : []),
    ...(testCase.setup === undefined ? [] : [testCase.setup]),
  ];
  return {
    name,
    images: ['busybox:latest'],
    files,
    workdir: WORKDIR,
    ...(testCase.builder?.startsWith('legacy') === true && { builder: 'classic' }),
    steps: [...before, testCase.command].map((command) => ({ command })),
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
  output: StepOutput | undefined,
  error?: string,
): Comparison {
  const { command, exit, stderr, stdout, stderrLastLine, stderrContains } = testCase;
  const expected = { command, exit, stderr, stdout, stderrLastLine, stderrContains };
  if (!output) return { name, actual: { command, missing: error ?? 'no result' }, expected };
  const lastLine = output.stderr.trimEnd().split('\n').at(-1) ?? '';
  const actual = {
    command,
    exit: output.exitCode,
    ...(stderr !== undefined && { stderr: matchText(output.stderr, stderr) }),
    ...(stdout !== undefined && { stdout: matchText(output.stdout, stdout) }),
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
    const outcomes = await runSessions(scenarios);
    return cases.map((testCase, index) => {
      const { results = [], error } = outcomes[index] ?? {};
      const output = results[(scenarios[index]?.steps.length ?? 0) - 1];
      return compare(testCase, names[index] ?? '', output, error);
    });
  },
};
