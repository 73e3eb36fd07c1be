import { describe, expect, it, vi } from 'vitest';
import type { Host } from '../host/host.ts';
import { RunQueue } from './run-queue.ts';
import { createTaskGroup } from './task.ts';

const host: Host = {
  monotonicMs: () => performance.now(),
  wallClockMs: () => 0,
  turn: () => new Promise((resolve) => setImmediate(resolve)),
  after: (ms, callback) => {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
  entropy: () => 1,
  compile: () => Promise.reject(new Error('no WebAssembly in this test')),
  asset: () => Promise.reject(new Error('no assets in this test')),
};

function queue(): RunQueue {
  const made = new RunQueue(host, { startMs: 0, mode: 'virtual' });
  made.start();
  return made;
}

describe('RunQueue', () => {
  it('tells when it is idle, but not whoever does not want to know any more', async () => {
    const run = queue();
    const told: string[] = [];
    const forget = run.onIdle(() => told.push('one'));
    run.onIdle(() => told.push('other'));
    forget();
    run.spawn('a', () => run.sleep(1000));
    await run.whenIdle();
    expect([told, run.now()]).toEqual([['other'], 1000]);
  });

  it('runs tasks one at a time and jumps to the next timer when all wait', async () => {
    const run = queue();
    const seen: string[] = [];
    run.spawn('a', async () => {
      await run.sleep(2000);
      seen.push(`a ${run.now()}`);
    });
    run.spawn('b', async () => {
      await run.sleep(1000);
      seen.push(`b ${run.now()}`);
      await run.sleep(1000);
      seen.push(`b ${run.now()}`);
    });
    await run.whenIdle();
    expect(seen).toEqual(['b 1000', 'a 2000', 'b 2000']);
  });

  it('takes turns by charged operations', async () => {
    const run = queue();
    const seen: string[] = [];
    const worker = (name: string) => async () => {
      for (let i = 0; i < 3; i++) {
        seen.push(name);
        const turn = run.tick(1000);
        if (turn) await turn;
      }
    };
    run.spawn('a', worker('a'));
    run.spawn('b', worker('b'));
    await run.whenIdle();
    expect(seen.join('')).toBe('ababab');
    expect(run.now()).toBe(6);
  });

  it('a killed group ends at its next await, even where it catches', async () => {
    const run = queue();
    const group = createTaskGroup();
    let rounds = 0;
    run.spawn(
      'stubborn',
      async () => {
        for (;;) {
          try {
            await run.sleep(10);
            rounds++;
          } catch {
            // goes on
          }
        }
      },
      group,
    );
    run.at(95, () => run.killGroup(group));
    await run.whenIdle();
    expect(rounds).toBe(9);
    expect(group.tasks.size).toBe(0);
  });

  it('interrupts a wait, also one that is over and has not gone on, but nothing else', async () => {
    const run = queue();
    const waits = run.createWaitQueue();
    const ends: Record<string, unknown> = {};
    /** A task that is interrupted before its next turn, and what its act ends with. */
    const interrupted = (name: string, act: () => Promise<void>): void => {
      run.spawn(name, () => {
        const task = run.current;
        run.spawn('interrupts', () => task && run.interrupt(task, 'EINTR'));
        return act().then(
          () => (ends[name] = 'done'),
          (error: unknown) => (ends[name] = error),
        );
      });
    };
    interrupted('waits', () => waits.wait());
    interrupted('is woken', () => {
      const wait = waits.wait();
      waits.wakeAll();
      return wait;
    });
    interrupted('gives way', () => run.yieldTurn());
    await run.whenIdle();
    expect(ends).toEqual({ waits: 'EINTR', 'is woken': 'EINTR', 'gives way': 'done' });
  });

  it('a frozen group stands still', async () => {
    const run = queue();
    const group = createTaskGroup();
    let ended = 0;
    run.spawn('sleeper', () => run.sleep(10).then(() => (ended = run.now())), group);
    run.freeze(group);
    run.at(500, () => run.thaw(group));
    await run.whenIdle();
    expect(ended).toBe(510);
  });

  it('join gives the result and the error', async () => {
    const run = queue();
    const seen: unknown[] = [];
    const good = run.spawn('good', async () => (await run.sleep(5), 7));
    const bad = run.spawn('bad', async () => {
      await run.sleep(5);
      throw new Error('no');
    });
    run.spawn('joiner', async () => {
      seen.push(await good.join());
      await bad.join().catch((error: unknown) => seen.push((error as Error).message));
    });
    await run.whenIdle();
    expect(seen).toEqual([7, 'no']);
  });

  it('leaps from timer to timer, and follows the clock again once it has landed', async () => {
    const run = new RunQueue(host, { startMs: 0, mode: 'real' });
    run.start();
    const seen: number[] = [];
    run.spawn('a', async () => {
      for (;;) {
        await run.sleep(60_000);
        seen.push(run.now());
      }
    });
    const landed = (untilMs: number, isOver: () => boolean): Promise<void> =>
      new Promise((onLanding) => run.leap({ untilMs, isOver, onLanding }));
    await landed(Infinity, () => seen.length === 2);
    expect(seen.map((ms) => Math.floor(ms / 1000))).toEqual([60, 120]);
    await landed(150_000, () => false);
    expect([seen.length, Math.round(run.now() / 1000)]).toEqual([2, 150]);
    run.stop();
  });

  it('lands at once where nothing waits for time', async () => {
    const run = new RunQueue(host, { startMs: 0, mode: 'real' });
    run.start();
    await new Promise<void>((onLanding) => run.leap({ untilMs: 1e9, isOver: () => false, onLanding }));
    expect(run.now()).toBeLessThan(1000);
    run.stop();
  });

  it('works on while time stands still', async () => {
    const run = new RunQueue(host, { startMs: 5, mode: 'real' });
    run.setSpeed(0);
    run.start();
    const seen: string[] = [];
    run.spawn('sleeper', async () => {
      await run.sleep(1);
      seen.push(`slept until ${run.now()}`);
    });
    const worked = new Promise<void>((resolve) => {
      run.spawn('worker', async () => {
        for (let i = 0; i < 100; i++) await run.tick(1000);
        seen.push(`worked until ${run.now()}`);
        resolve();
      });
    });
    await worked;
    expect(seen).toEqual(['worked until 5']);
    run.setSpeed(1000);
    await vi.waitFor(() => expect(seen).toHaveLength(2));
    run.stop();
  });
});
