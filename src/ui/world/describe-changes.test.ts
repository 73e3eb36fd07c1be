import { describe, expect, it } from 'vitest';
import { container, HELLO, NGINX } from '../testing/fake-records.ts';
import { describeChanges } from './describe-changes.ts';

const mapOf = <T extends { id: string }>(...records: T[]) =>
  new Map(records.map((record) => [record.id, record]));

const NOTHING = {
  container: new Map(),
  image: new Map(),
  machine: new Map(),
  service: new Map(),
  network: new Map(),
  volume: new Map(),
};

describe('describeChanges', () => {
  it('says what became of what', () => {
    const running = container('web', NGINX, 'running');
    const before = { ...NOTHING, container: mapOf(running), image: mapOf(HELLO) };
    const now = {
      ...NOTHING,
      container: mapOf({ ...running, state: 'exited' as const }),
      image: mapOf(NGINX),
    };
    expect(describeChanges(before, now)).toBe(
      'Container web exited (0). Image nginx:alpine: new. Image hello-world:latest: removed.',
    );
    expect(describeChanges(now, now)).toBe('');
  });

  it('says where a started container can be reached', () => {
    const web = container('web', NGINX, 'running');
    const of = (...records: (typeof web)[]) => ({ ...NOTHING, container: mapOf(...records) });
    expect(describeChanges(NOTHING, of(web))).toBe(
      'Container web started; 4000 on the machine goes to 80 in web.',
    );
    expect(describeChanges(of({ ...web, state: 'paused' }), of({ ...web, ports: [] }))).toBe(
      'Container web goes on.',
    );
    expect(describeChanges(of(web), NOTHING)).toBe('Container web removed.');
  });

  it('tells of networks and volumes', () => {
    const app = { machine: 'node1', id: 'n', name: 'app', driver: 'bridge', subnet: '' };
    const data = { machine: 'node1', name: 'data', driver: 'local' };
    const now = { ...NOTHING, network: mapOf(app), volume: new Map([['data', data]]) };
    expect(describeChanges(NOTHING, now)).toBe('Network app: new. Volume data: new.');
    expect(describeChanges(now, NOTHING)).toBe('Network app: removed. Volume data: removed.');
  });

  it('tells of machines and services', () => {
    const node2 = {
      name: 'node2',
      address: '',
      isOn: true,
      isPlugged: true,
      diskFull: false,
      crashing: [],
      nodeId: '',
    };
    const web = {
      id: 'w',
      name: 'web',
      image: '',
      mode: 'replicated' as const,
      update: '',
      updated: 0,
      ports: [],
      tasks: [],
    };
    const before = {
      ...NOTHING,
      machine: new Map([['node2', node2]]),
      service: mapOf({ ...web, desired: 3, running: 3 }),
    };
    const now = {
      ...NOTHING,
      machine: new Map([['node2', { ...node2, isOn: false }]]),
      service: mapOf({ ...web, desired: 3, running: 2 }),
    };
    expect(describeChanges(before, now)).toBe('Machine node2: switched off. Service web: 2 of 3 running.');
  });

  it('counts many', () => {
    const many = ['a', 'b', 'c', 'd'].map((name) => container(name, NGINX, 'running'));
    expect(describeChanges(NOTHING, { ...NOTHING, container: mapOf(...many) })).toBe(
      '4 changes of machines, services, containers, networks, volumes and images.',
    );
  });
});
