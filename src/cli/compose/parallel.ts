import { ApiError } from '../../api/api-error.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { ProcessKilled, type Task } from '../../kernel/scheduler.ts';
import { CliError } from '../cli-error.ts';

/** What a thread came to: failures of the program, not of ours, are told as values. */
export type Outcome<T> = { readonly value: T } | { readonly error: unknown };

/** Starts a thread whose failures wait until it is joined. */
export function startThread<T>(proc: Process, name: string, body: () => Promise<T>): Task<Outcome<T>> {
  return proc.thread(name, async () => {
    try {
      return { value: await body() };
    } catch (error) {
      if (error instanceof CliError || error instanceof ApiError || isSysError(error)) return { error };
      throw error;
    }
  });
}

/** Does things at once. Resolves when all have ended. @throws what the first of them, in order, has thrown */
export async function inParallel<T, R>(
  proc: Process,
  items: readonly T[],
  body: (item: T) => Promise<R>,
): Promise<R[]> {
  if (items.length === 1) return [await body(items[0] as T)];
  const tasks = items.map((item) => startThread(proc, 'compose', () => body(item)));
  const outcomes: Outcome<R>[] = [];
  for (const task of tasks) outcomes.push(await task.join());
  return outcomes.map((outcome) => {
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  });
}

/** What came of things done at once, of which the first that failed ended the others. */
export interface Race<T> {
  /** Of the one that failed first. */
  readonly failure?: { readonly error: unknown };
  /** Those that were ended. */
  readonly interrupted: readonly T[];
}

/** Does things at once until one fails, which ends the others. @see golang.org/x/sync errgroup WithContext */
export async function untilOneFails<T>(
  proc: Process,
  items: readonly T[],
  body: (item: T) => Promise<void>,
): Promise<Race<T>> {
  let failure: { error: unknown } | undefined;
  const interrupted: T[] = [];
  const tasks = items.map((item) => ({
    item,
    task: startThread(proc, 'compose', async () => {
      try {
        await body(item);
      } catch (error) {
        if (error instanceof ProcessKilled) throw error;
        failure ??= { error };
        for (const other of tasks) if (other.item !== item) other.task.kill();
        throw error;
      }
    }),
  }));
  for (const { item, task } of tasks)
    try {
      await task.join();
    } catch (error) {
      if (!failure || !(error instanceof ProcessKilled)) throw error;
      interrupted.push(item);
    }
  return { ...(failure ? { failure } : {}), interrupted };
}
