import { describe, expect, it } from 'vitest';
import { ClassicBuildError } from '../../../api/build-error.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import type { FileSourceEntry } from '../../../api/file-source.ts';
import { toBytes } from '../../../lib/bytes.ts';
import { bootEngine, runContainer } from '../../testing/boot-engine.ts';

function fileOf(path: string, text: string): FileSourceEntry {
  const data = toBytes(text);
  const owner = { uid: 0, gid: 0 };
  return { path, type: 'file', mode: 0o644, ...owner, mtimeMs: 0, size: data.length, read: () => data };
}

interface Wanted {
  files?: Record<string, string>;
  buildArgs?: Record<string, string>;
  target?: string;
}

/** Builds `made:latest` and gives what the builder told, IDs as they differ. */
async function build(api: EngineApi, lines: string[], wanted: Wanted = {}): Promise<string> {
  const entries = Object.entries(wanted.files ?? {}).map(([path, text]) => fileOf(path, text));
  const solve = api.ImageBuild({
    context: { entries: () => entries },
    dockerfile: lines.join('\n'),
    dockerfileName: 'Dockerfile',
    dockerignoreBytes: 2,
    tags: ['made'],
    buildArgs: wanted.buildArgs ?? {},
    labels: {},
    noCache: false,
    pull: false,
    secrets: {},
    extraHosts: [],
    namedContexts: {},
    classic: true,
    ...(wanted.target ? { target: wanted.target } : {}),
  });
  let told = '';
  try {
    for await (const message of solve) if (!('result' in message)) told += message.stream ?? '';
  } catch (error) {
    if (!(error instanceof ClassicBuildError)) throw error;
    told += `${error.message} [${error.exitCode}]\n`;
  }
  return told.replace(/\b[0-9a-f]{12}\b/g, 'ID');
}

const LINES = ['FROM app', 'ENV WHO=ship', 'COPY a.txt /a.txt', 'RUN ["read", "/a.txt"]', 'CMD ["env"]'];

describe('the builder before BuildKit', () => {
  it('makes an image of every step, in containers it takes away', async () => {
    const { asClient, errors } = bootEngine();
    const [told, run, containers, images] = await asClient(async (api) => [
      await build(api, LINES, { files: { 'a.txt': 'one\n' } }),
      (await runContainer(api, { Image: 'made' })).stdout.includes('WHO=ship'),
      (await api.ContainerList({ all: true })).length,
      [(await api.ImageList()).length, (await api.ImageList({ all: true })).length],
    ]);
    expect(told).toBe(
      'Step 1/5 : FROM app\n ---> ID\n' +
        'Step 2/5 : ENV WHO=ship\n ---> Running in ID\nRemoving intermediate container ID\n ---> ID\n' +
        'Step 3/5 : COPY a.txt /a.txt\n ---> ID\n' +
        'Step 4/5 : RUN ["read", "/a.txt"]\n ---> Running in ID\none\nRemoving intermediate container ID\n ---> ID\n' +
        'Step 5/5 : CMD ["env"]\n ---> Running in ID\nRemoving intermediate container ID\n ---> ID\n' +
        'Successfully built ID\nSuccessfully tagged made:latest\n',
    );
    expect([run, containers, images]).toEqual([true, 1, [2, 5]]);
    expect(errors).toEqual([]);
  });

  it('goes on from the cache up to what changed', async () => {
    const { asClient } = bootEngine();
    const marks = await asClient(async (api) => {
      const all: string[] = [];
      for (const text of ['one', 'one', 'two']) {
        const told = await build(api, LINES, { files: { 'a.txt': text } });
        all.push(
          told
            .split('Step ')
            .slice(2)
            .map((step) => (step.includes('Using cache') ? 'c' : '-'))
            .join(''),
        );
      }
      return all;
    });
    expect(marks).toEqual(['----', 'cccc', 'c---']);
  });

  it('says what failed, with the status of the command, and leaves its container', async () => {
    const { asClient } = bootEngine();
    const [failed, missing, outside, left] = await asClient(async (api) => [
      await build(api, ['FROM app', 'RUN ["fail", "7"]']),
      await build(api, ['FROM app', 'COPY gone /']),
      await build(api, ['FROM app', 'COPY ../gone /']),
      (await api.ContainerList({ all: true })).map(({ State }) => State),
    ]);
    expect(failed).toContain("\x1b[91mfailed\n\x1b[0mThe command 'fail 7' returned a non-zero code: 7 [7]\n");
    expect(missing).toContain(
      'COPY failed: file not found in build context or excluded by .dockerignore: stat gone: file does not exist [1]',
    );
    expect(outside).toContain('COPY failed: forbidden path outside the build context: ../gone () [1]');
    expect(left).toEqual(['exited']);
  });

  it('builds every stage up to the target, and copies between them', async () => {
    const { asClient } = bootEngine();
    const lines = [
      'ARG BASE=app',
      'FROM ${BASE} AS first',
      'RUN ["write", "/made.txt", "here"]',
      'FROM app AS last',
      'ARG WHAT=x',
      'COPY --from=first /made.txt /got.txt',
      'CMD ["read", "/got.txt"]',
    ];
    const [told, output, early] = await asClient(async (api) => [
      await build(api, lines, { buildArgs: { WHAT: 'y', NOPE: '1' } }),
      (await runContainer(api, { Image: 'made' })).stdout,
      await build(api, lines, { target: 'first' }),
    ]);
    expect(told).toContain('Step 1/7 : ARG BASE=app\nStep 2/7 : FROM ${BASE} AS first\n ---> ID\n');
    expect(told).toContain('[Warning] One or more build-args [NOPE] were not consumed\n');
    expect(output).toBe('here\n');
    expect(early).toContain('Step 3/3 : RUN');
  });

  it('is in the history of builds, with the reason why a step ran', async () => {
    const { asClient } = bootEngine();
    const [history] = await asClient(async (api) => {
      await build(api, LINES, { files: { 'a.txt': 'one\n' } });
      await build(api, LINES, { files: { 'a.txt': 'two\n' } });
      await build(api, [...LINES.slice(0, 3), 'RUN ["fail", "4"]'], { files: { 'a.txt': 'two\n' } });
      return [await api.BuildHistory()];
    });
    expect(
      history?.map(({ status, steps }) => [
        status,
        ...steps.map((step) => [step.instruction, step.status, step.reason?.kind]),
      ]),
    ).toEqual([
      [
        'failed',
        ['FROM app', 'cached', undefined],
        ['COPY a.txt /a.txt', 'cached', undefined],
        ['RUN ["fail", "4"]', 'failed', 'text'],
      ],
      [
        'done',
        ['FROM app', 'cached', undefined],
        ['COPY a.txt /a.txt', 'ran', 'files'],
        ['RUN ["read", "/a.txt"]', 'ran', 'parent'],
      ],
      [
        'done',
        ['FROM app', 'cached', undefined],
        ['COPY a.txt /a.txt', 'ran', 'first'],
        ['RUN ["read", "/a.txt"]', 'ran', 'first'],
      ],
    ]);
  });
});
