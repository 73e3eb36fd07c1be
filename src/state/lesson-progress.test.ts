import { describe, expect, it } from 'vitest';
import { createLessonMarkStore, isDone, markLesson, mergeMarks, parseMarks } from './lesson-progress.ts';

describe('lesson marks', () => {
  it('only grow, unless the lesson itself changed', () => {
    const once = markLesson({}, 'a', { steps: 2, of: 3 });
    expect(markLesson(once, 'a', { steps: 1, of: 3 })).toBe(once);
    const done = markLesson(once, 'a', { steps: 3, of: 3, stars: 2 });
    expect(done).toEqual({ a: { steps: 3, of: 3, stars: 2 } });
    expect(markLesson(done, 'a', { steps: 3, of: 3, stars: 1 })).toBe(done);
    expect(markLesson(done, 'a', { steps: 0, of: 3 })).toBe(done);
    expect(markLesson(done, 'a', { steps: 3, of: 3, stars: 3 })).toEqual({
      a: { steps: 3, of: 3, stars: 3 },
    });
    expect(markLesson(done, 'a', { steps: 1, of: 4 })).toEqual({ a: { steps: 1, of: 4, stars: 2 } });
    expect([isDone(once.a), isDone({ steps: 3, of: 3 }), isDone(undefined)]).toEqual([false, true, false]);
  });

  it('of two browsers become one, and nothing is lost', () => {
    const own = { a: { steps: 1, of: 3 }, b: { steps: 2, of: 2, stars: 1 as const }, c: { steps: 2, of: 2 } };
    const other = {
      a: { steps: 3, of: 3, stars: 2 as const },
      b: { steps: 0, of: 2, stars: 3 as const },
      c: { steps: 1, of: 5 },
      d: { steps: 1, of: 1 },
    };
    expect(mergeMarks(own, other)).toEqual({
      a: { steps: 3, of: 3, stars: 2 },
      b: { steps: 2, of: 2, stars: 3 },
      c: { steps: 2, of: 2 },
      d: { steps: 1, of: 1 },
    });
    expect(mergeMarks(own, {})).toEqual(own);
    expect(mergeMarks({ a: { steps: 1, of: 4 } }, { a: { steps: 2, of: 2 } })).toEqual({
      a: { steps: 2, of: 2 },
    });
  });

  it('are read back, without what makes no sense', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
    };
    createLessonMarkStore(storage).setState({ '01-a/01-b': { steps: 1, of: 2 } });
    expect(createLessonMarkStore(storage).getState()).toEqual({ '01-a/01-b': { steps: 1, of: 2 } });
    const strange =
      '{"p/a":{"steps":1,"of":2,"stars":3,"more":1},"p/b":{"steps":"x"},"p/c":null,"p/d":{"steps":3,"of":2},"p/e":{"steps":1,"of":1,"stars":9},"__proto__":{"steps":1,"of":1},"pack:mine/01-a/01-b":{"steps":1,"of":1}}';
    expect(parseMarks(strange)).toEqual({
      'p/a': { steps: 1, of: 2, stars: 3 },
      'p/e': { steps: 1, of: 1 },
      'pack:mine/01-a/01-b': { steps: 1, of: 1 },
    });
    expect([parseMarks('x'), parseMarks(null), parseMarks('3')]).toEqual([{}, {}, {}]);
  });
});
