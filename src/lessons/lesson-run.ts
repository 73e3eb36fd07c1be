import type { Probe } from '../api/probe.ts';
import { describeCheck } from './describe-check.ts';
import { unmet, type Verdict } from './checks/verdict.ts';
import type { Judge } from './judge.ts';
import type { Lesson, LessonStep } from './lesson.ts';

/** How far a learner is in a lesson. */
export interface LessonProgress {
  /** Index of the step at hand; as many as there are steps once the lesson is done. */
  readonly step: number;
  /** Checks of that step that were met at some time. */
  readonly met: readonly string[];
  /** Steps that were passed over. */
  readonly skipped: readonly string[];
  /** Commands typed in the steps that are done; not known of what earlier versions saved. */
  readonly commands?: number;
}

export const LESSON_BEGIN: LessonProgress = { step: 0, met: [], skipped: [], commands: 0 };

/** A check of the step at hand as the learner sees it. */
export interface CheckState {
  readonly id: string;
  readonly text: string;
  readonly met: boolean;
  /** What is true now instead. */
  readonly now?: string;
  readonly hint?: string;
}

/** Looks at the checks of a step. One that needs others is not looked at before they were met once. */
export async function judgeStep(
  step: LessonStep,
  met: readonly string[],
  probe: Probe,
  judge: Judge,
): Promise<CheckState[]> {
  const states: CheckState[] = [];
  const needed = new Set(step.checks.flatMap(({ needs = [] }) => needs));
  const before = new Set(met);
  for (const check of step.checks) {
    const waits = (check.needs ?? []).some((id) => !before.has(id));
    const verdict: Verdict = waits ? unmet() : await judge.judge(check, probe);
    if (verdict.met) before.add(check.id);
    states.push({
      id: check.id,
      text: describeCheck(check),
      // What another check builds on stays met: the next deed may undo it on purpose.
      met: verdict.met || (needed.has(check.id) && before.has(check.id)),
      ...(verdict.now === undefined ? {} : { now: verdict.now }),
      ...(check.hint === undefined ? {} : { hint: check.hint }),
    });
  }
  return states;
}

/** The progress after its checks were looked at: on to the next step once all of them are met, with so many commands typed in this one. */
export function advance(
  lesson: Lesson,
  progress: LessonProgress,
  states: readonly CheckState[],
  commands = 0,
): LessonProgress {
  const step = lesson.steps[progress.step];
  if (!step) return progress;
  const met = states.filter((state) => state.met).map(({ id }) => id);
  if (step.checks.length > 0 && met.length === step.checks.length) return next(progress, commands);
  const all = [...new Set([...progress.met, ...met])];
  return all.length === progress.met.length ? progress : { ...progress, met: all };
}

/** Goes on without the checks. A step that has none is read, not skipped. */
export function passOver(lesson: Lesson, progress: LessonProgress, commands = 0): LessonProgress {
  const step = lesson.steps[progress.step];
  if (!step) return progress;
  const skipped = step.checks.length ? [...progress.skipped, step.id] : progress.skipped;
  return { ...next(progress, commands), skipped };
}

const next = (progress: LessonProgress, commands: number): LessonProgress => ({
  ...progress,
  step: progress.step + 1,
  met: [],
  ...(progress.commands === undefined ? {} : { commands: progress.commands + commands }),
});
