import { describe, expect, it } from 'vitest';
import type { EngineApi } from '../../api/engine-api.ts';
import type { NetworkInspect } from '../../api/network-types.ts';
import { bootEngine, execIn, runContainer, startDetached } from '../testing/boot-engine.ts';
import { bootSwarmNode, enterSwarm } from '../testing/swarm-node.ts';
import { brokenRules } from '../testing/invariants.ts';
import { lowerSwarmNetworks } from './swarm-networks.ts';

const refusal = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: Error) => error.message,
  );

const names = async (api: EngineApi): Promise<string[]> =>
  (await api.NetworkList()).map(
    ({ Name, Driver, Scope, IPAM }) => `${Name} ${Driver} ${Scope} ${IPAM.Config[0]?.Subnet ?? '-'}`,
  );

const endpoints = ({ Containers }: NetworkInspect): Record<string, string> =>
  Object.fromEntries(
    Object.values(Containers ?? {})
      .sort((a, b) => (a.IPv4Address < b.IPv4Address ? -1 : 1))
      .map(({ Name, IPv4Address }) => [Name.replace(/_[0-9a-f]{12}$/, '_CONTAINER'), IPv4Address]),
  );

describe('the networks of a swarm', () => {
  it('come with it and go with it, but for docker_gwbridge', async () => {
    const { asClient, engine } = bootSwarmNode();
    const [before, mesh, gateway, after] = await asClient(async (api) => {
      const during = await names(api);
      const [ingress, bridge] = [
        await api.NetworkInspect('ingress'),
        await api.NetworkInspect('docker_gwbridge'),
      ];
      lowerSwarmNetworks(engine.context);
      return [during, ingress, bridge, await names(api)];
    });
    expect(before).toEqual([
      'bridge bridge local 172.17.0.0/16',
      'docker_gwbridge bridge local 172.18.0.0/16',
      'host host local -',
      'ingress overlay swarm 10.0.0.0/24',
      'none null local -',
    ]);
    expect(mesh).toEqual({
      Name: 'ingress',
      Id: expect.stringMatching(/^[0-9a-z]{25}$/) as string,
      Created: expect.any(String) as string,
      Scope: 'swarm',
      Driver: 'overlay',
      EnableIPv4: true,
      EnableIPv6: false,
      IPAM: { Driver: 'default', Options: null, Config: [{ Subnet: '10.0.0.0/24', Gateway: '10.0.0.1' }] },
      Internal: false,
      Attachable: false,
      Ingress: true,
      ConfigFrom: { Network: '' },
      ConfigOnly: false,
      Containers: {
        'ingress-sbox': {
          Name: 'ingress-endpoint',
          EndpointID: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
          MacAddress: '02:42:0a:00:00:02',
          IPv4Address: '10.0.0.2/24',
          IPv6Address: '',
        },
      },
      Options: { 'com.docker.network.driver.overlay.vxlanid_list': '4096' },
      Labels: {},
      Peers: [{ Name: expect.stringMatching(/^[0-9a-f]{12}$/) as string, IP: '192.168.0.10' }],
    });
    expect(endpoints(gateway)).toEqual({ 'gateway_ingress-sbox': '172.18.0.2/16' });
    expect(gateway.IPAM.Options).toBeNull();
    expect(after.map((line) => line.split(' ')[0])).toEqual(['bridge', 'docker_gwbridge', 'host', 'none']);
    expect(engine.context.overlays).toEqual({ wires: new Map(), sandboxes: new Map() });
  });

  it('of users have pools and numbers in order, and show nothing while nobody is in them', async () => {
    const { asClient } = bootSwarmNode();
    const [one, two, three] = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'one', Driver: 'overlay', Labels: { a: 'b' } });
      await api.NetworkCreate({ Name: 'two', Driver: 'overlay', Internal: true });
      await api.NetworkCreate({
        Name: 'three',
        Driver: 'overlay',
        IPAM: { Config: [{ Subnet: '10.9.0.0/16' }] },
      });
      await api.NetworkDelete('one');
      const reused = await api.NetworkCreate({ Name: 'four', Driver: 'overlay' });
      return [
        await api.NetworkInspect(reused.Id),
        await api.NetworkInspect('two'),
        await api.NetworkInspect('three'),
      ];
    });
    expect([one.IPAM.Config, two.IPAM.Config, three.IPAM.Config]).toEqual([
      [{ Subnet: '10.0.1.0/24', Gateway: '10.0.1.1' }],
      [{ Subnet: '10.0.2.0/24', Gateway: '10.0.2.1' }],
      [{ Subnet: '10.9.0.0/16', Gateway: '10.9.0.1' }],
    ]);
    expect([one.Options, three.Options]).toEqual([
      { 'com.docker.network.driver.overlay.vxlanid_list': '4097' },
      { 'com.docker.network.driver.overlay.vxlanid_list': '4099' },
    ]);
    expect([two.Containers, two.Labels, two.Peers, two.Internal]).toEqual([null, null, undefined, true]);
  });

  it('are refused in Docker’s words', async () => {
    const outside = bootEngine();
    const notManager =
      'This node is not a swarm manager. Use "docker swarm init" or "docker swarm join" to connect this node to swarm and try again.';
    expect(
      await outside.asClient((api) => refusal(api.NetworkCreate({ Name: 'o', Driver: 'overlay' }))),
    ).toBe(notManager);
    const worker = bootEngine();
    enterSwarm(worker.engine.context, { role: 'worker' });
    expect(await worker.asClient((api) => refusal(api.NetworkCreate({ Name: 'o', Driver: 'overlay' })))).toBe(
      notManager,
    );
    const { asClient } = bootSwarmNode();
    const messages = await asClient(async (api) => {
      const ask = (more: object): Promise<string> =>
        refusal(api.NetworkCreate({ Name: 'o', Driver: 'overlay', ...more }));
      return [
        await ask({ Name: 'bad name' }),
        await ask({ Name: 'x'.repeat(64) }),
        await ask({ Name: 'ingress' }),
        (await ask({ Ingress: true })).replace(/\(.*\)/, '(ID)'),
        await ask({ Ingress: true, Attachable: true }),
        await ask({ IPAM: { Config: [{ Subnet: '10.0.0.0/33' }] } }),
        await ask({ IPAM: { Config: [{ Subnet: '10.0.0.128/25' }] } }),
        await ask({ Driver: 'bridge', Ingress: true }),
        await ask({ Driver: 'bridge', IPAM: { Config: [{ Subnet: '10.0.0.0/24' }] } }),
      ];
    });
    expect(messages).toEqual([
      'rpc error: code = InvalidArgument desc = name must be valid as a DNS name component',
      'rpc error: code = InvalidArgument desc = name must be 63 characters or fewer',
      'network with name ingress already exists',
      'rpc error: code = AlreadyExists desc = ingress network (ID) is already present',
      'rpc error: code = InvalidArgument desc = ingress network cannot be attachable',
      'invalid network config:\ninvalid subnet 10.0.0.0/33: invalid CIDR block notation',
      'invalid pool request: Pool overlaps with other one on this address space',
      'Ingress network can only be global scope network',
      'no error',
    ]);
  });

  it('keep what is in use, and go with prune when nobody is in them', async () => {
    const { asClient, engine } = bootSwarmNode({ usedBy: { web: 'service s1' }, ingressUser: 's2' });
    const results = await asClient(async (api) => {
      for (const Name of ['web', 'free', 'hand'])
        await api.NetworkCreate({ Name, Driver: 'overlay', Attachable: true });
      await api.NetworkCreate({ Name: 'local' });
      await startDetached(api, { HostConfig: { NetworkMode: 'hand' } }, 'box');
      const id = (await api.NetworkInspect('web')).Id;
      const messages = [
        (await refusal(api.NetworkDelete('web'))).replace(id, 'ID'),
        (await refusal(api.NetworkDelete('hand'))).replace(/[0-9a-z]{25}/g, 'ID'),
        await refusal(api.NetworkDelete('ingress')),
        (await refusal(api.NetworkDelete('docker_gwbridge'))).replace(/"[0-9a-f_]+"|_[0-9a-f]{12}/g, '_ID'),
      ];
      return [
        messages,
        (await api.NetworkPrune()).Deleted,
        (await names(api)).map((line) => line.split(' ')[0]),
      ];
    });
    const refused = 'rpc error: code = FailedPrecondition desc =';
    expect(results).toEqual([
      [
        `${refused} network ID is in use by service s1`,
        `${refused} network ID is in use by task ID`,
        `${refused} ingress network cannot be removed because service s2 depends on it`,
        'error while removing network: network docker_gwbridge has active endpoints (name:"gateway_ID" id:_ID, name:"gateway_ingress-sbox" id:_ID)',
      ],
      ['free', 'local'],
      ['bridge', 'docker_gwbridge', 'hand', 'host', 'ingress', 'none', 'web'],
    ]);
    expect([...engine.context.overlays.sandboxes.keys()]).toEqual(['ingress-sbox', 'lb-hand']);
  });

  it('the routing mesh can be taken away and made anew with another subnet', async () => {
    const { asClient } = bootSwarmNode();
    const found = await asClient(async (api) => {
      await api.NetworkDelete('ingress');
      const gateway = endpoints(await api.NetworkInspect('docker_gwbridge'));
      const request = { Driver: 'overlay', Ingress: true, IPAM: { Config: [{ Subnet: '10.11.0.0/16' }] } };
      await api.NetworkCreate({ Name: 'mesh', ...request });
      const mesh = await api.NetworkInspect('mesh');
      return [gateway, endpoints(mesh), Object.keys(mesh.Containers ?? {})];
    });
    expect(found).toEqual([{}, { 'mesh-endpoint': '10.11.0.2/16' }, ['ingress-sbox']]);
  });
});

describe('containers in overlays', () => {
  it('join by hand only what is attachable', async () => {
    const { asClient, engine } = bootSwarmNode();
    const messages = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'closed', Driver: 'overlay' });
      await startDetached(api, {}, 'box');
      const run = (NetworkMode: string): Promise<string> =>
        refusal(startDetached(api, { HostConfig: { NetworkMode } }));
      return [
        await run('closed'),
        await run('ingress'),
        await run('nosuch'),
        await refusal(api.NetworkConnect('closed', { Container: 'box' })),
      ];
    });
    const refused = (name: string, code: string, why: string): string =>
      `Could not attach to network ${name}: rpc error: code = ${code} desc = network ${name} ${why}`;
    expect(messages).toEqual([
      `failed to set up container networking: ${refused('closed', 'PermissionDenied', 'not manually attachable')}`,
      `failed to set up container networking: ${refused('ingress', 'PermissionDenied', 'not manually attachable')}`,
      `failed to set up container networking: ${refused('nosuch', 'NotFound', 'not found')}`,
      refused('closed', 'PermissionDenied', 'not manually attachable'),
    ]);
    expect([...engine.context.overlays.sandboxes.keys()]).toEqual(['ingress-sbox']);
  });

  it('find each other by name, get out by docker_gwbridge, and are not reached from the machine', async () => {
    const { asClient, engine } = bootSwarmNode();
    const { kernel } = engine.context;
    const result = await asClient(async (api, proc) => {
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
      await startDetached(api, { Cmd: ['serve', '80', 'hello'], HostConfig: { NetworkMode: 'net' } }, 'Web');
      await startDetached(api, { HostConfig: { NetworkMode: 'net' } }, 'client');
      await startDetached(api, { Cmd: ['serve', '8000', 'machine'], HostConfig: { NetworkMode: 'host' } });
      const ask = async (name: string, port = '80') =>
        (await execIn(api, 'client', ['get', name, port])).output;
      const { NetworkSettings } = await api.ContainerInspect('client');
      const ids = Object.keys((await api.NetworkInspect('net')).Containers ?? {});
      expect(ids).toEqual([...ids].sort());
      const { IPAddress, Gateway, MacAddress, IPAMConfig } = NetworkSettings.Networks['net'] ?? {};
      const { runtime } = engine.context.containers.get((await api.ContainerInspect('client')).Id) ?? {};
      const network = runtime?.network;
      return {
        answers: [await ask('web'), await ask('192.168.0.10', '8000')],
        fromMachine: await proc.network.ping('10.0.1.2', 1000),
        settings: [IPAddress, Gateway, MacAddress, NetworkSettings.IPAddress, IPAMConfig?.IPv4Address],
        interfaces: network?.interfaces.map(({ name, address }) => `${name} ${address}`),
        route: network?.defaultRoute,
        net: endpoints(await api.NetworkInspect('net')),
        gateway: endpoints(await api.NetworkInspect('docker_gwbridge')),
      };
    });
    expect(kernel.hostNetwork.interfaces.map(({ name }) => name)).toEqual([
      'lo',
      'eth0',
      'docker0',
      'docker_gwbridge',
    ]);
    expect(result).toEqual({
      answers: ['hello', 'machine'],
      fromMachine: undefined,
      settings: ['10.0.1.4', '', '02:42:0a:00:01:04', '', '10.0.1.4'],
      interfaces: ['lo 127.0.0.1', 'eth0 10.0.1.4', 'eth1 172.18.0.4'],
      route: { gateway: '172.18.0.1', interfaceName: 'eth1' },
      net: { Web: '10.0.1.2/24', client: '10.0.1.4/24', 'net-endpoint': '10.0.1.3/24' },
      gateway: { 'gateway_ingress-sbox': '172.18.0.2/16', gateway_CONTAINER: '172.18.0.4/16' },
    });
  });

  it('have no way out of an internal one, and one only while they need it', async () => {
    const { asClient, engine } = bootSwarmNode();
    const gatewayOf = (id: string): string | undefined =>
      engine.store.state.containers.get(id)?.gatewayEndpoint?.address;
    const steps = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'inside', Driver: 'overlay', Attachable: true, Internal: true });
      await api.NetworkCreate({ Name: 'open', Driver: 'overlay', Attachable: true });
      await api.NetworkCreate({ Name: 'lab' });
      const id = await startDetached(api, { HostConfig: { NetworkMode: 'inside' } }, 'box');
      const out = (await execIn(api, 'box', ['get', '192.168.0.10', '80'])).output;
      const found = [out, gatewayOf(id)];
      await api.NetworkConnect('open', { Container: 'box' });
      found.push(gatewayOf(id));
      await api.NetworkConnect('lab', { Container: 'box' });
      found.push(gatewayOf(id));
      await api.NetworkDisconnect('lab', { Container: 'box' });
      found.push(gatewayOf(id));
      await api.ContainerKill('box');
      return [...found, gatewayOf(id)];
    });
    expect(steps).toEqual([
      'Network is unreachable\n',
      undefined,
      '172.18.0.3',
      undefined,
      '172.18.0.3',
      undefined,
    ]);
    expect([...engine.context.overlays.sandboxes.keys()]).toEqual(['ingress-sbox']);
  });

  it('publish their ports through docker_gwbridge', async () => {
    const { asClient } = bootSwarmNode();
    const result = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
      const request = (HostPort: string) => ({
        Cmd: ['serve', '80', 'hello'],
        HostConfig: { NetworkMode: 'net', PortBindings: { '80/tcp': [{ HostIp: '', HostPort }] } },
      });
      await startDetached(api, request('4000'), 'web');
      const heard = await runContainer(api, {
        Cmd: ['get', '127.0.0.1', '4000'],
        HostConfig: { NetworkMode: 'host' },
      });
      return [heard.stdout, await refusal(startDetached(api, request('4000'), 'other'))];
    });
    expect(result[0]).toBe('hello');
    expect(result[1]).toMatch(
      /^failed to set up container networking: driver failed programming external connectivity on endpoint gateway_[0-9a-f]{12} \([0-9a-f]{64}\): Bind for 0\.0\.0\.0:4000 failed: port is already allocated$/,
    );
  });

  it('take no address that the swarm has given away, except a task its own', async () => {
    const { asClient, engine } = bootSwarmNode({ reserved: ['10.0.1.2', '10.0.1.3'] });
    const result = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
      const at = (IPv4Address: string) => ({
        HostConfig: { NetworkMode: 'net' },
        NetworkingConfig: { EndpointsConfig: { net: { IPAMConfig: { IPv4Address } } } },
      });
      await startDetached(api, { HostConfig: { NetworkMode: 'net' } }, 'box');
      const refused = await refusal(startDetached(api, at('10.0.1.3')));
      return [refused, endpoints(await api.NetworkInspect('net'))];
    });
    expect(result).toEqual([
      'failed to set up container networking: Address already in use',
      { box: '10.0.1.4/24', 'net-endpoint': '10.0.1.5/24' },
    ]);
    expect(engine.context.swarmNode.current?.role).toBe('manager');
  });
});

describe('leaving', () => {
  it('disconnects containers that joined by hand', async () => {
    const { asClient, engine } = bootSwarmNode();
    const found = await asClient(async (api) => {
      await api.NetworkCreate({ Name: 'net', Driver: 'overlay', Attachable: true });
      const id = await startDetached(api, { HostConfig: { NetworkMode: 'net' } }, 'box');
      const rules = brokenRules({ engine, kernel: engine.context.kernel });
      lowerSwarmNetworks(engine.context);
      const { State, NetworkSettings } = await api.ContainerInspect(id);
      return [
        rules,
        State.Status,
        Object.keys(NetworkSettings.Networks),
        endpoints(await api.NetworkInspect('docker_gwbridge')),
      ];
    });
    expect(found).toEqual([[], 'running', [], {}]);
  });
});
