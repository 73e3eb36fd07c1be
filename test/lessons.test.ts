import { describe, expect, it } from 'vitest';
import { lessonIds, readOwnLesson } from './support/lesson-folder.ts';
import {
  countPairs,
  proveAttempt,
  proveBlocks,
  proveLength,
  proveLinks,
  proveLiterals,
  provePairs,
  proveSolution,
  proveStart,
} from './support/lesson-proof.ts';

const IDS = lessonIds();

it('there are lessons', () => {
  expect(IDS.length).toBeGreaterThan(0);
});

/** Parts in which every check is known to be neither too strict nor too lax. */
const PAIRED = /^0[0-6]-/;
/** Steps with a right and a wrong way that stand beside the solution: this only rises. */
const LEAST_PAIRS = 85;

it('its checks are tried from both sides', () => {
  const folders = IDS.map(readOwnLesson);
  expect(folders.reduce((sum, folder) => sum + countPairs(folder), 0)).toBeGreaterThanOrEqual(LEAST_PAIRS);
  const paired = folders.filter(({ lesson }) => PAIRED.test(lesson.id));
  expect(
    paired.flatMap((folder) => provePairs(folder).map((text) => `${folder.lesson.id}: ${text}`)),
  ).toEqual([]);
});

describe.each(IDS)('%s', (id) => {
  const folder = readOwnLesson(id);

  it('starts with nothing of its end', async () => {
    expect(await proveStart(folder)).toEqual([]);
  });

  it('is solved by its solution, step after step', async () => {
    expect(await proveSolution(folder)).toEqual([]);
  });

  it('has only commands that do what the text says', async () => {
    expect(await proveBlocks(folder)).toEqual([]);
  });

  it('says every name that it asks for, links to what is there, and is as long as it says', () => {
    expect([...proveLiterals(folder), ...proveLinks(folder, IDS), ...proveLength(folder)]).toEqual([]);
  });

  for (const attempt of folder.attempts)
    it(`${attempt.name} (${attempt.step}) ${attempt.unmet.length ? 'misses the point' : 'passes too'}`, async () => {
      expect(await proveAttempt(folder, attempt)).toEqual([]);
    });
});
