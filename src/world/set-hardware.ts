import { setCrashing } from './crash-images.ts';
import { clearDisk, fillDisk } from './fill-disk.ts';
import type { HardwareAction, ImageAction } from './protocol.ts';
import type { Terminals } from './terminals.ts';
import type { World } from './world.ts';

/** More would be slow, and teach nothing that these don't. */
const MOST_MACHINES = 9;

/** Adds or takes away machines, the last first; their terminals go with them. */
export function setMachineCount(world: World, terminals: Terminals, count: number): void {
  const { machines } = world;
  while (machines.length < Math.min(count, MOST_MACHINES)) terminals.machineOn(world.addMachine().name);
  while (machines.length > Math.max(count, 1)) {
    const name = machines.at(-1)?.name ?? '';
    terminals.machineGone(name);
    world.removeMachine();
  }
}

/** What happens to a machine from outside: nobody types it. */
export function actOnMachine(
  world: World,
  terminals: Terminals,
  { machine: name, action }: { readonly machine: string; readonly action: HardwareAction },
): void {
  const machine = world.machines.find((each) => each.name === name);
  if (!machine) return;
  switch (action) {
    case 'off':
      terminals.machineOff(name);
      return world.setPower(name, false);
    case 'on':
      world.setPower(name, true);
      return terminals.machineOn(name);
    case 'plug':
    case 'unplug':
      return world.setLink(name, action === 'plug');
    default:
      if (world.isOn(name)) (action === 'fill' ? fillDisk : clearDisk)(machine.kernel);
  }
}

/** What happens to the programs of an image, on every machine that is on. */
export function actOnImage(
  world: World,
  { image, action }: { readonly image: string; readonly action: ImageAction },
): void {
  for (const machine of world.machines)
    if (world.isOn(machine.name)) setCrashing(machine, image, action === 'crash');
}
