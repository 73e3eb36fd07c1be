import type { RerunCause } from '../../../api/build-history-types.ts';
import { durationMs } from './critical-path.ts';
import { stepDependencies, type BuildGraph } from './step-graph.ts';

/**
 * Which steps ran again on their own account, and which only because of them. A step that never ran before is a cause only where it made others run
 * again; of a first build there are none.
 */
export function rerunCauses(build: BuildGraph): RerunCause[] {
  const dependencies = stepDependencies(build);
  const rootOf: number[] = [];
  const later = new Map<number, number[]>();
  build.steps.forEach((step, index) => {
    const cause = causeBelow(build, index, dependencies[index] ?? []);
    rootOf[index] = cause === undefined ? index : (rootOf[cause] ?? cause);
    if (step.status !== 'ran') return;
    if (cause === undefined) later.set(index, []);
    else later.get(rootOf[index])?.push(index);
  });
  return [...later]
    .filter(([step, steps]) => steps.length > 0 || build.steps[step]?.reason?.kind !== 'first')
    .map(([step, steps]) => ({
      step,
      later: steps,
      laterMs: sum(build, steps, durationMs),
      laterBytes: sum(build, steps, ({ sizeBytes }) => sizeBytes),
    }));
}

/** The step that made this one run again: the one below, or the stage whose files it takes. */
function causeBelow(
  { steps }: BuildGraph,
  index: number,
  dependencies: readonly number[],
): number | undefined {
  const step = steps[index];
  const hasRun = (other: number): boolean => steps[other]?.status === 'ran';
  if (step?.reason?.kind === 'parent') return hasRun(step.reason.step) ? step.reason.step : undefined;
  if (step?.reason?.kind !== 'files') return undefined;
  return dependencies.find((other) => steps[other]?.stage !== step.stage && hasRun(other));
}

function sum(
  { steps }: BuildGraph,
  indexes: readonly number[],
  of: (step: BuildGraph['steps'][number]) => number,
): number {
  return indexes.reduce((total, index) => total + (steps[index] ? of(steps[index]) : 0), 0);
}
