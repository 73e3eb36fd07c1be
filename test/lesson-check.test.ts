/** What `npm run lesson check` tells of folders and zips that lie elsewhere. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { zipFiles } from '../src/app/transfer/zip.ts';
import { checkLessons, meantBy } from './support/lesson-check.ts';
import { packFiles, readLessonFolder } from './support/lesson-folder.ts';
import { proveLinks, proveLiterals } from './support/lesson-proof.ts';

const LESSON = `---
title: A bowline
summary: A knot.
minutes: 2
steps:
  - id: tie
    checks:
      - { id: tied, file: { path: /root/site/knot } }
---
See [one](lesson:01-a/01-b), [two](../02-c), ![three](a.png) and [four](https://docker.com).

## Tie it

Call it something.

\`\`\`console
touch tie
\`\`\`
`;

let root = '';
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'drydock-test-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

function lesson(pack: string, files: Record<string, string>): string {
  const folder = join(root, pack, '01-bowline');
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

async function told(...names: string[]): Promise<string[]> {
  const lines: string[] = [];
  await checkLessons(names, (line) => lines.push(line));
  return lines;
}

it('a folder or a zip that cannot be read is told as the page tells it', async () => {
  lesson('bad', { 'lesson.md': LESSON.replace('minutes', 'minuets') });
  const problem = '  ✗ 01-bowline/lesson.md:4: there is no field minuets (did you mean minutes?)';
  expect((await told(join(root, 'bad'))).map((line) => line.slice(0, problem.length))).toEqual([problem]);
  const zip = join(root, 'bad.zip');
  writeFileSync(zip, zipFiles(packFiles(join(root, 'bad'))));
  const inZip = '  ✗ lesson.md:4: there is no field minuets';
  expect((await told(zip)).map((line) => line.slice(0, inZip.length))).toEqual([inZip]);
});

it('a lesson is proven wherever it lies, and complaints have file and line', async () => {
  lesson('knots', {
    'lesson.md': LESSON.replace(/^See.*$/m, 'Hi.')
      .replace('touch tie', 'touch knot')
      .replace('minutes: 2', 'minutes: 1'),
    'solution.sh': '# step tie\ntouch tie\n',
    'wrong-way.sh': '# step tie\n# unmet: other\ntouch tie\n',
  });
  const [summary, ...lines] = await told(join(root, 'knots'));
  expect(summary).toMatch(/^01-bowline: \d+ words/);
  expect(lines).toEqual([
    '  ✗ 1 minutes are not 2 to 10',
    '  ✗ 01-bowline/lesson.md:8: tied is not met by what solution.sh does in step tie',
    '  ✗ 01-bowline/wrong-way.sh, step tie: it leaves tied open, not other',
    '  · tie has no other solution (solution-NAME.sh)',
    '  · no wrong-NAME.sh leaves tied of tie open',
  ]);
});

it('names and links that the text does not bear out are told with their line', () => {
  const folder = readLessonFolder({ id: 'x/y', folder: lesson('words', { 'lesson.md': LESSON }) });
  expect(proveLiterals(folder)).toEqual([
    'lesson.md:8: tied asks for /root/site/knot, which the text does not mention',
  ]);
  expect(proveLinks(folder, ['01-a/01-z'])).toEqual([
    'lesson.md:10: [one](lesson:01-a/01-b): the course has no such lesson',
    'lesson.md:10: [two](../02-c): a link is https://… or lesson:PART/NAME',
    'lesson.md:10: ![three](a.png): images are not shown',
  ]);
});

it('a name is part of a lesson’s id, or a path', () => {
  expect(meantBy('02-images/01')).toMatchObject({
    kind: 'own',
    places: [{ id: '02-images/01-names-and-tags' }],
  });
  expect(meantBy('lessons/02-images/01-names-and-tags/')).toMatchObject({ kind: 'own', places: [{ id: '02-images/01-names-and-tags' }] }); // prettier-ignore
  expect(meantBy(root)).toEqual({ kind: 'pack', path: root });
  expect(() => meantBy('./nowhere')).toThrow(/^There is no folder or zip at .*nowhere$/);
  expect(() => meantBy('nowhere')).toThrow('No lesson is called like nowhere');
});
