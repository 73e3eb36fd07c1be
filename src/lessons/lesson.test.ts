import { describe, expect, it } from 'vitest';
import { frontMatterJsonSchema, LessonError, parseLesson, parseLessonHead } from './lesson.ts';
import { readChoice } from './questions.ts';

const source = (steps: string, body = '## One\nText\n') => ({
  text: `---\ntitle: T\nsummary: S\nminutes: 5\nsteps:\n${steps}\n---\n${body}`,
  files: { 'app.py': 'x' },
  solution: '# step a\ndocker ps\n',
});
const parse = (steps: string, body?: string) => parseLesson('01-first-things/01-x', source(steps, body));

/** Each line has ten of the one before. */
const bomb = (): string =>
  ['  - id: &a0 x', ...'12345678'].reduce(
    (text, level) => `${text}\n  - &a${level} [${`*a${Number(level) - 1},`.repeat(10)}]`,
  );

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
    ['  - { id: a, checks: [{ id: c }] }', 'line 6: check c must ask exactly one thing, not nothing'],
    ['  - { id: a, checks: [{ id: c, image: { ref: x }, quiz: q }] }', 'not image and quiz'],
    [
      '  - { id: a, checks: [{ id: c, imag: {} }] }',
      'line 6: step 1, check 1: there is no field imag (did you mean image?)',
    ],
    [
      '  - id: a\n    checks:\n      - { id: c, file: { paths: 3 } }',
      'line 8: step 1, check 1, file: there is no field paths (did you mean path?)',
    ],
    [
      '  - { id: a, checks: [{ id: c, network: { address: x } }] }',
      'there is no field address; there are name, driver, subnet, internal, members',
    ],
    [
      '  - { id: a, checks: [{ id: c, container: { status: gone } }] }',
      'container, status: it must be one of created, running, paused',
    ],
    ['  - { id: a, checks: [{ id: c, image: { ref: 3.12 } }] }', 'ref: it must be a text: put it in quotes'],
    [
      '  - { id: a, checks: [{ id: c, http: { port: web } }] }',
      'step 1, check 1, http, port: it must be a whole number',
    ],
    ['  - { id: a, checks: [{ id: c, container: { env: 3 } }] }', 'env: it must be a text or a list'],
    ['  - { id: a, checks: [{ id: c, http: {} }] }', 'step 1, check 1, http: port is missing'],
    ['  - { id: a, checks: [{ id: c, http: }] }', 'step 1, check 1, http: it is empty'],
    ['  - { id: a, checks: [{ id: a, quiz: q }] }', 'two things are called a'],
    ['  - { id: a, checks: [{ id: c, build: {}, needs: [d] }] }', 'line 6: check c needs d'],
    ['  - { id: a, checks: [{ id: c, quiz: q }] }', 'check c waits for the quiz q, which the text of step a'],
    ['  - { id: a, checks: [{ id: c, not: { imag: x } }] }', 'step 1, check 1, not: there is no field imag'],
    ['  - { id: a, checks: [{ id: c, not: {} }] }', 'check c must ask exactly one thing'],
    ['  - { id: a, checks: [{ id: c, history: { ran: "(" } }] }', 'line 6: not a regular expression: ('],
    ['  - { id: a, checks: [], hints: [{ text: t, onFail: z }] }', 'waits for a check z'],
    [
      '  - { id: a, checks: [] }\n  - { id: b, checks: [] }',
      'line 6: 2 steps in the front matter, but 1 headings: One',
    ],
    ['  - a: [', 'line 6: a quote or a bracket is not closed'],
    ['\t- a', 'line 6: indented with a tab'],
    ['  - id: say: it', 'line 6: a text with a colon in it: put it in quotes'],
    ['  - id: `a`', 'line 6: a text that begins with ` or @: put it in quotes'],
    ['  - { id: a, checks: [] }\n  - id: *T*', 'line 7: a value that begins with * has to be in quotes'],
    ['  - id: **a** b', 'line 6: a value that begins with * has to be in quotes'],
    ['  - id: &a', 'line 6: a value that begins with & has to be in quotes'],
    ['  - { id: a, checks: [{ id: c, any: &x [{ any: *x }] }] }', 'line 6: a value that begins with &'],
    [
      '  - id: a\n    checks:\n    - id: c\n      not: &x\n        not: *x',
      'line 9: a value that begins with &',
    ],
    [
      `  - { id: a, checks: [{ id: c, not: ${'{ not: '.repeat(60)}${'}'.repeat(60)} }] }`,
      'line 6: lists in lists',
    ],
    [bomb(), 'line 6: a value that begins with &'],
  ])('says what is wrong with %s', (steps, message) => {
    expect(() => parse(steps)).toThrow(message);
  });

  it.each([
    ['```quiz\nid: q\nquestion: Q\n```', 'line 10: a block quiz: options is missing'],
    ['```quiz\nid: q\nquestoin: Q\n```', 'line 12: a block quiz: there is no field questoin (did you mean'],
    ['```quiz\nid: q\nquestion: [a\n```', 'a block quiz: a quote or a bracket is not closed'],
    ['```consol\nls\n```', 'line 10: there is no block consol (did you mean console?)'],
    ['```console\nls\n\n```quiz\nid: q\n```', 'line 10: the block ```console has no end'],
    ['```console\nls\n', 'line 10: the block ```console has no end'],
    [':::aside More\ntext\n', 'line 10: the block :::aside More has no end: a line with ::: alone'],
    ['> [!INFO]\n> x', 'line 10: a box is [!NOTE], [!TIP] or [!WARNING], not [!INFO]'],
    [
      '```answer\nid: q\nquestion: Q\nmatches: "("\n```\n```answer\n```',
      'line 10: not a regular expression: (',
    ],
  ])('says what is wrong with the text %j', (text, message) => {
    expect(() => parse('  - { id: a, checks: [] }', `## One\n\n${text}\n`)).toThrow(message);
  });

  it('throws nothing else, whatever its YAML is', () => {
    const text = (yaml: string) => ({ text: `---\n${yaml}\n---\n## One\n`, files: {}, solution: '' });
    for (const yaml of ['*', '&', '&a', 'a: *a', '!!set {a}', '<<: *a', '--- a\n--- b', '%TAG'])
      expect(() => parseLesson('x', text(yaml))).toThrow(LessonError);
  });

  it('says what a question must not have either', () => {
    expect(() => readChoice('quiz', 'id: q\nquestion: *so*')).toThrow(
      'a block quiz: a value that begins with *',
    );
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
