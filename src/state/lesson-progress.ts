import type { LessonRecord } from '../world/mirror.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far somebody came in a lesson, ever. */
export interface LessonMark {
  /** Steps that were done, at most; of how many. */
  readonly steps: number;
  readonly of: number;
  /** The best that was had, 1 to 3; undefined where none was. */
  readonly stars?: Stars;
}

type Stars = NonNullable<LessonRecord['stars']>;

/** By lesson id; kept in this browser, whatever happens to the machine. */
export type LessonMarks = Readonly<Record<string, LessonMark>>;
export type LessonMarkStore = StoreApi<LessonMarks>;

const KEY = 'drydock.lessons';

export const isDone = (mark: LessonMark | undefined): boolean =>
  mark !== undefined && mark.of > 0 && mark.steps >= mark.of;

/** The marks with this lesson at least so far. */
export function markLesson(marks: LessonMarks, id: string, mark: LessonMark): LessonMarks {
  const before = marks[id];
  // Of a lesson that has other steps now, how far one came counts anew; the stars stay.
  const steps = before?.of === mark.of ? Math.max(before.steps, mark.steps) : mark.steps;
  const stars = Math.max(before?.stars ?? 0, mark.stars ?? 0) as Stars | 0;
  if (before?.of === mark.of && before.steps === steps && (before.stars ?? 0) === stars) return marks;
  return { ...marks, [id]: { steps, of: mark.of, ...(stars ? { stars } : {}) } };
}

/** All of both: of each lesson what is further, and the most stars. */
export function mergeMarks(marks: LessonMarks, others: LessonMarks): LessonMarks {
  return Object.entries(others).reduce((merged: LessonMarks, [id, other]) => {
    const own = merged[id];
    const isLess = own !== undefined && own.of !== other.of && (isDone(own) || share(own) >= share(other));
    return markLesson(
      merged,
      id,
      isLess ? { ...own, ...(other.stars ? { stars: other.stars } : {}) } : other,
    );
  }, marks);
}

const share = ({ steps, of }: LessonMark): number => steps / of;

/** Marks out of stored text; what makes no sense is left out. */
export const parseMarks = (text: string | null): LessonMarks => toMarks(parseObject(text));

/** The marks of what somebody stored or sent; nothing else of it is taken. */
export function toMarks(value: object): LessonMarks {
  const entries = Object.entries(value).slice(0, MOST_MARKS);
  return Object.fromEntries(
    entries.flatMap(([id, mark]) => {
      const found = ID.test(id) ? toMark(mark) : undefined;
      return found ? [[id, found]] : [];
    }),
  );
}

/** Of the course, or of a pack: `pack:name/01-part/02-lesson`. */
const ID = /^(pack:[a-z0-9-]{1,80}\/)?[a-z0-9-]{1,80}\/[a-z0-9-]{1,80}$/;
const MOST_MARKS = 5000;
const MOST_STEPS = 1000;

function toMark(value: unknown): LessonMark | undefined {
  const { steps, of, stars } = (value ?? {}) as Partial<Record<keyof LessonMark, unknown>>;
  if (!isCount(steps) || !isCount(of) || steps > of) return undefined;
  return { steps, of, ...(stars === 1 || stars === 2 || stars === 3 ? { stars } : {}) };
}

const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_STEPS;

function parseObject(text: string | null): object {
  try {
    const value: unknown = JSON.parse(text ?? '{}');
    return typeof value === 'object' && value ? value : {};
  } catch {
    return {};
  }
}

/** Reads the marks and keeps them; a browser without storage just forgets them. */
export function createLessonMarkStore(
  storage: Pick<globalThis.Storage, 'getItem' | 'setItem'> | undefined,
): LessonMarkStore {
  const store = createStore<LessonMarks>(() => parseMarks(readItem(storage)));
  store.subscribe((marks) => {
    try {
      storage?.setItem(KEY, JSON.stringify(marks));
    } catch {
      // Full or forbidden: the marks then last as long as the page.
    }
  });
  return store;
}

function readItem(storage: Pick<globalThis.Storage, 'getItem'> | undefined): string | null {
  try {
    return storage?.getItem(KEY) ?? null;
  } catch {
    return null;
  }
}
