import { describe, expect, it } from 'vitest';
import type { BuildRecord, BuildStepRecord, StepInputs } from '../../../api/build-history-types.ts';
import { explainMiss, IMAGE, type BuildSoFar } from './explain-miss.ts';

function step(
  instruction: string,
  inputs: Partial<StepInputs> = {},
  more: Partial<BuildStepRecord> = {},
): BuildStepRecord {
  return {
    stage: 0,
    name: instruction,
    instruction,
    startLine: 1,
    endLine: 1,
    status: 'ran',
    startedMs: 0,
    endedMs: 0,
    sizeBytes: 0,
    chainId: '',
    inputs: { parent: 'base', text: instruction, values: {}, ...inputs },
    ...more,
  };
}

function record(steps: BuildStepRecord[], tags = ['app']): BuildRecord {
  return {
    id: '1',
    dockerfileName: 'Dockerfile',
    target: '',
    tags,
    status: 'done',
    error: '',
    startedMs: 0,
    endedMs: 0,
    imageId: 'sha256:1',
    contextBytes: 0,
    stages: [{ name: 'stage-0', needs: [] }],
    steps,
  };
}

function build(steps: BuildStepRecord[] = [], more: Partial<BuildSoFar> = {}): BuildSoFar {
  const { tags, stages } = record([]);
  return { tags, stages, steps, noCache: false, instructions: new Set(), ...more };
}

const FILES = { files: { 'a.js': '644 1', 'b.js': '644 2', 'run.sh': '644 3' }, filesDigest: 'x' };

describe('explainMiss', () => {
  it('knows a step that never ran, and one that was asked to', () => {
    expect(explainMiss(step('RUN a'), build(), [])).toEqual({ kind: 'first' });
    expect(explainMiss(step('RUN a'), build([], { noCache: true }), [record([step('RUN a')])])).toEqual({
      kind: 'noCache',
    });
  });

  it('names what became of copied files', () => {
    const files = { 'a.js': '644 9', 'c.js': '644 2', 'run.sh': '755 3' };
    const now = step('COPY . .', { files, filesDigest: 'y' });
    expect(explainMiss(now, build(), [record([step('COPY . .', FILES)])])).toEqual({
      kind: 'files',
      count: 4,
      files: [
        { path: 'a.js', change: 'changed' },
        { path: 'b.js', change: 'vanished' },
        { path: 'c.js', change: 'appeared' },
        { path: 'run.sh', change: 'mode' },
      ],
    });
  });

  it('takes the newest run of the same inputs below, whatever it was called', () => {
    const now = step('RUN a', { values: { 'ARG V': '3', 'ENV P': 'x' } });
    const newest = record([step('RUN a', { values: { 'ARG V': '2', 'ENV P': 'x' } })], ['other']);
    const older = record([step('RUN a', { values: { 'ARG V': '1' } })]);
    expect(explainMiss(now, build(), [newest, older])).toEqual({
      kind: 'value',
      name: 'ARG V',
      before: '2',
      after: '3',
    });
  });

  it('tells an evicted result from a step that failed', () => {
    const now = step('RUN a');
    expect(explainMiss(now, build(), [record([step('RUN a')])])).toEqual({ kind: 'evicted' });
    const failed = record([step('RUN a', {}, { status: 'failed' })]);
    expect(explainMiss(now, build(), [failed, record([step('RUN a')])])).toEqual({ kind: 'failed' });
  });

  it('finds the former text at the same place, unless that instruction only moved', () => {
    const former = [record([step('RUN old'), step('RUN after', { parent: 'p' })])];
    const changed = build([], { instructions: new Set(['RUN new', 'RUN after']) });
    expect(explainMiss(step('RUN new'), changed, former)).toEqual({
      kind: 'text',
      before: 'RUN old',
      after: 'RUN new',
    });
    const inserted = build([], { instructions: new Set(['RUN new', 'RUN old', 'RUN after']) });
    expect(explainMiss(step('RUN new'), inserted, former)).toEqual({ kind: 'first' });
  });

  it('does not compare with another project', () => {
    const former = [record([step('COPY . .', { ...FILES, parent: 'elsewhere' })], ['python-app'])];
    expect(explainMiss(step('COPY . .', FILES), build(), former)).toEqual({ kind: 'first' });
  });

  it('points at the step below that left something else, or at the base image', () => {
    const from = (image: string, more: Partial<BuildStepRecord> = {}): BuildStepRecord =>
      step(
        'FROM node',
        { parent: '', values: { [IMAGE]: image } },
        { status: 'cached', chainId: image, ...more },
      );
    const former = [record([from('old'), step('COPY . .', { parent: 'old' }, { chainId: 'c1' })])];
    const copy = step('COPY . .', { parent: 'new' });
    expect(explainMiss(copy, build([from('new')]), former)).toEqual({
      kind: 'base',
      before: 'old',
      after: 'new',
    });
    expect(explainMiss(copy, build([from('new', { status: 'ran' })]), former)).toEqual({
      kind: 'parent',
      step: 0,
    });
    expect(explainMiss(from('new'), build(), former)).toEqual({ kind: 'base', before: 'old', after: 'new' });
    const above = step('RUN x', { parent: 'c2' });
    const ran = [record([from('old'), step('RUN x', { parent: 'c1' })])];
    const soFar = build([from('old'), step('COPY . .', {}, { chainId: 'c2' })]);
    expect(explainMiss(above, soFar, ran)).toEqual({ kind: 'parent', step: 1 });
  });
});
