import { describe, expect, it } from 'vitest';
import type { BuildVertex } from '../../api/build-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { bootEngine } from '../testing/boot-engine.ts';
import { buildRequest } from '../testing/build-image.ts';

/** What a build showed of its steps: name, seconds it began after the first FROM, seconds it took, and how it ended. */
async function timesOf(api: EngineApi, lines: readonly string[]): Promise<unknown[]> {
  const vertexes = new Map<string, BuildVertex>();
  let error = '';
  try {
    for await (const message of api.ImageBuild(buildRequest(lines, { a: '1' })))
      if (!('result' in message))
        for (const vertex of message.vertexes ?? [])
          vertexes.set(vertex.digest, { ...vertexes.get(vertex.digest), ...vertex });
  } catch (reason) {
    error = (reason as Error).message;
  }
  const steps = [...vertexes.values()].filter(({ name }) => /^\[(?!internal)/.test(name));
  const beginMs = steps[0]?.startedMs ?? 0;
  const seconds = (from = 0, to = 0): number => Math.round((to - from) / 100) / 10;
  return [
    ...steps.map(({ name, startedMs, completedMs, cached, error: ended }) => [
      name,
      seconds(beginMs, startedMs),
      seconds(startedMs, completedMs),
      ...(cached ? ['cached'] : []),
      ...(ended ? [ended] : []),
    ]),
    ...(error ? [error] : []),
  ];
}

const STAGES = [
  'FROM app AS one',
  'RUN ["sleep", "4"]',
  'FROM app AS two',
  'RUN ["sleep", "2"]',
  'FROM one AS three',
  'RUN ["sleep", "1"]',
  'FROM app',
  'RUN ["sleep", "2"]',
  'RUN ["sleep", "0.5"]',
  'COPY --from=two /bin/echo /two',
  'COPY --from=three /bin/echo /three',
];

describe('stages', () => {
  it('run at the same time, wait where they need each other, and do the same step once', async () => {
    const { asClient, errors } = bootEngine();
    const [first, again] = await asClient(async (api) => [
      await timesOf(api, STAGES),
      await timesOf(api, STAGES),
    ]);
    expect(first).toEqual([
      ['[stage-3 1/5] FROM docker.io/library/app:latest', 0, 0, 'cached'],
      ['[one 2/2] RUN ["sleep", "4"]', 0, 4],
      ['[two 2/2] RUN ["sleep", "2"]', 0, 2],
      ['[stage-3 3/5] RUN ["sleep", "0.5"]', 2, 0.5],
      ['[stage-3 4/5] COPY --from=two /bin/echo /two', 2.5, 0],
      ['[three 1/1] RUN ["sleep", "1"]', 4, 1],
      ['[stage-3 5/5] COPY --from=three /bin/echo /three', 5, 0],
    ]);
    expect((again ?? []).every((step) => Array.isArray(step) && step[3] === 'cached')).toBe(true);
    expect(errors).toEqual([]);
  });

  it('are stopped when another one fails, and are not in the cache then', async () => {
    const { asClient, errors } = bootEngine();
    const lines = [
      'FROM app AS one',
      'RUN ["sleep", "9"]',
      'FROM app',
      'RUN ["sleep", "1"]',
      'RUN ["fail", "3"]',
    ];
    const withCopy = [...lines, 'COPY --from=one /bin/echo /one'];
    const [failed, reasons] = await asClient(async (api) => {
      const shown = await timesOf(api, withCopy);
      const [build] = await api.BuildHistory();
      await timesOf(
        api,
        withCopy.filter((line) => !line.includes('fail')),
      );
      const [mended] = await api.BuildHistory();
      return [
        [...shown, build?.steps.map(({ status }) => status)],
        mended?.steps.map(({ status, reason }) => reason?.kind ?? status),
      ];
    });
    const message = 'process "fail 3" did not complete successfully: exit code: 3';
    expect(failed).toEqual([
      ['[stage-1 1/4] FROM docker.io/library/app:latest', 0, 0, 'cached'],
      ['[one 2/2] RUN ["sleep", "9"]', 0, 1, 'context canceled'],
      ['[stage-1 2/4] RUN ["sleep", "1"]', 0, 1],
      ['[stage-1 3/4] RUN ["fail", "3"]', 1, 0, message],
      message,
      ['cached', 'cached', 'ran', 'failed', 'stopped'],
    ]);
    expect(reasons).toEqual(['cached', 'cached', 'cached', 'stopped', 'first']);
    expect(errors).toEqual([]);
  });
});
