import { describe, expect, it } from 'vitest';
import { ActivityLog } from '../explain/activity-log.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { hostView, writeFiles } from '../machine-image.ts';
import { openCommandSession } from '../run-commands.ts';
import { createWorld } from '../world.ts';
import { QUERY_HANDLERS } from './handlers.ts';
import type { QueryContext } from './query.ts';
import type { Queries, QueryName } from './queries.ts';

const DOCKERFILE = 'FROM busybox AS base\nRUN echo 1 > /a\nCOPY . /data/\nRUN rm /a\n';

/** A machine in whose /root/app these files are, and on which these commands have run. */
async function machineAfter(commands: readonly string[], files: Readonly<Record<string, string>> = {}) {
  const world = createWorld({ host: stillHost, seed: 1, mode: 'virtual' });
  const [machine] = world.machines;
  writeFiles(hostView(machine.kernel), '/root/app', { Dockerfile: DOCKERFILE, 'x.txt': 'x', ...files });
  const session = openCommandSession(world, machine, { cwd: '/root/app', env: {} });
  for (const command of commands) {
    const result = await session.run({ command });
    expect(result, command).toMatchObject({ exitCode: 0 });
  }
  const nowhere = (): never => {
    throw new Error('no query here asks for that');
  };
  const context: QueryContext = {
    host: stillHost,
    machine,
    machines: world.machines,
    loadLesson: nowhere,
    seat: { room: undefined, enter: nowhere, leave: nowhere },
    journal: [],
    running: new Map(),
    snapshot: nowhere,
    save: nowhere,
    timeline: nowhere,
    activity: new ActivityLog(),
    machineOf: (name) => world.machines.find((each) => each.name === name),
  };
  const ask = async <Q extends QueryName>(
    name: Q,
    parameters: Queries[Q]['parameters'],
  ): Promise<Queries[Q]['answer']> => {
    const handler: (typeof QUERY_HANDLERS)[Q] = QUERY_HANDLERS[name];
    return handler(context, parameters);
  };
  return { ask, state: machine.engine.store.state };
}

describe('the outline of a Dockerfile', () => {
  const path = '/root/app/Dockerfile';

  it('has the last build’s steps at their instructions, also after an edit', async () => {
    const { ask } = await machineAfter([
      'docker build -q -t app .',
      'echo y > x.txt',
      'docker build -q -t app .',
    ]);
    const { build, instructions } = await ask('outline', { path, text: DOCKERFILE });
    expect(build?.id).toBe('2');
    const state = instructions.map(({ startLine, step }) => [startLine, build?.steps[step ?? -1]?.status]);
    expect(state).toEqual([[1, 'cached'], [2, 'cached'], [3, 'ran'], [4, 'ran']]); // prettier-ignore
    const edited = DOCKERFILE.replace('RUN echo 1', '# new\nUSER root\nRUN echo 2');
    const after = await ask('outline', { path, text: edited });
    expect(after.instructions.map(({ name, startLine, step }) => [name, startLine, step])).toEqual([
      ['FROM', 1, 0],
      ['USER', 3, undefined],
      ['RUN', 4, undefined],
      ['COPY', 5, 2],
      ['RUN', 6, 3],
    ]);
    expect((await ask('outline', { path: '/root/app/Other', text: DOCKERFILE })).build).toBeUndefined();
  });

  it('knows the stages, and the images and files that can be written', async () => {
    const { ask } = await machineAfter([], { '.dockerignore': 'x.txt\n' });
    const text = 'ARG A\nFROM a\nRUN b\n\nFROM c\n';
    const { stages } = await ask('outline', { path, text });
    expect(stages).toEqual([{ startLine: 2, endLine: 3 }, { startLine: 5, endLine: 5 }]); // prettier-ignore
    const at = async (line: string): Promise<string[]> => {
      const { items } = await ask('complete', { path, text: line, line: 1, column: line.length + 1 });
      return items.map(({ label }) => label);
    };
    expect(await at('FROM ')).toContain('nginx');
    expect(await at('FROM node:')).toContain('22-alpine');
    expect(await at('FROM nosuch:')).toEqual([]);
    expect(await at('COPY ')).toEqual(['.dockerignore', 'Dockerfile']);
  });
});

describe('the report of a context', () => {
  const path = '/root/app/.dockerignore';

  it('tells what a pattern keeps out', async () => {
    const { ask } = await machineAfter([], { 'logs/a.log': '12345', 'logs/keep.log': '1' });
    const report = await ask('contextReport', { path, text: '# no logs\nlogs/*\n!logs/keep.log\n' });
    expect(report.sent.map((file) => file.path)).toEqual(['Dockerfile', 'logs/keep.log', 'x.txt']);
    expect(report).toMatchObject({
      count: 3,
      sizeBytes: DOCKERFILE.length + 2,
      ignored: [{ path: 'logs/a.log', sizeBytes: 5 }],
      ignoredCount: 1,
      ignoredBytes: 5,
    });
  });

  it('refuses a pattern that makes no sense', async () => {
    const { ask } = await machineAfter([]);
    await expect(ask('contextReport', { path, text: 'a[' })).rejects.toThrow('syntax error in pattern');
  });
});

describe('the layers of a container', () => {
  it('show what it wrote on top, where its volume lies and what that hides', async () => {
    const { ask, state } = await machineAfter([
      'docker pull -q busybox',
      'docker build -q -t app .',
      'docker run --name one -v notes:/data app sh -c "echo 2 > /b; echo 3 > /data/new"',
    ]);
    const id = [...state.containers].find(([, { name }]) => name === 'one' || name === '/one')?.[0] ?? '';
    const report = await ask('layers', { type: 'container', id });
    expect(await ask('layers', { type: 'container', id, machine: 'node1' })).toEqual(report);
    await expect(ask('layers', { type: 'container', id, machine: 'node2' })).rejects.toThrow(
      'node2 is switched off.',
    );
    expect(report.layers.map(({ createdBy, writable }) => (writable ? 'writable' : createdBy))).toEqual([
      expect.stringMatching(/ADD|BusyBox|COPY/i),
      'RUN /bin/sh -c echo 1 > /a # buildkit',
      'COPY . /data/ # buildkit',
      'RUN /bin/sh -c rm /a # buildkit',
      'writable',
    ]);
    expect(report.layers.at(-1)?.files).toEqual([{ path: '/b', kind: 'added', sizeBytes: 2 }]);
    expect(report.layers[1]).toMatchObject({ wastedBytes: 2, files: [{ path: '/a', hiddenBy: 3 }] });
    expect(report.layers[0]?.sharedWith).toEqual(['busybox:latest']);
    expect(report.mounts).toEqual([{ type: 'volume', name: 'notes', destination: '/data', readOnly: false }]);
    const where = async (path: string): Promise<unknown> =>
      (await ask('pathPlaces', { type: 'container', id, path })).places;
    expect(await where('/a')).toEqual([
      { kind: 'layer', layer: 3, change: 'deleted' },
      { kind: 'layer', layer: 1, change: 'added' },
    ]);
    const mount = { kind: 'mount', type: 'volume', name: 'notes', destination: '/data', readOnly: false };
    expect(await where('/data/x.txt')).toEqual([
      { ...mount, there: true },
      { kind: 'layer', layer: 2, change: 'added' },
    ]);
    expect(await where('/data/new')).toEqual([{ ...mount, there: true }]);
    expect(await where('/data/gone')).toEqual([{ ...mount, there: false }]);
    await expect(ask('layers', { type: 'container', id: 'gone' })).rejects.toThrow('That container is gone.');
  });
});
