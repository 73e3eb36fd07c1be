import { describe, expect, it } from 'vitest';
import type { MissReason } from '../../api/build-history-types.ts';
import type { BuildReport, BuildView } from '../../world/queries/queries.ts';
import { plainText } from '../parts/phrase.tsx';
import { explainBuild, reasonPhrase } from './explain-text.ts';

type Step = BuildView['steps'][number];

function step(instruction: string, more: Partial<Step> = {}): Step {
  return {
    stage: 0,
    name: instruction,
    instruction,
    startLine: 2,
    endLine: 2,
    status: 'cached',
    startedMs: 0,
    endedMs: 0,
    sizeBytes: 0,
    chainId: '',
    ...more,
  };
}

function report(steps: Step[], causes: BuildReport['causes'] = []): Pick<BuildReport, 'build' | 'causes'> {
  const build = { steps } as BuildView;
  return { build, causes };
}

const say = (...given: Parameters<typeof report>): string[] => explainBuild(report(...given)).map(plainText);
const ran = (instruction: string, reason: MissReason): Step => step(instruction, { status: 'ran', reason });

describe('explainBuild', () => {
  it('names the cause, what followed from it and what that cost', () => {
    const steps = [
      ran('COPY . .', { kind: 'files', count: 1, files: [{ path: 'src/app.js', change: 'changed' }] }),
      ran('RUN npm ci', { kind: 'parent', step: 0 }),
      ran('RUN npm test', { kind: 'parent', step: 1 }),
    ];
    const causes = [{ step: 0, later: [1, 2], laterMs: 14_000, laterBytes: 85e6 }];
    expect(say(steps, causes)).toEqual([
      'COPY . . ran again because src/app.js changed; therefore 2 later steps ran again (+14\u00a0s, +85\u00a0MB).',
    ]);
  });

  it('knows the first build, the cached one and the one without cache', () => {
    const first = ran('RUN a', { kind: 'first' });
    expect(say([step('FROM x'), first])).toEqual(['The first build: 1 step ran, not built before.']);
    expect(say([step('RUN b'), first])).toEqual([
      '1 step ran, not built before; the rest came from the cache.',
    ]);
    expect(say([step('FROM x'), step('RUN a')])).toEqual([
      'Nothing had changed: all 2 steps came from the cache.',
    ]);
    expect(say([ran('RUN a', { kind: 'noCache' })])).toEqual(['--no-cache was given, so 1 step ran again.']);
  });

  it('says where a build failed', () => {
    const failed = step('RUN make', { status: 'failed', reason: { kind: 'first' }, startLine: 4 });
    expect(say([step('FROM x'), failed])[1]).toBe(
      'RUN make (line 4) failed; the steps before it stay in the cache.',
    );
  });
});

describe('reasonPhrase', () => {
  const reasonText = (reason: MissReason): string => plainText(reasonPhrase(reason, [step('FROM x')]));

  it('has words for every reason', () => {
    const files = ['a', 'b', 'c', 'd'].map((path) => ({ path, change: 'vanished' as const }));
    expect(
      (
        [
          { kind: 'evicted' },
          { kind: 'failed' },
          { kind: 'stopped' },
          { kind: 'base', before: 'sha256:aaaaaaaaaaaaaaaa', after: 'sha256:bbbbbbbbbbbbbbbb' },
          { kind: 'parent', step: 0 },
          { kind: 'parent', step: -1 },
          { kind: 'text', before: 'RUN a', after: 'RUN b' },
          { kind: 'value', name: 'ARG V', before: '1', after: '2' },
          { kind: 'value', name: 'ENV V', after: '2' },
          { kind: 'value', name: 'USER', before: 'app' },
          { kind: 'files', files: files.slice(0, 2), count: 2 },
          { kind: 'files', files, count: 9 },
          { kind: 'files', files: [], count: 0 },
        ] satisfies MissReason[]
      ).map(reasonText),
    ).toEqual([
      'nothing changed, but its cached result was pruned',
      'it failed the last time',
      'it was stopped the last time, when another step failed',
      'the base image is another: bbbbbbbbbbbb, before aaaaaaaaaaaa',
      'FROM x before it came from another build’s cache',
      'what it builds on is not what it was',
      'its text changed; it was RUN a',
      'build argument V is 2, before 1',
      'environment variable V is set now: 2',
      'USER is no longer set; it was app',
      'a is gone and b is gone',
      'a is gone, b is gone, c is gone and 6 more differ',
      'one of its many files changed',
    ]);
  });
});
