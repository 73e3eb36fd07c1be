import { describe, expect, it } from 'vitest';
import { createLessonMarkStore, isDone, markLesson, parseMarks } from './lesson-progress.ts';

describe('lesson marks', () => {
  it('only grow, unless the lesson itself changed', () => {
    const once = markLesson({}, 'a', 2, 3);
    expect(markLesson(once, 'a', 1, 3)).toBe(once);
    expect(markLesson(once, 'a', 3, 3)).toEqual({ a: { steps: 3, of: 3 } });
    expect(markLesson(once, 'a', 1, 4)).toEqual({ a: { steps: 1, of: 4 } });
    expect([isDone(once.a), isDone({ steps: 3, of: 3 }), isDone(undefined)]).toEqual([false, true, false]);
  });

  it('are read back, without what makes no sense', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    createLessonMarkStore(storage).setState({ a: { steps: 1, of: 2 } });
    expect(createLessonMarkStore(storage).getState()).toEqual({ a: { steps: 1, of: 2 } });
    expect(parseMarks('{"a":{"steps":1,"of":2},"b":{"steps":"x"},"c":null}')).toEqual({
      a: { steps: 1, of: 2 },
    });
    expect([parseMarks('x'), parseMarks(null), parseMarks('3')]).toEqual([{}, {}, {}]);
  });
});
