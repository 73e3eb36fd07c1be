import { describe, expect, it } from 'vitest';
import { frontMatterJsonSchema, parseLesson, parseLessonHead } from './lesson.ts';

const source = (steps: string, body = '## One\nText\n') => ({
  text: `---\ntitle: T\nsummary: S\nminutes: 5\nsteps:\n${steps}\n---\n${body}`,
  files: { 'app.py': 'x' },
  solution: '# step a\ndocker ps\n',
});
const parse = (steps: string, body?: string) => parseLesson('01-first-things/01-x', source(steps, body));

describe('parseLesson', () => {
  it('reads front matter, text, files and the solution', () => {
    const lesson = parse(
      '  - { id: a, checks: [{ id: c, image: { ref: alpine } }] }',
      'Intro\n\n## One\nText\n',
    );
    expect(lesson).toMatchObject({
      id: '01-first-things/01-x',
      title: 'T',
      minutes: 5,
      intro: [{ kind: 'prose', markdown: 'Intro' }],
      steps: [
        {
          id: 'a',
          title: 'One',
          pieces: [{ kind: 'prose', markdown: 'Text' }],
          checks: [{ id: 'c', image: { ref: 'alpine' } }],
          solution: 'docker ps',
        },
      ],
      files: { 'app.py': 'x' },
    });
  });

  it.each([
    ['  - { id: b, checks: [] }', 'solution.sh has a step a'],
    ['  - { id: a, checks: [{ id: c }] }', 'check c must ask exactly one thing, not nothing'],
    ['  - { id: a, checks: [{ id: c, image: { ref: x }, quiz: q }] }', 'not image and quiz'],
    ['  - { id: a, checks: [{ id: c, imag: {} }] }', 'steps.0.checks.0'],
    ['  - { id: a, checks: [{ id: a, quiz: q }] }', 'two things are called a'],
    ['  - { id: a, checks: [{ id: c, quiz: q, needs: [d] }] }', 'check c needs d'],
    ['  - { id: a, checks: [{ id: c, not: { imag: x } }] }', 'steps.0.checks.0.not'],
    ['  - { id: a, checks: [{ id: c, not: {} }] }', 'check c must ask exactly one thing'],
    ['  - { id: a, checks: [{ id: c, history: { ran: "(" } }] }', 'not a regular expression: ('],
    ['  - { id: a, checks: [], hints: [{ text: t, onFail: z }] }', 'waits for a check z'],
    [
      '  - { id: a, checks: [] }\n  - { id: b, checks: [] }',
      '2 steps in the front matter, but 1 headings: One',
    ],
    ['  - a: [', 'lesson 01-first-things/01-x'],
  ])('says what is wrong with %s', (steps, message) => {
    expect(() => parse(steps)).toThrow(message);
  });

  it('wants front matter', () => {
    expect(() => parseLesson('x', { text: 'no', files: {}, solution: '' })).toThrow(
      'lesson x: it must begin with front matter',
    );
  });
});

describe('parseLessonHead', () => {
  it('names the part after its folder', () => {
    expect(parseLessonHead('01-first-things/01-x', source('  - { id: a, checks: [] }').text)).toEqual({
      id: '01-first-things/01-x',
      part: 'First things',
      title: 'T',
      summary: 'S',
      minutes: 5,
      commands: [],
      tags: [],
    });
  });
});

it('there is a JSON schema of the front matter, recursion and all', () => {
  const schema = JSON.stringify(frontMatterJsonSchema());
  expect(schema).toContain('"exitCode":{"type":"integer"');
  expect(schema).toContain('"$ref"');
});
