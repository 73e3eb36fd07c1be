import { describe, expect, it } from 'vitest';
import { bootEngine, execIn, runContainer, startDetached } from '../testing/boot-engine.ts';

type Body = Parameters<ReturnType<typeof bootEngine>['asClient']>[0];

const refusal = async (body: Body): Promise<string> =>
  bootEngine()
    .asClient(body)
    .then(
      () => 'no error',
      (error: Error) => error.message,
    );

describe('networks', () => {
  it('a user-defined network resolves names, aliases and short IDs; the default bridge does not', async () => {
    const { asClient } = bootEngine();
    const answers = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'lab' });
      const web = await startDetached(
        api,
        {
          Cmd: ['serve', '80', 'hello'],
          HostConfig: { NetworkMode: 'lab' },
          NetworkingConfig: { EndpointsConfig: { lab: { Aliases: ['site'] } } },
        },
        'web',
      );
      await startDetached(api, { HostConfig: { NetworkMode: 'lab' } }, 'client');
      await startDetached(api, {}, 'outside');
      const ask = async (from: string, name: string) => (await execIn(api, from, ['get', name, '80'])).output;
      return [
        await ask('client', 'web'),
        await ask('client', 'site'),
        await ask('client', web.slice(0, 12)),
        await ask('client', 'nosuch'),
        await ask('outside', 'web'),
      ];
    });
    expect(answers).toEqual(['hello', 'hello', 'hello', 'unknown host\n', 'unknown host\n']);
  });

  it('gives out pools and addresses in order, and takes them back', async () => {
    const { asClient } = bootEngine();
    const result = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'one' });
      await api.NetworkCreate({ Name: 'two' });
      const subnets = (await api.NetworkList()).map(
        ({ Name, IPAM }) => `${Name} ${IPAM.Config[0]?.Subnet ?? '-'}`,
      );
      const address = async (id: string) => (await api.ContainerInspect(id)).NetworkSettings.IPAddress;
      const [a, b] = [await startDetached(api, {}), await startDetached(api, {})];
      const before = [await address(a), await address(b)];
      await api.ContainerKill(a);
      const c = await startDetached(api, {});
      return [subnets, before, await address(a), await address(c)];
    });
    expect(result).toEqual([
      ['bridge 172.17.0.0/16', 'host -', 'none -', 'one 172.18.0.0/16', 'two 172.19.0.0/16'],
      ['172.17.0.2', '172.17.0.3'],
      '',
      '172.17.0.2',
    ]);
  });

  it('a container can be connected and disconnected while it runs', async () => {
    const { asClient, engine } = bootEngine();
    await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'n1', IPAM: { Config: [{ Subnet: '10.9.0.0/24' }] } });
      await startDetached(api, {}, 'web');
      await api.NetworkConnect('n1', {
        Container: 'web',
        EndpointConfig: { IPAMConfig: { IPv4Address: '10.9.0.50' } },
      });
      const inspect = await api.NetworkInspect('n1');
      expect(
        Object.values(inspect.Containers ?? {}).map(({ Name, IPv4Address }) => [Name, IPv4Address]),
      ).toEqual([['web', '10.9.0.50/24']]);
      const rejected = (promise: Promise<unknown>) =>
        promise.then(
          () => '',
          (error: Error) => error.message,
        );
      expect(await rejected(api.NetworkConnect('n1', { Container: 'web' }))).toBe(
        'endpoint with name web already exists in network n1',
      );
      expect(await rejected(api.NetworkDelete('n1'))).toMatch(
        /^error while removing network: network n1 has active endpoints \(name:"web" id:"[0-9a-f]{12}"\)$/,
      );
      await api.NetworkDisconnect('n1', { Container: 'web' });
      await api.NetworkDelete('n1');
    });
    const networkEvents = engine.store.pastEvents.filter(({ Type }) => Type === 'network');
    expect(networkEvents.map(({ Action, Actor }) => `${Action} ${String(Actor.Attributes['name'])}`)).toEqual(
      ['create n1', 'connect bridge', 'connect n1', 'disconnect n1', 'destroy n1'],
    );
  });

  it('refuses in Docker’s words', async () => {
    expect(await refusal((api) => api.NetworkCreate({ Name: 'host' }))).toBe(
      'operation is not permitted on predefined host network',
    );
    expect(await refusal((api) => api.NetworkDelete('bridge'))).toBe(
      'bridge is a pre-defined network and cannot be removed',
    );
    expect(await refusal((api) => api.NetworkInspect('nope'))).toBe('network nope not found');
    expect(await refusal((api) => api.NetworkCreate({ Name: 'x', Driver: 'nosuch' }))).toBe(
      'plugin "nosuch" not found',
    );
    const ipam = (Subnet: string) => ({ Name: 'x', IPAM: { Config: [{ Subnet }] } });
    expect(await refusal((api) => api.NetworkCreate(ipam('172.30.0.0/33')))).toBe(
      'invalid network config:\ninvalid subnet 172.30.0.0/33: invalid CIDR block notation',
    );
    expect(await refusal((api) => api.NetworkCreate(ipam('172.17.5.0/24')))).toBe(
      'invalid pool request: Pool overlaps with other one on this address space',
    );
    expect(await refusal((api) => runContainer(api, { HostConfig: { NetworkMode: 'nosuch' } }))).toBe(
      'failed to set up container networking: network nosuch not found',
    );
  });
});

describe('published ports', () => {
  const publish = (HostPort: string, HostIp = '') => ({
    Cmd: ['serve', '80', 'hello'],
    ExposedPorts: { '80/tcp': {} },
    HostConfig: { PortBindings: { '80/tcp': [{ HostIp, HostPort }] } },
  });

  it('reach the container from the machine, only while it runs', async () => {
    const { asClient } = bootEngine();
    const answers = await asClient(async (api, proc) => {
      const ask = async () => {
        try {
          const socket = await proc.network.connect('127.0.0.1', 4000);
          return new TextDecoder().decode((await socket.read(100)) ?? new Uint8Array());
        } catch (error) {
          return (error as Error).message;
        }
      };
      await startDetached(api, publish('4000'), 'web');
      const first = await ask();
      await api.ContainerKill('web');
      return [first, await ask()];
    });
    expect(answers).toEqual(['hello', 'Connection refused']);
  });

  it('are allocated once; the second container stays created', async () => {
    const { asClient } = bootEngine();
    const [message, status, ports] = await asClient(async (api) => {
      await startDetached(api, publish('4000'), 'web');
      const error = await startDetached(api, publish('4000'), 'web2').catch(
        (reason: Error) => reason.message,
      );
      const [second] = await api.ContainerList({ all: true, filters: { name: ['web2'] } });
      await api.ContainerDelete('web', { force: true });
      await api.ContainerStart('web2');
      return [error, second?.Status, (await api.ContainerList())[0]?.Ports];
    });
    expect(message).toMatch(
      /^failed to set up container networking: driver failed programming external connectivity on endpoint web2 \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:4000 failed: port is already allocated$/,
    );
    expect(status).toBe('Created');
    expect(ports).toEqual([
      { IP: '0.0.0.0', PrivatePort: 80, PublicPort: 4000, Type: 'tcp' },
      { IP: '::', PrivatePort: 80, PublicPort: 4000, Type: 'tcp' },
    ]);
  });

  it('lead nowhere in an internal network', async () => {
    const { asClient } = bootEngine();
    const { NetworkSettings } = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'vault', Internal: true });
      const { HostConfig, ...options } = publish('4000');
      const id = await startDetached(api, {
        ...options,
        HostConfig: { ...HostConfig, NetworkMode: 'vault' },
      });
      return api.ContainerInspect(id);
    });
    expect(NetworkSettings.Ports).toEqual({ '80/tcp': null });
    expect(NetworkSettings.Networks['vault']?.IPAddress).toBe('172.18.0.2');
  });

  it('are chosen where none is asked for, and from a range the first free one', async () => {
    const { asClient } = bootEngine();
    const ports = await asClient(async (api) => {
      const ids = [
        await startDetached(api, publish('')),
        await startDetached(api, publish('')),
        await startDetached(api, publish('8085-8089', '127.0.0.1')),
        await startDetached(api, publish('8085-8089', '127.0.0.1')),
      ];
      return Promise.all(
        ids.map(
          async (id) => (await api.ContainerInspect(id)).NetworkSettings.Ports['80/tcp']?.[0]?.HostPort,
        ),
      );
    });
    expect(ports).toEqual(['32768', '32769', '8085', '8086']);
  });

  it('tcp and udp of one number are two ports', async () => {
    const { asClient } = bootEngine();
    const bindings = [{ HostIp: '', HostPort: '5353' }];
    const list = await asClient(async (api) => {
      await startDetached(api, { HostConfig: { PortBindings: { '53/tcp': bindings, '53/udp': bindings } } });
      return (await api.ContainerList())[0]?.Ports.map(
        ({ Type, PublicPort }) => `${Type} ${String(PublicPort)}`,
      );
    });
    expect(list).toEqual(['tcp 5353', 'tcp 5353', 'udp 5353', 'udp 5353']);
  });
});

describe('network modes', () => {
  it('host shares the machine’s, container:x that container’s, none has only lo', async () => {
    const { asClient, engine } = bootEngine();
    await asClient(async (api) => {
      await startDetached(api, { Cmd: ['serve', '80', 'shared'] }, 'web');
      const inWeb = await runContainer(api, {
        Cmd: ['get', '127.0.0.1', '80'],
        HostConfig: { NetworkMode: 'container:web' },
      });
      expect(inWeb.stdout).toBe('shared');
      await startDetached(
        api,
        { Cmd: ['serve', '8080', 'host'], HostConfig: { NetworkMode: 'host' } },
        'hostweb',
      );
      const onHost = await runContainer(api, {
        Cmd: ['get', '127.0.0.1', '8080'],
        HostConfig: { NetworkMode: 'host' },
      });
      expect(onHost.stdout).toBe('host');
      const alone = await runContainer(api, {
        Cmd: ['get', '172.17.0.1', '80'],
        HostConfig: { NetworkMode: 'none' },
      });
      expect(alone.stderr).toBe('Network is unreachable\n');
    });
    expect(engine.context.kernel.hostNetwork.listeners().map(({ local }) => local.port)).toEqual([8080]);
  });
});
