import { describe, expect, it } from 'vitest';
import type { Mirror } from '../../state/mirror-store.ts';
import { openAddresses } from './addresses.ts';

const machine = (name: string, address: string, nodeId = '') => ({ name, address, nodeId, isOn: true });
const container = (name: string, on: string, hostPort: number, more: object = {}) => ({
  name,
  machine: on,
  state: 'running',
  ports: [{ hostIp: '0.0.0.0', hostPort, containerPort: 80, protocol: 'tcp' }],
  ...more,
});

function addresses(machines: object[], containers: object[], services: object[]) {
  const map = (list: object[]) => new Map(list.map((each) => [(each as { name: string }).name, each]));
  const mirror = { machine: map(machines), container: map(containers), service: map(services) };
  return openAddresses(mirror as unknown as Mirror).map(({ address, name }) => `${address} ${name}`);
}

describe('openAddresses', () => {
  it('has the ports of running containers on every machine', () => {
    const found = addresses(
      [machine('node1', '192.168.0.1'), machine('node2', '192.168.0.2')],
      [
        container('web', 'node1', 4000),
        container('api', 'node2', 5000),
        container('old', 'node1', 6000, { state: 'exited' }),
      ],
      [],
    );
    expect(found).toEqual(['localhost:4000 web', '192.168.0.2:5000 api']);
  });

  it('has what a service publishes on each machine of the swarm', () => {
    const found = addresses(
      [
        machine('node1', '192.168.0.1', 'a'),
        machine('node2', '192.168.0.2', 'b'),
        machine('node3', '192.168.0.3'),
      ],
      [container('web.1.x', 'node1', 80, { service: 'web' })],
      [{ name: 'web', ports: [{ published: 80, target: 80, protocol: 'tcp' }] }],
    );
    expect(found).toEqual(['localhost:80 web', '192.168.0.2:80 web']);
  });
});
