import { describe, expect, it, vi } from 'vitest';
import { nodeHost } from '../host/node.ts';
import { Lan } from '../kernel/net/lan.ts';
import type { RecordKind, WorldChange, WorldRecords } from './mirror.ts';
import { toBytes, toText } from '../lib/bytes.ts';
import type { FromWorld, ToWorld } from './protocol.ts';
import { serveWorld } from './serve-world.ts';
import { Terminals } from './terminals.ts';
import { WorldSaver } from './world-saver.ts';
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
  send({ kind: 'start', restore: true, speed: 1, seed: 3, epoch: 0 });
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
    told: () => told,
    answer: (id: number) =>
      told.find((message) => (message.kind === 'answer' || message.kind === 'refused') && message.id === id),
    readies: () => told.flatMap((message) => (message.kind === 'ready' ? [message.epoch] : [])),
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

  it('answers an edit once it is stored: whoever reloads then has it', async () => {
    const storage = new MemoryStorage();
    const page = openPage(storage);
    await page.ready();
    const path = '/root/site/index.html';
    page.send({ kind: 'query', id: 1, query: 'writeFile', parameters: { path, text: 'kept' } });
    await page.until(() => expect(page.answer(1)).toBeDefined());
    const next = openPage(new MemoryStorage(storage));
    await next.ready();
    next.send({ kind: 'query', id: 1, query: 'readFile', parameters: { place: 'machine', path } });
    await next.until(() => expect(next.answer(1)).toMatchObject({ answer: { text: 'kept' } }));
    // Two tabs of one sandbox: the first writes there no more, and is told.
    const manifest = storage.entries.get('manifest');
    page.send({ kind: 'query', id: 2, query: 'save', parameters: {} });
    await page.until(() => expect(page.answer(2)).toMatchObject({ answer: { saved: false } }));
    expect(page.errors()).toMatchObject([{ kind: 'save.failed', reason: 'taken' }]);
    expect(storage.entries.get('manifest')).toBe(manifest);
    for (const each of [page, next]) each.send({ kind: 'reset', epoch: 1 });
  });

  it('begins one world for two resets at once, and leaves nobody waiting', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.type('a', 'touch /tmp/x');
    await page.until(() => expect(page.of('point').size).toBe(2));
    const request = { method: 'GET', host: 'localhost:1', target: '/', headers: [] };
    page.send({ kind: 'query', id: 1, query: 'httpRequest', parameters: request });
    page.send({ kind: 'travel', to: 'undo' });
    page.send({ kind: 'reset', epoch: 1 });
    page.send({ kind: 'reset', epoch: 2 });
    await page.until(() => expect(page.readies()).toEqual([0, 1, 2]));
    page.send({ kind: 'query', id: 2, query: 'readFolder', parameters: { place: 'machine', path: '/root' } });
    await page.until(() => expect([page.answer(1), page.answer(2)]).not.toContain(undefined));
    // The worlds before are silent: one shell answers.
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    const before = page.printed().length;
    page.type('a', 'echo "<$((20 + 3))>"');
    await page.until(() => expect(page.of('terminal').get('a')?.atPrompt).toBe(true));
    await page.until(() => expect(page.printed().slice(before).split('<23>')).toHaveLength(2));
    expect(page.errors()).toEqual([]);
  });

  it('leaves what it can’t read as it is, and begins nothing', async () => {
    const storage = new MemoryStorage();
    const page = openPage(storage);
    await page.ready();
    await page.saved();
    const [blob = ''] = await storage.keys('blob/');
    const bytes = storage.entries.get(blob)!;
    storage.entries.delete(blob);
    const left = new Map(storage.entries);
    const next = openPage(new MemoryStorage(storage));
    await next.until(() =>
      expect(next.told()).toContainEqual({
        kind: 'damaged',
        message: `a part of the saved state is missing (${blob.slice(5, 17)})`,
      }),
    );
    next.send({ kind: 'save' });
    next.send({ kind: 'query', id: 1, query: 'save', parameters: {} });
    await next.until(() => expect(next.answer(1)).toMatchObject({ kind: 'refused' }));
    expect(storage.entries).toEqual(left);
    expect(next.readies()).toEqual([]);
    // What can be read, but no machine comes of it.
    storage.entries.set(blob, bytes);
    vi.spyOn(Lan.prototype, 'setLink').mockImplementationOnce(() => {
      throw new Error('no cable');
    });
    const last = openPage(new MemoryStorage(storage));
    await last.until(() => expect(last.told()).toContainEqual({ kind: 'damaged', message: 'no cable' }));
  });

  it('stands where it was when another point can’t be gone to', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.type('a', 'echo made > mark');
    await page.until(() => expect(page.of('timeline').get('timeline')?.undo).toContain('made'));
    await page.until(() => expect(page.of('file').has('/root/site/mark')).toBe(true));
    const { takeOver } = Terminals.prototype;
    const stop = vi.spyOn(WorldSaver.prototype, 'stop');
    vi.spyOn(Terminals.prototype, 'takeOver').mockImplementationOnce(function (this: Terminals, handed) {
      takeOver.call(this, handed);
      // That tells of a change.
      this.machineGone('node1');
      throw new Error('no way there');
    });
    const before = page.told().length;
    page.send({ kind: 'travel', to: 'undo' });
    await page.until(() => expect(page.errors()).toMatchObject([{ error: { message: 'no way there' } }]));
    // The world that was left, and the one that was half begun: that one is not heard of, nor saved.
    expect(stop).toHaveBeenCalledTimes(2);
    expect(page.of('timeline').get('timeline')?.undo).toContain('made');
    page.type('a', 'cat mark; echo "still" here; touch more');
    await page.until(() => expect(page.printed()).toContain('made\r\nstill here'));
    await page.until(() => expect(page.of('file').has('/root/site/more')).toBe(true));
    const changes = page
      .told()
      .slice(before)
      .flatMap((message) => (message.kind === 'changes' ? message.changes : []));
    expect(changes).not.toContainEqual({ kind: 'file', id: '/root/site/mark' });
  });

  it('closes the connection of a request that nobody waits for any more', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.type('a', 'nc -l -p 4000; echo "<$((20 + 3))>"');
    const parameters = { method: 'GET', host: 'localhost:4000', target: '/events', headers: [] };
    let asked = 0;
    /** Again and again, until it comes through. */
    const ask = async (): Promise<void> => {
      const before = page.printed().length;
      await page.until(() => {
        page.send({ kind: 'query', id: (asked += 1), query: 'httpRequest', parameters });
        expect(page.printed().slice(before)).toContain('GET /events');
      });
    };
    await ask();
    for (let id = 1; id <= asked; id += 1) page.send({ kind: 'query.cancel', id });
    await page.until(() => expect(page.printed()).toContain('<23>'));
    // Power off ends one too.
    page.type('a', 'nc -l -p 4000 &');
    await page.until(() => expect(page.of('point').size).toBe(3));
    const since = asked + 1;
    await ask();
    page.send({ kind: 'machine', machine: 'node1', action: 'off' });
    for (let id = since; id <= asked; id += 1) await page.until(() => expect(page.answer(id)).toBeDefined());
    expect(page.errors()).toEqual([]);
  });

  it('writes nothing over what it could not ask for', async () => {
    const first = new MemoryStorage();
    const page = openPage(first);
    await page.ready();
    await page.saved();
    const left = new Map(first.entries);
    const storage = new MemoryStorage();
    await storage.put(left);
    vi.spyOn(storage, 'claim').mockRejectedValueOnce(new Error('the database could not be opened'));
    const next = openPage(storage);
    await next.ready();
    next.send({ kind: 'reset', epoch: 1 });
    next.send({ kind: 'query', id: 1, query: 'save', parameters: {} });
    await next.until(() => expect(next.answer(1)).toMatchObject({ answer: { saved: false } }));
    expect(next.errors()).toContainEqual({
      kind: 'save.failed',
      reason: 'refused',
      message: 'the database could not be opened',
    });
    expect(storage.entries).toEqual(left);
  });

  it('gives the project out with what was run, and takes files in as one step', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'terminal.open', terminal: 'a', ...SIZE });
    page.type('a', 'mkdir bin; echo "echo hi" > bin/run; chmod +x bin/run; rm *.*');
    page.type('a', 'touch undone');
    await page.until(() => expect(page.of('point').size).toBe(3));
    page.send({ kind: 'travel', to: 'undo' });
    page.send({ kind: 'machines', count: 2 });
    await page.until(() => expect(page.of('machine').size).toBe(2));
    page.send({ kind: 'query', id: 1, query: 'project', parameters: {} });
    await page.until(() => expect(page.answer(1)).toBeDefined());
    expect(page.answer(1)).toMatchObject({
      answer: {
        files: [{ path: 'Dockerfile' }, { path: 'bin/run', bytes: toBytes('echo hi\n'), executable: true }],
        journal: [
          { line: 'mkdir bin; echo "echo hi" > bin/run; chmod +x bin/run; rm *.*', leftOut: 'files' },
        ],
        machines: 2,
      },
    });
    const put = (id: number, path: string) =>
      page.send({
        kind: 'query',
        id,
        query: 'putFiles',
        parameters: { label: 'Import a.zip', files: [{ path, bytes: toBytes('new') }], replace: true },
      });
    put(2, '../../etc/passwd');
    await page.until(() => expect(page.answer(2)).toMatchObject({ kind: 'refused' }));
    put(3, 'src/app.js');
    await page.until(() => expect(page.answer(3)).toMatchObject({ answer: { written: 1 } }));
    page.send({ kind: 'query', id: 4, query: 'project', parameters: {} });
    await page.until(() =>
      expect(page.answer(4)).toMatchObject({ answer: { files: [{ path: 'src/app.js' }] } }),
    );
    expect(page.of('timeline').get('timeline')?.undo).toBe('Import a.zip');
    expect(page.errors()).toEqual([]);
  });

  it('puts files into a folder of any machine, tells which are there, and gives one out', async () => {
    const page = openPage(new MemoryStorage());
    await page.ready();
    page.send({ kind: 'machines', count: 2 });
    await page.until(() => expect(page.of('machine').size).toBe(2));
    const bytes = new Uint8Array([0x89, 0xff, 0, 10]);
    const to = { machine: 'node2', path: '/srv/app' };
    const files = [{ path: 'img/logo.png', bytes }];
    const label = 'Bring logo.png';
    page.send({ kind: 'query', id: 1, query: 'putFiles', parameters: { label, files, replace: false, to } });
    await page.until(() => expect(page.answer(1)).toMatchObject({ answer: { written: 1 } }));
    const paths = ['img/logo.png', 'img/none.png'];
    page.send({ kind: 'query', id: 2, query: 'presentPaths', parameters: { paths, to } });
    await page.until(() => expect(page.answer(2)).toMatchObject({ answer: { paths: ['img/logo.png'] } }));
    expect(page.of('timeline').get('timeline')?.undo).toBe(label);
    page.send({ kind: 'query', id: 3, query: 'putFiles', parameters: { label, files, replace: false } });
    await page.until(() => expect(page.answer(3)).toBeDefined());
    const path = '/root/site/img/logo.png';
    page.send({ kind: 'query', id: 4, query: 'fileBytes', parameters: { place: 'machine', path } });
    await page.until(() => expect(page.answer(4)).toMatchObject({ answer: { bytes } }));
    page.send({ kind: 'machine', machine: 'node2', action: 'off' });
    page.send({ kind: 'query', id: 5, query: 'putFiles', parameters: { label, files, replace: false, to } });
    await page.until(() => expect(page.answer(5)).toMatchObject({ message: 'node2 is switched off.' }));
    expect(page.errors()).toEqual([]);
  });
});
