import { ArrowRight, Circle, CircleCheck } from 'lucide-react';
import { useId, useState } from 'react';
import { passStep } from '../../state/lessons.ts';
import type { LessonRecord } from '../../world/mirror.ts';
import type { LessonText } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { InlineCode } from './inline-code.tsx';
import { StepHelp } from './step-help.tsx';

interface StepChecksProps {
  id: string;
  step: LessonText['steps'][number];
  record: LessonRecord;
}

/** What is to be reached, as it stands now: a strip with what comes next, which unfolds to all of it. Read out when it changes. */
export function StepChecks({ id, step, record }: StepChecksProps) {
  const workbench = useWorkbench();
  const [all, setAll] = useState(false);
  const list = useId();
  const { checks } = record;
  const met = checks.filter((check) => check.met).length;
  if (!step.hasChecks)
    return (
      <button type="button" className="button button-strong" onClick={() => passStep(workbench)}>
        Read it, go on <ArrowRight size={15} aria-hidden="true" />
      </button>
    );
  const shown = all ? checks : checks.filter((check) => !check.met).slice(0, 1);
  return (
    <>
      <div className="checks-head">
        <p className="checks-count">
          {met} of {checks.length} done
        </p>
        {checks.length > 1 && (
          <button
            type="button"
            className="button button-quiet"
            aria-expanded={all}
            aria-controls={list}
            onClick={() => setAll(!all)}
          >
            {all ? 'Show only the next' : `Show all ${checks.length}`}
          </button>
        )}
      </div>
      <ul id={list}>
        {shown.map((check) => (
          <Check key={check.id} check={check} />
        ))}
      </ul>
      <StepHelp lessonId={id} step={step} record={record} />
    </>
  );
}

function Check({ check: { met, text, now } }: { check: LessonRecord['checks'][number] }) {
  return (
    <li className={met ? 'check check-met' : 'check'}>
      {met ? (
        <CircleCheck size={18} aria-label="done" role="img" />
      ) : (
        <Circle size={18} aria-label="not done yet" role="img" />
      )}
      <div>
        <InlineCode text={text} />
        {!met && now !== undefined && (
          <div className="soft">
            Now: <InlineCode text={now} />
          </div>
        )}
      </div>
    </li>
  );
}
