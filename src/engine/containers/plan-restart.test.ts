import { describe, expect, it } from 'vitest';
import type { RestartPolicy } from '../../api/container-types.ts';
import type { ContainerRecord } from '../state.ts';
import { planRestart } from './plan-restart.ts';

const container = (
  Name: RestartPolicy['Name'],
  more: Partial<ContainerRecord> = {},
  MaximumRetryCount = 0,
): ContainerRecord =>
  ({
    hostConfig: { RestartPolicy: { Name, MaximumRetryCount } },
    startedMs: 0,
    restartCount: 0,
    manuallyStopped: false,
    ...more,
  }) as ContainerRecord;

describe('R11: restart policies', () => {
  it.each([
    ['no', 1, false],
    ['on-failure', 0, false],
    ['on-failure', 1, true],
    ['always', 0, true],
    ['unless-stopped', 0, true],
  ] as const)('%s after status %i: %s', (name, exitCode, wanted) => {
    expect(planRestart(container(name), exitCode, 1000) !== undefined).toBe(wanted);
    expect(planRestart(container(name, { manuallyStopped: true }), exitCode, 1000)).toBeUndefined();
  });

  it('on-failure:2 gives up after two', () => {
    expect(planRestart(container('on-failure', { restartCount: 1 }, 2), 1, 1000)).toBeDefined();
    expect(planRestart(container('on-failure', { restartCount: 2 }, 2), 1, 1000)).toBeUndefined();
  });

  it('delays double up to a minute and begin anew after ten seconds of running', () => {
    const delayAfter = (restartDelayMs: number, ranMs: number) =>
      planRestart(container('always', { restartDelayMs }), 1, ranMs)?.restartDelayMs;
    expect([
      delayAfter(0, 5),
      delayAfter(100, 5),
      delayAfter(51_200, 5),
      delayAfter(60_000, 5),
      delayAfter(60_000, 10_000),
    ]).toEqual([100, 200, 60_000, 60_000, 100]);
  });
});
