import { depthFirst } from '../../../lib/depth-first.ts';
import { tableOf } from '../../../lib/table.ts';
import { matchGlob } from '../../../lib/glob.ts';
import { CliError } from '../../cli-error.ts';
import type { Project, Service } from '../project.ts';

type Services = Readonly<Record<string, Service>>;

/** The project with only those services enabled that have no profile or one of these; `*` is all. */
export function withProfiles(project: Project, profiles: readonly string[]): Project {
  const all: Services = tableOf({ ...project.services, ...project.disabledServices });
  const isActive = (name: string): boolean => {
    const own = all[name]?.profiles ?? [];
    return own.length === 0 || profiles.includes('*') || own.some((profile) => profiles.includes(profile));
  };
  return split(project, all, isActive);
}

/** The same with the profiles of services that are named. @throws CliError for a name that is none */
export function withServicesEnabled(
  project: Project,
  names: readonly string[],
  profiles: readonly string[],
): Project {
  const own = names.flatMap((name) => project.disabledServices[name]?.profiles ?? []);
  return names.length === 0 ? project : withProfiles(project, [...profiles, ...own]);
}

/**
 * The project with only these services and, unless said, what they depend on; what they don't need they no longer depend on.
 * @throws CliError for a name that is none
 * @see compose-spec/compose-go v2.6.3 types/project.go WithSelectedServices
 */
export function withSelectedServices(
  project: Project,
  names: readonly string[],
  withDependencies = true,
): Project {
  if (names.length === 0) return project;
  const matching = (pattern: string, required: boolean): string[] => {
    if (Object.hasOwn(project.services, pattern) && isPlain(pattern)) return [pattern];
    const found = Object.keys(project.services).filter((name) => matchGlob(pattern, name));
    if (found.length === 0 && required) throw new CliError(`no such service: ${pattern}`);
    return found;
  };
  const dependenciesOf = (name: string): string[] =>
    Object.entries(project.services[name]?.depends_on ?? {}).flatMap(([dependency, { required }]) => matching(dependency, required)); // prettier-ignore
  const asked = names.flatMap((name) => matching(name, true));
  const selected = new Set(withDependencies ? depthFirst(asked, dependenciesOf).order : asked);
  const all: Services = tableOf({ ...project.services, ...project.disabledServices });
  const { services, disabledServices } = split(project, all, (name) => selected.has(name));
  const kept = Object.entries(services).map(([name, service]) => [name, withoutOthers(service, selected)]);
  return { ...project, services: tableOf(Object.fromEntries(kept) as Services), disabledServices };
}

/** No pattern, but a name: there may be thousands, each looked for among all. */
const isPlain = (name: string): boolean => /^[\w.-]+$/.test(name);

function withoutOthers(service: Service, selected: ReadonlySet<string>): Service {
  if (!service.depends_on) return service;
  const { depends_on: all, ...rest } = service;
  const kept = Object.entries(all).filter(([name]) => selected.has(name));
  return kept.length > 0 ? { ...service, depends_on: Object.fromEntries(kept) } : rest;
}

function split(project: Project, all: Services, isEnabled: (name: string) => boolean): Project {
  const names = Object.keys(all).sort();
  const pick = (wanted: boolean): Services =>
    tableOf(
      Object.fromEntries(
        names.filter((name) => isEnabled(name) === wanted).map((name) => [name, all[name] as Service]),
      ),
    );
  return { ...project, services: pick(true), disabledServices: pick(false) };
}

/** The project without networks, volumes, secrets, configs and models that no service uses. @see compose-spec/compose-go v2.6.3 types/project.go WithoutUnnecessaryResources */
export function withoutUnusedResources(project: Project): Project {
  const services = Object.values(project.services);
  const used = {
    networks: services.flatMap((service) => Object.keys(service.networks ?? {})),
    volumes: services.flatMap(({ volumes = [] }) =>
      volumes.flatMap(({ type, source }) => (type === 'volume' && source ? [source] : [])),
    ),
    secrets: services.flatMap(({ secrets = [], build }) =>
      [...secrets, ...(build?.secrets ?? [])].map(({ source }) => source),
    ),
    configs: services.flatMap(({ configs = [] }) => configs.map(({ source }) => source)),
    models: services.flatMap(({ models = {} }) => Object.keys(models)),
  };
  const kept = SECTIONS.flatMap((section) => {
    const names = new Set(used[section]);
    const entries = Object.entries(project[section] ?? {}).filter(([name]) => names.has(name));
    return entries.length > 0 ? [[section, Object.fromEntries(entries)]] : [];
  });
  const others = Object.entries(project).filter(([key]) => !(SECTIONS as readonly string[]).includes(key));
  return Object.fromEntries([...others, ...kept]) as unknown as Project;
}

const SECTIONS = ['networks', 'volumes', 'secrets', 'configs', 'models'] as const;
