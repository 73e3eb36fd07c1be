import type { BuildRecord, BuildStepRecord, StepComparison } from '../../../api/build-history-types.ts';
import { firstDifference } from './first-difference.ts';

type Compared = Pick<BuildRecord, 'stages' | 'steps'>;

/** Two builds step by step, in the order of the later one; steps that it no longer has come last. */
export function compareBuilds(before: Compared, after: Compared): StepComparison[] {
  const free = new Set(before.steps.keys());
  const partners = new Map<number, number>();
  const pair = (matches: (former: BuildStepRecord, step: BuildStepRecord) => boolean): void =>
    after.steps.forEach((step, index) => {
      if (partners.has(index)) return;
      const found = [...free].find((other) => {
        const former = before.steps[other];
        return former && stageOf(before, former) === stageOf(after, step) && matches(former, step);
      });
      if (found === undefined) return;
      free.delete(found);
      partners.set(index, found);
    });
  pair((former, step) => former.inputs.text === step.inputs.text);
  pair((former, step) => keyword(former) === keyword(step));
  return [
    ...after.steps.map((step, index) => comparisonOf(before, partners.get(index), step, index)),
    ...[...free].map((index) => ({ before: index })),
  ];
}

function comparisonOf(
  { steps }: Compared,
  partner: number | undefined,
  step: BuildStepRecord,
  index: number,
): StepComparison {
  const former = partner === undefined ? undefined : steps[partner];
  if (partner === undefined || !former) return { after: index };
  const difference = firstDifference(former.inputs, step.inputs);
  return { before: partner, after: index, ...(difference ? { difference } : {}) };
}

const stageOf = ({ stages }: Compared, { stage }: BuildStepRecord): string => stages[stage]?.name ?? '';

const keyword = ({ instruction }: BuildStepRecord): string => /^\w*/.exec(instruction)?.[0] ?? '';
