import type { EngineApi } from '../api/engine-api.ts';
import type { Registry } from '../api/registry.ts';
import { createEngine, type Engine } from '../engine/create-engine.ts';
import type { SwarmFabric } from '../engine/swarm/fabric.ts';
import type { EngineSnapshot } from '../engine/snapshot.ts';
import { createKernel } from '../kernel/create-kernel.ts';
import type { SharedTallies } from '../kernel/machine-limits.ts';
import { programStub } from '../kernel/exec-format.ts';
import type { FrozenTree } from '../kernel/files/mem-fs.ts';
import type { Kernel, StartedProcess } from '../kernel/kernel.ts';
import { processNetwork } from '../kernel/net/process-network.ts';
import type { Lan } from '../kernel/net/lan.ts';
import type { Wire } from '../kernel/net/segment.ts';
import type { Listener } from '../kernel/net/socket.ts';
import type { Process, Program } from '../kernel/process.ts';
import type { RunQueue } from '../kernel/run-queue.ts';
import { lazyProgram } from '../programs/lazy-program.ts';
import { POSTGRES_PROGRAMS } from '../programs/postgres/postgres-programs.ts';
import { BUSYBOX_APPLETS, PROGRAMS } from '../programs/program-table.ts';
import { createShellProgram, shell } from '../shell/shell-program.ts';
import { hostView, machineTree } from './machine-image.ts';
import { serveEngine } from './engine-http/serve-engine.ts';
import { createInit } from './init.ts';
import { createRegistries } from './registries/registries.ts';
import { createFetchUrl } from './fetch-url.ts';
import { observeBuilds, type BuildObserver } from './observe-builds.ts';

/** Every program there is, by the name a stub file gives. */
const ALL_PROGRAMS: ReadonlyMap<string, Program> = new Map([
  ...PROGRAMS,
  ['sh', shell],
  ['bash', shell],
  ['ash', shell],
  ['docker', lazyProgram(async () => (await import('../cli/docker.ts')).docker)],
]);

/** Programs that only come in images, not on the machine itself. */
const IMAGE_ONLY = new Set([
  'busybox', 'ash', 'nginx', 'hello', 'redis-server', 'redis-cli', 'httpd', 'apk', 'registry', 'apache', 'traefik-whoami', 'envsubst', 'gosu',
  'node', 'npm', 'npx', 'yarn',
  ...POSTGRES_PROGRAMS.keys(),
]); // prettier-ignore

/** Its gid in the machine's /etc/group. */
const DOCKER_GROUP = 998;

export const MACHINE_ADDRESS = '192.168.0.18';

/** One simulated computer with its kernel and its Docker daemon. */
export interface Machine {
  readonly name: string;
  readonly kernel: Kernel;
  readonly engine: Engine;
  /** What the learner chose for every shell of the machine and of its containers. */
  readonly shellSettings: ShellSettings;
  /** Pulls the plug: nothing runs any more, and nobody reaches it. What its disk and its daemon held then, to boot from. */
  powerOff(): MachineRestore;
}

/** What a machine goes on from, as after a power failure. */
export interface MachineRestore {
  readonly hostTree: FrozenTree;
  /** What its disk held when it was new, in bytes; not known of what early versions saved. */
  readonly hostStartBytes?: number;
  readonly engine: EngineSnapshot;
}

export interface ShellSettings {
  /** Tab completes. */
  completes: boolean;
}

/** The pretend Docker Hub, loaded when it is first asked. It unpacks each layer once, whoever pulls it. */
export type HubLoader = () => Promise<Registry>;

/** @returns what loads one hub, for all who ask it */
export function createHubLoader(): HubLoader {
  let hub: Promise<Registry> | undefined;
  return () => (hub ??= openHub());
}

async function openHub(): Promise<Registry> {
  const { createHub } = await import('../hub/create-hub.ts');
  const { filesOfPackage } = await import('../programs/node/npm/package-files.ts');
  return createHub((architecture) => ({
    stub: (program, release) => programStub(program, architecture, release),
    has: (program) => ALL_PROGRAMS.has(program),
    applets: BUSYBOX_APPLETS,
    nodeModule: filesOfPackage,
  }));
}

/** What the machines of a world have in common. */
export interface Wiring {
  readonly lan: Lan;
  readonly fabric: SwarmFabric;
  /** What carries overlays, by network ID. */
  readonly wires: Map<string, Wire>;
  readonly hub: HubLoader;
  readonly shared: SharedTallies;
}

export interface MachineOptions {
  readonly name: string;
  readonly queue: RunQueue;
  readonly seed: number;
  /** What it goes on from; a fresh machine unless given. */
  readonly restore?: MachineRestore;
  /** Its own unless given. */
  readonly address?: string;
  /** What it shares with the other machines of the world. */
  readonly wiring?: Wiring;
  readonly onBuild?: BuildObserver;
  /** Told what programs say beside the terminal. */
  readonly onNotice?: (text: string) => void;
}

export function createMachine(options: MachineOptions): Machine {
  const { name, queue, seed, restore } = options;
  const now = queue.now();
  const shellSettings = { completes: true };
  const ownShell = createShellProgram({ completes: () => shellSettings.completes });
  const onHost = [...ALL_PROGRAMS.keys()].filter((program) => !IMAGE_ONLY.has(program));
  const kernel = createKernel({
    queue,
    seed,
    hostname: name,
    programs: new Map([...ALL_PROGRAMS, ['sh', ownShell], ['bash', ownShell], ['ash', ownShell]]),
    facts: {
      kernelRelease: '6.8.0-drydock',
      kernelVersion: '#1 SMP PREEMPT_DYNAMIC Drydock',
      architecture: 'amd64',
      cpus: 4,
      memoryBytes: 8 * 1024 ** 3,
      bootMs: now,
    },
    hostTree: restore?.hostTree ?? machineTree(onHost, name, now),
    ...(restore?.hostStartBytes === undefined ? {} : { hostStartBytes: restore.hostStartBytes }),
    address: options.address ?? MACHINE_ADDRESS,
    ...(options.wiring ? { lan: options.wiring.lan, shared: options.wiring.shared } : {}),
    ...(options.onNotice ? { onNotice: options.onNotice } : {}),
  });
  const started: { serve?: (init: Process) => void } = {};
  const init = startInit(kernel, (proc) => started.serve?.(proc));
  const loadHub = async (): Promise<Registry> => {
    const hub = await (options.wiring?.hub ?? createHubLoader())();
    return (await import('../hub/pull-limit.ts')).limitPulls(hub, () => kernel.clock.now());
  };
  const hostNetwork = processNetwork(kernel.hostNetwork, hostView(kernel), () => {});
  const registry = createRegistries(loadHub, hostNetwork);
  const engine = createEngine({
    kernel,
    registry,
    fetchUrl: createFetchUrl(hostNetwork),
    ...(options.wiring ? { wires: options.wiring.wires, fabric: options.wiring.fabric } : {}),
    ...(restore ? { restore: restore.engine } : {}),
  });
  const api = options.onBuild ? observeBuilds(engine.api, options.onBuild) : engine.api;
  const listener = listen(kernel, api);
  started.serve = (proc) => serveEngine(proc, listener, api);
  return { name, kernel, engine, shellSettings, powerOff: () => powerOff(kernel, engine, init) };
}

/** What a machine's disk holds at this moment. */
export function heldBy({ hostFs }: Kernel): Pick<MachineRestore, 'hostTree' | 'hostStartBytes'> {
  return { hostTree: hostFs.freeze(), hostStartBytes: hostFs.startBytes };
}

function powerOff(kernel: Kernel, engine: Engine, init: StartedProcess): MachineRestore {
  const held = { ...heldBy(kernel), engine: engine.save() };
  engine.shutdown();
  const { containers, segments, fabric } = engine.context;
  for (const { runtime } of containers.values()) runtime?.process.kill('SIGKILL', { all: true });
  init.kill('SIGKILL', { all: true });
  for (const segment of segments.values()) segment.remove();
  fabric.remove(engine.context);
  kernel.hostNetwork.close();
  kernel.forgetFiles();
  return held;
}

function startInit(kernel: Kernel, services: (init: Process) => void): StartedProcess {
  return kernel.start({
    program: createInit(services),
    argv: ['/sbin/init'],
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
}

/** The daemon's socket, for root and the group docker; a stale one from before a restart is replaced. */
function listen(kernel: Kernel, api: EngineApi): Listener {
  const view = hostView(kernel);
  view.mkdirAll('/run');
  view.removeAll('/run/docker.sock');
  const listener = kernel.listenService(view, '/run/docker.sock', api);
  view.chmod('/run/docker.sock', 0o660);
  view.chown('/run/docker.sock', 0, DOCKER_GROUP);
  return listener;
}
