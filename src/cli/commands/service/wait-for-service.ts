import type { EngineApi } from '../../../api/engine-api.ts';
import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { ConvergenceWatch } from '../../progress/convergence-watch.ts';
import { ProgressWriter } from '../../progress/progress-writer.ts';

const POLL_MS = 200;

/**
 * Waits until a service is as it is wanted, and stays so for a while; shows how far it is. Ctrl-C ends the waiting, not the service.
 * @throws CliError where the service is not getting there
 * @see docker/cli v28.2.2 cli/command/service/progress/progress.go ServiceProgress
 */
export async function waitForService(
  proc: Process,
  engine: EngineApi,
  id: string,
  quiet: boolean,
): Promise<void> {
  const writer = new ProgressWriter(quiet ? undefined : proc.stdout);
  const watch = new ConvergenceWatch(id);
  const before = proc.getSignalAction('SIGINT');
  proc.onSignal('SIGINT', () => proc.interrupt());
  try {
    for (;;) {
      const isDone = await look(proc, engine, watch, writer);
      if (isDone) return;
      await proc.sleep(POLL_MS);
    }
  } catch (error) {
    if (!isSysError(error, 'EINTR')) throw error;
    if (!watch.isConverged)
      await writer.write([
        { id: '', text: 'Operation continuing in background.' },
        { id: '', text: `Use \`docker service ps ${id}\` to check progress.` },
      ]);
  } finally {
    proc.onSignal('SIGINT', before);
  }
}

/** One look at the service; resolves whether it was the last. */
async function look(
  proc: Process,
  engine: EngineApi,
  watch: ConvergenceWatch,
  writer: ProgressWriter,
): Promise<boolean> {
  const service = await engine.ServiceInspect(watch.id);
  const start = watch.seeService(service, proc.now());
  await writer.write(start.lines);
  if (start.isDone) return true;
  const tasks = await engine.TaskList({ service: [service.ID], '_up-to-date': ['true'] });
  const nodes = await engine.NodeList();
  const active = new Set(nodes.filter(({ Status }) => Status.State !== 'down').map(({ ID }) => ID));
  await writer.write(watch.seeTasks(service, tasks, active, proc.now()));
  return false;
}
