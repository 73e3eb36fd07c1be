import { describe, expect, it } from 'vitest';
import { bootEngine, execIn, runContainer, startDetached } from './testing/boot-engine.ts';
import { decodeState, encodeState } from './snapshot.ts';

/** A daemon with one container of each kind, saved as JSON and back, on a machine that was just switched on. */
async function afterPowerCut() {
  const first = bootEngine();
  await first.asClient(async (api) => {
    const HostConfig = { PortBindings: { '80/tcp': [{ HostIp: '', HostPort: '4000' }] } };
    await startDetached(api, { Cmd: ['serve', '80', 'hello'], HostConfig }, 'web');
    await execIn(api, 'web', ['write', '/kept', 'yes']);
    await startDetached(api, {}, 'paused');
    await api.ContainerPause('paused');
    await runContainer(api, { Cmd: ['echo', 'said before'] }, 'done');
  });
  const saved = first.engine.save();
  const state = decodeState(JSON.parse(JSON.stringify(encodeState(saved.state))));
  return { first, second: bootEngine({ restore: { ...saved, state } }) };
}

describe('restore', () => {
  it('the state survives JSON', async () => {
    const { first } = await afterPowerCut();
    const { state } = first.engine.store;
    expect(encodeState(decodeState(encodeState(state)))).toEqual(encodeState(state));
  });

  it('what ran runs again with its files, ports and addresses; nothing is announced or counted', async () => {
    const { second } = await afterPowerCut();
    const result = await second.asClient(async (api, proc) => {
      await proc.sleep(10);
      const list = (await api.ContainerList({ all: true })).map(
        ({ Names, State }) => `${String(Names[0])} ${State}`,
      );
      const socket = await proc.network.connect('127.0.0.1', 4000);
      const answer = new TextDecoder().decode((await socket.read(100)) ?? new Uint8Array());
      const { RestartCount, NetworkSettings } = await api.ContainerInspect('web');
      const kept = (await execIn(api, 'web', ['read', '/kept'])).output;
      let log = '';
      for await (const { data } of api.ContainerLogs('done', { stdout: true, stderr: true }))
        log += new TextDecoder().decode(data);
      return { list: list.sort(), answer, RestartCount, address: NetworkSettings.IPAddress, kept, log };
    });
    expect(result).toEqual({
      list: ['/done exited', '/paused paused', '/web running'],
      answer: 'hello',
      RestartCount: 0,
      address: '172.17.0.2',
      kept: 'yes\n',
      log: 'said before\n',
    });
    const actions = second.engine.store.pastEvents.map(({ Action }) => Action);
    expect(actions.filter((action) => !action.startsWith('exec_'))).toEqual([]);
    expect(second.errors).toEqual([]);
  });
});
