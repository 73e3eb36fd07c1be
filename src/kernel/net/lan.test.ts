import { expect, it } from 'vitest';
import { createKernel } from '../create-kernel.ts';
import type { Kernel } from '../kernel.ts';
import { RunQueue } from '../run-queue.ts';
import { stillHost } from '../testing/boot.ts';
import { Lan } from './lan.ts';
import { Wire } from './segment.ts';

/** Two machines on one network. */
function bootPair(): { lan: Lan; queue: RunQueue; one: Kernel; two: Kernel } {
  const lan = new Lan();
  const queue = new RunQueue(stillHost, { startMs: 0, mode: 'virtual' });
  queue.start();
  const boot = (hostname: string, address: string): Kernel =>
    createKernel({
      queue,
      seed: 1,
      hostname,
      programs: new Map(),
      facts: {
        kernelRelease: '6',
        kernelVersion: '#1',
        architecture: 'amd64',
        cpus: 1,
        memoryBytes: 1e9,
        bootMs: 0,
      },
      address,
      lan,
    });
  return { lan, queue, one: boot('one', '192.168.0.1'), two: boot('two', '192.168.0.2') };
}

/** What comes of it, in virtual time. */
async function outcome(queue: RunQueue, body: () => Promise<unknown>): Promise<unknown> {
  let result: unknown;
  queue.spawn('test', async () => {
    result = await body().catch((error: { code?: string }) => error.code);
  });
  await queue.whenIdle();
  return result;
}

it('machines reach one another while their cables are in', async () => {
  const { lan, queue, one, two } = bootPair();
  const listener = two.hostNetwork.listen('0.0.0.0', 80);
  const connect = () =>
    outcome(queue, async () => (await one.hostNetwork.connect('192.168.0.2', 80)).local.address);
  const heard: number[] = [];
  const stop = lan.onChange(() => heard.push(heard.length));
  expect(await connect()).toBe('192.168.0.1');
  expect(await outcome(queue, () => one.hostNetwork.connect('192.168.0.2', 81))).toBe('ECONNREFUSED');
  lan.setLink('192.168.0.2', false);
  lan.setLink('192.168.0.2', false);
  expect(await connect()).toBe('ETIMEDOUT');
  expect(await outcome(queue, () => one.hostNetwork.ping('192.168.0.2', 1000))).toBeUndefined();
  lan.setLink('192.168.0.2', true);
  expect(await connect()).toBe('192.168.0.1');
  expect(heard).toEqual([0, 1]);
  stop();
  listener.close();
});

it('an overlay reaches over the machines, as far as the cables do', async () => {
  const { lan, queue, one, two } = bootPair();
  const wire = new Wire();
  const options = { subnet: '10.0.0.0/24', gateway: '10.0.0.1', wire };
  const join = (kernel: Kernel, name: string, address: string) => {
    const namespace = kernel.createNetNamespace(name);
    kernel.createOverlay(options).attach(namespace, { interfaceName: 'eth0', address, mac: '' });
    return namespace;
  };
  const [a, b] = [join(one, 'a', '10.0.0.2'), join(two, 'b', '10.0.0.3')];
  b.listen('0.0.0.0', 80);
  const connect = () => outcome(queue, async () => (await a.connect('10.0.0.3', 80)).local.address);
  expect(await connect()).toBe('10.0.0.2');
  lan.setLink('192.168.0.1', false);
  expect(await connect()).toBe('ETIMEDOUT');
});
