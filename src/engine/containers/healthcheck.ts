import type { HealthConfig } from '../../api/container-types.ts';
import { toText, concatBytes } from '../../lib/bytes.ts';
import type { EngineContext } from '../engine-context.ts';
import { runExec } from '../exec/run-exec.ts';
import type { ContainerRecord } from '../state.ts';
import { formatTime } from '../time-format.ts';
import { cellOf, updateContainer } from './find.ts';

const SECOND = 1000;
const MAX_OUTPUT = 4096;
const KEPT_RESULTS = 5;

/** True where a check is to be run at all. */
function isActive(check: HealthConfig | undefined): check is HealthConfig & { Test: string[] } {
  return check?.Test !== undefined && check.Test.length > 0 && check.Test[0] !== 'NONE';
}

/** A started container with a health check begins as `starting`. @see moby v28 daemon/health.go */
export function armHealthcheck(context: EngineContext, id: string): void {
  const container = context.store.state.containers.get(id);
  if (!container || !isActive(container.healthcheck)) return;
  updateContainer(context, id, {
    health: { status: 'starting', failingStreak: 0, log: [] },
    healthAtMs: context.kernel.clock.now() + nextDelayMs(container.healthcheck, 'starting', 0),
  });
}

/** While a container starts, within its start period, checks come more often. @see moby v28 daemon/health.go monitor */
function nextDelayMs(check: HealthConfig, status: string, upMs: number): number {
  const isStarting = status === 'starting' && upMs < durationMs(check.StartPeriod, 0);
  return isStarting ? durationMs(check.StartInterval, 5 * SECOND) : durationMs(check.Interval, 30 * SECOND);
}

/** Nanoseconds with a default where unset. */
function durationMs(ns: number | undefined, fallbackMs: number): number {
  return ns ? ns / 1e6 : fallbackMs;
}

/** Arms the timer of every container's next check: a function of the state. */
export function armHealthchecks(context: EngineContext): () => void {
  const armed = new Map<string, { at: number; cancel: () => void }>();
  const disarm = (id: string): void => {
    armed.get(id)?.cancel();
    armed.delete(id);
  };
  const arm = (container: ContainerRecord): void => {
    const known = armed.get(container.id);
    const due = container.status === 'running' ? container.healthAtMs : 0;
    if ((known?.at ?? 0) === due) return;
    disarm(container.id);
    if (!due) return;
    const cancel = context.kernel.clock.at(
      due,
      () => void context.kernel.task('health check', () => probe(context, container.id)),
    );
    armed.set(container.id, { at: due, cancel });
  };
  for (const [, container] of context.store.state.containers) arm(container);
  return context.store.subscribe(({ containerChanges }) => {
    for (const { key, after } of containerChanges()) {
      if (after) arm(after);
      else disarm(key);
    }
  });
}

async function probe(context: EngineContext, id: string): Promise<void> {
  const container = context.store.state.containers.get(id);
  const cell = context.containers.get(id);
  if (!container || !cell?.runtime || !isActive(container.healthcheck)) return;
  const started = context.kernel.clock.now();
  const timeoutMs = durationMs(container.healthcheck.Timeout, 30 * SECOND);
  const result = await runCheck(context, container, timeoutMs);
  const current = context.store.state.containers.get(id);
  if (!current?.health || !cellOf(context, id).runtime) return;
  record(context, current, { started, ...result });
}

async function runCheck(
  context: EngineContext,
  container: ContainerRecord,
  timeoutMs: number,
): Promise<{ exitCode: number; output: string }> {
  const test = container.healthcheck?.Test ?? [];
  const shell = container.config.Shell ?? ['/bin/sh', '-c'];
  const argv = test[0] === 'CMD-SHELL' ? [...shell, test[1] ?? ''] : test.slice(1);
  const chunks: Uint8Array[] = [];
  const exec = runExec(context, container, { Cmd: argv, AttachStdout: true, AttachStderr: true });
  if ('error' in exec) return { exitCode: -1, output: exec.error.message };
  let timedOut = false;
  const cancel = context.kernel.clock.at(context.kernel.clock.now() + timeoutMs, () => {
    timedOut = true;
    exec.kill();
    exec.stream.close();
  });
  for (let chunk = await exec.read(); chunk; chunk = await exec.read()) chunks.push(chunk.data);
  const exitCode = await exec.exitCode();
  cancel();
  return timedOut
    ? { exitCode: -1, output: `Health check exceeded timeout (${timeoutMs / 1000}s)` }
    : { exitCode, output: toText(concatBytes(chunks)).slice(0, MAX_OUTPUT) };
}

function record(
  context: EngineContext,
  container: ContainerRecord,
  result: { started: number; exitCode: number; output: string },
): void {
  const check = container.healthcheck ?? {};
  const { health } = container;
  if (!health) return;
  const now = context.kernel.clock.now();
  const failed = result.exitCode !== 0;
  const inStartPeriod =
    health.status === 'starting' && result.started - container.startedMs < durationMs(check.StartPeriod, 0);
  const failingStreak = failed ? health.failingStreak + (inStartPeriod ? 0 : 1) : 0;
  const status = !failed
    ? 'healthy'
    : !inStartPeriod && failingStreak >= (check.Retries || 3)
      ? 'unhealthy'
      : health.status;
  const entry = {
    Start: formatTime(result.started),
    End: formatTime(now),
    ExitCode: result.exitCode,
    Output: result.output,
  };
  updateContainer(
    context,
    container.id,
    {
      health: { status, failingStreak, log: [...health.log, entry].slice(-KEPT_RESULTS) },
      healthAtMs: now + nextDelayMs(check, status, now - container.startedMs),
    },
    status === health.status ? [] : [{ action: `health_status: ${status}` }],
  );
}
