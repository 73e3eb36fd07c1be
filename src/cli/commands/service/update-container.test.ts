import { describe, expect, it } from 'vitest';
import type { TaskContainerSpec } from '../../../api/service-types.ts';
import { parseFlags } from '../../flags/parse-flags.ts';
import { SERVICE_COMMANDS } from './service.data.ts';
import { updatedContainer } from './update-container.ts';

const BEFORE: TaskContainerSpec = {
  Image: 'nginx',
  Env: ['A=1', 'B=2'],
  Mounts: [
    { Type: 'bind', Source: '/a', Target: '/b' },
    { Type: 'volume', Source: 'v', Target: '/c' },
  ],
  Hosts: ['10.0.0.1 db', '10.0.0.2 db cache'],
  CapabilityAdd: ['CAP_A'],
  CapabilityDrop: ['CAP_B'],
  Healthcheck: { Test: ['CMD-SHELL', 'x'], Retries: 3 },
};

/** What these flags make of it, without what stays. As docker 28.2.2 sends it. */
function changes(...words: string[]): Partial<TaskContainerSpec> {
  const command = SERVICE_COMMANDS.find(({ name }) => name === 'update');
  const { flags } = parseFlags(command?.flags ?? [], words, true);
  const after = updatedContainer(BEFORE, flags, '/');
  const names = [...new Set([...Object.keys(BEFORE), ...Object.keys(after)])] as (keyof TaskContainerSpec)[];
  return Object.fromEntries(
    names.filter((name) => after[name] !== BEFORE[name]).map((name) => [name, after[name]]),
  );
}

describe('updatedContainer', () => {
  it('changes what is asked for, and no more', () => {
    expect(changes()).toEqual({});
    expect(changes('--env-add', 'A=3', '--env-add', 'C=4', '--env-rm', 'B')).toEqual({ Env: ['A=3', 'C=4'] });
    expect(changes('--env-rm', 'A', '--env-rm', 'B')).toEqual({ Env: undefined });
    expect(changes('--mount-rm', '/b', '--mount-add', 'type=tmpfs,dst=/d')).toEqual({
      Mounts: [
        { Type: 'tmpfs', Target: '/d' },
        { Type: 'volume', Source: 'v', Target: '/c' },
      ],
    });
    expect(changes('--host-rm', 'db', '--host-add', 'x:1.2.3.4')).toEqual({ Hosts: ['1.2.3.4 x'] });
    expect(changes('--args', 'a "b c"', '--init')).toEqual({ Args: ['a', 'b c'], Init: true });
  });

  it('a capability that is dropped is no longer added, and the other way round', () => {
    expect(changes('--cap-drop', 'a')).toEqual({ CapabilityAdd: undefined, CapabilityDrop: ['CAP_B'] });
    expect(changes('--cap-add', 'B')).toEqual({ CapabilityAdd: ['CAP_A'], CapabilityDrop: undefined });
    expect(changes('--cap-add', 'ALL')).toEqual({ CapabilityAdd: ['ALL'], CapabilityDrop: ['CAP_B'] });
    expect(changes('--cap-drop', 'RESET', '--cap-drop', 'C')).toEqual({
      CapabilityAdd: ['CAP_A'],
      CapabilityDrop: ['CAP_C'],
    });
  });

  it('a health check', () => {
    expect(changes('--health-cmd', '')).toEqual({ Healthcheck: { Retries: 3 } });
    expect(changes('--no-healthcheck')).toEqual({ Healthcheck: { Test: ['NONE'] } });
    expect(() => changes('--no-healthcheck', '--health-retries', '2')).toThrow(
      '--no-healthcheck conflicts with --health-* options',
    );
  });
});
