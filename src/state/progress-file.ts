/** How far somebody came in the lessons, as a file. Believes nothing that it reads. */
import { mergeMarks, toMarks, type LessonMarks } from './lesson-progress.ts';
import type { Workbench } from './workbench.ts';

const FORMAT = 'drydock-progress';
const VERSION = 1;
/** Far more than every lesson there is takes. */
export const MOST_PROGRESS_BYTES = 1024 * 1024;

export const TOO_LARGE = 'This file is too large to be somebody’s progress.';

export const formatProgress = (lessons: LessonMarks): string =>
  `${JSON.stringify({ format: FORMAT, version: VERSION, lessons }, undefined, 2)}\n`;

/** Adds the progress of a file to that of this browser; none of it is lost. @returns false for a file of something else @throws Error with words for the learner */
export function takeProgress(workbench: Workbench, text: string): boolean {
  if (!isProgress(text)) return false;
  const marks = parseProgress(text);
  workbench.lessonMarks.setState((own) => mergeMarks(own, marks), true);
  const count = Object.keys(marks).length;
  workbench.notify(`Progress in ${count} ${count === 1 ? 'lesson was' : 'lessons was'} added to yours.`);
  return true;
}

/** Whether a file's text says that it holds progress. */
export const isProgress = (text: string): boolean => new RegExp(`"format"\\s*:\\s*"${FORMAT}"`).test(text);

/** What makes no sense in it is left out. @throws Error with words for the learner */
export function parseProgress(text: string): LessonMarks {
  if (text.length > MOST_PROGRESS_BYTES) throw new Error(TOO_LARGE);
  const { format, version, lessons } = (readJson(text) ?? {}) as Partial<Record<string, unknown>>;
  if (format !== FORMAT) throw new Error('This file holds no progress in lessons.');
  if (typeof version === 'number' && version > VERSION)
    throw new Error('This file was made by a newer Drydock. Reload this page to get the newest one.');
  if (version !== VERSION || typeof lessons !== 'object' || lessons === null)
    throw new Error('This file is damaged.');
  return toMarks(lessons);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error('This file is damaged: it can’t be read.');
  }
}
