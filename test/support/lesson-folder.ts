import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseLesson, type Lesson } from '../../src/lessons/lesson.ts';

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

/** A lesson of the repository with all that its folder holds. */
export interface LessonFolder {
  readonly folder: string;
  readonly lesson: Lesson;
  readonly attempts: readonly Attempt[];
}

/** Ids of all lessons, in order. */
export function lessonIds(): string[] {
  return (readdirSync(LESSONS_FOLDER, { recursive: true }) as string[])
    .filter((name) => name.endsWith(`${sep}lesson.md`))
    .map((name) => name.split(sep).slice(0, -1).join('/'))
    .sort();
}

/** @throws LessonError */
export function readLessonFolder(id: string): LessonFolder {
  const folder = join(LESSONS_FOLDER, id);
  const read = (name: string): string => readFileSync(join(folder, name), 'utf8');
  const lesson = parseLesson(id, {
    text: read('lesson.md'),
    solution: existsSync(join(folder, 'solution.sh')) ? read('solution.sh') : '',
    files: filesUnder(join(folder, 'files')),
  });
  const attempts = readdirSync(folder)
    .filter((name) => /^(solution|wrong)-.+\.sh$/.test(name))
    .flatMap((name) => parseAttempts(name, read(name)));
  return { folder, lesson, attempts };
}

/** `# step ID` begins a step's lines; `# unmet: a b` in them says which checks they must leave unmet. */
function parseAttempts(name: string, text: string): Attempt[] {
  const parts = text.split(/^# step (\S+)[ \t]*$/m).slice(1);
  const attempts: Attempt[] = [];
  for (let index = 0; index < parts.length; index += 2) {
    const script = parts[index + 1] ?? '';
    const unmet = /^# unmet: (.+)$/m.exec(script)?.[1]?.trim().split(/\s+/) ?? [];
    if (name.startsWith('wrong') === (unmet.length === 0))
      throw new Error(`${name}: only a wrong attempt says which checks are unmet (# unmet: ID), and it must`);
    attempts.push({ name, step: parts[index] ?? '', script, unmet });
  }
  return attempts;
}

function filesUnder(folder: string): Record<string, string> {
  if (!existsSync(folder)) return {};
  const paths = (readdirSync(folder, { recursive: true }) as string[]).map((name) => join(folder, name));
  return Object.fromEntries(
    paths
      .filter((path) => statSync(path).isFile())
      .map((path) => [relative(folder, path).split(sep).join('/'), readFileSync(path, 'utf8')]),
  );
}
