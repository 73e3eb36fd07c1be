import { ApiError } from '../../api/api-error.ts';
import type { ContainerListOptions, Filters } from '../../api/engine-api.ts';
import {
  checkFilters,
  matchesExactly,
  matchesLabelFilters,
  matchesPattern,
  parseBoolFilter,
} from '../filters.ts';
import { findImage } from '../images/find-image.ts';
import type { ContainerRecord, EngineState } from '../state.ts';
import { findContainer } from './find.ts';
import { isUp } from './is-up.ts';

const KNOWN = [
  'ancestor', 'before', 'exited', 'expose', 'health', 'id', 'is-task', 'isolation', 'label', 'name', 'network', 'publish', 'since', 'status', 'volume',
]; // prettier-ignore
const STATUSES = ['created', 'running', 'paused', 'restarting', 'removing', 'exited', 'dead'];
const HEALTHS = ['none', 'starting', 'healthy', 'unhealthy'];

/** The containers a list asks for, newest first. @throws ApiError invalidParameter @see moby v28 daemon/list.go */
export function selectContainers(state: EngineState, options: ContainerListOptions): ContainerRecord[] {
  const filters = options.filters ?? {};
  checkValues(filters);
  const all = (options.all ?? false) || Boolean(filters['status']?.length) || (options.limit ?? 0) > 0;
  // A list of thousands asks for little: what is not filtered by is not looked at.
  const isFiltered = Object.keys(filters).length > 0;
  const tests = isFiltered
    ? [
        basicTest(filters),
        imageTest(state, filters),
        ageTest(state, filters),
        networkTest(filters),
        portTest(filters['publish'], (container) => publishedPorts(container)),
        portTest(filters['expose'], (container) => Object.keys(container.config.ExposedPorts ?? {})),
        volumeTest(filters),
      ]
    : [];
  const found: ContainerRecord[] = [];
  state.containers.forEach((container) => {
    if ((all || isUp(container)) && tests.every((test) => test(container))) found.push(container);
  });
  found.sort(byAge);
  return options.limit && options.limit > 0 ? found.slice(0, options.limit) : found;
}

/** All of them, newest first. */
export function sortedByAge(state: EngineState): ContainerRecord[] {
  return [...state.containers].map(([, container]) => container).sort(byAge);
}

function byAge(a: ContainerRecord, b: ContainerRecord): number {
  return b.createdMs - a.createdMs || (a.id < b.id ? -1 : 1);
}

function checkValues(filters: Filters): void {
  checkFilters(filters, KNOWN);
  for (const status of filters['status'] ?? []) {
    if (!STATUSES.includes(status))
      throw new ApiError('invalidParameter', `invalid filter 'status=${status}'`);
  }
  for (const health of filters['health'] ?? []) {
    if (!HEALTHS.includes(health)) {
      throw new ApiError('invalidParameter', `unrecognised filter value for health: ${health}`);
    }
  }
  for (const code of filters['exited'] ?? []) {
    if (!/^[+-]?\d+$/.test(code)) {
      throw new ApiError('invalidParameter', `strconv.Atoi: parsing "${code}": invalid syntax`);
    }
  }
}

function basicTest(filters: Filters): (container: ContainerRecord) => boolean {
  const codes = filters['exited']?.map(Number);
  const task = parseBoolFilter(filters, 'is-task');
  return (container) => {
    const labels = container.config.Labels;
    const isTask = labels?.['com.docker.swarm.task.id'] !== undefined;
    const hasExited = !isUp(container) && container.startedMs > 0 && codes?.includes(container.exitCode);
    return (
      (matchesPattern(filters, 'name', container.name) ||
        matchesPattern(filters, 'name', `/${container.name}`)) &&
      matchesPattern(filters, 'id', container.id) &&
      matchesExactly(filters, 'status', container.status) &&
      matchesExactly(filters, 'health', container.health?.status ?? 'none') &&
      matchesLabelFilters(filters, labels) &&
      (codes === undefined || hasExited === true) &&
      (task === undefined || task === isTask)
    );
  };
}

/** `ancestor`: the image itself or one that was built on it here. */
function imageTest(state: EngineState, filters: Filters): (container: ContainerRecord) => boolean {
  const wanted = filters['ancestor'];
  if (!wanted?.length) return () => true;
  const ids = new Set<string>();
  for (const name of wanted) {
    try {
      ids.add(findImage(state, name).id);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
    }
  }
  return (container) => {
    for (let id = container.imageId; id; id = state.images.get(id)?.parent ?? '')
      if (ids.has(id)) return true;
    return false;
  };
}

function ageTest(state: EngineState, filters: Filters): (container: ContainerRecord) => boolean {
  const moments = (name: string): number[] =>
    (filters[name] ?? []).map((reference) => findContainer(state, reference).createdMs);
  const before = Math.min(...moments('before'), Infinity);
  const since = Math.max(...moments('since'), -Infinity);
  return ({ createdMs }) => createdMs < before && createdMs > since;
}

function networkTest(filters: Filters): (container: ContainerRecord) => boolean {
  const wanted = filters['network'];
  if (!wanted?.length) return () => true;
  return (container) =>
    [...container.endpoints].some(([name, endpoint]) =>
      wanted.some(
        (network) => network === name || (network !== '' && endpoint.networkId.startsWith(network)),
      ),
    );
}

function volumeTest(filters: Filters): (container: ContainerRecord) => boolean {
  const wanted = filters['volume'];
  if (!wanted?.length) return () => true;
  return ({ mounts }) =>
    mounts.some((mount) =>
      wanted.some((text) => text === mount.name || text === mount.destination || text === mount.source),
    );
}

function publishedPorts(container: ContainerRecord): string[] {
  return [...container.ports].flatMap(([port, bindings]) => {
    const protocol = port.split('/')[1] ?? 'tcp';
    return bindings.map(({ hostPort }) => `${hostPort}/${protocol}`);
  });
}

/** `80`, `80/udp`, `8000-8080/tcp`. @see moby v28 daemon/list.go portOp */
function portTest(
  wanted: readonly string[] | undefined,
  portsOf: (container: ContainerRecord) => readonly string[],
): (container: ContainerRecord) => boolean {
  if (!wanted?.length) return () => true;
  const ranges = wanted.map(parsePortFilter);
  return (container) =>
    portsOf(container).some((port) => {
      const [number, protocol = 'tcp'] = port.split('/');
      return ranges.some(
        (range) =>
          range.protocol === protocol && Number(number) >= range.first && Number(number) <= range.last,
      );
    });
}

function parsePortFilter(text: string): { first: number; last: number; protocol: string } {
  const match = /^(\d+)(?:-(\d+))?(?:\/(tcp|udp|sctp))?$/.exec(text);
  if (!match)
    throw new ApiError(
      'invalidParameter',
      `error while looking up for ${text}: invalid containerPort: ${text}`,
    );
  const first = Number(match[1]);
  return { first, last: match[2] === undefined ? first : Number(match[2]), protocol: match[3] ?? 'tcp' };
}
