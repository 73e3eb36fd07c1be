import { describe, expect, it } from 'vitest';
import type { MachineRecord, NodeRecord, ServiceRecord } from '../../world/mirror.ts';
import {
  hostOf,
  isAway,
  machineText,
  nodeCommands,
  serviceCommands,
  serviceText,
  shortName,
} from './machine-text.ts';

const machine: MachineRecord = {
  name: 'node2',
  address: '192.168.0.19',
  isOn: true,
  isPlugged: true,
  diskFull: false,
  crashing: [],
  nodeId: 'n2',
};
const node: NodeRecord = {
  id: 'n2',
  hostname: 'node2',
  role: 'worker',
  availability: 'active',
  state: 'ready',
  isLeader: false,
  isReachable: true,
};
const service: ServiceRecord = {
  id: 's',
  name: 'web',
  image: 'nginx',
  mode: 'replicated',
  desired: 3,
  running: 2,
  update: '',
  updated: 2,
  ports: [],
  tasks: [],
};

describe('a machine in words', () => {
  it('is what it is in the swarm, unless it is away', () => {
    expect(machineText(machine, undefined)).toBe('on');
    expect(machineText(machine, node)).toBe('worker');
    expect(machineText(machine, { ...node, role: 'manager', isLeader: true, availability: 'drain' })).toBe(
      'leader · drain',
    );
    expect(machineText({ ...machine, isPlugged: false }, node)).toBe('cut off');
    expect(machineText({ ...machine, isOn: false, isPlugged: false }, node)).toBe('switched off');
    expect(machineText(machine, { ...node, state: 'down' })).toBe('worker · down');
    expect([isAway(machine, undefined), isAway(machine, { ...node, state: 'down' })]).toEqual([false, true]);
  });

  it('is reached by its address from the first, which is localhost', () => {
    expect(hostOf(machine)).toBe('192.168.0.19');
    expect(hostOf({ ...machine, name: 'node1' })).toBe('localhost');
  });

  it('is drained and taken back, promoted and demoted', () => {
    expect(nodeCommands(node).map(({ command }) => command)).toEqual([
      'docker node update --availability drain node2',
      'docker node promote node2',
    ]);
    expect(
      nodeCommands({ ...node, availability: 'drain', isLeader: true }).map(({ label }) => label),
    ).toEqual(['active']);
  });
});

describe('a service in words', () => {
  it('tells what was asked for beside what runs', () => {
    expect(serviceText(service)).toBe('2 of 3 running');
    expect(serviceText({ ...service, update: 'completed' })).toBe('2 of 3 running');
    expect(serviceText({ ...service, update: 'rollback_started' })).toBe('2 of 3 running · rollback started');
    expect(serviceText({ ...service, update: 'updating', updated: 1 })).toBe(
      '2 of 3 running · updating, 1 done',
    );
    expect(shortName({ name: 'web.1.abc', service: 'web' })).toBe('web.1');
    expect(shortName({ name: 'web.1.abc' })).toBe('web.1.abc');
  });

  it('is scaled by one, not below nothing, and not where it is on every node', () => {
    const labels = (of: ServiceRecord): string[] => serviceCommands(of).map(({ label }) => label);
    expect(labels(service)).toEqual(['scale 4', 'scale 2', 'ps', 'logs', 'rm']);
    expect(labels({ ...service, desired: 0 })).toEqual(['scale 1', 'ps', 'logs', 'rm']);
    expect(labels({ ...service, mode: 'global' })).toEqual(['ps', 'logs', 'rm']);
  });
});
