import { expect, it } from 'vitest';
import { TestCluster } from '../testing/test-cluster.ts';
import { createAddressPool, type SwarmNetwork } from './address-pool.ts';
import { allocateService, type NetworkTable } from './allocate.ts';

const NETWORK: SwarmNetwork = { id: 'net', name: 'net', isOverlay: true, subnet: '10.0.1.0/29' };

/** The gateway has the first address. */
function table(): NetworkTable {
  const pool = createAddressPool(NETWORK.subnet, new Set(['10.0.1.1']));
  return { find: (id) => (id === 'net' ? NETWORK : undefined), ingress: undefined, pool: () => pool };
}

function withReplicas(count: number, mode: 'vip' | 'dnsrr' = 'vip'): TestCluster {
  const cluster = new TestCluster();
  cluster.service({
    Mode: { Replicated: { Replicas: count } },
    EndpointSpec: { Mode: mode },
    TaskTemplate: { ForceUpdate: 0, Networks: [{ Target: 'net', Aliases: ['w'] }] },
  });
  cluster.state = allocateService(cluster.state, 's', table(), cluster.change);
  return cluster;
}

it('gives a service a virtual IP in each network, and its tasks an address', () => {
  const cluster = withReplicas(2);
  expect(cluster.state.services.get('s')?.endpoint).toEqual({
    ports: [],
    virtualIps: [{ networkId: 'net', address: '10.0.1.2/29' }],
  });
  expect(cluster.lines).toEqual(['1 t1 running/pending', '2 t2 running/pending']);
  expect(cluster.tasks[1]?.networks).toEqual([
    { networkId: 'net', networkName: 'net', aliases: ['w'], addresses: ['10.0.1.4/29'] },
  ]);
});

it('gives no virtual IP where names are answered with the tasks', () => {
  expect(withReplicas(1, 'dnsrr').state.services.get('s')?.endpoint.virtualIps).toEqual([]);
});

it('gives a virtual IP later where the network was full', () => {
  const cluster = new TestCluster();
  cluster.service({ TaskTemplate: { ForceUpdate: 0, Networks: [{ Target: 'net' }] } });
  const full = createAddressPool(NETWORK.subnet, new Set());
  for (let i = 0; i < 6; i++) full.take();
  cluster.state = allocateService(cluster.state, 's', { ...table(), pool: () => full }, cluster.change);
  expect(cluster.state.services.get('s')?.endpoint.virtualIps).toEqual([]);
  expect(cluster.lines).toEqual(['1 t1 running/new']);
  cluster.state = allocateService(cluster.state, 's', table(), cluster.change);
  expect(cluster.state.services.get('s')?.endpoint.virtualIps).toEqual([
    { networkId: 'net', address: '10.0.1.2/29' },
  ]);
  expect(cluster.lines).toEqual(['1 t1 running/pending']);
});

it('leaves a task new that there is no address for', () => {
  expect(withReplicas(6).lines).toEqual([
    '1 t1 running/pending',
    '2 t2 running/pending',
    '3 t3 running/pending',
    '4 t4 running/pending',
    '5 t5 running/new',
    '6 t6 running/new',
  ]);
});
