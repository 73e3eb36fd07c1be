import type { StepOutput } from './equivalences.ts';

/** A check of a step, its placeholders filled in. */
export interface Check {
  readonly check: string;
  readonly args: readonly (string | number)[];
  readonly eventually?: boolean;
}

/** What is asked of a container. */
export interface SeenContainer {
  readonly Id: string;
  readonly State: {
    readonly Status: string;
    readonly StartedAt: string;
    readonly Health?: { Status: string };
  };
  readonly Config: { readonly Labels: Readonly<Record<string, string>> };
}

/** What a check looks at: what the step has printed, and the containers of the project before and after it. */
export interface Look {
  readonly output: StepOutput;
  readonly before: readonly SeenContainer[];
  readonly after: readonly SeenContainer[];
  /** Whether a command of the probe for this check has succeeded. */
  readonly probed: boolean;
}

const LABEL = 'com.docker.compose.';

const label = (container: SeenContainer, name: string): string => container.Config.Labels[name] ?? '';
const isOneOff = (container: SeenContainer): boolean => label(container, `${LABEL}oneoff`) === 'True';

function of(containers: readonly SeenContainer[], service: string): SeenContainer[] {
  return containers.filter((container) => label(container, `${LABEL}service`) === service);
}

const longLived = (containers: readonly SeenContainer[], service: string): SeenContainer[] =>
  of(containers, service).filter((container) => !isOneOff(container));
const oneOffs = (containers: readonly SeenContainer[], service: string): SeenContainer[] =>
  of(containers, service).filter(isOneOff);
const ids = (containers: readonly SeenContainer[]): string =>
  containers
    .map(({ Id }) => Id)
    .sort()
    .join();
const all = <T>(list: readonly T[], holds: (item: T) => boolean): boolean =>
  list.length > 0 && list.every(holds);

type Rule = (look: Look, ...args: string[]) => boolean;

/** Checks by name. @see shared/conformance/README.md, "Checks of compose-scenarios" */
const RULES: Readonly<Record<string, Rule>> = {
  ServiceState: ({ after }, service = '', state) =>
    all(longLived(after, service), ({ State }) => State.Status === state),
  ServiceScale: ({ after }, service = '', count) => longLived(after, service).length === Number(count),
  ReplicaNumbers: ({ after }, service = '', ...numbers) =>
    longLived(after, service)
      .map((container) => label(container, `${LABEL}container-number`))
      .sort()
      .join() === [...numbers].sort().join(),
  ServiceNotCreated: ({ after }, service = '') => of(after, service).length === 0,
  NotRecreated: ({ before, after }, ...services) =>
    services.every((service) => ids(longLived(before, service)) === ids(longLived(after, service))),
  Recreated: ({ before, after }, ...services) =>
    services.every((service) => {
      const earlier = longLived(before, service).map(({ Id }) => Id);
      return all(longLived(after, service), ({ Id }) => !earlier.includes(Id));
    }),
  ServiceHealthy: ({ after }, service = '') =>
    all(longLived(after, service), ({ State }) => State.Health?.Status === 'healthy'),
  OneOffState: ({ after }, service = '', state) =>
    all(oneOffs(after, service), ({ State }) => State.Status === state),
  OneOffsUntouched: ({ before, after }, service = '') => {
    const seen = (containers: readonly SeenContainer[]): string =>
      oneOffs(containers, service)
        .map(({ Id, State }) => `${Id} ${State.Status} ${State.StartedAt}`)
        .sort()
        .join();
    return seen(before) === seen(after);
  },
  OneOffsRemoved: ({ before, after }, service = '') =>
    all(oneOffs(before, service), ({ Id }) => !after.some((container) => container.Id === Id)),
  LabelUnchanged: ({ before, after }, service = '', name = '') => {
    const values = (containers: readonly SeenContainer[]): string =>
      longLived(containers, service)
        .map((container) => label(container, name))
        .sort()
        .join();
    return values(before) !== '' && values(before) === values(after);
  },
  LabelSet: ({ after }, service = '', name = '') =>
    all(longLived(after, service), (container) => label(container, name) !== ''),
  OutputContains: ({ output }, text = '') => `${output.stdout}\n${output.stderr}`.includes(text),
  OutputNotContains: ({ output }, text = '') => !`${output.stdout}\n${output.stderr}`.includes(text),
  StdoutContains: ({ output }, text = '') => output.stdout.includes(text),
  StderrContains: ({ output }, text = '') => output.stderr.includes(text),
  OutputMatches: ({ output }, pattern = '') => new RegExp(pattern).test(output.stdout),
  OutputMatchesCount: ({ output }, pattern = '', count) =>
    [...output.stdout.matchAll(new RegExp(pattern, 'g'))].length === Number(count),
  ExitCode: ({ output }, code) => output.exitCode === Number(code),
  ImageExists: ({ probed }) => probed,
  FileExists: ({ probed }) => probed,
  FileContains: ({ probed }) => probed,
};

/** Whether a check holds. A check that we don't know holds for nobody. */
export function holds({ check, args }: Check, look: Look): boolean {
  return RULES[check]?.(look, ...args.map(String)) ?? false;
}

/** The command whose success a check asks for, if it asks for more than what was printed and what containers there are. */
export function probeOf({ check, args }: Check): string | undefined {
  const [first = '', second = ''] = args.map((arg) => quote(String(arg)));
  if (check === 'ImageExists') return `docker image inspect ${first}`;
  if (check === 'FileExists') return `test -s ${first}`;
  if (check === 'FileContains') return `grep -qF -- ${second} ${first}`;
  return undefined;
}

/** A word that a shell leaves as it is. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
