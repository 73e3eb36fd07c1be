import type { ContainerRecord, ImageRecord, MachineRecord, NetworkRecord } from '../../world/mirror.ts';
import { container, NGINX } from './fake-records.ts';

/** Records by their keys, as the mirror has them. */
const keyOf = (machine: string, id: string): string => (machine === 'node1' ? id : `${machine}/${id}`);
const byKey = <T extends { machine: string }>(records: readonly T[], id: (record: T) => string) =>
  new Map(records.map((record) => [keyOf(record.machine, id(record)), record]));

/** A running container of nginx called so, with what is said otherwise. */
export const running = (name: string, other: Partial<ContainerRecord> = {}): ContainerRecord => ({
  ...container(name, NGINX, 'running'),
  ports: [],
  ...other,
});

const machineRecord = (name: string): MachineRecord => ({
  name,
  address: '192.168.0.18',
  isOn: true,
  isPlugged: true,
  diskFull: false,
  crashing: [],
  nodeId: '',
});

/** What the picture is made of: machines with these containers and images, and the networks that those are in. */
export function fakeSource(
  containers: readonly ContainerRecord[],
  {
    machines = ['node1'],
    images = [],
  }: { machines?: readonly string[]; images?: readonly ImageRecord[] } = {},
) {
  const networks = new Map<string, NetworkRecord>();
  for (const { machine, networks: own } of containers)
    for (const { name } of own)
      networks.set(keyOf(machine, name), {
        machine,
        id: name,
        name,
        driver: 'bridge',
        subnet: '172.18.0.0/16',
      });
  return {
    machine: new Map(machines.map((name) => [name, machineRecord(name)])),
    node: new Map(),
    service: new Map(),
    volume: new Map(),
    network: networks,
    container: byKey(containers, ({ id }) => id),
    image: byKey(images, ({ id }) => id),
  };
}
