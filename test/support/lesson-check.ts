/** Which lessons an author means, and what is wrong with them. */
import { existsSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import {
  LESSONS_FOLDER,
  lessonIds,
  lessonsBelow,
  readAsPack,
  readLessonFolder,
  unpacked,
  type LessonFolder,
  type LessonPlace,
} from './lesson-folder.ts';
import {
  measureLesson,
  proveAttempt,
  proveBlocks,
  proveLength,
  proveLinks,
  proveLiterals,
  provePairs,
  proveSolution,
  proveStart,
} from './lesson-proof.ts';

/** What was found in the lessons that were asked for. */
export interface CheckResult {
  readonly complaints: number;
  /** All of it can be read, so that the page can show it. */
  readonly isReadable: boolean;
}

/** Lessons of the repository whose id has the name in it; or where they lie, for a folder or a zip. */
export type Meant =
  | { readonly kind: 'own'; readonly places: readonly LessonPlace[] }
  | { readonly kind: 'pack'; readonly path: string };

/** A path counts from where the author stands. @throws Error in words for the author */
export function meantBy(name: string): Meant {
  const path = resolve(process.env['INIT_CWD'] ?? '.', name);
  const below = relative(LESSONS_FOLDER, path);
  if (existsSync(path) && (path.endsWith('.zip') || statSync(path).isDirectory()))
    return below.startsWith('..') ? { kind: 'pack', path } : { kind: 'own', places: ownLessons(below) };
  const places = ownLessons(name);
  if (places.length > 0) return { kind: 'own', places };
  throw new Error(
    /^[./~]|\.zip$/.test(name)
      ? `There is no folder or zip at ${path}`
      : `No lesson is called like ${name}, and no folder here. There are: ${lessonIds().join(', ')}`,
  );
}

const ownLessons = (part: string): LessonPlace[] =>
  lessonsBelow(LESSONS_FOLDER).filter(({ id }) => id.includes(part.replace(/\/$/, '')));

/** Proves what was asked for, all lessons where nothing was, and tells it line by line. @throws Error in words for the author */
export async function checkLessons(
  names: readonly string[],
  tell: (line: string) => void,
): Promise<CheckResult> {
  const meant = names.length === 0 ? [{ kind: 'own' as const, places: ownLessons('') }] : names.map(meantBy);
  let complaints = 0;
  let isReadable = true;
  for (const each of meant) {
    const result = await (each.kind === 'own' ? checkPlaces(each.places, tell) : checkPack(each.path, tell));
    complaints += result.complaints;
    isReadable &&= result.isReadable;
  }
  return { complaints, isReadable };
}

async function checkPack(path: string, tell: (line: string) => void): Promise<CheckResult> {
  const { problems } = readAsPack(path);
  for (const problem of problems) tell(`  ✗ ${problem}`);
  if (problems.length > 0) return { complaints: problems.length, isReadable: false };
  if (!path.endsWith('.zip')) return checkPlaces(lessonsBelow(path), tell);
  const { folder, leave } = unpacked(path);
  try {
    return await checkPlaces(lessonsBelow(folder), tell);
  } finally {
    leave();
  }
}

async function checkPlaces(
  places: readonly LessonPlace[],
  tell: (line: string) => void,
): Promise<CheckResult> {
  let complaints = 0;
  let isReadable = true;
  for (const place of places) {
    const shown = relative(process.cwd(), place.folder);
    const where = shown.startsWith('..') ? place.id : shown;
    try {
      const folder = readLessonFolder(place);
      tell(summaryOf(place.id, folder));
      const found = await complaintsAbout(folder);
      for (const complaint of found) tell(`  ✗ ${complaint.replace(/^(?=[\w-]+\.(md|sh)\b)/, `${where}/`)}`);
      for (const wish of provePairs(folder)) tell(`  · ${wish}`);
      complaints += found.length;
    } catch (error) {
      tell(place.id);
      tell(`  ✗ ${where}/${error instanceof Error ? error.message : String(error)}`);
      complaints += 1;
      isReadable = false;
    }
  }
  return { complaints, isReadable };
}

function summaryOf(id: string, folder: LessonFolder): string {
  const { words, commands, minutes, wordsASentence } = measureLesson(folder);
  return `${id}: ${words} words, ${wordsASentence} a sentence, ${commands} commands, about ${minutes} minutes (it says ${folder.lesson.minutes}), ${folder.attempts.length} other and wrong ways`;
}

async function complaintsAbout(folder: LessonFolder): Promise<string[]> {
  const found = [...proveLiterals(folder), ...proveLinks(folder, lessonIds()), ...proveLength(folder)];
  try {
    for (const prove of [proveStart, proveSolution, proveBlocks]) found.push(...(await prove(folder)));
    for (const attempt of folder.attempts) found.push(...(await proveAttempt(folder, attempt)));
  } catch (error) {
    // The start state, or an earlier step's solution, which every proof begins with.
    found.push(error instanceof Error ? error.message : String(error));
  }
  return found;
}
