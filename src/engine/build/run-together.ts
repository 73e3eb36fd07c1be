import type { BuildMessage } from '../../api/build-types.ts';
import type { Kernel } from '../../kernel/kernel.ts';
import { ProcessKilled } from '../../kernel/scheduler.ts';

/** So many messages wait for their reader before those who tell them wait too. */
const ROOM = 16;

type Messages = AsyncGenerator<BuildMessage>;

/**
 * Runs parts of a build at the same time; their messages come in the order in which they are told. The first that fails ends the others at their next
 * await, and its error is thrown once they have ended. A reader that goes away ends all.
 */
export async function* runTogether(kernel: Kernel, name: string, parts: readonly Messages[]): Messages {
  const [only] = parts;
  if (only && parts.length === 1) return yield* only;
  const told: BuildMessage[] = [];
  const changed = kernel.scheduler.createWaitQueue();
  let failure: { readonly error: unknown } | undefined;
  let running = parts.length;
  const follow = async (part: Messages): Promise<void> => {
    try {
      for await (const message of part) {
        while (told.length >= ROOM) await changed.wait();
        told.push(message);
        changed.wakeAll();
      }
    } catch (error) {
      if (error instanceof ProcessKilled) throw error;
      failure ??= { error };
      endAll();
    } finally {
      running--;
      changed.wakeAll();
    }
  };
  const tasks = parts.map((part) => kernel.task(name, () => follow(part)));
  const endAll = (): void => {
    for (const task of tasks) if (!task.done) task.kill();
  };
  try {
    while (told.length > 0 || running > 0) {
      const message = told.shift();
      if (message) {
        changed.wakeAll();
        yield message;
      } else await changed.wait();
    }
  } finally {
    endAll();
  }
  for (const task of tasks) await task.join().catch(ignoreKilled);
  if (failure) throw failure.error;
}

function ignoreKilled(error: unknown): void {
  if (!(error instanceof ProcessKilled)) throw error;
}
