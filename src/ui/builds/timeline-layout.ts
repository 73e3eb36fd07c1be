import type { BuildReport } from '../../world/queries/queries.ts';

/** A step as the timeline draws it; places and widths are shares of the whole, 0 to 1. */
export interface TimelineBar {
  /** Index in the build's steps. */
  readonly step: number;
  readonly from: number;
  readonly width: number;
  readonly isCritical: boolean;
}

export interface TimelineLane {
  readonly stage: string;
  readonly bars: readonly TimelineBar[];
}

/** The time before the stages could begin, as a share of the whole, 0 to 1. */
export function preparedShare({ build }: Pick<BuildReport, 'build'>): number {
  const { startedMs, preparedMs = startedMs, endedMs } = build;
  return (preparedMs - startedMs) / Math.max(1, endedMs - startedMs);
}

/** A lane for each stage that did something, in the order of the Dockerfile; steps from the cache took no time and have no bar. */
export function timelineLanes({ build, critical }: Pick<BuildReport, 'build' | 'critical'>): TimelineLane[] {
  const { steps, stages, startedMs, endedMs } = build;
  const wholeMs = Math.max(1, endedMs - startedMs);
  const decisive = new Set(critical.steps);
  return stages.flatMap(({ name }, stage) => {
    const bars = steps.flatMap((step, index): TimelineBar[] =>
      step.stage !== stage || step.endedMs <= step.startedMs
        ? []
        : [
            {
              step: index,
              from: (step.startedMs - startedMs) / wholeMs,
              width: (step.endedMs - step.startedMs) / wholeMs,
              isCritical: decisive.has(index),
            },
          ],
    );
    return bars.length ? [{ stage: name, bars }] : [];
  });
}
