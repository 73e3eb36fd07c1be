import { describe, expect, it } from 'vitest';
import { readPrediction } from './questions.ts';

const TRIED = `
id: q
question: Which?
try: docker run x
options: [A, { text: B, when: { exit: 125, image: { ref: x } } }]
answer: 1
why: So.
`;

describe('a prediction', () => {
  it('says what is tried, and when which option is right', () => {
    expect(readPrediction(TRIED)).toEqual({
      id: 'q',
      question: 'Which?',
      try: 'docker run x',
      options: ['A', 'B'],
      outcomes: [undefined, { exit: 125, image: { ref: 'x' } }],
      answer: '1',
      why: 'So.',
    });
    expect(readPrediction('id: q\nquestion: How?\ntry: "false"\nreveals: exit\nanswer: 1\nwhy: So.')).toEqual(
      {
        id: 'q',
        question: 'How?',
        try: 'false',
        options: [],
        outcomes: [],
        reveals: 'exit',
        answer: '1',
        why: 'So.',
      },
    );
  });

  it.each([
    [TRIED.replace('answer: 1', 'answer: 2'), 'answer 2 is none of its options'],
    [TRIED.replace('try: docker run x\n', ''), 'nothing is tried (try), so no option can say when it holds'],
    [TRIED.replace('[A,', '[A, C,'), 'only one option may go without saying when it holds'],
    [TRIED.replace('exit: 125', 'file: { path: /x }'), 'an option asks the state one thing at most'],
    [TRIED.replace('exit: 125', 'prints: "("'), 'not a regular expression: ('],
    [TRIED.replace('exit: 125', 'ends: 125'), 'a block predict: option 2, when: there is no field ends'],
    [`${TRIED}reveals: exit\n`, 'it has either options, or what it reveals'],
    ['id: q\nquestion: How?\nreveals: exit\nanswer: 1\nwhy: So.', 'what it reveals must be tried'],
    ['id: q\nquestion: How?\ntry: x\nreveals: mood\nanswer: 1\nwhy: So.', 'a block predict: reveals'],
  ])('is refused with what is wrong: %#', (yaml, message) => {
    expect(() => readPrediction(yaml)).toThrow(message);
  });
});
