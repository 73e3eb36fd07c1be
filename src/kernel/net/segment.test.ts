import { describe, expect, it } from 'vitest';
import { createKernel } from '../create-kernel.ts';
import { bootForTest } from '../testing/boot.ts';
import type { Kernel } from '../kernel.ts';
import type { NetNamespace } from './net-namespace.ts';
import { RoundRobin } from './round-robin.ts';
import { Wire, type Segment } from './segment.ts';

const text = new TextDecoder();

/** Answers each connection with its name and the client's address, then keeps it and echoes. */
function serve(kernel: Kernel, namespace: NetNamespace, name: string, port = 80): void {
  const listener = namespace.listen('0.0.0.0', port);
  const answer = async (socket: Awaited<ReturnType<typeof listener.accept>>): Promise<void> => {
    await socket.write(new TextEncoder().encode(`${name} to ${socket.remote.address}`));
    for (let bytes = await socket.read(100); bytes; bytes = await socket.read(100)) await socket.write(bytes);
    socket.close();
  };
  kernel.task('server', async () => {
    for (;;) {
      const socket = await listener.accept();
      kernel.task('connection', () => answer(socket));
    }
  });
}

function plug(kernel: Kernel, segment: Segment, address: string): NetNamespace {
  const namespace = kernel.createNetNamespace(address);
  segment.attach(namespace, { interfaceName: 'eth0', address, mac: '02:42:0a:00:01:02' });
  return namespace;
}

async function hear(from: NetNamespace, address: string, port = 80): Promise<string> {
  try {
    const socket = await from.connect(address, port);
    const answer = text.decode((await socket.read(100)) ?? new Uint8Array());
    socket.close();
    return answer;
  } catch (error) {
    return (error as Error).message;
  }
}

/** Runs a task of the machine to its end. */
function run<T>({ kernel, queue }: ReturnType<typeof bootForTest>, body: () => Promise<T>): Promise<T> {
  const task = kernel.task('test', body);
  let outcome: { value: T } | { error: unknown } | undefined;
  kernel.task('join', async () => {
    try {
      outcome = { value: await task.join() };
    } catch (error) {
      outcome = { error };
    }
  });
  return queue.whenIdle().then(() => {
    if (!outcome) throw new Error('it waits for something');
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  });
}

function bootOverlay(backends: readonly string[]) {
  const machine = bootForTest();
  const { kernel } = machine;
  const segment = kernel.createOverlay({ subnet: '10.0.1.0/24', gateway: '10.0.1.1' });
  const client = plug(kernel, segment, '10.0.1.9');
  const spaces = new Map(backends.map((address) => [address, plug(kernel, segment, address)]));
  for (const [address, namespace] of spaces) serve(kernel, namespace, address.split('.')[3] ?? '');
  const balancer = new RoundRobin();
  balancer.setBackends(backends);
  return { machine, kernel, segment, client, spaces, balancer };
}

describe('a virtual address', () => {
  const VIP = '10.0.1.2';

  it('spreads connections in turn; backends see the balancer’s address', async () => {
    const { machine, segment, client, balancer } = bootOverlay(['10.0.1.3', '10.0.1.4', '10.0.1.5']);
    segment.balance(VIP, balancer, () => '10.0.1.254');
    const answers = await run(machine, async () => {
      const heard = [];
      for (let i = 0; i < 4; i++) heard.push(await hear(client, VIP));
      return heard;
    });
    const to = 'to 10.0.1.254';
    expect(answers).toEqual([`5 ${to}`, `4 ${to}`, `3 ${to}`, `5 ${to}`]);
  });

  it('shows the client’s own address where none is given, and itself to the client', async () => {
    const { machine, segment, client, balancer } = bootOverlay(['10.0.1.3']);
    segment.balance(VIP, balancer);
    const remote = await run(machine, async () => (await client.connect(VIP, 80)).remote);
    expect(remote).toEqual({ address: VIP, port: 80 });
    expect(await run(machine, () => hear(client, VIP))).toBe('3 to 10.0.1.9');
  });

  it('leaves an open connection with its backend and gives a removed one no new ones', async () => {
    const { machine, segment, client, balancer } = bootOverlay(['10.0.1.3', '10.0.1.4']);
    segment.balance(VIP, balancer);
    const heard = await run(machine, async () => {
      const open = await client.connect(VIP, 80);
      const first = text.decode((await open.read(100)) ?? undefined);
      balancer.setBackends(['10.0.1.3']);
      await open.write(new TextEncoder().encode('still there'));
      const echo = text.decode((await open.read(100)) ?? undefined);
      return [first, echo, await hear(client, VIP), await hear(client, VIP)];
    });
    expect(heard).toEqual(['4 to 10.0.1.9', 'still there', '3 to 10.0.1.9', '3 to 10.0.1.9']);
  });

  it('refuses without backends, as a backend without a listener does; nobody answers when it is gone', async () => {
    const { machine, kernel, segment, client, balancer } = bootOverlay(['10.0.1.3']);
    const virtual = segment.balance(VIP, balancer);
    const before = kernel.clock.now();
    const heard = await run(machine, async () => {
      const wrongPort = await hear(client, VIP, 81);
      balancer.setBackends([]);
      const empty = await hear(client, VIP);
      const pinged = await client.ping(VIP, 1000);
      virtual.close();
      return [wrongPort, empty, pinged, await hear(client, VIP)];
    });
    expect(heard).toEqual(['Connection refused', 'Connection refused', 0.08, 'No route to host']);
    expect(kernel.clock.now() - before).toBeGreaterThan(3000);
  });

  it('does not reach a backend that left the segment', async () => {
    const { machine, segment, client, spaces, balancer } = bootOverlay(['10.0.1.3']);
    segment.balance(VIP, balancer);
    spaces.get('10.0.1.3')?.close();
    expect(await run(machine, () => hear(client, VIP))).toBe('No route to host');
  });
});

describe('an overlay', () => {
  it('is not the machine’s: it neither reaches in nor is reached', async () => {
    const { machine, kernel, client, segment } = bootOverlay(['10.0.1.3']);
    const heard = await run(machine, async () => [
      await client.ping(segment.gateway, 1000),
      await hear(client, segment.gateway),
      await hear(client, '192.168.0.10'),
      await kernel.hostNetwork.ping('10.0.1.3', 1000),
    ]);
    expect(heard).toEqual([0.08, 'Connection refused', 'Network is unreachable', undefined]);
    expect(kernel.hostNetwork.interfaces.map(({ name }) => name)).toEqual(['lo', 'eth0']);
  });

  it('carries between machines that share its wire, each with its own balancer', async () => {
    const machine = bootForTest();
    const { kernel: one, queue } = machine;
    const two = createKernel({ queue, seed: 2, hostname: 'node2', programs: new Map(), facts: one.facts });
    const wire = new Wire();
    const options = { subnet: '10.0.1.0/24', gateway: '10.0.1.1', wire };
    const [here, there] = [one.createOverlay(options), two.createOverlay(options)];
    const client = plug(one, here, '10.0.1.9');
    serve(one, plug(one, here, '10.0.1.3'), 'here');
    const far = plug(two, there, '10.0.1.4');
    serve(two, far, 'there');
    const balancer = new RoundRobin();
    balancer.setBackends(['10.0.1.3', '10.0.1.4']);
    here.balance('10.0.1.2', balancer, () => '10.0.1.8');
    const heard = await run(machine, async () => [
      await hear(client, '10.0.1.2'),
      await hear(client, '10.0.1.2'),
      await hear(client, '10.0.1.4'),
      await hear(far, '10.0.1.2'),
    ]);
    expect(heard).toEqual(['there to 10.0.1.8', 'here to 10.0.1.8', 'there to 10.0.1.9', 'No route to host']);
    there.remove();
    expect(await run(machine, () => hear(client, '10.0.1.4'))).toBe('No route to host');
    expect(() => plug(two, there, '10.0.1.3')).toThrow('Address already in use');
  });
});

describe('a forward', () => {
  it('that is a rule comes before what has the port, and gives it back', async () => {
    const machine = bootForTest();
    const { kernel } = machine;
    const target = plug(
      kernel,
      kernel.createOverlay({ subnet: '10.0.0.0/24', gateway: '10.0.0.1' }),
      '10.0.0.3',
    );
    serve(kernel, target, 'mesh');
    serve(kernel, kernel.hostNetwork, 'program', 8080);
    const to = { namespace: target, address: '10.0.0.3', port: 80, source: '10.0.0.2' };
    const listen = { address: '0.0.0.0', port: 8080 };
    expect(() => kernel.hostNetwork.forward(listen, () => to, { program: 'proxy' })).toThrow('in use');
    const rule = kernel.hostNetwork.forward(listen, () => to, { program: 'daemon', rule: true });
    const heard = await run(machine, async () => {
      const during = [await hear(kernel.hostNetwork, '127.0.0.1', 8080)];
      rule.close();
      return [...during, await hear(kernel.hostNetwork, '127.0.0.1', 8080)];
    });
    expect(heard).toEqual(['mesh to 10.0.0.2', 'program to 127.0.0.1']);
  });

  it('that is a rule refuses where there is no target, and where the target does', async () => {
    const machine = bootForTest();
    const { kernel } = machine;
    const segment = kernel.createOverlay({ subnet: '10.0.0.0/24', gateway: '10.0.0.1' });
    const to = { namespace: plug(kernel, segment, '10.0.0.3'), address: '10.0.0.3', port: 80 };
    const options = { program: 'daemon', rule: true };
    kernel.hostNetwork.forward({ address: '0.0.0.0', port: 1 }, () => undefined, options);
    kernel.hostNetwork.forward({ address: '0.0.0.0', port: 2 }, () => to, options);
    const ask = (port: number): Promise<string> =>
      run(machine, () => hear(kernel.hostNetwork, '127.0.0.1', port));
    expect([await ask(1), await ask(2)]).toEqual(['Connection refused', 'Connection refused']);
  });
});

it('a namespace forgets connections that were closed', async () => {
  const { machine, client, spaces } = bootOverlay(['10.0.1.3']);
  const server = spaces.get('10.0.1.3');
  await run(machine, async () => {
    for (let i = 0; i < 3; i++) await hear(client, '10.0.1.3');
  });
  expect([client.openSockets, server?.openSockets]).toEqual([0, 0]);
});
