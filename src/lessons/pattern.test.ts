import { describe, expect, it } from 'vitest';
import { parseLesson } from './lesson.ts';
import { dueHints } from './hints.ts';
import { isAnswer } from './judge-prediction.ts';
import { judgeHistory } from './checks/deeds.ts';
import { isFound, readPattern } from './pattern.ts';
import { readFree } from './questions.ts';

/** Each takes JavaScript's own matcher longer than anybody waits. */
const RUNAWAYS = ['(a+)+$', '(a|aa)+$', '(.*)*(.*)*x', '([a-z]+)*\\d'];
const LONG = `${'a'.repeat(60)}!`;

describe('a pattern of a lesson', () => {
  it.each(RUNAWAYS)('%s is answered at once, wherever a lesson may have it', (pattern) => {
    expect(isFound(pattern, LONG)).toBe(false);
    expect(isFound(pattern, `${'a'.repeat(16_000)}!`)).toBe(false);
    const probe = { commands: [LONG] } as unknown as Parameters<typeof judgeHistory>[1];
    expect(judgeHistory({ ran: pattern }, probe)).toMatchObject({ met: false });
    const so = { seconds: 0, commands: 0, output: LONG, unmet: [] };
    expect(dueHints([{ text: 't', onError: pattern }], so)).toEqual([]);
    expect(isAnswer({ id: 'q', question: 'Q', matches: pattern }, LONG)).toBe(false);
  });

  it('is found in a line, in JavaScript’s syntax', () => {
    expect(isFound('^no (?<what>\\w+)$', 'one\nno space')).toBe(true);
    expect(isFound('^one$', 'one\ntwo', '')).toBe(false);
    expect(isAnswer({ id: 'q', question: 'Q', matches: 'a|b c' }, ' B C ')).toBe(true);
    expect(isAnswer({ id: 'q', question: 'Q', matches: 'a|b c' }, 'ab c')).toBe(false);
  });

  it('is refused when it is none, or too big', () => {
    expect(() => readPattern('(')).toThrow('not a regular expression: (');
    expect(() => readPattern('x'.repeat(1001))).toThrow('a regular expression of over 1000 characters');
    expect(() => readPattern('((a{1000}){1000}){1000}b*c*b*')).toThrow('not a regular expression');
    expect(() => readPattern(`${'('.repeat(499)}${')'.repeat(499)}`)).not.toThrow();
  });

  it.each(['x'.repeat(1000), `${'('.repeat(499)}xx${')'.repeat(499)}`])(
    'of an answer is judged as long as it may be',
    (matches) => {
      const question = readFree(`id: q\nquestion: Q\nmatches: ${matches}`);
      expect(isAnswer(question, 'no')).toBe(false);
      expect(isAnswer(question, matches.replace(/[()]/g, '').toUpperCase())).toBe(true);
    },
  );

  it('of an answer is refused when the lesson is read, not when it is answered', () => {
    for (const matches of ['a)|(?:b', '"("', 'x'.repeat(1001), '((a{1000}){1000}){1000}b*c*b*'])
      expect(() => readFree(`id: q\nquestion: Q\nmatches: ${matches}`)).toThrow('regular expression');
    expect(isAnswer({ id: 'q', question: 'Q', matches: '(' }, 'x')).toBe(false);
    expect(isFound('(', 'x')).toBe(false);
  });

  it('is refused with the lesson that has it', () => {
    const text = (ran: string): string =>
      `---\ntitle: T\nsummary: S\nminutes: 5\nsteps:\n  - { id: a, checks: [{ id: c, history: { ran: '${ran}' } }] }\n---\n## One\n`;
    expect(() => parseLesson('x', { text: text('a{1000}'.repeat(150)), files: {}, solution: '' })).toThrow(
      'line 6: a regular expression of over 1000 characters',
    );
  });
});
