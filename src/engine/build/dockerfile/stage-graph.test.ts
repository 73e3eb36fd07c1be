import { describe, expect, it } from 'vitest';
import { parseDockerfile } from './parse-dockerfile.ts';
import { findCircularStage, findStage, reachableStages } from './stage-graph.ts';

const file = parseDockerfile(
  'FROM a AS one\nFROM b\nFROM one\nCOPY --from=1 x y\nFROM c AS four\nRUN --mount=type=bind,from=one ls\n',
);

describe('stages', () => {
  it('are found by name or number before them', () => {
    expect(findStage(file.stages, 'ONE', 2)).toBe(0);
    expect(findStage(file.stages, '1', 2)).toBe(1);
    expect(findStage(file.stages, 'four', 3)).toBeUndefined();
    expect(findStage(file.stages, '3', 2)).toBeUndefined();
  });

  it('need those they build on, copy from and mount', () => {
    const baseOf = ({ base }: { base: string }): string => base;
    expect(reachableStages(file, 2, baseOf)).toEqual([0, 1, 2]);
    expect(reachableStages(file, 3, baseOf)).toEqual([0, 3]);
  });

  it('may copy from later ones, but not from themselves', () => {
    const baseOf = ({ base }: { base: string }): string => base;
    const read = (text: string): ReturnType<typeof parseDockerfile> => parseDockerfile(text);
    const later = read('FROM a AS one\nCOPY --from=two x y\nFROM b AS two\nFROM one\n');
    expect(reachableStages(later, 2, baseOf)).toEqual([1, 0, 2]);
    expect(findCircularStage(later, baseOf)).toBeUndefined();
    expect(findCircularStage(read('FROM a\nFROM b AS me\nCOPY --from=me x y\n'), baseOf)).toBe(1);
    const round = read('FROM a AS one\nCOPY --from=two x y\nFROM one AS two\n');
    expect(findCircularStage(round, baseOf)).toBe(0);
    expect(reachableStages(round, 1, baseOf)).toEqual([1, 0]);
  });
});
