import { useMemo } from 'react';
import type { MachineRecord } from '../../world/mirror.ts';
import { upByMachine, type Up } from './up-by-machine.ts';
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
export function useUpByMachine(): ReadonlyMap<string, Up> {
  const containers = useMirror((mirror) => mirror.container);
  return useMemo(() => upByMachine(containers.values()), [containers]);
}
