import type { ParsedDockerfile, Stage } from './types.ts';

/** The stage that a name or a number refers to, among those before `limit`. */
export function findStage(stages: readonly Stage[], reference: string, limit: number): number | undefined {
  const before = stages.slice(0, limit);
  const named = before.findLastIndex(({ name }) => name !== '' && name === reference.toLowerCase());
  if (named >= 0) return named;
  const isNumber = /^\d+$/.test(reference) && Number(reference) < limit;
  return isNumber ? Number(reference) : undefined;
}

/**
 * The stages that have to be built for one of them, itself included, in the order of the file.
 * @param baseOf the base image's name of a stage, variables expanded
 * @see buildkit v0.22 frontend/dockerfile/dockerfile2llb/convert.go
 */
export function reachableStages(
  { stages }: Pick<ParsedDockerfile, 'stages'>,
  target: number,
  baseOf: (stage: Stage) => string,
): number[] {
  const reached = new Set<number>();
  const visit = (index: number | undefined): void => {
    const stage = index === undefined ? undefined : stages[index];
    if (index === undefined || !stage || reached.has(index)) return;
    reached.add(index);
    const named = stages
      .slice(0, index)
      .findLastIndex(({ name }) => name !== '' && name === baseOf(stage).toLowerCase());
    if (named >= 0) visit(named);
    for (const reference of sourcesOf(stage)) visit(findStage(stages, reference, index));
  };
  visit(target);
  return [...reached].sort((left, right) => left - right);
}

/** What a stage copies or mounts from. */
function sourcesOf(stage: Stage): string[] {
  return stage.instructions.flatMap((instruction) => {
    if (instruction.kind === 'copy' && instruction.from !== '') return [instruction.from];
    if (instruction.kind !== 'run') return [];
    return instruction.mounts.flatMap((mount) => /(?:^|,)from=([^,]+)/.exec(mount)?.[1] ?? []);
  });
}
