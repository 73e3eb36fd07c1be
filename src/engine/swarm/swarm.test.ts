import { describe, expect, it } from 'vitest';
import type { EngineApi } from '../../api/engine-api.ts';
import type { ServiceSpec, Task } from '../../api/service-types.ts';
import type { Process } from '../../kernel/process.ts';
import { encodeBase64 } from '../../lib/base64.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import type { StartNode } from '../engine-context.ts';
import { decodeState, encodeState, type EngineSnapshot } from '../snapshot.ts';
import { withoutTask } from './cluster-changes.ts';
import { bootEngine, execIn, type BootedEngine } from '../testing/boot-engine.ts';
import { brokenRules } from '../testing/invariants.ts';

const INIT = { ListenAddr: '0.0.0.0:2377', AdvertiseAddr: '' };

function service(args: string[], more: Partial<ServiceSpec> = {}): ServiceSpec {
  return {
    Name: 'web',
    Labels: {},
    TaskTemplate: {
      ContainerSpec: { Image: 'app:latest', Args: args },
      ForceUpdate: 0,
      ...more.TaskTemplate,
    },
    Mode: more.Mode ?? { Replicated: { Replicas: 2 } },
    ...(more.EndpointSpec ? { EndpointSpec: more.EndpointSpec } : {}),
  };
}

/** `1 running/running` of each task, by slot. */
async function states(api: EngineApi): Promise<string[]> {
  const tasks = await api.TaskList();
  return tasks.map((task) => `${task.Slot ?? 0} ${task.DesiredState}/${task.Status.State}`).sort();
}

async function running(api: EngineApi): Promise<Task[]> {
  return (await api.TaskList({ 'desired-state': ['running'] })).sort((a, b) => (a.Slot ?? 0) - (b.Slot ?? 0));
}

/** A machine in a swarm with a service of two tasks that run. */
async function withService(
  body: (api: EngineApi, proc: Process) => Promise<void> = async () => {},
): Promise<BootedEngine> {
  const booted = bootEngine();
  await booted.asClient(async (api, proc) => {
    await api.SwarmInit(INIT);
    await api.ServiceCreate(service(['serve', '80', 'hello']));
    await proc.sleep(3000);
    await body(api, proc);
  });
  expect(brokenRules(booted)).toEqual([]);
  return booted;
}

/** As a saved world is: through text and back. */
function saved({ engine }: BootedEngine): EngineSnapshot {
  const snapshot = engine.save();
  const text = JSON.stringify(encodeState(snapshot.state));
  return { ...snapshot, state: decodeState(JSON.parse(text)) };
}

/** What answers at a port of the machine. */
async function ask(proc: Process, port: number): Promise<string> {
  const socket = await proc.network.connect('127.0.0.1', port);
  return toText((await socket.read(100)) ?? new Uint8Array());
}

describe('a machine in a swarm', () => {
  it('runs the tasks of a service as containers, and replaces one that is killed', async () => {
    const { errors } = await withService(async (api, proc) => {
      const [first] = await running(api);
      const id = first?.Status.ContainerStatus?.ContainerID ?? '';
      const { Name } = await api.ContainerInspect(id);
      expect(Name).toBe(`/web.1.${first?.ID}`);
      await api.ContainerDelete(id, { force: true });
      await proc.sleep(1000);
      expect(await states(api)).toEqual(['1 ready/ready', '1 shutdown/failed', '2 running/running']);
      await proc.sleep(5000);
      expect(await states(api)).toEqual(['1 running/running', '1 shutdown/failed', '2 running/running']);
    });
    expect(errors).toEqual([]);
  });

  it('goes on after a restore as if nothing had happened', async () => {
    const before = await withService();
    const tasks = before.engine.context.store.state.swarm?.cluster?.tasks;
    const restored = bootEngine({ restore: saved(before) });
    await restored.asClient(async (api, proc) => {
      await proc.sleep(10_000);
      expect(await states(api)).toEqual(['1 running/running', '2 running/running']);
      const containers = await api.ContainerList();
      expect(containers.map(({ State }) => State)).toEqual(['running', 'running']);
    });
    const after = restored.engine.context.store.state.swarm?.cluster?.tasks;
    expect([...(after ?? [])]).toEqual([...(tasks ?? [])]);
    expect(restored.errors).toEqual([]);
  });

  it('publishes ports of services again after a restore', async () => {
    const before = bootEngine();
    const port = { Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' } as const;
    await before.asClient(async (api, proc) => {
      await api.SwarmInit(INIT);
      await api.ServiceCreate(service(['serve', '80', 'hello'], { EndpointSpec: { Ports: [port] } }));
      await proc.sleep(3000);
      expect(await ask(proc, 8080)).toBe('hello');
    });
    const restored = bootEngine({ restore: saved(before) });
    await restored.asClient(async (_api, proc) => {
      await proc.sleep(1000);
      expect(await ask(proc, 8080)).toBe('hello');
    });
    expect(brokenRules(restored)).toEqual([]);
  });

  it('keeps a restart delay over a restore', async () => {
    const before = await withService(async (api, proc) => {
      const [first] = await running(api);
      await api.ContainerKill(first?.Status.ContainerStatus?.ContainerID ?? '', 'SIGKILL');
      await proc.sleep(2000);
    });
    const restored = bootEngine({ restore: saved(before) });
    await restored.asClient(async (api, proc) => {
      await proc.sleep(1000);
      expect(await states(api)).toEqual(['1 ready/ready', '1 shutdown/failed', '2 running/running']);
      // The test's clock begins anew with the machine.
      await proc.sleep(9000);
      expect(await states(api)).toEqual(['1 running/running', '1 shutdown/failed', '2 running/running']);
    });
  });

  it('gives a task its secrets and configs as files', async () => {
    const booted = bootEngine();
    await booted.asClient(async (api, proc) => {
      await api.SwarmInit(INIT);
      const Data = encodeBase64(toBytes('hunter2'));
      const secret = await api.SecretCreate({ Name: 'pw', Labels: {}, Data });
      const config = await api.ConfigCreate({
        Name: 'page',
        Labels: {},
        Data: encodeBase64(toBytes('hello')),
      });
      const file = { UID: '0', GID: '0', Mode: 0o444 };
      await api.ServiceCreate(
        service(['serve', '80', 'hello'], {
          Mode: { Replicated: { Replicas: 1 } },
          TaskTemplate: {
            ForceUpdate: 0,
            ContainerSpec: {
              Image: 'app:latest',
              Args: ['serve', '80', 'hello'],
              Secrets: [{ SecretID: secret.ID, SecretName: 'pw', File: { Name: 'pw', ...file } }],
              Configs: [{ ConfigID: config.ID, ConfigName: 'page', File: { Name: '/srv/page', ...file } }],
            },
          },
        }),
      );
      await proc.sleep(3000);
      const [task] = await running(api);
      const id = task?.Status.ContainerStatus?.ContainerID ?? '';
      expect(await execIn(api, id, ['read', '/run/secrets/pw'])).toEqual({ output: 'hunter2', status: 0 });
      expect(await execIn(api, id, ['read', '/srv/page'])).toEqual({ output: 'hello', status: 0 });
      const written = await execIn(api, id, ['write', '/run/secrets/pw', 'x']);
      expect(written.status).toBe(1);
      await expect(api.SecretDelete('pw')).rejects.toThrow(
        "secret 'pw' is in use by the following service: web",
      );
    });
  });

  it('tells of what changes in the cluster', async () => {
    const booted = await withService(async (api) => {
      const { ID, Version, Spec } = await api.ServiceInspect('web');
      const Mode = { Replicated: { Replicas: 3 } };
      await api.ServiceUpdate(ID, { version: Version.Index }, { ...Spec, Mode });
      await api.ServiceDelete('web');
    });
    const events = booted.engine.store.pastEvents.filter(({ Type }) => Type === 'service' || Type === 'node');
    expect(events.map(({ Type, Action, scope, Actor }) => [Type, Action, scope, Actor.Attributes])).toEqual([
      ['node', 'create', 'swarm', { name: 'node1' }],
      ['service', 'create', 'swarm', { name: 'web' }],
      ['service', 'update', 'swarm', { name: 'web', 'replicas.new': '3', 'replicas.old': '2' }],
      ['service', 'remove', 'swarm', { name: 'web' }],
    ]);
  });

  it('refuses an update that is based on an old version', async () => {
    await withService(async (api) => {
      const { ID, Version, Spec } = await api.ServiceInspect('web');
      const update = () => api.ServiceUpdate(ID, { version: Version.Index }, { ...Spec, Labels: { a: 'b' } });
      await update();
      await expect(update()).rejects.toThrow('rpc error: code = Unknown desc = update out of sequence');
    });
  });

  it('tells the logs of all tasks', async () => {
    const booted = bootEngine();
    await booted.asClient(async (api, proc) => {
      await api.SwarmInit(INIT);
      await api.ServiceCreate(
        service(['echo', 'hello'], {
          TaskTemplate: { ForceUpdate: 0, RestartPolicy: { Condition: 'none' } },
        }),
      );
      await proc.sleep(3000);
      expect(await states(api)).toEqual(['1 shutdown/complete', '2 shutdown/complete']);
      const lines: string[] = [];
      for await (const { data } of api.ServiceLogs('web', { stdout: true, stderr: true }))
        lines.push(toText(data));
      expect(lines).toEqual(['hello\n', 'hello\n']);
    });
  });

  it('keeps port and name of a service that is removed and made again at once', async () => {
    const booted = bootEngine();
    const EndpointSpec = {
      Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8080, PublishMode: 'ingress' }],
    } as const;
    const spec = (text: string): ServiceSpec => ({
      ...service(['serve', '80', text], { EndpointSpec: { Ports: [...EndpointSpec.Ports] } }),
    });
    await booted.asClient(async (api, proc) => {
      await api.SwarmInit(INIT);
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
      const on = (text: string, Aliases: string[] = []): ServiceSpec => {
        const { TaskTemplate, ...rest } = spec(text);
        return { ...rest, TaskTemplate: { ...TaskTemplate, Networks: [{ Target: 'net', Aliases }] } };
      };
      await api.ServiceCreate(on('old'));
      await proc.sleep(3000);
      expect(await ask(proc, 8080)).toBe('old');
      await api.ServiceDelete('web');
      await api.ServiceCreate(on('new', ['site']));
      await proc.sleep(20_000);
      expect(await ask(proc, 8080)).toBe('new');
      const { Endpoint } = await api.ServiceInspect('web');
      const [, vip] = Endpoint.VirtualIPs ?? [];
      const [task] = await running(api);
      const cell = booted.engine.context.containers.get(task?.Status.ContainerStatus?.ContainerID ?? '');
      const resolve = (name: string) => cell?.runtime?.network.resolve(name);
      expect([await resolve('web'), await resolve('site')]).toEqual([
        [vip?.Addr?.split('/')[0]],
        [vip?.Addr?.split('/')[0]],
      ]);
    });
    expect(booted.errors).toEqual([]);
    expect(brokenRules(booted)).toEqual([]);
  });

  it('takes away after a restore what the cluster has forgotten', async () => {
    const before = await withService();
    const snapshot = saved(before);
    const { swarm } = snapshot.state;
    const [gone] = [...(swarm?.cluster?.tasks ?? [])].map(([id]) => id);
    if (!swarm?.cluster || !gone) throw new Error('no task');
    const cluster = withoutTask(swarm.cluster, gone);
    const state = { ...snapshot.state, swarm: { ...swarm, cluster } };
    const restored = bootEngine({ restore: { ...snapshot, state } });
    await restored.asClient(async (api, proc) => {
      await proc.sleep(30_000);
      const tasks = (await api.TaskList()).map(({ ID }) => ID);
      const containers = await api.ContainerList({ all: true });
      expect(tasks).not.toContain(gone);
      expect(containers.map(({ Labels }) => Labels['com.docker.swarm.task.id']).sort()).toEqual(tasks.sort());
    });
    expect(restored.errors).toEqual([]);
  });

  it('does not know a network that it is about to take away', async () => {
    await withService(async (api, proc) => {
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay' });
      const on = service(['serve', '80', 'x']);
      await api.ServiceCreate({
        ...on,
        Name: 'on',
        TaskTemplate: { ...on.TaskTemplate, Networks: [{ Target: 'net' }] },
      });
      await proc.sleep(3000);
      await api.ServiceDelete('on');
      await api.NetworkDelete('net');
      const again = {
        ...on,
        Name: 'again',
        TaskTemplate: { ...on.TaskTemplate, Networks: [{ Target: 'net' }] },
      };
      await expect(api.ServiceCreate(again)).rejects.toThrow('network net not found');
    });
  });

  it('refuses more replicas than the page can hold, and mounts of no type', async () => {
    await withService(async (api) => {
      const { ID, Version, Spec } = await api.ServiceInspect('web');
      const Mode = { Replicated: { Replicas: 100_000_000_000 } };
      await expect(
        api.ServiceUpdate(ID, { version: Version.Index }, { ...Spec, Mode }),
      ).rejects.toMatchObject({
        kind: 'notSimulated',
      });
      const more = { ...Spec, Name: 'more', Mode: { Replicated: { Replicas: 999 } } };
      await expect(api.ServiceCreate(more)).rejects.toThrow(
        'more than 1000 replicas in a swarm (these would be 1001)',
      );
      const Mounts = [{ Type: 'foo' as never, Target: '/x' }];
      const TaskTemplate = {
        ...Spec.TaskTemplate,
        ContainerSpec: { ...Spec.TaskTemplate.ContainerSpec, Mounts },
      };
      await expect(api.ServiceCreate({ ...Spec, Name: 'odd', TaskTemplate })).rejects.toThrow(
        'invalid MountType: "foo"',
      );
    });
  });

  it('tells of a service with its fields in the order of Go’s structs', async () => {
    await withService(async (api) => {
      const { Spec } = await api.ServiceInspect('web', { insertDefaults: true });
      expect(Object.keys(Spec)).toEqual([
        'Name',
        'Labels',
        'TaskTemplate',
        'Mode',
        'UpdateConfig',
        'RollbackConfig',
        'EndpointSpec',
      ]);
      expect(Object.keys(Spec.TaskTemplate)).toEqual([
        'ContainerSpec',
        'RestartPolicy',
        'Placement',
        'ForceUpdate',
        'Runtime',
      ]);
    });
  });

  it('is there or not at all where its code does not come, and the next try makes it', async () => {
    let isThere = false;
    const loadNode = async (): Promise<StartNode> => {
      if (!isThere) throw new TypeError('Failed to fetch dynamically imported module: start-node.js');
      return (await import('./start-node.ts')).startNode;
    };
    const booted = bootEngine({ loadNode });
    const running = await booted.asClient(async (api, proc) => {
      await expect(api.SwarmInit(INIT)).rejects.toThrow('Failed to fetch');
      expect(booted.engine.store.state.swarm).toBeUndefined();
      await expect(api.ServiceList({})).rejects.toThrow('This node is not a swarm manager.');
      isThere = true;
      await api.SwarmInit(INIT);
      await api.ServiceCreate(service(['serve', '80', 'hello']));
      await proc.sleep(3000);
      return states(api);
    });
    expect(running).toEqual(['1 running/running', '2 running/running']);
    expect(booted.errors).toEqual([]);

    // A machine that was a node already is one when the code comes.
    isThere = false;
    const again = bootEngine({ restore: saved(booted), loadNode });
    await again.queue.whenIdle();
    expect(again.errors.map((error) => (error as Error).message)).toEqual([
      'Failed to fetch dynamically imported module: start-node.js',
    ]);
    isThere = true;
    const healed = await again.asClient(async (api, proc) => {
      await api.VolumeCreate({ Name: 'any' });
      await proc.sleep(10_000);
      return states(api);
    });
    expect(healed.filter((state) => state.endsWith('running/running'))).toHaveLength(2);
  });

  it('forgets everything when it leaves', async () => {
    const booted = await withService(async (api) => {
      await expect(api.SwarmLeave({})).rejects.toThrow('Removing the last manager erases all current state');
      await api.SwarmLeave({ force: true });
      expect(await api.ContainerList({ all: true })).toEqual([]);
      await expect(api.ServiceList({})).rejects.toThrow('This node is not a swarm manager.');
    });
    expect(booted.engine.context.store.state.swarm).toBeUndefined();
    expect(booted.errors).toEqual([]);
  });
});
