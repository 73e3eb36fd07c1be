import { brokenRules } from '../../../engine/testing/invariants.ts';
import type { Difference } from '../../mirror.ts';
import { loadWorld, saveWorld, type WorldSnapshot } from '../../saved-world.ts';
import { differences } from '../../timeline/differences.ts';
import type { World } from '../../world.ts';
import { MemoryStorage } from '../memory-storage.ts';
import { worldDigest } from '../world-digest.ts';

/** What of src/engine/SPEC.md does not hold on the machines that are on. */
export const brokenMachines = (world: World): string[] =>
  on(world).flatMap((machine) => brokenRules(machine).map((one) => `${machine.name}: ${one}`));

const on = ({ machines, isOn }: World): World['machines'][number][] =>
  machines.filter(({ name }) => isOn(name));

/** Of a machine without terminals: its init, and what its containers run. */
export function strayProcesses(world: World): string[] {
  return on(world).flatMap(({ name, kernel: { rootCgroup }, engine }) => {
    const cgroups = [...engine.context.containers.values()].flatMap(({ runtime }) => runtime?.cgroup ?? []);
    const inContainers = new Set(cgroups.flatMap(({ members }) => [...members]));
    const strays = [...rootCgroup.members].filter((entry) => entry.pid !== 1 && !inContainers.has(entry));
    const unreaped = rootCgroup.processes - rootCgroup.members.size;
    const reaped = unreaped - cgroups.reduce((sum, one) => sum + one.processes - one.members.size, 0);
    return [
      ...strays.map(({ argv }) => `${name}: R35: ${argv.join(' ')} is in no container`),
      ...(reaped ? [`${name}: ${reaped} processes that nobody reaps`] : []),
    ];
  });
}

/** What is different from a moment that the world went to, though no program did it: those end, start again and write. */
export function notOfPrograms(wanted: WorldSnapshot, is: WorldSnapshot): string[] {
  return differences(wanted, is, true)
    .filter((each) => !isOfPrograms(each, wanted, is))
    .map(({ kind, name, machine = '', change, detail = '' }) =>
      [machine, kind, name, change, detail].join(' ').trim(),
    );
}

function isOfPrograms({ kind, name, change }: Difference, ...moments: WorldSnapshot[]): boolean {
  // Services pull.
  if (kind === 'image') return change === 'added' && moments.some(({ engine }) => engine.state.swarm);
  if (kind === 'volume') return change === 'changed';
  if (kind === 'file') return name === '/root/site/clock';
  return (
    kind === 'container' && (change === 'changed' || moments.some((moment) => goesByItself(moment, name)))
  );
}

/** A container that is removed when it ends, or that a service makes and removes. */
function goesByItself({ others = [], ...first }: WorldSnapshot, name: string): boolean {
  return [first, ...others].some(({ engine: { state } }) =>
    [...state.containers].some(
      ([, { name: own, hostConfig, config }]) =>
        own === name && (hostConfig.AutoRemove || config.Labels?.['com.docker.swarm.task.id']),
    ),
  );
}

export async function savedIsTheSame(snapshot: WorldSnapshot): Promise<string[]> {
  const storage = new MemoryStorage();
  await saveWorld(storage, snapshot, new Set());
  const loaded = await loadWorld(storage, new Set());
  return loaded && worldDigest(loaded) === worldDigest(snapshot)
    ? []
    : ['R36: saved and loaded, it is another world'];
}
