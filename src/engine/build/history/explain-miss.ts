import type { BuildRecord, BuildStepRecord, MissReason } from '../../../api/build-history-types.ts';
import { formatReference, parseImageReference } from '../../../lib/image-reference.ts';
import { firstDifference } from './first-difference.ts';

/** The name under which a FROM's image counts among its values. */
export const IMAGE = 'IMAGE';

/** A build whose steps are being explained. */
export interface BuildSoFar extends Pick<BuildRecord, 'tags' | 'stages' | 'steps'> {
  readonly noCache: boolean;
  /** Every instruction of its Dockerfile. */
  readonly instructions: ReadonlySet<string>;
}

type MissedStep = Pick<BuildStepRecord, 'stage' | 'instruction' | 'inputs'>;

/**
 * Why a step is not taken from the cache: the first input that is not as it was when the same step ran last. `former` are the remembered builds,
 * newest first.
 */
export function explainMiss(step: MissedStep, build: BuildSoFar, former: readonly BuildRecord[]): MissReason {
  if (build.noCache) return { kind: 'noCache' };
  const known = nearestRun(step, build, former);
  if (!known) return { kind: 'first' };
  const difference = firstDifference(known.step.inputs, step.inputs);
  const { status } = known.step;
  if (!difference) return { kind: status === 'failed' || status === 'stopped' ? status : 'evicted' };
  if (difference.kind === 'value' && difference.name === IMAGE)
    return { kind: 'base', before: difference.before ?? '', after: difference.after ?? '' };
  if (difference.kind === 'parent') return explainParent(step, build, known);
  return difference;
}

interface FormerRun {
  readonly build: Pick<BuildRecord, 'stages' | 'steps'>;
  readonly step: BuildStepRecord;
}

/** The remembered run that is most like this one: with the same below and text, else of the same text, else at the same place. */
function nearestRun(
  step: MissedStep,
  build: BuildSoFar,
  former: readonly BuildRecord[],
): FormerRun | undefined {
  const runs = former.flatMap((record) =>
    record.steps.toReversed().map((run): FormerRun => ({ build: record, step: run })),
  );
  const isSameText = ({ step: run }: FormerRun): boolean => run.inputs.text === step.inputs.text;
  const isSameParent = ({ step: run }: FormerRun): boolean => run.inputs.parent === step.inputs.parent;
  const isEqual = (run: FormerRun): boolean =>
    isSameText(run) && firstDifference(run.step.inputs, step.inputs) === undefined;
  const ofProject = new Set(former.filter((record) => isSameProject(record, build)));
  const isOfProject = (run: FormerRun): boolean => ofProject.has(run.build as BuildRecord);
  const place = placeOf(step, build, build.steps.length);
  const isAtPlace = (run: FormerRun): boolean =>
    placeOf(run.step, run.build, run.build.steps.indexOf(run.step)) === place &&
    keyword(run.step.instruction) === keyword(step.instruction) &&
    !build.instructions.has(run.step.instruction);
  return (
    runs.find(isEqual) ??
    runs.find((run) => isSameText(run) && isSameParent(run)) ??
    runs.find((run) => isSameText(run) && isOfProject(run)) ??
    runs.find((run) => isOfProject(run) && isAtPlace(run))
  );
}

/** Builds of one Dockerfile, as it changes: they share a repository, or most of their instructions. */
function isSameProject(record: BuildRecord, build: BuildSoFar): boolean {
  const repositories = new Set(record.tags.map(repositoryOf));
  if (build.tags.some((tag) => repositories.has(repositoryOf(tag)))) return true;
  const shared = record.steps.filter(({ instruction }) => build.instructions.has(instruction)).length;
  return shared * 2 >= Math.min(record.steps.length, build.instructions.size) && shared > 1;
}

function repositoryOf(tag: string): string {
  const { domain, path } = parseImageReference(tag);
  return formatReference({ domain, path });
}

/** The stage's name and how many steps of it come before. */
function placeOf(
  { stage }: Pick<BuildStepRecord, 'stage'>,
  { stages, steps }: Pick<BuildRecord, 'stages' | 'steps'>,
  index: number,
): string {
  const before = steps.slice(0, index).filter((other) => other.stage === stage).length;
  return `${stages[stage]?.name ?? ''} ${before}`;
}

const keyword = (instruction: string): string => /^\w*/.exec(instruction)?.[0].toUpperCase() ?? '';

/** What lies below is not what it was: the base image, or a step that left something else. */
function explainParent(step: MissedStep, build: BuildSoFar, known: FormerRun): MissReason {
  const below = build.steps.findLastIndex(({ chainId }) => chainId === step.inputs.parent);
  const image = build.steps[below]?.inputs.values[IMAGE];
  const before = imageOf(known.build, known.step.stage);
  const isFetched = build.steps[below]?.status === 'ran';
  if (image !== undefined && before !== undefined && before !== image && !isFetched)
    return { kind: 'base', before, after: image };
  return { kind: 'parent', step: below };
}

/** The image that a stage began with. */
function imageOf({ steps }: Pick<BuildRecord, 'steps'>, stage: number): string | undefined {
  return steps.find((step) => step.stage === stage && step.inputs.values[IMAGE] !== undefined)?.inputs.values[
    IMAGE
  ];
}
