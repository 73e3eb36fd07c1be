import { describe, expect, it } from 'vitest';
import type { LessonHead } from '../../lessons/lesson.ts';
import { FAKE_LESSONS } from '../testing/fake-lesson.ts';
import { cheatSheet, cheatSheetText } from './cheat-sheet-rows.ts';

const AGAIN: LessonHead = {
  id: '02-images/02-again',
  part: 'Images',
  title: 'Again',
  summary: '',
  minutes: 3,
  commands: ['docker run', 'docker rmi'],
  tags: [],
};
const LESSONS = [...FAKE_LESSONS, AGAIN];

describe('cheatSheet', () => {
  it('is empty before anything was done', () => {
    expect(cheatSheet(LESSONS, {})).toEqual([]);
    expect(cheatSheet(LESSONS, { '01-first/01-run': { steps: 0, of: 2 } })).toEqual([]);
  });

  it('has the commands of lessons that were begun, each where it was met first', () => {
    const marks = { '01-first/01-run': { steps: 1, of: 2 }, '02-images/02-again': { steps: 2, of: 2 } };
    expect(cheatSheetText(cheatSheet(LESSONS, marks))).toBe(
      'First containers\n  docker run  Run and publish\n\nImages\n  docker rmi  Again',
    );
  });
});
