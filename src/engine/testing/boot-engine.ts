import { ApiError } from '../../api/api-error.ts';
import type { Registry } from '../../api/registry.ts';
import type { ContainerCreateRequest } from '../../api/container-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { bootForTest } from '../../kernel/testing/boot.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { sha256Digest } from '../../lib/sha256.ts';
import { toText } from '../../lib/bytes.ts';
import { createEngine, type Engine, type EngineOptions } from '../create-engine.ts';
import type { ImageRecord } from '../state.ts';

/** A registry with nothing in it. */
export const emptyRegistry: Registry = {
  find: async () => 'no repository',
  findAll: async () => 'no repository',
  tags: async () => undefined,
  // eslint-disable-next-line require-yield
  async *push() {
    throw new ApiError('system', 'denied: requested access to the resource is denied');
  },
  login: async () => {},
  available: async () => undefined,
  search: async () => [],
};

/** `sleep 5`: ends after that time, or at once with 143 where it handles SIGTERM (`sleep 5 --term`). */
const sleep: Program = async (proc) => {
  if (proc.argv[2] === '--term') proc.onSignal('SIGTERM', () => proc.interrupt());
  try {
    await proc.sleep(Number(proc.argv[1] ?? 0) * 1000);
    return 0;
  } catch (error) {
    if (isSysError(error, 'EINTR')) return 143;
    throw error;
  }
};
const echo: Program = async (proc) => (await proc.out(`${proc.argv.slice(1).join(' ')}\n`), 0);
const fail: Program = async (proc) => (await proc.err('failed\n'), Number(proc.argv[1] ?? 1));
const cat: Program = async (proc) => {
  for (let bytes = await proc.stdin.read(4096); bytes; bytes = await proc.stdin.read(4096))
    await proc.out(bytes);
  return 0;
};
const read: Program = async (proc) => {
  try {
    await proc.out(proc.files.readText(proc.argv[1] ?? ''));
    return 0;
  } catch (error) {
    await proc.err(`${(error as Error).message}\n`);
    return 1;
  }
};
const write: Program = async (proc) => {
  try {
    proc.files.writeFile(proc.argv[1] ?? '', `${proc.argv.slice(2).join(' ')}\n`);
    return 0;
  } catch (error) {
    await proc.err(`${(error as Error).message}\n`);
    return 1;
  }
};
/** `serve 80 text`: answers every connection with the text. */
const serve: Program = async (proc) => {
  const listener = proc.network.listen('0.0.0.0', Number(proc.argv[1]));
  for (;;) {
    const socket = await listener.accept();
    await socket.write(new TextEncoder().encode(proc.argv[2] ?? ''));
    socket.close();
  }
};
/** `caller 80`: tells every connection where it seems to come from. */
const caller: Program = async (proc) => {
  const listener = proc.network.listen('0.0.0.0', Number(proc.argv[1]));
  for (;;) {
    const socket = await listener.accept();
    await socket.write(new TextEncoder().encode(socket.remote.address));
    socket.close();
  }
};
/** `get host port`: what a server there says. */
const get: Program = async (proc) => {
  const [address] = await proc.network.resolve(proc.argv[1] ?? '');
  if (!address) return (await proc.err('unknown host\n'), 6);
  try {
    const socket = await proc.network.connect(address, Number(proc.argv[2]));
    for (let bytes = await socket.read(4096); bytes; bytes = await socket.read(4096)) await proc.out(bytes);
    return 0;
  } catch (error) {
    await proc.err(`${(error as Error).message}\n`);
    return 7;
  }
};
const env: Program = async (proc) => {
  for (const [name, value] of proc.env) await proc.out(`${name}=${value}\n`);
  return 0;
};
/** `count 3`: s1, s2, s3 a second apart, then a line on stderr. */
const count: Program = async (proc) => {
  for (let i = 1; i <= Number(proc.argv[1]); i++) {
    await proc.out(`s${i}\n`);
    await proc.sleep(1000);
  }
  await proc.err('oops\n');
  return 0;
};
const rename: Program = (proc) => (proc.files.rename(proc.argv[1] ?? '', proc.argv[2] ?? ''), 0);
const test: Program = (proc) => (proc.files.exists(proc.argv[1] ?? '') ? 0 : 1);
/** `grow 20`: takes that many MiB, one after another, then waits. */
const grow: Program = async (proc) => {
  for (let i = 0; i < Number(proc.argv[1]); i++) proc.allocate(1024 * 1024);
  return proc.pause();
};

const PROGRAMS = { sleep, echo, fail, cat, read, write, serve, caller, get, env, count, rename, test, grow };

export type BootedEngine = ReturnType<typeof bootEngine>;

/** A machine with a daemon that has one image, `app:latest`, whose programs are those above. */
export function bootEngine(options: Pick<EngineOptions, 'restore' | 'loadNode'> = {}) {
  const machine = bootForTest(PROGRAMS);
  const { kernel, queue, errors } = machine;
  const engine = createEngine({ kernel, registry: emptyRegistry, ...options });
  if (!options.restore) addImage(engine, 'app:latest', { Cmd: ['sleep', '1000'], Env: ['PATH=/bin'] });
  /** Runs this as a client, a process of the machine, until nothing moves any more. */
  const asClient = async <T>(body: (api: EngineApi, proc: Process) => Promise<T>): Promise<T> => {
    let outcome: { value: T } | { error: unknown } | undefined;
    kernel.start({
      program: async (proc) => {
        try {
          outcome = { value: await body(engine.api, proc) };
        } catch (error) {
          outcome = { error };
        }
        return 0;
      },
      argv: ['client'],
      env: new Map(),
      cwd: '/',
      uid: 0,
      gid: 0,
      mounts: kernel.hostMounts,
      pidNamespace: kernel.hostPids,
      network: kernel.hostNetwork,
      uts: kernel.hostUts,
      fds: new Map(),
    });
    for (let turns = 0; !outcome && turns < 10_000; turns++)
      await new Promise((resolve) => queueMicrotask(() => resolve(undefined)));
    while (!outcome)
      await Promise.race([
        queue.whenIdle(),
        new Promise(
          (resolve) => void kernel.task('tick', async () => resolve(await kernel.clock.sleep(1000))),
        ),
      ]);
    if ('error' in outcome) throw outcome.error;
    return outcome.value;
  };
  return { kernel, queue, engine, errors, asClient };
}

/** Puts an image with these programs into the engine, as if it had been pulled. */
export function addImage(
  engine: Engine,
  name: string,
  config: ImageRecord['config'],
  files: Readonly<Record<string, string>> = {},
): string {
  const { kernel, layerTrees, store } = engine.context;
  const fs = kernel.createFileSystem();
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  for (const path of ['/bin', '/etc', '/tmp', '/root']) view.mkdirAll(path);
  view.writeFile('/etc/passwd', 'root:x:0:0:root:/root:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n');
  view.writeFile('/etc/group', 'root:x:0:\nnobody:x:65534:\nstaff:x:50:nobody\n');
  for (const program of Object.keys(PROGRAMS))
    view.writeFile(`/bin/${program}`, kernel.stub(program), { mode: 0o755 });
  for (const [path, text] of Object.entries(files)) {
    view.mkdirAll(path.slice(0, path.lastIndexOf('/')) || '/');
    view.writeFile(path, text);
  }
  const chainId = sha256Digest(`layer of ${name}`);
  const id = sha256Digest(`config of ${name}`);
  layerTrees.set(chainId, fs.freeze());
  const image: ImageRecord = {
    id,
    architecture: 'amd64',
    os: 'linux',
    created: '2026-01-01T00:00:00Z',
    author: '',
    config,
    history: [{ created: '2026-01-01T00:00:00Z', createdBy: 'test', comment: '', emptyLayer: false }],
    diffIds: [chainId],
    topChainId: chainId,
    sizeBytes: 1000,
    lastTaggedMs: 0,
    parent: '',
    comment: '',
  };
  store.commit((state) => ({
    ...state,
    images: state.images.set(id, image),
    tags: state.tags.set(`docker.io/library/${name}`, id),
    layers: state.layers.set(chainId, { chainId, diffId: chainId, parent: '', sizeBytes: 1000 }),
  }));
  return id;
}

/** `docker run`: creates, attaches, starts and waits. */
export async function runContainer(
  api: EngineApi,
  request: ContainerCreateRequest,
  name?: string,
): Promise<{ id: string; stdout: string; stderr: string; status: number }> {
  const { Id: id } = await api.ContainerCreate(
    { Image: 'app', ...request },
    name === undefined ? {} : { name },
  );
  const stream = await api.ContainerAttach(id, { stream: true, stdout: true, stderr: true });
  const wait = await api.ContainerWait(id, request.HostConfig?.AutoRemove ? 'removed' : 'next-exit');
  await api.ContainerStart(id);
  const texts = { stdout: '', stderr: '' };
  for (let chunk = await stream.read(); chunk; chunk = await stream.read())
    texts[chunk.stream] += toText(chunk.data);
  const { StatusCode } = await wait.done();
  return { id, ...texts, status: StatusCode };
}

/** Creates and starts it in the background. */
export async function startDetached(
  api: EngineApi,
  request: ContainerCreateRequest,
  name?: string,
): Promise<string> {
  const { Id } = await api.ContainerCreate({ Image: 'app', ...request }, name === undefined ? {} : { name });
  await api.ContainerStart(Id);
  return Id;
}

/** Runs `argv` in a container and gives its output. */
export async function execIn(
  api: EngineApi,
  id: string,
  argv: string[],
  more: { User?: string; WorkingDir?: string; Env?: string[] } = {},
) {
  const { Id } = await api.ContainerExec(id, { Cmd: argv, AttachStdout: true, AttachStderr: true, ...more });
  const stream = await api.ExecStart(Id, {});
  let output = '';
  for (let chunk = await stream?.read(); chunk; chunk = await stream?.read()) output += toText(chunk.data);
  return { output, status: (await api.ExecInspect(Id)).ExitCode };
}
