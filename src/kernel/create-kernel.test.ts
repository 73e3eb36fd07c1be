import { describe, expect, it } from 'vitest';
import { toBytes, toText } from '../lib/bytes.ts';
import type { Program } from './process.ts';
import { bootForTest, runForTest } from './testing/boot.ts';

const cat: Program = async (proc) => {
  for (let bytes = await proc.stdin.read(4096); bytes; bytes = await proc.stdin.read(4096))
    await proc.out(bytes);
  return 0;
};
const yes: Program = async (proc) => {
  for (;;) {
    await proc.out('y\n');
    const turn = proc.tick();
    if (turn) await turn;
  }
};
const spin: Program = async (proc) => {
  for (;;) {
    const turn = proc.tick(10);
    if (turn) await turn;
  }
};

describe('processes', () => {
  it('a fork shares the pipe; a writer without reader dies of SIGPIPE', async () => {
    const machine = bootForTest({ cat, yes });
    const result = await runForTest(machine, async (proc) => {
      const { reader, writer } = proc.pipe();
      const fds = (n: number, file: typeof reader) => new Map(proc.fds).set(n, file);
      reader.retain();
      const child = proc.spawn('/bin/yes', ['yes'], { fds: fds(1, writer) });
      await proc.out((await reader.read(4)) ?? '');
      reader.release();
      const event = await proc.wait(child);
      await proc.out(JSON.stringify(event.status));
      return 3;
    });
    expect(machine.errors).toEqual([]);
    expect(result).toEqual({ stdout: 'y\ny\n{"signal":"SIGPIPE"}', stderr: '', status: { code: 3 } });
  });

  it('a busy loop is killed by a timer', async () => {
    const machine = bootForTest({ spin });
    const result = await runForTest(machine, async (proc) => {
      const child = proc.spawn('/bin/spin', ['spin']);
      await proc.sleep(1000);
      proc.kill(child, 'SIGTERM');
      const event = await proc.wait(child);
      await proc.out(`${JSON.stringify(event.status)} ${proc.usage().childMicros > 900_000}`);
      return 0;
    });
    expect(result.stdout).toBe('{"signal":"SIGTERM"} true');
  });

  it('#! scripts run their interpreter; text without one is no program', async () => {
    const show: Program = async (proc) => (await proc.out(proc.argv.join(',')), 0);
    const machine = bootForTest({ show });
    const view = machine.kernel.viewAsRoot(machine.kernel.hostMounts);
    view.writeFile('/tmp/script', '#!/bin/show -x\n', { mode: 0o755 });
    view.writeFile('/tmp/text', 'hello\n', { mode: 0o755 });
    const result = await runForTest(machine, async (proc) => {
      await proc.wait(proc.spawn('/tmp/script', ['script', 'a']));
      try {
        proc.spawn('/tmp/text', ['text']);
      } catch (error) {
        await proc.err((error as Error).message);
      }
      return 0;
    });
    expect(result).toEqual({
      stdout: '/bin/show,-x,/tmp/script,a',
      stderr: 'Exec format error',
      status: { code: 0 },
    });
  });

  it('pid 1 of a namespace is shielded from signals of its own and takes all with it', async () => {
    const machine = bootForTest({ spin });
    const { kernel } = machine;
    const namespace = kernel.createPidNamespace('c');
    const nothing = kernel.openNull();
    const started = kernel.start({
      program: async (proc) => {
        proc.spawn('/bin/spin', ['spin']);
        proc.kill(1, 'SIGTERM');
        await proc.sleep(50);
        return proc.processes().length;
      },
      argv: ['init'],
      env: new Map(),
      cwd: '/',
      uid: 0,
      gid: 0,
      mounts: kernel.hostMounts,
      pidNamespace: namespace,
      network: kernel.createNetNamespace('c'),
      uts: { hostname: 'c' },
      fds: new Map([[1, nothing]]),
    });
    await machine.queue.whenIdle();
    expect(started.done).toBe(true);
    expect(namespace.processes()).toEqual([]);
    let status: unknown;
    kernel.task('status', async () => void (status = await started.wait()));
    await machine.queue.whenIdle();
    expect(status).toEqual({ code: 2 });
  });
});

describe('terminal', () => {
  it('gives whole lines, echoes, and Ctrl-C kills the foreground', async () => {
    const { kernel, queue } = bootForTest({ cat });
    const { master, slave } = kernel.createPty({ columns: 80, rows: 24 });
    const started = kernel.start({
      program: '/bin/cat',
      argv: ['cat'],
      env: new Map(),
      cwd: '/',
      uid: 0,
      gid: 0,
      mounts: kernel.hostMounts,
      pidNamespace: kernel.hostPids,
      network: kernel.hostNetwork,
      uts: kernel.hostUts,
      fds: new Map([
        [0, slave],
        [1, slave],
        [2, slave],
      ]),
      controllingTty: slave,
    });
    let screen = '';
    kernel.task('screen', async () => {
      for (let bytes = await master.read(4096); bytes; bytes = await master.read(4096))
        screen += toText(bytes);
    });
    master.input(toBytes('hex\x7fy\r'));
    await queue.whenIdle();
    master.input(toBytes('\x03'));
    await queue.whenIdle();
    expect(screen).toBe('hex\b \by\r\nhey\r\n^C');
    expect(started.done).toBe(true);
  });
});

describe('network', () => {
  it('a request enters by a forwarded port, crosses the bridge and is answered', async () => {
    const machine = bootForTest();
    const { kernel } = machine;
    const bridge = kernel.createBridge({ name: 'docker0', subnet: '172.17.0.0/16', gateway: '172.17.0.1' });
    const container = kernel.createNetNamespace('web');
    bridge.attach(container, { interfaceName: 'eth0', address: '172.17.0.2', mac: '02:42:ac:11:00:02' });
    const target = { namespace: container, address: '172.17.0.2', port: 80 };
    kernel.hostNetwork.forward({ address: '0.0.0.0', port: 4000 }, () => target, { program: 'proxy' });
    kernel.task('server', async () => {
      const socket = await container.listen('0.0.0.0', 80).accept();
      const request = toText((await socket.read(100)) ?? new Uint8Array());
      await socket.write(toBytes(`${request} from ${socket.remote.address}`));
      socket.close();
    });
    const result = await runForTest(machine, async (proc) => {
      const socket = await proc.network.connect('127.0.0.1', 4000);
      await socket.write(toBytes('hi'));
      await proc.out((await socket.read(100)) ?? '');
      const refused = await proc.network.connect('172.17.0.2', 81).catch((error: Error) => error.message);
      await proc.out(`; ${String(refused)}`);
      return 0;
    });
    expect(result.stdout).toBe('hi from 172.17.0.1; Connection refused');
  });
});
