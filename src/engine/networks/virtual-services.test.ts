import { describe, expect, it } from 'vitest';
import type { EngineApi } from '../../api/engine-api.ts';
import { containerCreate } from '../containers/create.ts';
import { encodeState } from '../snapshot.ts';
import { bootEngine, execIn, runContainer, startDetached } from '../testing/boot-engine.ts';
import { bootSwarmNode, enterSwarm } from '../testing/swarm-node.ts';
import type { ServiceBackend, VirtualService } from './virtual-services.ts';

type Node = ReturnType<typeof bootSwarmNode>;

/** Starts tasks web.1.t1, web.2.t2 … in a network, each answering with its slot. */
async function startTasks(
  { engine }: Node,
  api: EngineApi,
  network: string,
  count: number,
  command = (slot: number): string[] => ['serve', '80', String(slot)],
): Promise<ServiceBackend[]> {
  const backends: ServiceBackend[] = [];
  for (let slot = 1; slot <= count; slot++) {
    const request = { Image: 'app', Cmd: command(slot), HostConfig: { NetworkMode: network } };
    const { Id } = await containerCreate(engine.context, request, {
      name: `web.${slot}.t${slot}`,
      managed: true,
    });
    await api.ContainerStart(Id);
    const { Networks } = (await api.ContainerInspect(Id)).NetworkSettings;
    backends.push({ containerId: Id, address: Networks[network]?.IPAddress ?? '' });
  }
  return backends;
}

/** An attachable network with three tasks, a service before them and a client. */
async function startService(node: Node, api: EngineApi, more: Partial<VirtualService> = {}) {
  const { Id: networkId } = await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
  const backends = await startTasks(node, api, 'net', 3);
  await startDetached(api, { HostConfig: { NetworkMode: 'net' } }, 'client');
  const service: VirtualService = {
    networkId,
    serviceId: 's',
    serviceName: 'web',
    aliases: ['site'],
    mode: 'vip',
    address: '10.0.1.100',
    backends,
    ...more,
  };
  node.engine.context.virtualServices.setService(service);
  return service;
}

const get = async (api: EngineApi, name: string, port = '80'): Promise<string> =>
  (await execIn(api, 'client', ['get', name, port])).output.trim();

async function hearTimes(times: number, ask: () => Promise<string>): Promise<string> {
  const heard: string[] = [];
  for (let i = 0; i < times; i++) heard.push(await ask());
  return heard.join(' ');
}

const onMachine = async (api: EngineApi, host: string, port: string): Promise<string> => {
  const { stdout, stderr } = await runContainer(api, {
    Cmd: ['get', host, port],
    HostConfig: { NetworkMode: 'host' },
  });
  return stdout || stderr.trim();
};

describe('a service with a virtual IP', () => {
  it('is found by its names, and spreads connections over its tasks', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      await startService(node, api);
      return [
        await hearTimes(4, () => get(api, 'web')),
        await hearTimes(2, () => get(api, 'SITE')),
        await get(api, 'web.2.t2'),
        await get(api, 'nosuch'),
      ];
    });
    expect(heard).toEqual(['3 2 1 3', '2 1', '2', 'unknown host']);
  });

  it('answers a name with one address, tasks.NAME with all of them, also for an alias', async () => {
    const node = bootSwarmNode();
    const { resolve, service } = await node.asClient(async (api) => {
      const service = await startService(node, api);
      const id = (await api.ContainerInspect('client')).Id;
      const network = node.engine.context.containers.get(id)?.runtime?.network;
      const resolve = async (name: string) => (await network?.resolve(name))?.sort();
      return {
        service,
        resolve: [
          await resolve('web'),
          await resolve('site'),
          await resolve('tasks.web'),
          await resolve('tasks.site'),
        ],
      };
    });
    const tasks = service.backends.map(({ address }) => address).sort();
    expect(tasks).toEqual(['10.0.1.2', '10.0.1.4', '10.0.1.5']);
    expect(resolve).toEqual([['10.0.1.100'], ['10.0.1.100'], tasks, tasks]);
  });

  it('shows tasks the balancer’s address, or with dsr the client’s', async () => {
    const seen = async (Options: Record<string, string>): Promise<string> => {
      const node = bootSwarmNode();
      return node.asClient(async (api) => {
        const { Id: networkId } = await api.NetworkCreate({
          Name: 'net',
          Driver: 'overlay',
          Attachable: true,
          Options,
        });
        const backends = await startTasks(node, api, 'net', 1, () => ['caller', '80']);
        const more = {
          networkId,
          serviceId: 's',
          serviceName: 'web',
          aliases: [],
          mode: 'vip' as const,
          address: '10.0.1.100',
        };
        node.engine.context.virtualServices.setService({ ...more, backends });
        await startDetached(api, { HostConfig: { NetworkMode: 'net' } }, 'client');
        const balancer = (await api.NetworkInspect('net')).Containers?.['lb-net']?.IPv4Address ?? '';
        const client =
          (await api.ContainerInspect('client')).NetworkSettings.Networks['net']?.IPAddress ?? '';
        return (await get(api, 'web'))
          .replace(balancer.split('/')[0] ?? '', 'balancer')
          .replace(client, 'client');
      });
    };
    expect([await seen({}), await seen({ dsr: '' })]).toEqual(['balancer', 'client']);
  });

  it('refuses while all its tasks drain, and is unknown once it is deleted', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const service = await startService(node, api);
      virtualServices.setService({ ...service, backends: service.backends.slice(0, 1) });
      const one = await hearTimes(2, () => get(api, 'web'));
      virtualServices.setService({ ...service, backends: [] });
      const none = await get(api, 'web');
      virtualServices.deleteService(service.networkId, 's');
      virtualServices.deleteService(service.networkId, 's');
      return [one, none, await get(api, 'web'), await get(api, '10.0.1.100')];
    });
    expect(heard).toEqual(['1 1', 'Connection refused', 'unknown host', 'No route to host']);
  });

  it('goes on under its name while another of that name is taken away', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const old = await startService(node, api);
      virtualServices.setService({ ...old, serviceId: 'next', address: '10.0.1.101' });
      const both = virtualServices.servicesIn(old.networkId).map(({ address }) => address);
      virtualServices.deleteService(old.networkId, 's');
      return [both, virtualServices.servicesIn(old.networkId).map(({ serviceId }) => serviceId)];
    });
    expect(heard).toEqual([['10.0.1.100', '10.0.1.101'], ['next']]);
  });

  it('moves to another address, or to none', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const service = await startService(node, api);
      virtualServices.setService({ ...service, address: '10.0.1.101' });
      const moved = [await get(api, 'web'), await get(api, '10.0.1.101'), await get(api, '10.0.1.100')];
      virtualServices.setService({ ...service, mode: 'dnsrr', address: '' });
      return [...moved, await get(api, '10.0.1.101')];
    });
    expect(heard).toEqual(['3', '2', 'No route to host', 'No route to host']);
  });

  it('is seen by inspect --verbose', async () => {
    const node = bootSwarmNode();
    const services = await node.asClient(async (api) => {
      await startService(node, api, { ports: [{ targetPort: 80, publishedPort: 8080 }] });
      return (await api.NetworkInspect('net', { verbose: true })).Services;
    });
    const id = expect.stringMatching(/^[0-9a-f]{64}$/) as string;
    const task = (Name: string, EndpointIP: string) => ({
      Name,
      EndpointID: id,
      EndpointIP,
      Info: { 'Host IP': '192.168.0.10' },
    });
    expect(services).toEqual({
      '': { VIP: '<nil>', Ports: [], LocalLBIndex: 0, Tasks: [task('client', '10.0.1.6')] },
      web: {
        VIP: '10.0.1.100',
        Ports: ['Target: 80, Publish: 8080'],
        LocalLBIndex: 256,
        Tasks: [task('web.1.t1', '10.0.1.2'), task('web.2.t2', '10.0.1.4'), task('web.3.t3', '10.0.1.5')],
      },
    });
  });
});

describe('a service by names alone', () => {
  it('answers with all its tasks in changing order, and with nothing when there are none', async () => {
    const node = bootSwarmNode();
    const [heard, empty] = await node.asClient(async (api) => {
      const service = await startService(node, api, { mode: 'dnsrr', address: '' });
      const all = await hearTimes(20, () => get(api, 'web'));
      node.engine.context.virtualServices.setService({ ...service, backends: [] });
      return [all, await get(api, 'web')];
    });
    expect([...new Set(heard.split(' '))].sort()).toEqual(['1', '2', '3']);
    expect(empty).toBe('unknown host');
  });
});

describe('the routing mesh', () => {
  async function publish(node: Node, api: EngineApi, command?: (slot: number) => string[]) {
    const backends = await startTasks(node, api, 'ingress', 3, command);
    const port = {
      serviceId: 's',
      protocol: 'tcp' as const,
      publishedPort: 8080,
      targetPort: 80,
      backends,
    };
    node.engine.context.virtualServices.setIngressPort(port);
    return port;
  }

  it('leads from every address of the machine to the tasks in turn', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      await publish(node, api);
      const inBridge = await runContainer(api, { Cmd: ['get', '172.17.0.1', '8080'] });
      return [
        await hearTimes(3, () => onMachine(api, '127.0.0.1', '8080')),
        await onMachine(api, '192.168.0.10', '8080'),
        inBridge.stdout,
        await onMachine(api, '127.0.0.1', '80'),
      ];
    });
    expect(heard).toEqual(['2 1 3', '2', '3', 'Connection refused']);
    expect(node.kernel.hostNetwork.listeners()).toEqual([
      { local: { address: '0.0.0.0', port: 8080 }, pid: 0, program: 'dockerd' },
    ]);
  });

  it('shows tasks the address of the ingress network', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      await publish(node, api, () => ['caller', '80']);
      return onMachine(api, '127.0.0.1', '8080');
    });
    expect(heard).toBe('10.0.0.2');
  });

  it('has no names', async () => {
    const node = bootSwarmNode();
    const found = await node.asClient(async (api) => {
      const [first] = (await publish(node, api)).backends;
      return (await execIn(api, first?.containerId ?? '', ['get', 'web.2.t2', '80'])).output;
    });
    expect(found).toBe('unknown host\n');
  });

  it('refuses without tasks, follows another target port, and closes', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const port = await publish(node, api, (slot) => ['serve', slot === 3 ? '81' : '80', String(slot)]);
      const ask = () => onMachine(api, '127.0.0.1', '8080');
      virtualServices.setIngressPort({ ...port, backends: [] });
      const none = await ask();
      virtualServices.setIngressPort({ ...port, targetPort: 81, backends: port.backends.slice(2) });
      const other = await ask();
      virtualServices.deleteIngressPort(port);
      virtualServices.deleteIngressPort(port);
      return [none, other, await ask()];
    });
    expect(heard).toEqual(['Connection refused', '3', 'Connection refused']);
    expect(node.kernel.hostNetwork.listeners()).toEqual([]);
  });

  it('belongs to the newest service with the port, and to the other again when that is gone', async () => {
    const node = bootSwarmNode();
    const heard = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const port = await publish(node, api);
      const ask = () => onMachine(api, '127.0.0.1', '8080');
      virtualServices.setIngressPort({ ...port, backends: port.backends.slice(0, 1) });
      const next = { ...port, serviceId: 'next', backends: port.backends.slice(1, 2) };
      virtualServices.setIngressPort(next);
      virtualServices.setIngressPort({ ...port, backends: port.backends.slice(2) });
      const newest = await ask();
      virtualServices.deleteIngressPort(next);
      const older = await ask();
      virtualServices.deleteIngressPort(port);
      return [newest, older, await ask(), virtualServices.ingressPorts().length];
    });
    expect(heard).toEqual(['2', '3', 'Connection refused', 0]);
  });

  it('comes before what had the port, and keeps others from it, by protocol', async () => {
    const node = bootSwarmNode();
    const result = await node.asClient(async (api) => {
      const { virtualServices } = node.engine.context;
      const run = (host: string, spec: string, name: string): Promise<string> =>
        startDetached(
          api,
          {
            Cmd: ['serve', '80', name],
            HostConfig: { PortBindings: { [spec]: [{ HostIp: '', HostPort: host }] } },
          },
          name,
        ).then(
          () => 'started',
          (error: Error) => error.message,
        );
      const before = await run('8080', '80/tcp', 'first');
      const port = await publish(node, api);
      virtualServices.setIngressPort({ ...port, protocol: 'udp', publishedPort: 53, targetPort: 53 });
      const during = await onMachine(api, '127.0.0.1', '8080');
      await api.ContainerKill('first');
      const refused = [await run('8080', '80/tcp', 'second'), await run('53', '53/udp', 'third')];
      const other = await run('53', '53/tcp', 'fourth');
      virtualServices.clear();
      return [
        before,
        during,
        ...refused,
        other,
        virtualServices.ingressPorts(),
        await run('8080', '80/tcp', 'fifth'),
      ];
    });
    const inUse = (port: string): RegExp =>
      new RegExp(`failed to bind host port for 0\\.0\\.0\\.0:${port}: address already in use$`);
    expect(result).toEqual([
      'started',
      '3',
      expect.stringMatching(inUse('8080:172\\.17\\.0\\.2:80/tcp')),
      expect.stringMatching(inUse('53:172\\.17\\.0\\.2:53/udp')),
      'started',
      [],
      'started',
    ]);
  });
});

describe('a restored node', () => {
  it('has its networks and addresses again, and a table that is empty until it is filled', async () => {
    const node = bootSwarmNode();
    const service = await node.asClient((api) => startService(node, api));
    const saved = node.engine.save();
    expect(JSON.stringify(encodeState(saved.state))).not.toContain('10.0.1.100');
    const again = bootEngine({ restore: saved });
    enterSwarm(again.engine.context);
    const heard = await again.asClient(async (api) => {
      const unknown = await get(api, 'web');
      again.engine.context.virtualServices.setService(service);
      const { Containers } = await api.NetworkInspect('net');
      const addresses = Object.values(Containers ?? {}).map((entry) => `${entry.Name} ${entry.IPv4Address}`);
      return [unknown, await hearTimes(3, () => get(api, 'web')), addresses.sort()];
    });
    expect(heard).toEqual([
      'unknown host',
      '3 2 1',
      [
        'client 10.0.1.6/24',
        'net-endpoint 10.0.1.3/24',
        'web.1.t1 10.0.1.2/24',
        'web.2.t2 10.0.1.4/24',
        'web.3.t3 10.0.1.5/24',
      ],
    ]);
    expect(again.engine.context.overlays.sandboxes.size).toBe(2);
  });
});
