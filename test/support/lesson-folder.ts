import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'; // prettier-ignore
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readPack, type Pack } from '../../src/app/packs/read-pack.ts';
import { unzipFiles } from '../../src/app/transfer/zip.ts';
import { LessonError, parseLesson, type Lesson } from '../../src/lessons/lesson.ts';
import { isLeftOut } from '../../src/state/bring-files.ts';
import type { ProjectFile } from '../../src/world/queries/queries.ts';

export const LESSONS_FOLDER = fileURLToPath(new URL('../../lessons', import.meta.url));

/** Another way to do steps of a lesson, and what is to come of it. */
export interface Attempt {
  /** `solution-by-id.sh`, `wrong-other-image.sh` */
  readonly name: string;
  readonly step: string;
  readonly script: string;
  /** Ids of the checks that must not be met: none for another solution. */
  readonly unmet: readonly string[];
}

/** A lesson with all that its folder holds. */
export interface LessonFolder {
  readonly folder: string;
  readonly lesson: Lesson;
  /** `lesson.md` as it is written. */
  readonly text: string;
  readonly attempts: readonly Attempt[];
}

/** Where a lesson lies. */
export interface LessonPlace {
  readonly id: string;
  readonly folder: string;
}

/** Ids of all lessons of the repository, in order. */
export const lessonIds = (): string[] => lessonsBelow(LESSONS_FOLDER).map(({ id }) => id);

/** A lesson's folder itself, or the lessons in it, in order. Ids are counted from there. */
export function lessonsBelow(folder: string): LessonPlace[] {
  if (existsSync(join(folder, 'lesson.md')))
    return [{ id: `${basename(dirname(resolve(folder)))}/${basename(resolve(folder))}`, folder }];
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => name.endsWith(`${sep}lesson.md`) && !isLeftOut(name.split(sep).join('/')))
    .map((name) => dirname(name))
    .sort()
    .map((name) => ({ id: name.split(sep).join('/'), folder: join(folder, name) }));
}

export const readOwnLesson = (id: string): LessonFolder =>
  readLessonFolder({ id, folder: join(LESSONS_FOLDER, id) });

/** A lesson of somebody whose mistakes are told with file and line. @throws Error with words for the author */
export function readLessonFolder({ id, folder }: LessonPlace): LessonFolder {
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const text = read('lesson.md');
  const attempts = readdirSync(folder)
    .filter((name) => /^(solution|wrong)-.+\.sh$/.test(name))
    .flatMap((name) => parseAttempts(name, read(name)));
  const solution = existsSync(join(folder, 'solution.sh')) ? read('solution.sh') : '';
  try {
    const lesson = parseLesson(id, { text, solution, files: filesUnder(join(folder, 'files')) });
    return { folder, lesson, text, attempts };
  } catch (error) {
    if (!(error instanceof LessonError)) throw error;
    const line = error.line === undefined ? '' : `:${error.line}`;
    throw new Error(`lesson.md${line}: ${error.what}`, { cause: error });
  }
}

/** `# step ID` begins a step's lines; `# unmet: a b` in them says which checks they must leave unmet. */
function parseAttempts(name: string, text: string): Attempt[] {
  const parts = text.split(/^# step (\S+)[ \t]*$/m).slice(1);
  const attempts: Attempt[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const script = parts[index + 1] ?? '';
    const unmet = /^# unmet: (.+)$/m.exec(script)?.[1]?.trim().split(/\s+/) ?? [];
    if (name.startsWith('wrong') === (unmet.length === 0))
      throw new Error(
        name.startsWith('wrong')
          ? `${name}: each step of it says which checks it leaves open: # unmet: CHECK`
          : `${name}: another solution leaves nothing open: no # unmet: in it`,
      );
    attempts.push({ name, step: parts[index] ?? '', script, unmet });
  }
  return attempts;
}

function filesUnder(folder: string): Record<string, string> {
  return Object.fromEntries(
    pathsUnder(folder).map((path) => [path, readFileSync(join(folder, path), 'utf8')]),
  );
}

/** Files below a folder, by `/` whatever the system. */
function pathsUnder(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (readdirSync(folder, { recursive: true }) as string[])
    .filter((name) => statSync(join(folder, name)).isFile())
    .map((name) => name.split(sep).join('/'));
}

/** A folder or a zip as the page would take it: its mistakes are told with file and line. */
export function readAsPack(path: string): Pack {
  const name = basename(resolve(path)).replace(/\.zip$/, '');
  return readPack(name, packFiles(path));
}

/** @throws Error for what is no zip */
export function packFiles(path: string): ProjectFile[] {
  if (path.endsWith('.zip')) return unzipFiles(readFileSync(path));
  return pathsUnder(path)
    .filter((file) => !isLeftOut(file))
    .map((file) => ({ path: file, bytes: readFileSync(join(path, file)) }));
}

/** Puts a zip's files where they can be looked at as a folder; `leave` takes them away again. */
export function unpacked(zip: string): { folder: string; leave: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'drydock-pack-'));
  for (const { path, bytes } of packFiles(zip)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
  return { folder, leave: () => rmSync(folder, { recursive: true, force: true }) };
}
