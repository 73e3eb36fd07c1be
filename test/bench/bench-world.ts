import type { EngineApi } from '../../src/api/engine-api.ts';
import { nodeHost } from '../../src/host/node.ts';
import { openCommandSession, type CommandResult } from '../../src/world/run-commands.ts';
import { createWorld, PROJECT_FOLDER, type World } from '../../src/world/world.ts';

/** A fresh world of so many machines in virtual time, so that no run waits for a clock. */
export function createBenchWorld(machines = 1): World {
  return createWorld({
    host: nodeHost,
    seed: 1,
    machines,
    mode: 'virtual',
    onError: (error, where) => {
      throw new Error(`in ${where}`, { cause: error });
    },
  });
}

/** Runs `body` as a client of the daemon: a process of the machine. The world stands still afterwards. */
export async function asClient<T>(world: World, body: (api: EngineApi) => Promise<T>): Promise<T> {
  const [{ kernel, engine }] = world.machines;
  const outcome = new Promise<T>((resolve, reject) => {
    const program = async (): Promise<number> => {
      await body(engine.api).then(resolve, reject);
      return 0;
    };
    kernel.start({
      program,
      argv: ['bench'],
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
  });
  world.queue.start();
  try {
    return await outcome;
  } finally {
    world.queue.stop();
  }
}

/** A shell of the machine; a command that fails is an error. */
export function openBenchShell(world: World): (command: string) => Promise<CommandResult> {
  const session = openCommandSession(world, world.machines[0], { cwd: PROJECT_FOLDER });
  return async (command) => {
    const result = await session.run({ command });
    if (result.exitCode !== 0) throw new Error(`${command}: ${result.exitCode}: ${result.stderr}`);
    return result;
  };
}

/** Has the image on the machine. */
export async function pull(api: EngineApi, fromImage: string, tag: string): Promise<void> {
  for await (const message of api.ImageCreate({ fromImage, tag })) {
    if (message.error) throw new Error(message.error);
  }
}

/** Creates and starts so many containers of alpine that stay. */
export async function startContainers(api: EngineApi, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const { Id } = await api.ContainerCreate({ Image: 'alpine:latest', Cmd: ['sleep', '1000000'] });
    await api.ContainerStart(Id);
  }
}
