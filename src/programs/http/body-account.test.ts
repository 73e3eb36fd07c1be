import { expect, it } from 'vitest';
import { bootForTest, runForTest } from '../../kernel/testing/boot.ts';
import type { Process } from '../../kernel/process.ts';
import { machineAccount, MOST_HELD } from './body-account.ts';
import { HttpHeaders } from './http-headers.ts';
import { EndlessBodyError } from './http-message.ts';
import { httpRequest } from './http-request.ts';
import { wholeBody } from './message-reader.ts';
import { serveHttp } from './serve-http.ts';

const MIB = 1024 * 1024;

/** Sends a body of a megabyte, and is done when the answer has come. */
async function send(proc: Process): Promise<void> {
  const url = 'http://127.0.0.1/';
  const { body } = await httpRequest(proc.network, url, { method: 'POST', body: new Uint8Array(MIB) });
  await wholeBody(body, undefined);
}

it('what a server reads of requests is memory of its process until they are answered', async () => {
  const machine = bootForTest();
  const held: number[] = [];
  await runForTest(machine, async (proc) => {
    const note = (): void => void held.push(proc.processes().find(({ pid }) => pid === proc.pid)?.residentBytes ?? 0); // prettier-ignore
    serveHttp(proc, proc.network.listen('0.0.0.0', 80), async () => {
      await proc.sleep(100);
      note();
      return { status: 200, headers: new HttpHeaders() };
    });
    note();
    const clients = [1, 2, 3].map((at) => proc.thread(`client ${at}`, () => send(proc)));
    for (const client of clients) await client.join();
    note();
    return 0;
  });
  const [before = 0] = held;
  expect(held.map((bytes) => (bytes - before) / MIB)).toEqual([0, 3, 2, 1, 0]);
  expect(machine.errors).toEqual([]);
});

it('many of them at once end the server whose group has no more memory, not the machine', async () => {
  const machine = bootForTest();
  const { kernel, queue } = machine;
  const server = kernel.start({
    program: async (proc) => {
      serveHttp(proc, proc.network.listen('0.0.0.0', 80), async () => {
        await proc.sleep(100);
        return { status: 200, headers: new HttpHeaders() };
      });
      return proc.pause();
    },
    argv: ['server'],
    env: new Map(),
    cwd: '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map(),
    cgroup: kernel.createCgroup({ memoryBytes: 8 * MIB }),
  });
  const ended = kernel.task('wait', () => server.wait());
  const result = await runForTest(machine, async (proc) => {
    await proc.sleep(10);
    const clients = Array.from({ length: 12 }, (_, at) =>
      proc.thread(`client ${at}`, () => send(proc).catch(() => proc.out('x'))),
    );
    for (const client of clients) await client.join();
    return 0;
  });
  await queue.whenIdle();
  expect(await ended.join()).toEqual({ signal: 'SIGKILL' });
  expect(result.stdout).toBe('x'.repeat(12));
  expect(machine.errors).toEqual([]);
});

it('what no process holds is counted by machine, until it is released', () => {
  const [one, other] = [bootForTest(), bootForTest()].map(({ kernel }) => kernel.hostNetwork);
  const accounts = [machineAccount(one!), machineAccount(one!), machineAccount(other!)];
  accounts[0]!.take(MOST_HELD - 10);
  expect(() => accounts[1]!.take(11)).toThrow(EndlessBodyError);
  accounts[1]!.take(10);
  accounts[2]!.take(MOST_HELD);
  accounts[0]!.release();
  accounts[0]!.release();
  accounts[1]!.take(MOST_HELD - 10);
  for (const account of accounts) account.release();
});
