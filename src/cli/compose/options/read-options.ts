import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import type { ComposeContext } from '../compose-command.ts';
import type { CreateOptions } from '../converge/create-project.ts';
import type { ImageOptions } from '../converge/ensure-images.ts';
import type { StartOptions } from '../converge/start-services.ts';
import type { RecreatePolicy } from '../converge/plan-service.ts';
import { withSelectedServices } from '../project/select-services.ts';
import type { Project } from '../project.ts';

/** The flags that `up`, `create`, `scale` and `run` share, as options. */

/** @throws CliError for flags that don't go together @see docker/compose v2.36.2 cmd/compose/up.go validateFlags */
export function createOptions(
  flags: FlagValues,
  project: Project,
  services: readonly string[],
): CreateOptions {
  checkContainerNames(project);
  const env = project.environment;
  const ignoreOrphans = isTrue(env['COMPOSE_IGNORE_ORPHANS']);
  const removeOrphans = flags.has('remove-orphans')
    ? flags.bool('remove-orphans')
    : isTrue(env['COMPOSE_REMOVE_ORPHANS']);
  if (ignoreOrphans && removeOrphans)
    throw new CliError('cannot combine COMPOSE_IGNORE_ORPHANS and --remove-orphans');
  const timeout = timeoutOf(flags);
  return {
    services,
    recreate: recreatePolicy(flags),
    recreateDependencies: dependenciesPolicy(flags),
    removeOrphans,
    ignoreOrphans,
    inherit: !flags.bool('renew-anon-volumes'),
    assumeYes: flags.bool('yes'),
    ...(timeout === undefined ? {} : { timeout }),
  };
}

/** @throws CliError where services ask for the same name @see compose-spec/compose-go v2.6.3 types/project.go CheckContainerNameUnicity */
function checkContainerNames({ services }: Project): void {
  const taken = new Set<string>();
  for (const [name, { container_name }] of Object.entries(services)) {
    if (!container_name) continue;
    if (taken.has(container_name))
      throw new CliError(
        `services.${name}: container name ${JSON.stringify(container_name)} is already in use by service {}"`,
      );
    taken.add(container_name);
  }
}

/** `--timeout`, in seconds, where it is given. */
export function timeoutOf(flags: FlagValues): number | undefined {
  return flags.has('timeout') ? Number(flags.string('timeout')) : undefined;
}

/** `--wait` and `--wait-timeout`, in seconds; no limit where that is 0. */
export function waitOptions(flags: FlagValues): Pick<StartOptions, 'wait'> {
  const limitMs = Number(flags.string('wait-timeout') ?? 0) * 1000;
  return flags.bool('wait') ? { wait: limitMs > 0 ? { limitMs } : {} } : {};
}

/** Whether `run` and `exec` give a terminal: where we have one, unless told. */
export function wantsTty({ proc, flags }: Pick<ComposeContext, 'proc' | 'flags'>): boolean {
  if (flags.has('no-TTY') || flags.has('no-tty')) return !flags.bool('no-TTY') && !flags.bool('no-tty');
  return proc.stdout.tty !== undefined;
}

function recreatePolicy(flags: FlagValues): RecreatePolicy {
  if (flags.bool('no-recreate')) return 'never';
  return flags.bool('force-recreate') ? 'force' : 'diverged';
}

function dependenciesPolicy(flags: FlagValues): RecreatePolicy {
  if (flags.bool('no-recreate')) return 'never';
  return flags.bool('always-recreate-deps') ? 'force' : 'diverged';
}

const PULL_POLICIES = ['always', 'missing', 'never', 'policy', 'build'];

/** @throws CliError for a --pull that there is not @see docker/compose v2.36.2 cmd/compose/create.go Apply */
export function imageOptions(flags: FlagValues): ImageOptions {
  if (flags.bool('build') && flags.bool('no-build'))
    throw new CliError('--build and --no-build are incompatible');
  const pull = flags.string('pull');
  if (pull !== undefined && !PULL_POLICIES.includes(pull) && !/^(daily|weekly|every_.+)$/.test(pull))
    throw new CliError(`invalid --pull option ${JSON.stringify(pull)}`);
  return {
    build: flags.bool('no-build') ? false : flags.bool('build') ? 'always' : 'missing',
    quietPull: flags.bool('quiet-pull'),
    buildFlags: { quiet: flags.bool('quiet-build') },
    ...(pull === undefined || pull === 'policy' ? {} : { pull }),
  };
}

/** @throws CliError for what can't be read, or a service that there is not @see docker/compose v2.36.2 cmd/compose/create.go applyScaleOpts */
export function withScale(project: Project, scales: readonly string[]): Project {
  let { services } = project;
  for (const text of scales) {
    const [name = '', count = ''] = text.split('=');
    if (!text.includes('='))
      throw new CliError(`invalid --scale option ${JSON.stringify(text)}. Should be SERVICE=NUM`);
    if (!/^[-+]?\d+$/.test(count))
      throw new CliError(`strconv.Atoi: parsing ${JSON.stringify(count)}: invalid syntax`);
    const service = services[name];
    if (!service) throw new CliError(`no such service: ${name}`);
    const { deploy } = service;
    const scale = Number(count);
    services = {
      ...services,
      [name]: {
        ...service,
        scale,
        ...(deploy?.replicas === undefined ? {} : { deploy: { ...deploy, replicas: scale } }),
      },
    };
  }
  return { ...project, services };
}

/** The project with these services alone, without what they depend on. @throws CliError for a name that is none */
export function withoutDependencies(project: Project, services: readonly string[]): Project {
  return withSelectedServices(project, services, false);
}

/** As Compose reads a variable. @see docker/compose v2.36.2 pkg/utils/stringutils.go StringToBool */
export function isTrue(text: string | undefined): boolean {
  return ['1', 't', 'true', 'y', 'yes'].includes((text ?? '').toLowerCase());
}
