import type { Instruction, ParsedDockerfile, Stage } from './types.ts';

/** The stage that a name or a number refers to, among those before `limit`. */
export function findStage(stages: readonly Stage[], reference: string, limit: number): number | undefined {
  const before = stages.slice(0, limit);
  const named = before.findLastIndex(({ name }) => name !== '' && name === reference.toLowerCase());
  if (named >= 0) return named;
  const isNumber = /^\d+$/.test(reference) && Number(reference) < limit;
  return isNumber ? Number(reference) : undefined;
}

/** The base image's name of a stage, variables expanded. */
type BaseOf = (stage: Stage) => string;

type Stages = Pick<ParsedDockerfile, 'stages'>;

/**
 * The stages that have to be built for one of them, itself included: each after those it needs, else in the order of the file.
 * @see buildkit v0.22 frontend/dockerfile/dockerfile2llb/convert.go
 */
export function reachableStages({ stages }: Stages, target: number, baseOf: BaseOf): number[] {
  const reached = new Set<number>();
  const reach = (index: number): void => {
    if (reached.has(index)) return;
    reached.add(index);
    neededStages(stages, index, baseOf).forEach(reach);
  };
  reach(target);
  const ordered = new Set<number>();
  const order = (index: number, path: ReadonlySet<number>): void => {
    if (ordered.has(index) || path.has(index)) return;
    for (const need of neededStages(stages, index, baseOf)) order(need, new Set(path).add(index));
    ordered.add(index);
  };
  for (const index of [...reached].sort((left, right) => left - right)) order(index, new Set());
  return [...ordered];
}

/** The first stage that in the end needs itself, or one that does. @see buildkit v0.22 dockerfile2llb/convert.go hasCircularDependency */
export function findCircularStage({ stages }: Stages, baseOf: BaseOf): number | undefined {
  const visited = new Set<number>();
  const isCircular = (index: number, path: ReadonlySet<number>): boolean => {
    if (visited.has(index)) return false;
    visited.add(index);
    const below = new Set(path).add(index);
    return neededStages(stages, index, baseOf).some((need) => below.has(need) || isCircular(need, below));
  };
  return [...stages.keys()].find((index) => isCircular(index, new Set()));
}

/** A stage that `COPY --from` or `RUN --mount=from=` means: any of the file, also a later one. */
export function findSourceStage(stages: readonly Stage[], reference: string): number | undefined {
  return findStage(stages, reference, stages.length);
}

/** The earlier stage that a FROM means; by its number there is none. @see buildkit v0.22 dockerfile2llb/convert.go findStateByName */
export function findBaseStage(stages: readonly Stage[], base: string, index: number): number | undefined {
  const name = base.toLowerCase();
  const found = stages.slice(0, index).findLastIndex((stage) => stage.name !== '' && stage.name === name);
  return found < 0 ? undefined : found;
}

/** Stages that one builds on, copies from or mounts. */
export function neededStages(stages: readonly Stage[], index: number, baseOf: BaseOf): number[] {
  const stage = stages[index];
  if (!stage) return [];
  const below = findBaseStage(stages, baseOf(stage), index);
  const sources = stage.instructions.flatMap((instruction) => sourceStages(stages, instruction));
  return below === undefined ? sources : [below, ...sources];
}

/** Stages that an instruction copies from or mounts. */
export function sourceStages(stages: readonly Stage[], instruction: Instruction): number[] {
  return sourceReferences(instruction).flatMap((reference) => findSourceStage(stages, reference) ?? []);
}

/** What an instruction copies from or mounts: names and numbers of stages, images, named contexts. */
export function sourceReferences(instruction: Instruction): string[] {
  if (instruction.kind === 'copy') return instruction.from === '' ? [] : [instruction.from];
  if (instruction.kind !== 'run') return [];
  return instruction.mounts.flatMap((mount) => /(?:^|,)from=([^,]+)/.exec(mount)?.[1] ?? []);
}
