import { describe, expect, it } from 'vitest';
import type { ContainerRecord, TrafficRecord } from '../../world/mirror.ts';
import { container, NGINX } from '../testing/fake-records.ts';
import { newRequests, requestsText, trafficRows } from './traffic.ts';

const machine = (name: string) => ({
  name,
  address: '',
  isOn: true,
  isPlugged: true,
  diskFull: false,
  crashing: [],
  nodeId: '',
});
const web: ContainerRecord = {
  ...container('web.1.x', NGINX, 'running'),
  id: 'w1',
  service: 'web',
  machine: 'node2',
};
const client: ContainerRecord = { ...container('client', NGINX, 'running'), id: 'c1' };
const places = {
  machine: new Map([
    ['node1', machine('node1')],
    ['node2', machine('node2')],
  ]),
  container: new Map([
    ['node2/w1', web],
    ['c1', client],
  ]),
};
const byPort = { client: 'node1', entry: 'node1', port: 8080, requests: 2 };
const byName = { client: 'c1', entry: '', port: 80, requests: 1 };
const record: TrafficRecord = { machine: 'node2', container: 'w1', requests: 3, paths: [byPort, byName] };

describe('requests to containers', () => {
  it('are told in words, by way', () => {
    expect(trafficRows({ ...places, traffic: new Map([['w1', record]]) }, 10)).toEqual([
      {
        id: 'w1',
        name: 'web.1 on node2',
        requests: 3,
        ways: ['2 from node1 by port 8080 of node1', '1 from client straight to port 80'],
      },
    ]);
    expect([requestsText(1), requestsText(2)]).toEqual(['1 request', '2 requests']);
  });

  it('move from the client by the port they came through to the task', () => {
    const before = new Map([['w1', { ...record, requests: 1, paths: [{ ...byPort, requests: 1 }] }]]);
    const target = ['container:w1', `image:node2/${NGINX.id}`, 'service:node2/web', 'machine:node2'];
    expect(newRequests(before, { ...places, traffic: new Map([['w1', record]]) }, 3)).toEqual([
      { service: 'web', spots: [['machine:node1'], ['port:node1/8080', 'machine:node1'], target] },
      {
        service: 'web',
        spots: [['container:c1', `image:node1/${NGINX.id}`, 'service:node1/', 'machine:node1'], target],
      },
    ]);
  });

  it('are shown a few at a time, and not again', () => {
    const many = { ...record, paths: [{ ...byPort, requests: 500 }] };
    const traffic = new Map([['w1', many]]);
    expect(newRequests(new Map(), { ...places, traffic }, 3)).toHaveLength(3);
    expect(newRequests(traffic, { ...places, traffic: new Map(traffic) }, 3)).toEqual([]);
  });
});
