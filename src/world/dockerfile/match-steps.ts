import type { BuildRecord, BuildStepRecord } from '../../api/build-history-types.ts';
import type { DockerfileNode } from '../../engine/build/dockerfile/types.ts';

/** A build's steps beside the instructions of a text. */
export interface MatchedBuild {
  readonly build: BuildRecord;
  /** Index of the instruction → index of the step. */
  readonly steps: ReadonlyMap<number, number>;
}

/**
 * The last build of a Dockerfile that may have been edited since: the newest one of that name in which at least half of the steps are instructions of the text.
 * Instructions that were changed have no step; those that only moved keep theirs.
 */
export function lastBuildOf(
  builds: readonly BuildRecord[],
  dockerfileName: string,
  nodes: readonly DockerfileNode[],
): MatchedBuild | undefined {
  const newest = builds
    .filter((build) => build.dockerfileName === dockerfileName)
    .sort((a, b) => Number(b.id) - Number(a.id));
  for (const build of newest) {
    const steps = matchSteps(nodes, build.steps);
    if (steps.size > 0 && steps.size * 2 >= build.steps.length) return { build, steps };
  }
  return undefined;
}

/** Pairs instructions and steps with the same text in the order of the file, each once: the longest such row. */
function matchSteps(
  nodes: readonly DockerfileNode[],
  steps: readonly BuildStepRecord[],
): Map<number, number> {
  const inOrder = steps
    .map((step, index) => ({ step, index }))
    .sort((a, b) => a.step.startLine - b.step.startLine);
  const same = (i: number, j: number): boolean =>
    nodes[i]?.original.trim() === inOrder[j]?.step.instruction &&
    heredocsOf(nodes[i]) === inOrder[j]?.step.inputs.text.slice(inOrder[j].step.instruction.length);
  const lengths = Array.from({ length: nodes.length + 1 }, () =>
    new Array<number>(inOrder.length + 1).fill(0),
  );
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0;
  for (let i = nodes.length - 1; i >= 0; i -= 1) {
    for (let j = inOrder.length - 1; j >= 0; j -= 1) {
      const row = lengths[i];
      if (row) row[j] = same(i, j) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const matched = new Map<number, number>();
  for (let i = 0, j = 0; i < nodes.length && j < inOrder.length;) {
    if (same(i, j)) matched.set(i++, inOrder[j++]?.index ?? 0);
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1;
    else j += 1;
  }
  return matched;
}

/** A step's text has the scripts of its RUN on further lines. */
function heredocsOf(node: DockerfileNode | undefined): string {
  if (node?.name.toLowerCase() !== 'run') return '';
  return node.heredocs.map(({ content }) => `\n${content}`).join('');
}
