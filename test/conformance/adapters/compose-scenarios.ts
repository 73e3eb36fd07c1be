import type { Scenario, ScenarioStep } from '../../../src/world/scenario.ts';
import { holds, probeOf, quote, type Check, type SeenContainer } from '../compose-checks.ts';
import type { StepOutput } from '../equivalences.ts';
import { runSessions } from '../session-pool.ts';
import { nameOf, type Adapter, type Case, type Comparison } from '../suite.ts';

interface Action {
  readonly tool: string;
  readonly args: readonly string[];
  readonly env?: readonly string[];
  readonly mayFail?: boolean;
  readonly stdin?: string;
}

interface Step {
  readonly name: string;
  readonly action: Action;
  readonly checks: readonly Check[];
}

interface Input {
  readonly project: string;
  readonly files: Readonly<Record<string, string>>;
  readonly env?: readonly string[];
  readonly steps: readonly Step[];
}

/** Of the machine: what a command of the scenario is followed by, in seconds, until a check that need not hold at once must. */
const LOOKS = [0, 1, 2, 5, 10];

/** What a step of the suite became: its own command, then looks at the machine. */
interface Plan {
  readonly step: Step;
  /** Indices of commands in the scenario. */
  readonly action: number;
  readonly looks: readonly { readonly containers: number; readonly probes: ReadonlyMap<Check, number> }[];
}

function planOf(
  { project, env = [], files, steps }: Input,
  name: string,
): { scenario: Scenario; plans: Plan[] } {
  const workdir = `/root/${project}`;
  const fill = <T>(value: T): T =>
    JSON.parse(JSON.stringify(value).replaceAll('${PROJECT}', project).replaceAll('${DIR}', workdir)) as T;
  const commands: ScenarioStep[] = [];
  const add = (step: ScenarioStep): number => commands.push(step) - 1;
  const look = (checks: readonly Check[], seconds: number): Plan['looks'][number] => {
    const containers = add({
      command: `docker ps -aq --filter label=com.docker.compose.project=${project} | xargs -r docker inspect`,
      ...(seconds > 0 && { preWait: [{ sleep: seconds }] }),
    });
    const probes = checks.flatMap((check): [Check, number][] => {
      const command = probeOf(check);
      return command === undefined ? [] : [[check, add({ command })]];
    });
    return { containers, probes: new Map(probes) };
  };
  const plans = steps.map((raw) => {
    const step = fill(raw);
    const action = add(commandOf(step.action, fill(env)));
    const isPatient = step.checks.some(({ eventually }) => eventually);
    return { step, action, looks: (isPatient ? LOOKS : [0]).map((seconds) => look(step.checks, seconds)) };
  });
  return { scenario: { name, images: [], files, workdir, steps: commands }, plans };
}

function commandOf({ tool, args, env = [], stdin }: Action, all: readonly string[]): ScenarioStep {
  const variables = [...all, ...env].map(quote);
  const words = [...(variables.length > 0 ? ['env', ...variables] : []), tool, ...args.map(quote)];
  return { command: words.join(' '), ...(stdin !== undefined && { input: stdin }) };
}

function containersOf(output: StepOutput | undefined): SeenContainer[] {
  try {
    return JSON.parse(output?.stdout || '[]') as SeenContainer[];
  } catch {
    return [];
  }
}

/** What is wrong with each step, in words. */
function faults(plans: readonly Plan[], results: readonly StepOutput[]): string[] {
  let before: readonly SeenContainer[] = [];
  return plans.flatMap(({ step, action, looks }) => {
    const output = results[action];
    if (!output) return [`${step.name}: was not run`];
    const sights = looks.map(({ containers, probes }) => ({
      after: containersOf(results[containers]),
      probed: (check: Check) => results[probes.get(check) ?? -1]?.exitCode === 0,
    }));
    const failed = step.checks.filter(
      (check) =>
        !sights
          .slice(0, check.eventually ? undefined : 1)
          .some(({ after, probed }) => holds(check, { output, before, after, probed: probed(check) })),
    );
    before = sights.at(-1)?.after ?? [];
    const status = output.exitCode !== 0 && !step.action.mayFail ? [`exit status ${output.exitCode}`] : [];
    const told = [...status, ...failed.map(({ check, args }) => `${check}(${args.join(', ')})`)];
    const printed = `${output.stdout}${output.stderr}`.slice(-600);
    return told.map((fault) => `${step.name}: ${fault}: ${printed}`);
  });
}

/** Scenarios of docker/compose: each in a world of its own, its checks after every step. */
export const composeScenarios: Adapter = {
  suite: 'compose-scenarios',
  run: async (file): Promise<Comparison[]> => {
    const names = file.cases.map(nameOf);
    const planned = (file.cases as readonly (Case & { input: Input })[]).map(({ input }, index) =>
      planOf(input, names[index] ?? ''),
    );
    const outcomes = await runSessions(planned.map(({ scenario }) => scenario));
    return planned.map(({ plans }, index) => {
      const { results = [], error } = outcomes[index] ?? {};
      const actual = [...(error === undefined ? [] : [error]), ...faults(plans, results)];
      return { name: names[index] ?? '', actual, expected: [] };
    });
  },
};
