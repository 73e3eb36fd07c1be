import { createStore, type StoreApi } from 'zustand/vanilla';

/** How far somebody came in a lesson, ever. */
export interface LessonMark {
  /** Steps that were done, at most; of how many. */
  readonly steps: number;
  readonly of: number;
}

/** By lesson id; kept in this browser, whatever happens to the machine. */
export type LessonMarks = Readonly<Record<string, LessonMark>>;
export type LessonMarkStore = StoreApi<LessonMarks>;

const KEY = 'drydock.lessons';

export const isDone = (mark: LessonMark | undefined): boolean =>
  mark !== undefined && mark.of > 0 && mark.steps >= mark.of;

/** The marks with this lesson at least so far. */
export function markLesson(marks: LessonMarks, id: string, steps: number, of: number): LessonMarks {
  const before = marks[id];
  if (before?.of === of && before.steps >= steps) return marks;
  return { ...marks, [id]: { steps, of } };
}

/** Marks out of stored text; what makes no sense is left out. */
export function parseMarks(text: string | null): LessonMarks {
  const entries = Object.entries(parseObject(text)).filter((entry): entry is [string, LessonMark] =>
    isMark(entry[1]),
  );
  return Object.fromEntries(entries);
}

function isMark(value: unknown): value is LessonMark {
  const mark = value as LessonMark | null;
  return typeof mark === 'object' && Number.isInteger(mark?.steps) && Number.isInteger(mark?.of);
}

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
