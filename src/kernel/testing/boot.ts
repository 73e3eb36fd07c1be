import type { Host } from '../../host/host.ts';
import { createKernel } from '../create-kernel.ts';
import type { Kernel } from '../kernel.ts';
import { sharedTallies } from '../machine-limits.ts';
import type { Program } from '../process.ts';
import { RunQueue } from '../run-queue.ts';

/** A host whose time stands still: tests depend on nothing real. */
export const stillHost: Host = {
  monotonicMs: () => 1,
  wallClockMs: () => Date.UTC(2026, 0, 1),
  turn: () => Promise.resolve(),
  after: () => () => undefined,
  entropy: () => 1,
  compile: () => Promise.reject(new Error('no WebAssembly in this test')),
  asset: () => Promise.reject(new Error('no assets in this test')),
};

/** A small machine for tests, with these programs installed in /bin. */
export function bootForTest(
  programs: Record<string, Program> = {},
  host: Host = stillHost,
  shared = sharedTallies(),
): {
  kernel: Kernel;
  queue: RunQueue;
  errors: unknown[];
} {
  const errors: unknown[] = [];
  const queue = new RunQueue(host, { startMs: Date.UTC(2026, 0, 1), mode: 'virtual' });
  queue.onError = (error) => errors.push(error);
  queue.start();
  const kernel = createKernel({
    queue,
    seed: 1,
    hostname: 'node1',
    programs: new Map(Object.entries(programs)),
    facts: {
      kernelRelease: '6.8.0',
      kernelVersion: '#1 SMP',
      architecture: 'amd64',
      cpus: 4,
      memoryBytes: 8 * 1024 ** 3,
      bootMs: Date.UTC(2026, 0, 1),
    },
    address: '192.168.0.10',
    shared,
  });
  const view = kernel.viewAsRoot(kernel.hostMounts);
  for (const path of ['/bin', '/tmp', '/etc', '/root']) view.mkdirAll(path);
  for (const name of Object.keys(programs))
    view.writeFile(`/bin/${name}`, kernel.stub(name), { mode: 0o755 });
  return { kernel, queue, errors };
}

/** Runs a program on the test machine to its end and gives its output. */
export async function runForTest(
  booted: ReturnType<typeof bootForTest>,
  program: string | Program,
  argv: readonly string[] = ['test'],
  options: { env?: Record<string, string>; stdin?: string; cwd?: string } = {},
): Promise<{ stdout: string; stderr: string; status: unknown }> {
  const { kernel, queue } = booted;
  const [input, out, err] = [kernel.createPipe(1 << 20), kernel.createPipe(), kernel.createPipe()];
  let status: unknown;
  const texts = ['', ''];
  input.writer.retain();
  await input.writer.write(new TextEncoder().encode(options.stdin ?? ''));
  input.writer.release();
  const process = kernel.start({
    program,
    argv,
    env: new Map(
      Object.entries({
        PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
        HOME: '/root',
        ...options.env,
      }),
    ),
    cwd: options.cwd ?? '/',
    uid: 0,
    gid: 0,
    mounts: kernel.hostMounts,
    pidNamespace: kernel.hostPids,
    network: kernel.hostNetwork,
    uts: kernel.hostUts,
    fds: new Map([
      [0, input.reader],
      [1, out.writer],
      [2, err.writer],
    ]),
  });
  [out, err].forEach((pipe, index) => {
    const decoder = new TextDecoder();
    kernel.task(`read ${index}`, async () => {
      for (;;) {
        const bytes = await pipe.reader.read(65536);
        if (!bytes) return;
        texts[index] += decoder.decode(bytes, { stream: true });
      }
    });
  });
  kernel.task('wait', async () => {
    status = await process.wait();
  });
  await queue.whenIdle();
  return { stdout: texts[0] ?? '', stderr: texts[1] ?? '', status };
}
