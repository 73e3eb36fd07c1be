import type { BuildStepRecord } from '../../../api/build-history-types.ts';
import { stepDependencies, type BuildGraph } from './step-graph.ts';

/** The chain of steps, each waiting for the one before, that takes longest: a build can't be faster, however much runs at the same time. */
export interface CriticalPath {
  /** Indexes of steps, first to last. */
  readonly steps: readonly number[];
  readonly durationMs: number;
}

export function criticalPath(build: BuildGraph): CriticalPath {
  const dependencies = stepDependencies(build);
  const paths: CriticalPath[] = [];
  build.steps.forEach((step, index) => {
    const before = longest((dependencies[index] ?? []).flatMap((other) => paths[other] ?? []));
    paths.push({ steps: [...before.steps, index], durationMs: before.durationMs + durationMs(step) });
  });
  return longest(paths);
}

function longest(paths: readonly CriticalPath[]): CriticalPath {
  return paths.reduce((best, path) => (path.durationMs >= best.durationMs ? path : best), {
    steps: [],
    durationMs: 0,
  });
}

export const durationMs = ({ startedMs, endedMs }: BuildStepRecord): number => endedMs - startedMs;
