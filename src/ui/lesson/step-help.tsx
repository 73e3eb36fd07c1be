import { CornerDownLeft } from 'lucide-react';
import { useState } from 'react';
import { beginLesson, passStep, typeSolution } from '../../state/lessons.ts';
import { asTyped, type ScriptLine } from '../../lib/script-line.ts';
import type { LessonRecord } from '../../world/mirror.ts';
import type { LessonText } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { InlineCode } from './inline-code.tsx';

interface StepHelpProps {
  lessonId: string;
  step: LessonText['steps'][number];
  record: LessonRecord;
}

/** Ways on for who is stuck: one more hint, the solution command by command, the step anew, the next step. */
export function StepHelp({ lessonId, step, record }: StepHelpProps) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const [asked, setAsked] = useState(0);
  const [more, setMore] = useState(false);
  const [solving, setSolving] = useState(false);
  const [typed, setTyped] = useState(0);
  const own = record.checks
    .filter(({ met, hint }) => !met && hint !== undefined)
    .map(({ hint = '' }) => hint);
  const general = [...step.hints.filter((_, index) => !record.shownHints.includes(index)), ...own];
  const shown = [
    ...record.shownHints.flatMap((index) => step.hints[index] ?? []),
    ...general.slice(0, asked),
  ];
  const next = step.solution[typed];
  const anew = async (): Promise<void> => {
    const question = {
      title: 'Begin this step anew?',
      text: 'The machine starts afresh and is made what it was when this step began. What you did since is thrown away.',
      action: 'Begin the step anew',
    };
    if (await confirm(question))
      beginLesson(workbench, lessonId, { step: record.step, commands: record.commands ?? 0 });
  };
  return (
    <div className="step-help">
      <div role="status">
        {shown.map((hint) => (
          <p key={hint} className="hint">
            <InlineCode text={hint} />
          </p>
        ))}
      </div>
      {solving && (
        <div className="solution">
          <ol>
            {step.solution.map(({ command, machine, deed }, index) => (
              <li key={index} aria-current={index === typed ? 'step' : undefined}>
                <pre tabIndex={0}>
                  <code>
                    {deed ? DEEDS[deed](machine ?? '') : asTyped(command)}
                    {machine !== undefined && !deed && <span className="soft"> # on {machine}</span>}
                  </code>
                </pre>
              </li>
            ))}
          </ol>
          {next !== undefined && (
            <button
              type="button"
              className="button"
              onClick={() => {
                typeSolution(workbench, next);
                setTyped(typed + 1);
              }}
            >
              <CornerDownLeft size={14} aria-hidden="true" /> Type command {typed + 1} of{' '}
              {step.solution.length}
            </button>
          )}
        </div>
      )}
      <div className="step-actions">
        {step.hasChecks && asked < general.length && (
          <button type="button" className="button button-quiet" onClick={() => setAsked(asked + 1)}>
            {shown.length ? 'Another hint' : 'Give me a hint'}
          </button>
        )}
        <button
          type="button"
          className="button button-quiet"
          aria-expanded={more}
          onClick={() => setMore(!more)}
        >
          {more ? 'Less help' : 'More help'}
        </button>
        {more && step.solution.length > 0 && (
          <button
            type="button"
            className="button button-quiet"
            aria-expanded={solving}
            onClick={() => setSolving(!solving)}
          >
            {solving ? 'Hide the solution' : 'Show the solution'}
          </button>
        )}
        {more && (
          <button type="button" className="button button-quiet" onClick={() => void anew()}>
            Reset the step
          </button>
        )}
        {more && step.hasChecks && (
          <button type="button" className="button button-quiet" onClick={() => passStep(workbench)}>
            Skip it
          </button>
        )}
      </div>
    </div>
  );
}

const DEEDS: Readonly<Record<NonNullable<ScriptLine['deed']>, (machine: string) => string>> = {
  off: (machine) => `(switch ${machine} off in the world panel)`,
  on: (machine) => `(switch ${machine} on again)`,
  unplug: (machine) => `(unplug the network of ${machine} in the world panel)`,
  plug: (machine) => `(plug the network of ${machine} in again)`,
};
