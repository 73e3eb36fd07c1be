import { describe, expect, it } from 'vitest';
import { publishedPorts, stateText, stateTone } from './state-text.ts';

const base = {
  machine: 'node1',
  id: 'a',
  name: 'web',
  image: 'nginx',
  imageId: 'i',
  command: '',
  state: 'running' as const,
  health: 'none' as const,
  exitCode: 0,
  createdMs: 0,
  ports: [],
  networks: [],
  mounts: [],
};

describe('container state', () => {
  it('is told in words and a tone', () => {
    expect([stateText(base), stateTone(base)]).toEqual(['running', 'good']);
    const sick = { ...base, health: 'unhealthy' as const };
    expect([stateText(sick), stateTone(sick)]).toEqual(['running · unhealthy', 'bad']);
    const failed = { ...base, state: 'exited' as const, exitCode: 137 };
    expect([stateText(failed), stateTone(failed)]).toEqual(['exited (137)', 'bad']);
  });

  it('shows a published port once', () => {
    const ports = [
      { hostIp: '0.0.0.0', hostPort: 4000, containerPort: 80, protocol: 'tcp' },
      { hostIp: '::', hostPort: 4000, containerPort: 80, protocol: 'tcp' },
      { hostIp: '', containerPort: 443, protocol: 'tcp' },
    ];
    expect(publishedPorts(ports)).toEqual([ports[0]]);
  });
});
