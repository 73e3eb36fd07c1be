import { expect, it } from 'vitest';
import type { PortConfig } from '../../../api/service-types.ts';
import { withService } from '../cluster-changes.ts';
import { TestCluster } from '../testing/test-cluster.ts';
import { allocatePorts } from './ports.ts';

const ingress = (TargetPort: number, PublishedPort?: number): PortConfig => ({
  Protocol: 'tcp',
  TargetPort,
  PublishMode: 'ingress',
  ...(PublishedPort ? { PublishedPort } : {}),
});

it('gives free ports from 30000, and the same ones again', () => {
  const cluster = new TestCluster();
  cluster.service({ EndpointSpec: { Ports: [ingress(80), ingress(81, 30001), ingress(82)] } });
  const service = cluster.state.services.get('s');
  if (!service) throw new Error('no service');
  const ports = allocatePorts(cluster.state, service);
  expect(ports).toEqual([ingress(80, 30000), ingress(81, 30001), ingress(82, 30002)]);
  const known = { ...service, endpoint: { ports, virtualIps: [] } };
  expect(allocatePorts(cluster.state, known)).toEqual(ports);
  const state = withService(cluster.state, known, 0);
  const other = {
    ...service,
    id: 'other',
    spec: { ...service.spec, EndpointSpec: { Ports: [ingress(80)] } },
  };
  expect(allocatePorts(state, other)).toEqual([ingress(80, 30003)]);
});
