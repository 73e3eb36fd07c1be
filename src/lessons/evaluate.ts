import type { ContainerSummary } from '../api/container-types.ts';
import type { Probe } from '../api/probe.ts';
import type { Lesson, LessonCheck } from './lesson.ts';

export interface CheckResult {
  readonly check: LessonCheck;
  readonly met: boolean;
}

/** Looks at the world and tells which checks are met. Changes nothing. */
export async function evaluateLesson(lesson: Lesson, probe: Probe): Promise<CheckResult[]> {
  const results: CheckResult[] = [];
  for (const check of lesson.checks) results.push({ check, met: await isMet(check, probe) });
  return results;
}

async function isMet(check: LessonCheck, probe: Probe): Promise<boolean> {
  if (check.container) return hasContainer(check.container, probe);
  if (check.image) return hasImage(check.image, probe);
  if (check.file) return hasFile(check.file, probe);
  return false;
}

async function hasContainer(wanted: NonNullable<LessonCheck['container']>, probe: Probe): Promise<boolean> {
  const containers = await probe.engine.ContainerList({ all: true });
  for (const container of containers) {
    if (!matchesSummary(container, wanted)) continue;
    if (wanted.exitCode === undefined) return true;
    const { State } = await probe.engine.ContainerInspect(container.Id);
    if (State.ExitCode === wanted.exitCode) return true;
  }
  return false;
}

function matchesSummary(container: ContainerSummary, wanted: NonNullable<LessonCheck['container']>): boolean {
  const [repository] = container.Image.split(':');
  return (
    (wanted.name === undefined || container.Names.includes(`/${wanted.name}`)) &&
    (wanted.image === undefined || container.Image === wanted.image || repository === wanted.image) &&
    (wanted.status === undefined || container.State === wanted.status) &&
    (wanted.published === undefined || publishes(container, wanted.published))
  );
}

function publishes(container: ContainerSummary, port: string): boolean {
  return container.Ports.some(
    (bound) => bound.PublicPort !== undefined && `${bound.PrivatePort}/${bound.Type}` === port,
  );
}

async function hasImage(wanted: NonNullable<LessonCheck['image']>, probe: Probe): Promise<boolean> {
  const [image] = await probe.engine.ImageList({ filters: { reference: [wanted.ref] } });
  if (!image || wanted.history === undefined) return image !== undefined;
  const text = wanted.history;
  return (await probe.engine.ImageHistory(image.Id)).some((item) => item.CreatedBy.includes(text));
}

function hasFile(wanted: NonNullable<LessonCheck['file']>, probe: Probe): boolean {
  const text = probe.readFile(wanted.path);
  return text !== undefined && (wanted.contains === undefined || text.includes(wanted.contains));
}
