import { useId, useState } from 'react';
import type { ChoiceQuestion, FreeQuestion } from '../../lessons/questions.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { InlineCode } from './inline-code.tsx';

/** A question with choices, which can be tried again. */
export function ChoiceQuestionView({ question }: { question: ChoiceQuestion }) {
  const { connection } = useWorkbench();
  const [chosen, setChosen] = useState<number>();
  const name = useId();
  const right = chosen === question.answer;
  const choose = (index: number): void => {
    setChosen(index);
    void connection
      .query('lessonAnswer', { question: question.id, text: String(index) })
      .catch(() => undefined);
  };
  return (
    <fieldset className="question">
      <legend>
        <span className="question-kind">Question</span>
        <InlineCode text={question.question} />
      </legend>
      {question.options.map((option, index) => (
        <label key={index} className={choiceClass(index, chosen, question.answer)}>
          <input type="radio" name={name} checked={chosen === index} onChange={() => choose(index)} />
          <span>
            <InlineCode text={option} />
          </span>
        </label>
      ))}
      <p role="status" className="question-verdict">
        {chosen !== undefined && (
          <>
            <strong>{right ? 'Yes.' : 'Not quite, try another.'}</strong>{' '}
            {right && <InlineCode text={question.why} />}
          </>
        )}
      </p>
    </fieldset>
  );
}

function choiceClass(index: number, chosen: number | undefined, answer: number): string {
  if (index !== chosen) return 'choice';
  return index === answer ? 'choice choice-right' : 'choice choice-wrong';
}

/** A question that is answered in the learner's own words. */
export function FreeQuestionView({ question }: { question: FreeQuestion }) {
  const { connection } = useWorkbench();
  const [text, setText] = useState('');
  const [right, setRight] = useState<boolean>();
  const id = useId();
  const ask = async (): Promise<void> => {
    const answer = await connection.query('lessonAnswer', { question: question.id, text });
    setRight(answer.right);
  };
  return (
    <div className="question" role="group" aria-labelledby={`${id}-question`}>
      <p id={`${id}-question`}>
        <span className="question-kind">Question</span>
        <InlineCode text={question.question} />
      </p>
      <p className="question-field">
        <input
          className="text-field answer-field"
          aria-label="Your answer"
          value={text}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => {
            setText(event.target.value);
            setRight(undefined);
          }}
          onKeyDown={(event) => event.key === 'Enter' && void ask().catch(() => undefined)}
        />
        <button type="button" className="button" onClick={() => void ask().catch(() => undefined)}>
          Answer
        </button>
      </p>
      <p role="status" className="question-verdict">
        {right === true && <strong>Yes, that is it.</strong>}
        {right === false && (
          <>
            <strong>Not yet.</strong> {question.wrong !== undefined && <InlineCode text={question.wrong} />}
          </>
        )}
      </p>
    </div>
  );
}
