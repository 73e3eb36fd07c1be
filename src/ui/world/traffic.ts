import type { Mirror } from '../../state/mirror-store.ts';
import { FIRST_MACHINE } from '../../state/session.ts';
import type { ContainerRecord, TrafficPath, TrafficRecord } from '../../world/mirror.ts';
import { shortName } from './machine-text.ts';

type Places = Pick<Mirror, 'container' | 'machine'>;

/** The container of an ID, on a machine or wherever it is. */
function findContainer({ container, machine }: Places, id: string, on?: string): ContainerRecord | undefined {
  const names = on === undefined ? machine.keys() : [on];
  for (const name of names) {
    const found = container.get(name === FIRST_MACHINE ? id : `${name}/${id}`);
    if (found) return found;
  }
  return undefined;
}

const nameOf = (places: Places, client: string): string => {
  const found = findContainer(places, client);
  return found ? shortName(found) : client;
};

export function requestsText(count: number): string {
  return count === 1 ? '1 request' : `${count} requests`;
}

/** What came to one container, in words. */
interface TrafficRow {
  readonly id: string;
  /** `web.1 on node2` */
  readonly name: string;
  readonly requests: number;
  /** `9 from node1 by port 8080 of node3` */
  readonly ways: readonly string[];
}

/** What came to the containers that are there, the busiest first. */
export function trafficRows(mirror: Places & Pick<Mirror, 'traffic'>, most: number): TrafficRow[] {
  return [...mirror.traffic.values()]
    .sort((a, b) => b.requests - a.requests || (a.container < b.container ? -1 : 1))
    .slice(0, most)
    .map(({ machine, container, requests, paths }) => {
      const found = findContainer(mirror, container, machine);
      const name = found ? shortName(found) : container.slice(0, 12);
      const ways = paths.map((path) => wayText(mirror, path));
      return { id: container, name: `${name} on ${machine}`, requests, ways };
    });
}

function wayText(places: Places, { client, entry, port, requests }: TrafficPath): string {
  const by = entry ? `by port ${port} of ${entry}` : `straight to port ${port}`;
  return `${requests} from ${nameOf(places, client)} ${by}`;
}

/** The spots of the picture that a request passes, each with what stands in for it where it isn't drawn: client, port, task. */
export function spotsOf(places: Places, record: TrafficRecord, path: TrafficPath): string[][] {
  const { machine, container } = record;
  const target = findContainer(places, container, machine);
  const client = places.machine.has(path.client)
    ? [`machine:${path.client}`]
    : containerSpots(findContainer(places, path.client));
  const entry = path.entry ? [[`port:${path.entry}/${path.port}`, `machine:${path.entry}`]] : [];
  return [client, ...entry, containerSpots(target)].filter((spots) => spots.length > 0);
}

function containerSpots(container: ContainerRecord | undefined): string[] {
  if (!container) return [];
  const { id, machine, service = '', imageId } = container;
  return [
    `container:${id}`,
    `image:${machine}/${imageId}`,
    `service:${machine}/${service}`,
    `machine:${machine}`,
  ];
}

/** A request that was not there before: where it went, and what its colour is. */
export interface NewRequest {
  readonly spots: readonly (readonly string[])[];
  readonly service: string | undefined;
}

/** Of each way at most so many of the requests that are new in `now`. */
export function newRequests(
  before: Mirror['traffic'],
  now: Places & Pick<Mirror, 'traffic'>,
  most: number,
): NewRequest[] {
  if (before === now.traffic) return [];
  const found: NewRequest[] = [];
  for (const [id, record] of now.traffic) {
    const old = before.get(id);
    if (old === record) continue;
    const service = findContainer(now, record.container, record.machine)?.service;
    for (const path of record.paths) {
      const told = old?.paths.find((each) => isSameWay(each, path))?.requests ?? 0;
      const spots = path.requests > told ? spotsOf(now, record, path) : [];
      for (let count = told; count < Math.min(path.requests, told + most); count++)
        found.push({ spots, service });
    }
  }
  return found;
}

function isSameWay(a: TrafficPath, b: TrafficPath): boolean {
  return a.client === b.client && a.entry === b.entry && a.port === b.port;
}
