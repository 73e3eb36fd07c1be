import { expect, it } from 'vitest';
import type { BuildReport, BuildView } from '../../world/queries/queries.ts';
import { timelineLanes } from './timeline-layout.ts';

const step = (stage: number, startedMs: number, endedMs: number): BuildView['steps'][number] => ({
  stage,
  startedMs,
  endedMs,
  name: '',
  instruction: '',
  startLine: 1,
  endLine: 1,
  status: 'ran',
  sizeBytes: 0,
  chainId: '',
});

it('timelineLanes gives each stage that took time its lane', () => {
  const build = {
    startedMs: 100,
    endedMs: 300,
    stages: ['build', 'unused', 'final'].map((name) => ({ name, needs: [] })),
    steps: [step(0, 100, 100), step(0, 100, 200), step(2, 250, 300)],
  } as unknown as BuildReport['build'];
  expect(timelineLanes({ build, critical: { steps: [0, 1], durationMs: 100 } })).toEqual([
    { stage: 'build', bars: [{ step: 1, from: 0, width: 0.5, isCritical: true }] },
    { stage: 'final', bars: [{ step: 2, from: 0.75, width: 0.25, isCritical: false }] },
  ]);
});
