import { useId, useState } from 'react';
import type { Prediction } from '../../lessons/questions.ts';
import type { Queries } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { InlineCode } from './inline-code.tsx';
import { verdictWords } from './predict-words.ts';

type Told = Queries['predict']['answer'] | { failed: string };

/** A guess at what commands will do. Once it is made, they are tried on a copy of the machine, and what came of it is told. */
export function PredictQuestionView({ question }: { question: Prediction }) {
  const { connection, session } = useWorkbench();
  const [guess, setGuess] = useState('');
  const [trying, setTrying] = useState(false);
  const [told, setTold] = useState<Told>();
  const name = useId();
  const isShut = trying || told !== undefined;
  const ask = async (): Promise<void> => {
    setTrying(true);
    const asked = { question: question.id, answer: guess, terminal: session.getState().activeTerminal };
    const answer = await connection.query('predict', asked).catch((error: unknown): Told => ({
      failed: error instanceof Error ? error.message : String(error),
    }));
    setTrying(false);
    setTold(answer);
  };
  const truth = told && ('failed' in told ? question.answer : told.truth);
  return (
    <form
      className="question-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (told) setTold(undefined);
        else if (guess.trim() !== '' && !trying) void ask();
      }}
    >
      <fieldset className="question" aria-describedby={`${name}-kind`}>
        <legend>
          <span className="question-kind" id={`${name}-kind`}>
            Before you try it: what do you think?
          </span>
          <InlineCode text={question.question} />
        </legend>
        {question.options.map((option, index) => (
          <label key={index} className={choiceClass(String(index), guess, truth)}>
            <input
              type="radio"
              name={name}
              value={index}
              checked={guess === String(index)}
              disabled={isShut && guess !== String(index)}
              onChange={() => setGuess(String(index))}
            />
            <span>
              <InlineCode text={option} />
              {truth === String(index) && <span className="visually-hidden"> (this is right)</span>}
            </span>
          </label>
        ))}
        <p className="question-field">
          {question.options.length === 0 && (
            <input
              className="text-field"
              aria-label={GUESS_LABELS[question.reveals ?? 'output']}
              value={guess}
              readOnly={isShut}
              autoComplete="off"
              spellCheck={false}
              onChange={(event) => setGuess(event.target.value)}
            />
          )}
          {/* One button all the time: whoever pressed it stays on it. */}
          <button type="submit" className="button" aria-disabled={guess.trim() === '' || trying}>
            {told ? 'Guess again' : 'See what happens'}
          </button>
        </p>
        <div role="status" className="question-verdict">
          {trying && (question.try === undefined ? '' : 'Trying it on a copy of your machine…')}
          {told && <Verdict question={question} told={told} />}
        </div>
        {told && 'tried' in told && told.tried.length > 0 && <Trial tried={told.tried} />}
      </fieldset>
    </form>
  );
}

const GUESS_LABELS = {
  exit: 'Your guess: a number',
  lines: 'Your guess: a number of lines',
  output: 'Your guess',
} as const;

function Verdict({ question, told }: { question: Prediction; told: Told }) {
  const { lead, text } = verdictWords(question, told);
  return (
    <>
      <strong>
        <InlineCode text={lead} />
      </strong>{' '}
      <InlineCode text={text} />
    </>
  );
}

function Trial({ tried }: { tried: Queries['predict']['answer']['tried'] }) {
  const exitCode = tried.at(-1)?.exitCode ?? 0;
  return (
    <details className="trial">
      <summary>
        What the copy of your machine did: status {exitCode}. On yours nothing has happened yet.
      </summary>
      <pre tabIndex={0} aria-label="What the copy printed">
        {tried.map(({ command, output }) => `$ ${command}\n${output}`).join('')}
      </pre>
    </details>
  );
}

function choiceClass(index: string, guess: string, truth: string | undefined): string {
  if (truth === undefined) return 'choice';
  if (index === truth) return 'choice choice-right';
  return index === guess ? 'choice choice-wrong' : 'choice';
}
