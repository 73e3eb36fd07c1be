import { describe, expect, it } from 'vitest';
import { FAKE_LESSONS } from '../testing/fake-lesson.ts';
import { findLessons, neighboursOf } from './find-lessons.ts';

const found = (query: string): string[] =>
  findLessons(FAKE_LESSONS, query).flatMap(({ part, lessons }) =>
    lessons.map(({ title }) => `${part}: ${title}`),
  );

describe('findLessons', () => {
  it('looks for every word in titles, summaries, parts, commands and tags', () => {
    expect(found('')).toEqual(['First containers: Run and publish', 'Images: Pull and tag']);
    expect(found('docker TAG')).toEqual(['Images: Pull and tag']);
    expect(found('registry images')).toEqual(['Images: Pull and tag']);
    expect(found('volume')).toEqual([]);
  });
});

describe('neighboursOf', () => {
  it('gives the lessons around one', () => {
    const [first, second] = FAKE_LESSONS;
    expect(neighboursOf(FAKE_LESSONS, '01-first/01-run')).toEqual({ previous: undefined, next: second });
    expect(neighboursOf(FAKE_LESSONS, '02-images/01-pull')).toEqual({ previous: first, next: undefined });
    expect(neighboursOf(FAKE_LESSONS, 'x/y')).toEqual({ previous: undefined, next: undefined });
  });
});
