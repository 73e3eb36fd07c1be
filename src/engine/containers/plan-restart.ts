import type { ContainerRecord } from '../state.ts';

const FIRST_DELAY_MS = 100;
const MAX_DELAY_MS = 60_000;
/** A run this long begins the back-off anew. */
const STABLE_MS = 10_000;

/** When and how often to restart a container that ended, or undefined to let it be. @see moby v28 restartmanager */
export function planRestart(
  container: ContainerRecord,
  exitCode: number,
  nowMs: number,
): { restartAtMs: number; restartDelayMs: number; restartCount: number } | undefined {
  if (container.manuallyStopped) return undefined;
  const { Name, MaximumRetryCount } = container.hostConfig.RestartPolicy ?? {
    Name: 'no',
    MaximumRetryCount: 0,
  };
  const wanted =
    Name === 'always' ||
    Name === 'unless-stopped' ||
    (Name === 'on-failure' &&
      exitCode !== 0 &&
      (MaximumRetryCount === 0 || container.restartCount < MaximumRetryCount));
  if (!wanted) return undefined;
  const stable = nowMs - container.startedMs >= STABLE_MS;
  const last = container.restartDelayMs ?? 0;
  const delay = stable || last === 0 ? FIRST_DELAY_MS : Math.min(MAX_DELAY_MS, last * 2);
  return { restartAtMs: nowMs + delay, restartDelayMs: delay, restartCount: container.restartCount + 1 };
}
