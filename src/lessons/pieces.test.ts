import { describe, expect, it } from 'vitest';
import { splitSteps } from './pieces.ts';

const pieces = (markdown: string) => splitSteps(`## S\n${markdown}`).steps[0]?.pieces;
const block = (info: string, code: string): string => `\`\`\`${info}\n${code}\n\`\`\`\n`;
const QUESTION = 'id: q\nquestion: Why?\noptions: [A, B]\nanswer: 1\nwhy: So.';

describe('splitSteps', () => {
  it('parts the text at its headings, not at those in code', () => {
    const { intro, steps } = splitSteps(`Hi\n\n## One\n${block('md', '## no')}## Two\nText\n`);
    expect(intro).toEqual([{ kind: 'prose', markdown: 'Hi' }]);
    expect(steps.map(({ title }) => title)).toEqual(['One', 'Two']);
  });

  it('takes blocks of commands out, with how they are typed', () => {
    expect(pieces(`a\n\n${block('console', 'docker ps\nls')}\nb\n`)).toEqual([
      { kind: 'prose', markdown: 'a' },
      { kind: 'commands', text: 'docker ps\nls', fails: false, inside: false, terminal: 1, interrupt: false },
      { kind: 'prose', markdown: 'b' },
    ]);
    expect(pieces(block('console fails terminal=2', 'x'))).toMatchObject([{ fails: true, terminal: 2 }]);
    expect(pieces(block('console inside', 'exit'))).toMatchObject([{ inside: true }]);
    expect(pieces(block('console interrupt', ''))).toMatchObject([{ interrupt: true, text: '' }]);
    expect(() => pieces(block('console quickly', 'x'))).toThrow('a console block can\'t be "quickly"');
  });

  it.each([
    ['x '.repeat(3000), 5],
    [`a\n\n${block('console', 'ls')}${'x '.repeat(3000)}`, 26],
    [`:::aside T\n${'x '.repeat(3000)}\n:::\n`, 5],
    [`> [!TIP]\n> ${'x '.repeat(3000)}\n`, 5],
  ])('refuses more text than the page can make of Markdown at once: %#', (markdown, at) => {
    const refusal = { at, message: 'over 5000 letters of text without a block: part them' };
    expect(() => pieces(markdown)).toThrow(expect.objectContaining(refusal) as Error);
  });

  it('takes files, callouts, asides and questions out; other code stays in the prose', () => {
    expect(pieces(block('dockerfile file=web/Dockerfile', 'FROM x'))).toEqual([
      { kind: 'file', path: 'web/Dockerfile', language: 'dockerfile', text: 'FROM x\n' },
    ]);
    expect(pieces('> [!TIP]\n> One\n> two.\n\nAfter')).toEqual([
      { kind: 'callout', tone: 'tip', markdown: 'One\ntwo.' },
      { kind: 'prose', markdown: 'After' },
    ]);
    expect(pieces(':::aside Why so?\nBecause.\n:::\n')).toEqual([
      { kind: 'aside', title: 'Why so?', markdown: 'Because.' },
    ]);
    const question = { id: 'q', question: 'Why?', options: ['A', 'B'], answer: 1, why: 'So.' };
    expect(pieces(block('quiz', QUESTION))).toEqual([{ kind: 'quiz', question }]);
    const prediction = { ...question, answer: '1', outcomes: [undefined, undefined] };
    expect(pieces(block('predict', QUESTION))).toEqual([{ kind: 'predict', question: prediction }]);
    expect(pieces(block('answer', 'id: q\nquestion: How many?\nmatches: three|3'))).toEqual([
      { kind: 'answer', question: { id: 'q', question: 'How many?', matches: 'three|3' } },
    ]);
    expect(pieces(block('dockerfile', 'FROM x'))).toEqual([
      { kind: 'prose', markdown: '```dockerfile\nFROM x\n```' },
    ]);
  });

  it('knows where code ends that has fences in it, as CommonMark does', () => {
    const inner = '```md\n## no\n```\n';
    const { steps } = splitSteps(`## One\n\`\`\`\`md file=a.md\n${inner}\`\`\`\`\nAfter\n## Two\nText\n`);
    expect(steps.map(({ title }) => title)).toEqual(['One', 'Two']);
    expect(steps[0]?.pieces).toEqual([
      { kind: 'file', path: 'a.md', language: 'md', text: inner },
      { kind: 'prose', markdown: 'After' },
    ]);
    expect(pieces('```console\nls\n`````  \nb\n')).toMatchObject([{ text: 'ls' }, { markdown: 'b' }]);
    expect(pieces('```inline``` code\n')).toMatchObject([{ markdown: '```inline``` code' }]);
    expect(() => pieces('````console\nls\n```\n')).toThrow(
      'the block ````console has no end: a line with ```` alone',
    );
  });

  it('says what is wrong with a question', () => {
    expect(() => pieces(block('quiz', QUESTION.replace('answer: 1', 'answer: 2')))).toThrow(
      'answer 2 is none',
    );
    expect(() => pieces(block('quiz', 'id: q'))).toThrow('a block quiz: question');
  });
});
