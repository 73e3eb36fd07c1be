import { describe, expect, it } from 'vitest';
import type { BuildRecord } from '../../../api/build-history-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { decodeState, encodeState } from '../../snapshot.ts';
import { bootEngine } from '../../testing/boot-engine.ts';
import { buildImage } from '../../testing/build-image.ts';
import { compareBuilds } from './compare-builds.ts';
import { criticalPath } from './critical-path.ts';
import { rerunCauses } from './rerun-causes.ts';

const LINES = ['FROM app', 'WORKDIR /src', 'COPY . .', 'RUN ["write", "b.txt", "b"]', 'RUN ["sleep", "2"]'];

/** The last build. */
async function last(api: EngineApi): Promise<BuildRecord> {
  const [build] = await api.BuildHistory();
  if (!build) throw new Error('no build');
  return build;
}

const outline = ({ steps }: BuildRecord): unknown[] =>
  steps.map(({ instruction, status, reason }) => [instruction, status, ...(reason ? [reason] : [])]);

describe('the build history', () => {
  it('tells which file made a step run again, and what followed', async () => {
    const { asClient, errors } = bootEngine();
    const [first, second] = await asClient(async (api) => {
      await buildImage(api, LINES, { 'app.js': '1', 'lib/x.js': '1' });
      const before = await last(api);
      await buildImage(api, LINES, { 'app.js': '1', 'lib/x.js': '2' });
      return [before, await last(api)];
    });
    const never = { kind: 'first' };
    expect(outline(first)).toEqual([
      ['FROM app', 'cached'],
      ['WORKDIR /src', 'ran', never],
      ['COPY . .', 'ran', never],
      ['RUN ["write", "b.txt", "b"]', 'ran', never],
      ['RUN ["sleep", "2"]', 'ran', never],
    ]);
    expect(rerunCauses(first)).toEqual([]);
    expect(outline(second)).toEqual([
      ['FROM app', 'cached'],
      ['WORKDIR /src', 'cached'],
      ['COPY . .', 'ran', { kind: 'files', files: [{ path: 'lib/x.js', change: 'changed' }], count: 1 }],
      ['RUN ["write", "b.txt", "b"]', 'ran', { kind: 'parent', step: 2 }],
      ['RUN ["sleep", "2"]', 'ran', { kind: 'parent', step: 3 }],
    ]);
    expect(rerunCauses(second)).toEqual([{ step: 2, later: [3, 4], laterMs: 2040, laterBytes: 2 }]);
    expect(compareBuilds(first, second)).toEqual([
      { before: 0, after: 0 },
      { before: 1, after: 1 },
      {
        before: 2,
        after: 2,
        difference: { kind: 'files', files: [{ path: 'lib/x.js', change: 'changed' }], count: 1 },
      },
      { before: 3, after: 3, difference: { kind: 'parent' } },
      { before: 4, after: 4, difference: { kind: 'parent' } },
    ]);
    expect(errors).toEqual([]);
  });

  it('keeps the finished steps of a build that failed', async () => {
    const { asClient } = bootEngine();
    const lines = [...LINES.slice(0, 4), 'RUN ["fail", "3"]'];
    const files = { 'app.js': '1' };
    const [failed, mended, cached] = await asClient(async (api) => {
      await buildImage(api, lines, files).catch(() => undefined);
      const before = await last(api);
      const built = await buildImage(api, LINES, files);
      return [before, await last(api), built.cached];
    });
    expect([failed.status, failed.error, failed.imageId]).toEqual([
      'failed',
      'process "fail 3" did not complete successfully: exit code: 3',
      '',
    ]);
    expect(failed.steps.map(({ status }) => status)).toEqual(['cached', 'ran', 'ran', 'ran', 'failed']);
    expect(cached).toHaveLength(3);
    expect(outline(mended).at(-1)).toEqual([
      'RUN ["sleep", "2"]',
      'ran',
      { kind: 'text', before: 'RUN ["fail", "3"]', after: 'RUN ["sleep", "2"]' },
    ]);
  });

  it('follows stages: what waits for what, and which chain decides', async () => {
    const { asClient } = bootEngine();
    const lines = [
      'FROM app AS one',
      'COPY a.txt /',
      'RUN ["sleep", "9"]',
      'FROM app AS two',
      'RUN ["sleep", "3"]',
      'FROM one',
      'COPY --from=two /bin/echo /echo',
      'COPY --from=one /a.txt /again.txt',
    ];
    const [first, second] = await asClient(async (api) => {
      await buildImage(api, lines, { 'a.txt': '1' });
      const before = await last(api);
      await buildImage(api, lines, { 'a.txt': '2' });
      return [before, await last(api)];
    });
    const { steps, durationMs } = criticalPath(first);
    expect(steps.map((step) => first.steps[step]?.instruction)).toEqual([
      'FROM app AS one',
      'COPY a.txt /',
      'RUN ["sleep", "9"]',
      'COPY --from=two /bin/echo /echo',
      'COPY --from=one /a.txt /again.txt',
    ]);
    expect(durationMs).toBeCloseTo(9080, 1);
    // The other stage runs meanwhile.
    expect(first.endedMs - (first.preparedMs ?? 0)).toBeCloseTo(9080 + 35, 1);
    expect(rerunCauses(second)).toEqual([
      {
        step: 3,
        later: [4, 5, 6],
        laterMs: expect.closeTo(9060, 1) as number,
        laterBytes: expect.any(Number) as number,
      },
    ]);
  });

  it('says when the cache was pruned or not to be used, and forgets the oldest builds', async () => {
    const { asClient, engine } = bootEngine();
    const lines = ['FROM app', 'RUN ["write", "a", "a"]'];
    const [pruned, fresh] = await asClient(async (api) => {
      await buildImage(api, lines);
      await api.BuildPrune({ all: true });
      await buildImage(api, lines);
      const after = await last(api);
      await buildImage(api, lines, {}, { noCache: true });
      const uncached = await last(api);
      for (let i = 0; i < 20; i++) await buildImage(api, lines);
      return [after, uncached];
    });
    expect(pruned.steps[1]?.reason).toEqual({ kind: 'evicted' });
    expect(decodeState(encodeState(engine.store.state)).builds.get('23')).toEqual(
      engine.store.state.builds.get('23'),
    );
    expect(fresh.steps[1]?.reason).toEqual({ kind: 'noCache' });
    const numbers = [...engine.store.state.builds].map(([id]) => Number(id));
    expect([Math.min(...numbers), Math.max(...numbers)]).toEqual([4, 23]);
  });
});
