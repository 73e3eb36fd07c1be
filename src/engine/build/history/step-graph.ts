import type { BuildRecord, BuildStepRecord } from '../../../api/build-history-types.ts';

/** What of a build its graph is read from. */
export type BuildGraph = Pick<BuildRecord, 'stages' | 'steps'>;

/**
 * For each step the steps that it waits for, by index: the one below it, the last of a stage that it copies from or mounts, and the same step where
 * another stage did it.
 */
export function stepDependencies({ stages, steps }: BuildGraph): number[][] {
  return steps.map((step, index) => {
    const earlier = steps.slice(0, index);
    const ofStage = earlier.findLastIndex(({ stage }) => stage === step.stage);
    const below =
      ofStage >= 0 ? ofStage : earlier.findLastIndex(({ chainId }) => isBelow(chainId, step.inputs.parent));
    const sources = sourceStages(step, stages).map((source) =>
      earlier.findLastIndex(({ stage }) => stage === source),
    );
    const shared = earlier.findIndex(
      ({ chainId, status }) => step.status === 'cached' && status === 'ran' && chainId === step.chainId,
    );
    return [...new Set([below, ...sources, shared])].filter((dependency) => dependency >= 0);
  });
}

const isBelow = (chainId: string, parent: string): boolean => parent !== '' && chainId === parent;

/** Stages that `--from=` and `--mount=…,from=` of an instruction name. */
function sourceStages({ instruction }: BuildStepRecord, stages: BuildGraph['stages']): number[] {
  const flags = /^\w+((?:\s+--\S+)*)/.exec(instruction)?.[1] ?? '';
  return [...flags.matchAll(/(?:--|,)from=([^\s,]+)/g)].flatMap(([, name = '']) => {
    const named = stages.findLastIndex((stage) => stage.name === name.toLowerCase());
    const index = named >= 0 ? named : /^\d+$/.test(name) ? Number(name) : -1;
    return index >= 0 ? [index] : [];
  });
}
