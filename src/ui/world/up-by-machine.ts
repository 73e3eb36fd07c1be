import type { ContainerRecord } from '../../world/mirror.ts';

/** More than this on a machine are counted by their service, not shown one by one. */
const MOST_SHOWN = 30;

/** What runs on a machine. */
export interface Up {
  readonly total: number;
  /** By name; none where there are too many to show. */
  readonly containers: readonly ContainerRecord[];
  /** Service → how many; '' for those that belong to none. */
  readonly services: ReadonlyMap<string, number>;
  /** Ports of the machine that lead to these. */
  readonly ports: readonly number[];
}

const STATES = new Set<ContainerRecord['state']>(['running', 'paused', 'restarting']);
const byName = new Intl.Collator('en', { numeric: true });

/** What is up, by machine. */
export function upByMachine(containers: Iterable<ContainerRecord>): ReadonlyMap<string, Up> {
  const lists = new Map<string, ContainerRecord[]>();
  for (const container of containers) {
    if (!STATES.has(container.state)) continue;
    const list = lists.get(container.machine);
    if (list) list.push(container);
    else lists.set(container.machine, [container]);
  }
  return new Map([...lists].map(([machine, list]) => [machine, toUp(list)]));
}

function toUp(list: readonly ContainerRecord[]): Up {
  const services = new Map<string, number>();
  const ports = new Set<number>();
  for (const { service = '', ports: own } of list) {
    services.set(service, (services.get(service) ?? 0) + 1);
    for (const { hostPort } of own) if (hostPort !== undefined) ports.add(hostPort);
  }
  const isCrowded = list.length > MOST_SHOWN;
  return {
    total: list.length,
    containers: isCrowded ? [] : list.toSorted((a, b) => byName.compare(a.name, b.name)),
    services,
    ports: [...ports].sort((a, b) => a - b),
  };
}
