import type { Prediction } from '../../lessons/questions.ts';

/** What the world found out, or why it could not. */
type Told =
  | { readonly right: boolean; readonly truth: string; readonly asExpected: boolean }
  | { readonly failed: string };

/** An answer as it is read: an option's text, or what is revealed as code. */
export const answerText = ({ options }: Prediction, answer: string): string =>
  options.length > 0 ? (options[Number(answer)] ?? answer) : `\`${answer}\``;

/** How a guess went, in a few words, and what there is to say about it. Code stands between backquotes. */
export function verdictWords(question: Prediction, told: Told): { lead: string; text: string } {
  const expected = answerText(question, question.answer);
  if ('failed' in told)
    return {
      lead: `The lesson says: ${sentence(expected)}`,
      text: `${question.why} (It could not be tried: ${told.failed})`,
    };
  const found = answerText(question, told.truth);
  const lead = told.right ? 'Yes.' : `Surprise: ${sentence(found)}`;
  if (told.asExpected) return { lead, text: question.why };
  return {
    lead,
    text: `That is so on your machine as it is now. Where the lesson goes on from, it is: ${sentence(expected)} Reset the step to get there.`,
  };
}

const sentence = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
