import { describe, expect, it } from 'vitest';
import type { BuildView } from '../../world/queries/queries.ts';
import { code, plainText } from '../parts/phrase.tsx';
import { stepMarks, stepPhrase, toMarkdown } from './step-text.ts';

type Step = BuildView['steps'][number];

const STEP: Step = {
  stage: 0,
  name: '[2/2] COPY . .',
  instruction: 'COPY . .',
  startLine: 2,
  endLine: 2,
  status: 'ran',
  startedMs: 0,
  endedMs: 300,
  sizeBytes: 12_000,
  chainId: 'a',
  reason: { kind: 'files', files: [{ path: 'x.txt', change: 'changed' }], count: 1 },
};

const textOf = (step: Step): string =>
  plainText(stepPhrase(step, { id: '2', steps: [step] })).replaceAll('\u00a0', ' ');

describe('stepPhrase', () => {
  it('tells what the last build did, and why', () => {
    expect(textOf(STEP)).toBe('Build 2 ran it in 0.3 s, because x.txt changed; its layer has 12 kB.');
    expect(textOf({ ...STEP, status: 'cached' })).toBe(
      'Build 2 took it from the cache; its layer has 12 kB.',
    );
    expect(textOf({ ...STEP, status: 'failed', sizeBytes: 0 })).toBe('It failed in build 2.');
  });
});

describe('stepMarks', () => {
  it('marks the instructions that had a step, where they stand now', () => {
    const build = { id: '2', steps: [STEP] } as unknown as BuildView;
    const instructions = [
      { name: 'FROM', startLine: 1, endLine: 1 },
      { name: 'COPY', startLine: 5, endLine: 6, step: 0 },
    ];
    expect(stepMarks({ stages: [], instructions, build })).toMatchObject([
      { startLine: 5, endLine: 6, status: 'ran' },
    ]);
    expect(stepMarks({ stages: [], instructions })).toEqual([]);
  });
});

describe('toMarkdown', () => {
  it('keeps words and code what they are', () => {
    expect(toMarkdown(['a*b ', code('COPY `x`')])).toBe('a\\*b `` COPY `x` ``');
  });
});
