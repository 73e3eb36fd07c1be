import { expect, it } from 'vitest';
import { Cgroup } from './cgroup.ts';
import { Disk } from './files/disk.ts';
import { Tally } from './tally.ts';
import { bootForTest, runForTest } from './testing/boot.ts';

const MIB = 1024 * 1024;

it('what machines store is limited in all, and one that is gone gives it back', () => {
  const world = new Tally(1000);
  const machines = [new Tally(Infinity, world), new Tally(Infinity, world)];
  const disks = machines.map(
    (stored) => new Disk({ totalBytes: 9999, takenBytes: 0, storedBytes: 800, reserved: 0, stored }),
  );
  disks[0]?.take(700, 700);
  expect(() => disks[1]?.take(400, 400)).toThrow('No space left on device');
  disks[1]?.take(300, 300);
  expect(disks[1]?.space).toMatchObject({ freeBytes: 0 });
  expect(() => disks[0]?.take(1, 1)).toThrow('No space left on device');
  // Zeros take nothing of it.
  expect(() => disks[0]?.take(1, 0)).toThrow('No space left on device');
  machines[0]?.close();
  disks[0]?.take(-100, -100);
  disks[1]?.take(400, 400);
  expect(() => disks[1]?.take(200, 200)).toThrow('No space left on device');
});

it('a group asks for more than all may hold', () => {
  const held = new Tally(10);
  const [one, other] = [new Cgroup({}, undefined, Infinity, held), new Cgroup({}, undefined, Infinity, held)];
  one.charge(5, 8);
  expect([one.isOverMemory, other.isOverMemory]).toEqual([false, false]);
  other.charge(5, 3);
  expect([one.isOverMemory, other.isOverMemory]).toEqual([true, true]);
  one.charge(-5, -8);
  expect([one.isOverMemory, other.isOverMemory]).toEqual([false, false]);
});

it('a program that asks for what other machines hold is killed, and its own machine lives', async () => {
  const held = new Tally(8 * MIB);
  held.add(5 * MIB);
  const machine = bootForTest(
    {
      greedy: (proc) => {
        for (;;) proc.allocate(MIB);
      },
      modest: (proc) => {
        proc.allocate(MIB);
        return 0;
      },
    },
    undefined,
    { held, stored: new Tally(Infinity) },
  );
  expect((await runForTest(machine, '/bin/greedy', ['greedy'])).status).toEqual({ signal: 'SIGKILL' });
  expect((await runForTest(machine, '/bin/modest', ['modest'])).status).toEqual({ code: 0 });
});
