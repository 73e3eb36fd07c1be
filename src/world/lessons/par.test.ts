import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../lessons/lesson.ts';
import { parOf, starsFor } from './par.ts';

const block = (info: string, lines: string): string => `\`\`\`console ${info}\n${lines}\n\`\`\`\n`;

const lesson = (par: string) =>
  parseLesson('01-a/01-b', {
    text: `---\ntitle: T\nsummary: S\nminutes: 3\n${par}steps:\n  - { id: one, checks: [] }\n  - { id: two, checks: [] }\n---\n## One\n${block('', 'a\nb; c\nfor i in 1\ndo d\ndone')}${block('inside', 'x\ny')}${block('interrupt', '')}## Two\n${block('', 'a')}`,
    files: {},
    solution: '# step one\na\n# step two\n@off node2\na\nb # fails\n',
  });

describe('par', () => {
  it('is what the text or the solution of each step takes, whichever is more', () => {
    expect(parOf(lesson(''))).toBe(3 + 2);
  });

  it('is what the author says', () => {
    expect(parOf(lesson('par: 4\n'))).toBe(4);
  });

  it.each([
    [0, 3],
    [8, 3],
    [9, 2],
    [12, 2],
    [13, 1],
    [200, 1],
  ])('%i commands where 8 are good: %i stars', (commands, stars) => {
    expect(starsFor(commands, 8)).toBe(stars);
  });
});
