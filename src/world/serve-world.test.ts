import { describe, expect, it, vi } from 'vitest';
import { nodeHost } from '../host/node.ts';
import type { RecordKind, WorldChange, WorldRecords } from './mirror.ts';
import { toBytes, toText } from '../lib/bytes.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { serveWorld } from './serve-world.ts';
import { MemoryStorage } from './testing/memory-storage.ts';

/** A page that asks a world for things and keeps what it is told. */
function openPage(storage: MemoryStorage) {
  let send: (message: ToWorld) => void = () => undefined;
  const told: FromWorld[] = [];
  const records = new Map<RecordKind, Map<string, unknown>>();
  const of = <K extends RecordKind>(kind: K): ReadonlyMap<string, WorldRecords[K]> =>
    (records.get(kind) ?? new Map()) as Map<string, WorldRecords[K]>;
  const note = (change: WorldChange): void => {
    const map = records.get(change.kind) ?? new Map<string, unknown>();
    records.set(change.kind, map);
    if (change.value) map.set(change.id, change.value);
    else map.delete(change.id);
  };
  let printed = '';
  serveWorld(
    {
      post: (message) => {
        told.push(message);
        if (message.kind === 'changes') message.changes.forEach(note);
        if (message.kind === 'terminal.output') printed += toText(message.data);
      },
      listen: (handler) => (send = handler),
    },
    nodeHost,
    storage,
    async () => undefined,
  );
  send({ kind: 'start', restore: true, speed: 1, seed: 3 });
  const until = (check: () => void): Promise<void> => vi.waitFor(check, { timeout: 20_000, interval: 10 });
  return {
    until,
    send: (message: ToWorld) => send(message),
    type: (terminal: string, text: string) =>
      send({ kind: 'terminal.input', terminal, data: toBytes(`${text}\r`) }),
    of,
    printed: () => printed,
    ready: () => until(() => expect(told.some(({ kind }) => kind === 'ready')).toBe(true)),
    saved: async () => {
      const saves = (): number => told.filter(({ kind }) => kind === 'saved').length;
      const before = saves();
      send({ kind: 'save' });
      await until(() => expect(saves()).toBeGreaterThan(before));
    },
    closed: () => told.flatMap((message) => (message.kind === 'terminal.closed' ? [message.terminal] : [])),
    errors: () => told.filter(({ kind }) => kind === 'error' || kind === 'save.failed'),
  };
}

const SIZE = { columns: 80, rows: 24 };

describe('a world that serves a page', { timeout: 60_000 }, () => {
  it('has several machines, with terminals on each, which lose their power and are saved', async () => {
    const storage = new MemoryStorage();
    const page = openPage(storage);
    await page.ready();
    const isAtPrompt = (terminal: string) => page.of('terminal').get(terminal)?.atPrompt;
    page.send({ kind: 'machines', count: 3 });
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.send({ kind: 'terminal.open', terminal: 'b', machine: 'node2', ...SIZE });
    await page.until(() => expect([isAtPrompt('a'), isAtPrompt('b')]).toEqual([true, true]));
    expect([...page.of('machine').values()]).toMatchObject([
      { name: 'node1', address: '192.168.0.18', isOn: true, isPlugged: true, diskFull: false, nodeId: '' },
      { name: 'node2', address: '192.168.0.19' },
      { name: 'node3', address: '192.168.0.20' },
    ]);
    page.type('b', 'hostname; docker volume create data');
    await page.until(() => expect(page.of('volume').get('node2/data')?.machine).toBe('node2'));
    expect(page.printed()).toContain('node2');

    page.send({ kind: 'machine', machine: 'node2', action: 'fill' });
    await page.until(() => expect(page.of('machine').get('node2')?.diskFull).toBe(true));
    page.type('b', 'fallocate -l 5M /root/five');
    await page.until(() => expect(page.printed()).toContain('No space left on device'));
    page.send({ kind: 'machine', machine: 'node2', action: 'clear' });
    page.send({ kind: 'machine', machine: 'node2', action: 'off' });
    page.send({ kind: 'machine', machine: 'node3', action: 'unplug' });
    await page.until(() =>
      expect(page.of('machine').get('node2')).toMatchObject({ isOn: false, diskFull: false }),
    );
    expect(page.of('machine').get('node3')).toMatchObject({ isOn: true, isPlugged: false });
    expect(isAtPrompt('b')).toBe(false);
    await page.saved();

    const next = openPage(storage);
    await next.until(() => expect(next.of('machine').get('node2')?.isOn).toBe(false));
    expect(next.of('machine').get('node3')?.isPlugged).toBe(false);
    next.send({ kind: 'terminal.open', terminal: 'b', machine: 'node2', ...SIZE });
    next.send({ kind: 'machine', machine: 'node2', action: 'on' });
    await next.until(() => expect(next.of('terminal').get('b')?.atPrompt).toBe(true));
    next.send({ kind: 'machines', count: 1 });
    await next.until(() => expect(next.of('machine').size).toBe(1));
    expect(next.of('volume').has('node2/data')).toBe(false);
    expect(next.closed()).toEqual(['b']);
    expect([...page.errors(), ...next.errors()]).toEqual([]);
  });

  it('tells of the nodes and services of a swarm', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.type('a', 'docker swarm init');
    page.type('a', 'docker service create -d --name web -p 8080:80 --replicas 2 nginx:alpine');
    await page.until(() =>
      expect([...page.of('service').values()]).toMatchObject([
        { name: 'web', image: 'nginx:alpine', mode: 'replicated', desired: 2, running: 2 },
      ]),
    );
    const [service] = page.of('service').values();
    expect(service?.ports).toEqual([{ published: 8080, target: 80, protocol: 'tcp' }]);
    const nodeId = page.of('machine').get('node1')?.nodeId ?? '';
    expect(page.of('node').get(nodeId)).toEqual({
      id: nodeId,
      hostname: 'node1',
      role: 'manager',
      availability: 'active',
      state: 'ready',
      isLeader: true,
      isReachable: true,
    });
    expect(service?.tasks).toMatchObject([
      { name: 'web.1', nodeId, state: 'running', error: '' },
      { name: 'web.2', nodeId, state: 'running' },
    ]);
    expect([...page.of('container').values()].map((each) => each.service)).toEqual(['web', 'web']);
    page.type('a', 'docker service rm web; docker swarm leave -f');
    await page.until(() => expect(page.of('node').size).toBe(0));
    expect(page.of('service').size).toBe(0);
    expect(page.errors()).toEqual([]);
  });
});
