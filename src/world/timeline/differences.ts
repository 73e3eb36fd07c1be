import type { ContainerRecord, EngineState } from '../../engine/state.ts';
import type { ClusterState } from '../../engine/swarm/cluster-state.ts';
import { diffTrees, type TreeChange } from '../../kernel/files/diff.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { formatFamiliar, parseImageReference } from '../../lib/image-reference.ts';
import { PersistentMap, type MapChange } from '../../lib/persistent-map.ts';
import { FIRST_MACHINE, machineName, type Difference } from '../mirror.ts';
import type { MachineSnapshot, WorldSnapshot } from '../saved-world.ts';

type MachineMoment = Pick<MachineSnapshot, 'hostTree' | 'engine' | 'isOff' | 'isCut'>;
type Moment = MachineMoment & Pick<WorldSnapshot, 'others'>;

const machinesOf = (moment: Moment): MachineMoment[] => [moment, ...(moment.others ?? [])];

const VOLUMES = '/var/lib/docker/volumes/';

/** What comes and goes with every start of the machine. */
const FLEETING = /^\/run(\/|$)/;

/**
 * How two moments of a world differ, as a learner would tell it: containers, images, networks, volumes, the swarm's objects, then files. What only tells
 * that time goes on (logs, results of health checks, addresses given anew) is no difference. Costs what changed. `isRestored`: everything was started anew
 * between the two, which is nobody's doing.
 */
export function differences(before: Moment, after: Moment, isRestored = false): Difference[] {
  const [old, now] = [machinesOf(before), machinesOf(after)];
  return Array.from({ length: Math.max(old.length, now.length) }).flatMap((_, index): Difference[] => {
    const [was, is, name] = [old[index], now[index], machineName(index)];
    if (!was || !is) return [{ kind: 'machine', name, ...changeOf(was, is) }];
    const found = machineDifferences(was, is, isRestored);
    const here = name === FIRST_MACHINE ? found : found.map((each) => ({ ...each, machine: name }));
    return [...hardwareDifferences(name, was, is), ...here];
  });
}

/** Its power and its network cable. */
function* hardwareDifferences(
  name: string,
  before: MachineMoment,
  after: MachineMoment,
): Generator<Difference> {
  const [was, is] = [before, after].map(({ isOff = false, isCut = false }) => ({ isOff, isCut }));
  if (was?.isOff !== is?.isOff)
    yield { kind: 'machine', name, change: 'changed', detail: is?.isOff ? 'on → off' : 'off → on' };
  if (was?.isCut !== is?.isCut)
    yield {
      kind: 'machine',
      name,
      change: 'changed',
      detail: is?.isCut ? 'cable pulled' : 'cable plugged in',
    };
}

function machineDifferences(before: MachineMoment, after: MachineMoment, isRestored: boolean): Difference[] {
  const old = before.engine.state;
  const now = after.engine.state;
  return [
    ...containerDifferences(before, after, isRestored),
    ...imageDifferences(old, now),
    ...byName('network', old.networks, now.networks, ({ name }) => name),
    ...byName('volume', old.volumes, now.volumes, ({ name }) => name),
    ...swarmDifferences(old.swarm?.cluster, now.swarm?.cluster, Boolean(old.swarm), Boolean(now.swarm)),
    ...(keysDiffer(old.buildCache, now.buildCache)
      ? [{ kind: 'build cache', name: '', change: 'changed' } as const]
      : []),
    ...fileDifferences(before, after),
  ];
}

// Containers

function* containerDifferences(
  before: MachineMoment,
  after: MachineMoment,
  isRestored: boolean,
): Generator<Difference> {
  const { containers } = after.engine.state;
  for (const { before: old, after: now } of containers.changesSince(before.engine.state.containers)) {
    const name = (now ?? old)?.name ?? '';
    if (!old || !now) yield { kind: 'container', name, change: now ? 'added' : 'removed' };
    if (!old || !now) continue;
    const detail = containerChange(old, now, isRestored);
    if (detail) yield { kind: 'container', name, change: 'changed', detail };
  }
  // What programs write while they start.
  if (isRestored) return;
  for (const { key, before: old, after: now } of after.engine.containers.changesSince(
    before.engine.containers,
  )) {
    if (!old || !now) continue;
    const files = leaves(diffTrees(old.tree, now.tree));
    const name = containers.get(key)?.name;
    if (files.length > 0 && name !== undefined)
      yield { kind: 'container', name, change: 'changed', detail: countFiles(files.length) };
  }
}

/** In words; undefined where nothing is different that anybody did. */
function containerChange(
  old: ContainerRecord,
  now: ContainerRecord,
  isRestored: boolean,
): string | undefined {
  if (old.name !== now.name) return `was ${old.name}`;
  const [was, is] = [stateOf(old), stateOf(now)];
  if (was !== is) return `${was} → ${is}`;
  if (now.status === 'running' && !isRestored && old.startedMs !== now.startedMs) return 'restarted';
  const networks = ({ endpoints }: ContainerRecord): string => [...endpoints.keys()].sort().join(', ');
  if (networks(old) !== networks(now)) return `networks: ${networks(now) || 'none'}`;
  const settings = ({ config, hostConfig }: ContainerRecord): string => JSON.stringify([config, hostConfig]);
  if (old.config === now.config && old.hostConfig === now.hostConfig) return undefined;
  return settings(old) === settings(now) ? undefined : 'settings';
}

const stateOf = ({ status, exitCode }: ContainerRecord): string =>
  status === 'exited' ? `exited (${exitCode})` : status;

// Images

/** By tag; those without one by ID. */
function* imageDifferences(old: EngineState, now: EngineState): Generator<Difference> {
  const told = new Set<string>();
  for (const { key, before, after } of now.tags.changesSince(old.tags)) {
    for (const id of [before, after]) if (id) told.add(id);
    const name = formatFamiliar(parseImageReference(key));
    yield {
      kind: 'image',
      name,
      ...changeOf(before, after),
      ...(before && after ? { detail: 'another image' } : {}),
    };
  }
  for (const { key, before, after } of now.images.changesSince(old.images)) {
    if ((before && after) || told.has(key)) continue;
    yield { kind: 'image', name: key.slice('sha256:'.length).slice(0, 12), ...changeOf(before, after) };
  }
}

// What has a name

function* byName<T>(
  kind: Difference['kind'],
  old: PersistentMap<string, T>,
  now: PersistentMap<string, T>,
  nameOf: (record: T) => string,
  isChange: (before: T, after: T) => boolean = () => false,
): Generator<Difference> {
  for (const { before, after } of now.changesSince(old)) {
    const record = after ?? before;
    if (!record || (before && after && !isChange(before, after))) continue;
    yield { kind, name: nameOf(record), ...changeOf(before, after) };
  }
}

function changeOf(before: unknown, after: unknown): Pick<Difference, 'change'> {
  return { change: before === undefined ? 'added' : after === undefined ? 'removed' : 'changed' };
}

function keysDiffer<T>(old: PersistentMap<string, T>, now: PersistentMap<string, T>): boolean {
  const isOther = ({ before, after }: MapChange<string, T>): boolean => !before !== !after;
  return [...now.changesSince(old)].some(isOther);
}

// The swarm

function* swarmDifferences(
  old: ClusterState | undefined,
  now: ClusterState | undefined,
  was: boolean,
  is: boolean,
): Generator<Difference> {
  if (was !== is) yield { kind: 'swarm', name: '', change: is ? 'added' : 'removed' };
  if (old === now) return;
  const specName = ({ spec }: { spec: { Name?: string } }): string => spec.Name ?? '';
  const otherSpec = (a: { spec: unknown }, b: { spec: unknown }): boolean => a.spec !== b.spec;
  const tables = <K extends 'services' | 'secrets' | 'configs' | 'nodes'>(key: K) =>
    [old?.[key] ?? PersistentMap.empty(), now?.[key] ?? PersistentMap.empty()] as [
      ClusterState[K],
      ClusterState[K],
    ];
  yield* byName('service', ...tables('services'), specName, otherSpec);
  yield* byName('secret', ...tables('secrets'), specName, otherSpec);
  yield* byName('config', ...tables('configs'), specName, otherSpec);
  if (was && is)
    yield* byName('node', ...tables('nodes'), ({ description }) => description?.Hostname ?? '', otherSpec);
}

// Files

/** Files of the machine by path, those of a volume counted. */
function* fileDifferences(before: MachineMoment, after: MachineMoment): Generator<Difference> {
  if (before.hostTree === after.hostTree) return;
  const inVolumes = new Map<string, number>();
  for (const { path, kind } of leaves(diffTrees(before.hostTree, after.hostTree))) {
    const volume = path.startsWith(VOLUMES) ? path.slice(VOLUMES.length).split('/')[0] : undefined;
    if (volume !== undefined) inVolumes.set(volume, (inVolumes.get(volume) ?? 0) + 1);
    else if (!FLEETING.test(path))
      yield {
        kind: 'file',
        name: path,
        change: kind === 'added' || kind === 'deleted' ? (kind === 'added' ? 'added' : 'removed') : 'changed',
      };
  }
  for (const [name, files] of inVolumes) {
    const stayed = before.engine.state.volumes.has(name) && after.engine.state.volumes.has(name);
    if (stayed) yield { kind: 'volume', name, change: 'changed', detail: countFiles(files) };
  }
}

const countFiles = (count: number): string => (count === 1 ? '1 file' : `${count} files`);

/** Without the folders on the way to a change, and without what lies in a new folder. */
function leaves(changes: readonly TreeChange[]): TreeChange[] {
  const added = new Set(changes.filter(({ kind }) => kind === 'added').map(({ path }) => path));
  const parents = new Set(changes.map(({ path }) => parentOf(path)));
  return changes.filter(
    ({ path, kind }) =>
      !(kind === 'added' && added.has(parentOf(path))) && !(kind === 'modified' && parents.has(path)),
  );
}

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

// What it costs to keep a moment

/** Bytes of files and logs that `before` holds and `after` does not: what keeping `before` costs. */
export function bytesOnlyIn(before: Moment, after: Moment): number {
  const now = machinesOf(after);
  return machinesOf(before).reduce((sum, machine, index) => {
    const other = now[index];
    return sum + (other ? machineBytesOnlyIn(machine, other) : 0);
  }, 0);
}

function machineBytesOnlyIn(before: MachineMoment, after: MachineMoment): number {
  let bytes = replacedBytes(before.hostTree, after.hostTree);
  for (const { key: id, before: old, after: now } of after.engine.containers.changesSince(
    before.engine.containers,
  )) {
    if (!old) continue;
    const { tree, log } = old;
    const base = before.engine.layerTrees.get(before.engine.state.containers.get(id)?.chainId ?? '');
    if (now) bytes += replacedBytes(tree, now.tree);
    else
      bytes += log.reduce((sum, { data }) => sum + data.length, 0) + (base ? replacedBytes(tree, base) : 0);
  }
  for (const [id, tree] of before.engine.layerTrees)
    if (!after.engine.layerTrees.has(id)) bytes += replacedBytes(tree, parentTree(before, id));
  return bytes;
}

function parentTree({ engine }: MachineMoment, chainId: string): FrozenTree | undefined {
  return engine.layerTrees.get(engine.state.layers.get(chainId)?.parent ?? '');
}

function replacedBytes(before: FrozenTree, after: FrozenTree | undefined): number {
  if (before === after) return 0;
  let bytes = 0;
  const inodes: FrozenTree['inodes'] = after?.inodes ?? PersistentMap.empty();
  for (const { before: old, after: now } of inodes.changesSince(before.inodes))
    if (old && old.data !== now?.data) bytes += old.data.stored;
  return bytes;
}
