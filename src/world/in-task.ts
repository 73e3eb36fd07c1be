import type { World } from './world.ts';

/** From outside of the simulation: runs an operation as a task of the world's first machine, and its time with it, and stops the world again. */
export function inTask<T>({ queue, machines }: World, operation: () => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      queue.stop();
      settle();
    };
    machines[0].kernel.task('from outside', async () => {
      try {
        const result = await operation();
        end(() => resolve(result));
      } catch (error) {
        end(() => reject(error instanceof Error ? error : new Error(String(error))));
      }
    });
    queue.start();
  });
}
