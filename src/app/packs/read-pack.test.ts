import { describe, expect, it } from 'vitest';
import { zipFiles } from '../transfer/zip.ts';
import { unzipFiles } from '../transfer/zip.ts';
import { readPack } from './read-pack.ts';

const LESSON = `---
title: A bowline
summary: A knot.
minutes: 3
steps:
  - id: tie
    checks: [{ id: tied, container: { name: knot } }]
---
Hi.

## Tie

Name it knot.
`;

const file = (path: string, text: string) => ({ path, bytes: new TextEncoder().encode(text) });
const read = (...files: ReturnType<typeof file>[]) => readPack('Knots_for sailors', files);

describe('a lesson pack', () => {
  it('has its lessons, with files and solution, in a part of its own', () => {
    const pack = read(
      file('01-loops/01-bowline/lesson.md', LESSON),
      file('01-loops/01-bowline/files/app/a.txt', 'a\n'),
      file('01-loops/01-bowline/solution.sh', '# step tie\ndocker run --name knot alpine\n'),
      file('README.md', 'hi'),
    );
    expect(pack).toMatchObject({ id: 'pack:knots-for-sailors', title: 'Knots for sailors', problems: [] });
    expect(pack.lessons).toMatchObject([
      {
        head: {
          id: 'pack:knots-for-sailors/01-loops/01-bowline',
          part: 'Knots for sailors: Loops',
          title: 'A bowline',
        },
        source: { files: { 'app/a.txt': 'a\n' }, solution: '# step tie\ndocker run --name knot alpine\n' },
      },
    ]);
  });

  it('may be one lesson, in a folder or alone', () => {
    expect(read(file('lesson.md', LESSON)).lessons[0]?.head).toMatchObject({
      id: 'pack:knots-for-sailors/lessons/lesson',
      part: 'Knots for sailors',
    });
    expect(read(file('bowline/lesson.md', LESSON)).lessons[0]?.head.id).toBe(
      'pack:knots-for-sailors/lessons/bowline',
    );
  });

  it('comes out of a zip as it went in', () => {
    const files = unzipFiles(zipFiles([file('01-a/lesson.md', LESSON), file('02-b/lesson.md', LESSON)]));
    expect(readPack('x', files).lessons.map(({ head }) => head.id)).toEqual([
      'pack:x/lessons/01-a',
      'pack:x/lessons/02-b',
    ]);
  });

  it.each([
    [[file('../lesson.md', LESSON)], '../lesson.md: a path that can’t be used here'],
    [[file('a/../../b/lesson.md', LESSON)], 'a/../../b/lesson.md: a path that can’t be used here'],
    [[file('app.py', '')], 'no folder with a lesson.md'],
    [[file('A b/lesson.md', LESSON)], 'A b/: folders are a part and a lesson'],
    [[file('a/b/c/lesson.md', LESSON)], 'a/b/c/: folders are a part and a lesson'],
    [[{ path: 'a/lesson.md', bytes: new Uint8Array([0xff, 0xfe]) }], 'a/: a/lesson.md: not a text'],
    [[file('a/lesson.md', LESSON), file('a/files/x', 'x'.repeat(300_000))], 'a/: a/files/x: over 256 kB'],
    [[file('a/lesson.md', LESSON.replace('minutes: 3', 'minutes: soon'))], 'a/lesson.md:4: minutes: '],
    [[file('a/lesson.md', LESSON.replace('minutes: 3', 'minutes: [3'))], 'a/lesson.md:'],
    [
      [file('a/lesson.md', LESSON.replace('{ name: knot }', '{ nmae: knot }'))],
      'a/lesson.md:7: step 1, check 1, container: there is no field nmae (did you mean name?)',
    ],
    [
      [file('a/lesson.md', LESSON.replace('container: { name: knot }', 'image: { ref: "[" }'))],
      'a/lesson.md:7: [ is neither the name of an image nor a pattern',
    ],
    [
      [file('a/lesson.md', `${LESSON}\n\`\`\`predict\nid: x\n\`\`\`\n`)],
      'a/lesson.md:15: a block predict: question',
    ],
    [
      [file('a/lesson.md', LESSON.replace('## Tie', '### Tie'))],
      'a/lesson.md:6: 1 steps in the front matter, but 0 headings',
    ],
  ])('is refused with file and line: %#', (files, problem) => {
    const { problems } = readPack('x', files);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.slice(0, problem.length)).toBe(problem);
  });

  it('is refused where it is too much', () => {
    const many = Array.from({ length: 101 }, (_, index) => file(`l${index}/lesson.md`, LESSON));
    expect(readPack('x', many).problems).toEqual(['over 100 lessons']);
    expect(readPack('x', [{ path: 'a', bytes: new Uint8Array(17 * 1024 * 1024) }]).problems).toEqual([
      'over 16 MB of files',
    ]);
  });
});
