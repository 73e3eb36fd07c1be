import type { TaskContainerSpec, TaskMount } from '../../../api/service-types.ts';
import { CliError } from '../../cli-error.ts';
import type { FlagValues } from '../../flags/flag.ts';
import { splitWords } from '../../opts/shell-split.ts';
import { parseUlimit, type Ulimit } from '../../opts/ulimit-spec.ts';
import { effectiveCapabilities, normalizeCapability } from './capabilities.ts';
import { filled, hostLine, mountsOf, privileges } from './container-spec.ts';
import { editList, editPairs, isEdited } from './edit-list.ts';
import { healthcheck } from './healthcheck.ts';

/** Flag and field of what is a text. */
const TEXTS = {
  image: 'Image',
  workdir: 'Dir',
  user: 'User',
  hostname: 'Hostname',
  isolation: 'Isolation',
  'stop-signal': 'StopSignal',
} as const;

/** Flag and field of what is a list of words. */
const WORDS = { args: 'Args', entrypoint: 'Command' } as const;

/** A container's specification with what `service update`'s flags change. @throws CliError. @see docker/cli v28.2.2 cli/command/service/update.go updateService */
export function updatedContainer(spec: TaskContainerSpec, flags: FlagValues, cwd: string): TaskContainerSpec {
  const changed = { ...spec, ...privileges(flags) };
  for (const [flag, field] of Object.entries(TEXTS))
    if (flags.has(flag)) set(changed, field, flags.string(flag) || undefined);
  for (const [flag, field] of Object.entries(WORDS))
    if (flags.has(flag)) set(changed, field, nonEmpty(splitWords(flags.string(flag) ?? '')));
  for (const edit of EDITS) edit(changed, flags, cwd);
  const health = healthcheck(flags, spec.Healthcheck);
  if (health) changed.Healthcheck = health;
  return changed;
}

type Edit = (spec: TaskContainerSpec, flags: FlagValues, cwd: string) => void;

const EDITS: readonly Edit[] = [
  (spec, flags) => {
    if (isEdited(flags, 'container-label'))
      set(spec, 'Labels', nonEmpty(editPairs(flags, spec.Labels, 'container-label')));
  },
  (spec, flags) => {
    if (isEdited(flags, 'env')) set(spec, 'Env', nonEmpty(editEnvironment(flags, spec.Env ?? [])));
  },
  (spec, flags, cwd) => {
    if (isEdited(flags, 'mount')) set(spec, 'Mounts', nonEmpty(editMounts(flags, spec.Mounts ?? [], cwd)));
  },
  (spec, flags) => {
    if (isEdited(flags, 'sysctl')) set(spec, 'Sysctls', nonEmpty(editPairs(flags, spec.Sysctls, 'sysctl')));
  },
  (spec, flags) => {
    if (isEdited(flags, 'ulimit')) set(spec, 'Ulimits', nonEmpty(editUlimits(flags, spec.Ulimits ?? [])));
  },
  (spec, flags) => {
    if (isEdited(flags, 'group')) set(spec, 'Groups', nonEmpty(editList(flags, spec.Groups, 'group')));
  },
  (spec, flags) => {
    if (isEdited(flags, 'host')) set(spec, 'Hosts', nonEmpty(editHosts(flags, spec.Hosts ?? [])));
  },
  (spec, flags) => {
    if (!['dns', 'dns-search', 'dns-option'].some((name) => isEdited(flags, name))) return;
    const { Nameservers, Search, Options } = spec.DNSConfig ?? {};
    spec.DNSConfig = {
      ...filled('Nameservers', editList(flags, Nameservers, 'dns')),
      ...filled('Search', editList(flags, Search, 'dns-search')),
      ...filled('Options', editList(flags, Options, 'dns-option')),
    };
  },
  (spec, flags) => {
    if (flags.has('cap-add') || flags.has('cap-drop')) editCapabilities(spec, flags);
  },
  (spec, flags) => {
    if (flags.has('init')) spec.Init = flags.bool('init');
    if (flags.has('tty')) set(spec, 'TTY', flags.bool('tty') || undefined);
    if (flags.has('read-only')) set(spec, 'ReadOnly', flags.bool('read-only') || undefined);
    if (flags.has('stop-grace-period')) spec.StopGracePeriod = flags.number('stop-grace-period') ?? 0;
    if (flags.has('oom-score-adj')) set(spec, 'OomScoreAdj', flags.number('oom-score-adj') || undefined);
  },
];

/** A field that is empty is left out. */
function set<K extends keyof TaskContainerSpec>(
  spec: TaskContainerSpec,
  field: K,
  value: TaskContainerSpec[K] | undefined,
): void {
  if (value === undefined) delete spec[field];
  else spec[field] = value;
}

function nonEmpty<T extends object>(value: T): T | undefined {
  return Object.keys(value).length > 0 ? value : undefined;
}

const keyOf = (entry: string): string => entry.split('=')[0] ?? '';

function editEnvironment(flags: FlagValues, entries: readonly string[]): string[] {
  const all = new Map([...entries, ...flags.list('env-add')].map((entry) => [keyOf(entry), entry]));
  for (const name of flags.list('env-rm')) all.delete(name);
  return [...all.values()];
}

/** By their targets, sorted by their sources. @throws CliError where two are added at one target */
function editMounts(flags: FlagValues, mounts: readonly TaskMount[], cwd: string): TaskMount[] {
  const added = mountsOf(flags.list('mount-add'), cwd);
  const targets = new Set(added.map(({ Target }) => Target));
  if (targets.size < added.length) throw new CliError('duplicate mount target');
  const removed = new Set(flags.list('mount-rm'));
  const order = ({ Source = '', Target = '' }: TaskMount): string => `${Source}\0${Target}`;
  return [...added, ...mounts.filter(({ Target }) => !targets.has(Target))]
    .filter(({ Target = '' }) => !removed.has(Target))
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}

function editUlimits(flags: FlagValues, limits: readonly Ulimit[]): Ulimit[] {
  const all = new Map(
    [...limits, ...flags.list('ulimit-add').map(parseUlimit)].map((limit) => [limit.Name, limit]),
  );
  for (const name of flags.list('ulimit-rm')) all.delete(name);
  return [...all.values()].sort((a, b) => (a.Name < b.Name ? -1 : 1));
}

/** A host is removed by its name, from every address. */
function editHosts(flags: FlagValues, lines: readonly string[]): string[] {
  const removed = new Set(flags.list('host-rm').map((text) => text.split(':')[0]));
  return [...new Set([...lines, ...flags.list('host-add').map(hostLine)])]
    .filter((line) => !removed.has(line.split(/\s+/)[1] ?? ''))
    .sort();
}

/**
 * What is added is no longer dropped, or else added, and the other way round; where both are asked for it is added. RESET forgets what was before.
 * @see docker/cli v28.2.2 cli/command/service/update.go updateCapabilities
 */
function editCapabilities(spec: TaskContainerSpec, flags: FlagValues): void {
  const given = (flag: string): string[] => flags.list(flag).map(normalizeCapability);
  const [add, drop] = [given('cap-add'), given('cap-drop')];
  const before = (list: readonly string[] | undefined, own: string[]): readonly string[] =>
    own.includes('RESET') ? [] : (list ?? []);
  const [added, dropped] = [before(spec.CapabilityAdd, add), before(spec.CapabilityDrop, drop)];
  const lost = drop.filter((name) => !add.includes(name));
  const caps = effectiveCapabilities(
    [...added.filter((name) => !lost.includes(name)), ...add.filter((name) => !dropped.includes(name))],
    [...dropped.filter((name) => !add.includes(name)), ...lost.filter((name) => !added.includes(name))],
  );
  set(spec, 'CapabilityAdd', nonEmpty(caps.add));
  set(spec, 'CapabilityDrop', nonEmpty(caps.drop));
}
