import { describe, expect, it } from 'vitest';
import { parseLesson } from './lesson.ts';

const head = (checks: string): string =>
  `---\ntitle: T\nsummary: S\nminutes: 5\nchecks:\n${checks}\n---\nText\n`;

describe('parseLesson', () => {
  it('reads front matter and text', () => {
    const text = head('  - { id: a, text: A, hint: H, image: { ref: alpine } }');
    expect(parseLesson('x', text, {})).toEqual({
      id: 'x',
      title: 'T',
      summary: 'S',
      minutes: 5,
      checks: [{ id: 'a', text: 'A', hint: 'H', image: { ref: 'alpine' } }],
      markdown: 'Text\n',
      files: {},
    });
  });

  it('says what is wrong', () => {
    expect(() => parseLesson('x', 'no', {})).toThrow('lesson x: it must begin with front matter');
    expect(() => parseLesson('x', head('  - { id: a, text: A, hint: H }'), {})).toThrow(
      'check a must look at exactly one',
    );
    expect(() => parseLesson('x', head('  - { id: a, text: A, hint: H, imag: {} }'), {})).toThrow(
      'lesson x: checks.0',
    );
  });
});
