import { describe, expect, it } from 'vitest';
import type { Prediction } from '../../lessons/questions.ts';
import { answerText, verdictWords } from './predict-words.ts';

const CHOICE: Prediction = {
  id: 'q',
  question: 'What?',
  try: 'x',
  options: ['It `runs`', 'No'],
  outcomes: [],
  answer: '1',
  why: 'So.',
};
const FREE: Prediction = { ...CHOICE, options: [], reveals: 'exit', answer: '127' };

describe('the words of a prediction', () => {
  it('name an option by its text, and what is revealed as code', () => {
    expect([answerText(CHOICE, '0'), answerText(FREE, '127')]).toEqual(['It `runs`', '`127`']);
  });

  it('say whether the guess was right, and why', () => {
    expect(verdictWords(CHOICE, { right: true, truth: '1', asExpected: true })).toEqual({
      lead: 'Yes.',
      text: 'So.',
    });
    expect(verdictWords(FREE, { right: false, truth: '127', asExpected: true })).toEqual({
      lead: 'Surprise: `127`.',
      text: 'So.',
    });
  });

  it('say so where this machine does something else than the lesson expects', () => {
    const { lead, text } = verdictWords(CHOICE, { right: true, truth: '0', asExpected: false });
    expect(lead).toBe('Yes.');
    expect(text).toContain('on your machine as it is now');
    expect(text).toContain('it is: No.');
  });

  it('fall back on the lesson where nothing could be tried', () => {
    expect(verdictWords(CHOICE, { failed: 'node1 is switched off.' })).toEqual({
      lead: 'The lesson says: No.',
      text: 'So. (It could not be tried: node1 is switched off.)',
    });
  });
});
