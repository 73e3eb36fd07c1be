import { expect, it } from 'vitest';
import { errorReport } from './error-report.ts';

it.each([
  ['python3 app.py', 'so that program ended. Is the network there? Then run it again: nothing is lost.'],
  ['lesson', 'so the lesson could not go on. Is the network there? Then try again: nothing is lost.'],
  ['lesson checks', 'so the lesson could not go on.'],
  ['query lessonStart', 'so the lesson could not go on.'],
  ['query diagnostics', 'so that did not work. Is the network there? Then try again: nothing is lost.'],
])('says what came of a file that was not fetched for %s', (where, words) => {
  const error = new TypeError('Failed to fetch dynamically imported module: x.js');
  expect(errorReport(error, { where, seed: 3, commands: [] })).toEqual({
    kind: 'notice',
    text: expect.stringContaining(`A file of Drydock could not be fetched, ${words}`),
  });
});

it('has what helps to find a bug', () => {
  const place = { where: 'settle', seed: 3, commands: ['ls', 'docker ps'] };
  expect(errorReport('broken', place)).toEqual({
    kind: 'error',
    error: {
      message: 'broken',
      report: 'Drydock, seed 3\nin settle\nbroken\nlast commands:\nls\ndocker ps',
    },
  });
});
