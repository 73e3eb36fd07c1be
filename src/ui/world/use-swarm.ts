import { useMemo } from 'react';
import type { ContainerRecord, MachineRecord } from '../../world/mirror.ts';
import { useMirror, useSession } from '../hooks/workbench-context.ts';

/** The machine whose things are listed; undefined until the world has told of it. */
export function useShownMachine(): MachineRecord | undefined {
  const machines = useMirror((mirror) => mirror.machine);
  const shown = useSession((session) => session.shownMachine);
  return machines.get(shown) ?? machines.values().next().value;
}

/** The machine that leads the swarm: there its commands can be typed. */
export function useLeader(): MachineRecord | undefined {
  const machines = useMirror((mirror) => mirror.machine);
  const nodes = useMirror((mirror) => mirror.node);
  return [...machines.values()].find(({ nodeId, isOn }) => isOn && nodes.get(nodeId)?.isLeader);
}

/** Which of the services' colours each has, by name: in the order they came. */
export function useServiceColours(): ReadonlyMap<string, number> {
  const services = useMirror((mirror) => mirror.service);
  return useMemo(() => {
    return new Map([...services.values()].map(({ name }, index) => [name, index % 6]));
  }, [services]);
}

/** Containers that are up, by machine. */
export function useUpByMachine(): ReadonlyMap<string, readonly ContainerRecord[]> {
  const containers = useMirror((mirror) => mirror.container);
  return useMemo(() => {
    const up = new Map<string, ContainerRecord[]>();
    for (const container of containers.values()) {
      if (!['running', 'paused', 'restarting'].includes(container.state)) continue;
      const beside = up.get(container.machine);
      if (beside) beside.push(container);
      else up.set(container.machine, [container]);
    }
    for (const list of up.values())
      list.sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
    return up;
  }, [containers]);
}
