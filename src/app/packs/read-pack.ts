import {
  LessonError,
  parseLesson,
  parseLessonHead,
  type LessonHead,
  type LessonSource,
} from '../../lessons/lesson.ts';
import { isProjectPath } from '../../state/share.ts';
import type { ProjectFile } from '../../world/queries/queries.ts';

const MOST_FILES = 2000;
const MOST_LESSONS = 100;
const MOST_BYTES = 16 * 1024 * 1024;
const MOST_TEXT_BYTES = 256 * 1024;
const MOST_PROBLEMS = 20;
/** `01-part/02-lesson`; numbers are not needed. */
const FOLDER = /^[a-z0-9][a-z0-9-]{0,79}$/;

/** A lesson as its folder holds it. */
export interface PackedLesson {
  readonly head: LessonHead;
  readonly source: LessonSource;
}

export interface Pack {
  /** `pack:knots` */
  readonly id: string;
  readonly title: string;
  readonly lessons: readonly PackedLesson[];
  /** Each with its file, and where known its line. */
  readonly problems: readonly string[];
}

/** Reads what may be a pack, believing nothing: folders with a `lesson.md`, at any depth up to a part and a lesson. */
export function readPack(name: string, files: readonly ProjectFile[]): Pack {
  const title = name.replace(/[-_]+/g, ' ').trim().slice(0, 60) || 'Lessons';
  const id = `pack:${
    name
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'lessons'
  }`;
  const refused = (problem: string): Pack => ({ id, title, lessons: [], problems: [problem] });
  const strange = files.find(({ path }) => !isProjectPath(path));
  if (strange) return refused(`${strange.path}: a path that can’t be used here`);
  if (files.length > MOST_FILES) return refused(`over ${MOST_FILES} files`);
  if (files.reduce((sum, { bytes }) => sum + bytes.length, 0) > MOST_BYTES)
    return refused('over 16 MB of files');
  const folders = files.flatMap(({ path }) =>
    /(^|\/)lesson\.md$/.test(path) ? [path.slice(0, -'lesson.md'.length)] : [],
  );
  if (folders.length === 0) return refused('no folder with a lesson.md');
  if (folders.length > MOST_LESSONS) return refused(`over ${MOST_LESSONS} lessons`);
  const problems: string[] = [];
  const lessons = folders.sort().flatMap((folder) => {
    try {
      return [readLesson(id, title, folder, files)];
    } catch (error) {
      problems.push(problemText(folder, error));
      return [];
    }
  });
  return { id, title, lessons, problems: problems.slice(0, MOST_PROBLEMS) };
}

/** @throws LessonError, PathError */
function readLesson(
  pack: string,
  title: string,
  folder: string,
  files: readonly ProjectFile[],
): PackedLesson {
  const names = folder.split('/').filter(Boolean);
  const bad = names.find((name) => !FOLDER.test(name));
  if (bad !== undefined || names.length > 2)
    throw new PathError(
      'folders are a part and a lesson, in small letters, digits and hyphens: 01-part/02-lesson',
    );
  const [part, lesson] = names.length === 2 ? names : ['lessons', names[0] ?? 'lesson'];
  const id = `${pack}/${part}/${lesson}`;
  const source = {
    text: textOf(files, `${folder}lesson.md`) ?? '',
    solution: textOf(files, `${folder}solution.sh`) ?? '',
    files: filesOf(files, `${folder}files/`),
  };
  parseLesson(id, source);
  const head = parseLessonHead(id, source.text);
  return { head: { ...head, part: names.length === 2 ? `${title}: ${head.part}` : title }, source };
}

class PathError extends Error {
  override name = 'PathError';
}

function filesOf(files: readonly ProjectFile[], folder: string): Record<string, string> {
  const own = files.filter(({ path }) => path.startsWith(folder));
  return Object.fromEntries(own.map(({ path }) => [path.slice(folder.length), textOf(files, path) ?? '']));
}

/** @throws PathError for what is no text, or too much of it */
function textOf(files: readonly ProjectFile[], path: string): string | undefined {
  const bytes = files.find((file) => file.path === path)?.bytes;
  if (!bytes) return undefined;
  if (bytes.length > MOST_TEXT_BYTES) throw new PathError(`${path}: over 256 kB`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PathError(`${path}: not a text`);
  }
}

function problemText(folder: string, error: unknown): string {
  if (error instanceof LessonError)
    return `${folder}lesson.md${error.line === undefined ? '' : `:${error.line}`}: ${error.what}`;
  return `${folder || '.'}: ${error instanceof Error ? error.message : String(error)}`;
}
