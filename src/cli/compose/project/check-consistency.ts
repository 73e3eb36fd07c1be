import { eachInPieces, type Work } from '../../../lib/work.ts';
import { CliError } from '../../cli-error.ts';
import type { Project, Service } from '../project.ts';
import { findCycle } from './start-order.ts';

/** @see compose-spec/compose-go v2 errdefs/errors.go */
const invalid = (message: string): CliError => new CliError(`${message}: invalid compose project`);

/** What has to fit together in a project. @throws CliError. @see compose-spec/compose-go v2.6.3 loader/validate.go */
export function* checkConsistency(project: Project): Work<void> {
  yield* eachInPieces(Object.entries(project.services), ([name, service]) => {
    checkImage(name, service);
    checkNetworks(project, name, service);
    checkHealth(service);
    checkDependencies(project, name, service);
    checkReferences(project, name, service);
    checkScale(name, service);
    checkLimits(name, service);
    checkWatch(name, service);
    checkTargets(name, service);
  });
  for (const [name, secret] of Object.entries(project.secrets ?? {}))
    if (!secret.external && !secret.file && !secret.environment)
      throw invalid(`secret ${JSON.stringify(name)} must declare either \`file\` or \`environment\``);
  const cycle = findCycle(project.services);
  if (cycle) throw new CliError(`dependency cycle detected: ${cycle.join(' -> ')}`);
}

function checkImage(name: string, { build, image, provider, platform }: Service): void {
  if (!build && !image && !provider)
    throw invalid(`service "${name}" has neither an image nor a build context specified`);
  if (build?.dockerfile_inline && build.dockerfile)
    throw invalid(`service "${name}" declares mutualy exclusive dockerfile and dockerfile_inline`);
  if (build?.platforms && platform && !build.platforms.includes(platform))
    throw invalid(`service.build.platforms MUST include service.platform "${platform}"`);
}

function checkNetworks(project: Project, name: string, { network_mode: mode, networks = {} }: Service): void {
  const names = Object.keys(networks);
  if (mode && names.length > 0)
    throw invalid(`service ${name} declares mutually exclusive \`network_mode\` and \`networks\``);
  const missing = names.find((network) => !has(project.networks, network));
  if (missing !== undefined) throw invalid(`service "${name}" refers to undefined network ${missing}`);
}

function checkHealth({ healthcheck }: Service): void {
  const first = healthcheck?.test?.[0];
  if (first !== undefined && !['CMD', 'CMD-SHELL', 'NONE'].includes(first))
    throw new CliError('healthcheck.test must start either by "CMD", "CMD-SHELL" or "NONE"');
}

function checkDependencies(project: Project, name: string, service: Service): void {
  for (const [dependency, { required }] of Object.entries(service.depends_on ?? {})) {
    const isKnown =
      has(project.services, dependency) || (has(project.disabledServices, dependency) && !required);
    if (!isKnown) throw invalid(`service "${name}" depends on undefined service "${dependency}"`);
  }
}

function checkReferences(project: Project, name: string, service: Service): void {
  const expect = (map: object | undefined, key: string | undefined, what: string): void => {
    if (key && !has(map, key)) throw invalid(`service "${name}" refers to undefined ${what} ${key}`);
  };
  for (const { type, source } of service.volumes ?? [])
    if (type === 'volume') expect(project.volumes, source, 'volume');
  for (const { source } of service.build?.secrets ?? []) expect(project.secrets, source, 'build secret');
  for (const { source } of service.configs ?? []) expect(project.configs, source, 'config');
  for (const model of Object.keys(service.models ?? {})) expect(project.models, model, 'model');
  for (const { source } of service.secrets ?? []) expect(project.secrets, source, 'secret');
}

function checkScale(name: string, { scale, deploy, container_name: container }: Service): void {
  const replicas = deploy?.replicas;
  if (scale !== undefined && replicas !== undefined && scale !== replicas)
    throw invalid(`services.${name}: can't set distinct values on 'scale' and 'deploy.replicas'`);
  // The real words have the two names in this order.
  const attribute = scale === undefined ? 'deploy.replicas' : 'scale';
  if ((scale ?? replicas ?? 1) > 1 && container)
    throw invalid(
      `services.${attribute}: can't set container_name and ${name} as container name must be unique`,
    );
}

/** The old attributes and those of `deploy` may not contradict each other. */
function checkLimits(name: string, service: Service): void {
  const { limits, reservations } = service.deploy?.resources ?? {};
  const pairs = [
    ['cpus', 'limits.cpus', service.cpus, limits, limits?.cpus],
    ['mem_limit', 'limits.memory', service.mem_limit, limits, limits?.memory],
    ['mem_reservation', 'reservations.memory', service.mem_reservation, reservations, reservations?.memory],
    ['pids_limit', 'limits.pids', service.pids_limit, limits, limits?.pids],
  ] as const;
  for (const [own, other, value, section, otherValue] of pairs)
    if (value !== undefined && section && value !== otherValue)
      throw invalid(
        `services.${name}: can't set distinct values on '${own}' and 'deploy.resources.${other}'`,
      );
}

function checkWatch(name: string, { develop }: Service): void {
  const needsTarget = (action: string): boolean => action !== 'rebuild' && action !== 'restart';
  if (develop?.watch?.some(({ action, target }) => needsTarget(action) && !target))
    throw invalid(`services.${name}.develop.watch: target is required for non-rebuild actions`);
}

/** One mount a path. */
function checkTargets(name: string, { tmpfs = [], volumes = [] }: Service): void {
  const mounts = new Map<string, string>();
  const add = (target: string, place: string): void => {
    const other = mounts.get(target);
    if (other !== undefined) throw new CliError(`${place}: target ${target} already mounted as ${other}`);
    mounts.set(target, place);
  };
  tmpfs.forEach((spec, index) => add(spec.split(':')[0] ?? '', `services.${name}.tmpfs[${index}]`));
  volumes.forEach(({ target }, index) => add(target, `services.${name}.volumes[${index}]`));
}

function has(map: object | undefined, key: string): boolean {
  return map !== undefined && Object.hasOwn(map, key);
}
