/** The questions of a lesson's text: their form, and what of them is true. */
import * as z from 'zod/mini';
import { checkBodyShape, kindsOf } from './check-schema.ts';
import { readYaml, YamlMistake } from './mistakes.ts';
import { readPattern, readWhole } from './pattern.ts';

const text = z.string().check(z.minLength(1));

/** Asked with choices; `answer` is the index of the right one, counted from 0. */
const choiceQuestion = z.strictObject({
  id: text,
  question: text,
  options: z.array(text),
  answer: z.int(),
  /** Shown once it was answered. */
  why: text,
});

const freeQuestion = z.strictObject({
  id: text,
  question: text,
  /** A regular expression that the whole answer matches, in whatever case. */
  matches: text,
  /** What to say to an answer that does not. */
  wrong: z.optional(text),
});

/** What is so when the commands have run on the copy. All that is said must hold. */
const outcome = z.strictObject({
  /** Status of the last command. */
  exit: z.optional(z.int()),
  /** Whether the last command ends with another status than 0. */
  fails: z.optional(z.boolean()),
  /** A regular expression that matches what the last command prints, in a line. */
  prints: z.optional(text),
  /** How many lines it prints. */
  lines: z.optional(z.int()),
  ...checkBodyShape,
});

const predictQuestion = z.strictObject({
  id: text,
  question: text,
  /** Shell lines that are tried on a copy of the world before the answer is told. Without them the answer is only what `answer` says. */
  try: z.optional(text),
  /** Choices, each with what is so where it is the right one. One without is right where no other is. */
  options: z.optional(z.array(z.union([text, z.strictObject({ text, when: outcome })]))),
  /** In place of options: the learner says what this will be. */
  reveals: z.optional(z.enum(['exit', 'lines', 'output'])),
  /** The index of the right option, counted from 0; or what is revealed. */
  answer: z.union([z.int(), text]),
  why: text,
});

export type ChoiceQuestion = z.infer<typeof choiceQuestion>;
export type FreeQuestion = z.infer<typeof freeQuestion>;
export type Outcome = z.infer<typeof outcome>;

/** Asked before something is tried; nothing depends on the answer. */
export interface Prediction {
  readonly id: string;
  readonly question: string;
  /** Shell lines; undefined where nothing is tried. */
  readonly try?: string;
  /** What can be chosen; none where the learner writes. */
  readonly options: readonly string[];
  /** What is so where an option is right, by its index; undefined for the one that is right where no other is. */
  readonly outcomes: readonly (Outcome | undefined)[];
  readonly reveals?: 'exit' | 'lines' | 'output';
  /** What the lesson's author says: the index of an option as text, or what is revealed. */
  readonly answer: string;
  readonly why: string;
}

/** @throws Error with what is wrong */
export function readChoice(kind: string, yaml: string): ChoiceQuestion {
  const question = readBlock(kind, choiceQuestion, yaml);
  checkAnswer(kind, question.id, question.options, question.answer);
  return question;
}

/** @throws Error with what is wrong */
export function readFree(yaml: string): FreeQuestion {
  const question = readBlock('answer', freeQuestion, yaml);
  readWhole(question.matches);
  return question;
}

/** @throws Error with what is wrong */
export function readPrediction(yaml: string): Prediction {
  const { options = [], answer, reveals, ...rest } = readBlock('predict', predictQuestion, yaml);
  const fail = (what: string): never => {
    throw new Error(`predict ${rest.id}: ${what}`);
  };
  if (options.length > 0 === (reveals !== undefined)) fail('it has either options, or what it reveals');
  if (reveals !== undefined && rest.try === undefined) fail('what it reveals must be tried');
  if (reveals === undefined) checkAnswer('predict', rest.id, options, answer);
  const outcomes = options.map((option) => (typeof option === 'string' ? undefined : option.when));
  const open = outcomes.filter((when) => when === undefined).length;
  if (rest.try === undefined ? open < options.length : open > 1)
    fail(
      rest.try === undefined
        ? 'nothing is tried (try), so no option can say when it holds'
        : 'only one option may go without saying when it holds',
    );
  for (const when of outcomes) {
    if (when && kindsOf(when).length > 1) fail('an option asks the state one thing at most');
    if (when?.prints !== undefined) readPattern(when.prints);
  }
  return {
    ...rest,
    ...(reveals === undefined ? {} : { reveals }),
    options: options.map((option) => (typeof option === 'string' ? option : option.text)),
    outcomes,
    answer: String(answer),
  };
}

function checkAnswer(kind: string, id: string, options: readonly unknown[], answer: number | string): void {
  if (typeof answer === 'number' && options[answer] !== undefined) return;
  throw new Error(`${kind} ${id}: answer ${answer} is none of its options (counted from 0)`);
}

/** @throws YamlMistake */
function readBlock<T extends z.ZodMiniType>(kind: string, schema: T, yaml: string): z.infer<T> {
  try {
    return readYaml(schema, yaml);
  } catch (error) {
    if (!(error instanceof YamlMistake)) throw error;
    throw new YamlMistake(`a block ${kind}: ${error.message}`, error.line);
  }
}

/** The JSON schemas of the blocks, for editors. */
export const questionJsonSchemas = (): Record<string, object> => ({
  predict: z.toJSONSchema(predictQuestion),
  quiz: z.toJSONSchema(choiceQuestion),
  answer: z.toJSONSchema(freeQuestion),
});
