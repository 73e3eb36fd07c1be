import { ArrowLeft, ArrowRight, CircleCheck } from 'lucide-react';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { leaveLesson } from '../../state/lessons.ts';
import type { LessonRecord } from '../../world/mirror.ts';
import type { LessonText } from '../../world/queries/queries.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { neighboursOf } from './find-lessons.ts';
import { Stars } from './stars.tsx';
import { StepChecks } from './step-checks.tsx';
import { StepText } from './step-text.tsx';
import { useBeginLesson } from './use-begin-lesson.ts';
import { useLesson, useLessonHeads } from './use-lesson.ts';

/** A lesson, one step at a time: its text with commands to type, and what of it is done. */
export function LessonPanel({ id }: { id: string }) {
  const workbench = useWorkbench();
  const lesson = useLesson(id);
  const record = useMirror((mirror) => mirror.lesson.get('lesson'));
  const preparing = useSession((session) => session.lessonFresh !== undefined) || record?.lesson !== id;
  const reached = record?.lesson === id ? record.step : 0;
  const of = lesson?.steps.length ?? 0;
  const stars = record?.lesson === id ? record.stars : undefined;
  useEffect(() => {
    if (of > 0) workbench.markLesson(id, { steps: reached, of, ...(stars ? { stars } : {}) });
  }, [workbench, id, reached, of, stars]);
  return (
    <>
      <div className="panel-bar">
        <button type="button" className="button button-quiet" onClick={() => leaveLesson(workbench)}>
          <ArrowLeft size={14} aria-hidden="true" /> Lessons
        </button>
        <span className="soft lesson-bar-count">
          {of > 0 && `${Math.min(reached, of)} of ${of} steps done`}
        </span>
      </div>
      {lesson ? (
        <Steps key={id} id={id} lesson={lesson} record={preparing ? undefined : record} reached={reached} />
      ) : (
        <p className="side-scroll soft">Opening the lesson…</p>
      )}
    </>
  );
}

interface StepsProps {
  id: string;
  lesson: LessonText;
  record: LessonRecord | undefined;
  reached: number;
}

function Steps({ id, lesson, record, reached }: StepsProps) {
  const last = lesson.steps.length - 1;
  const [chosen, setChosen] = useState<number>();
  const scroll = useRef<HTMLDivElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  // Until a step was chosen: the one the world is at when it first answers.
  const [first, setFirst] = useState<number>();
  if (record && first === undefined) setFirst(Math.min(reached, last));
  const viewed = Math.min(chosen ?? first ?? 0, last);
  const step = lesson.steps[viewed];
  const view = (index: number): void => {
    setChosen(index);
    if (scroll.current) scroll.current.scrollTop = 0;
    heading.current?.focus();
  };
  if (!step) return null;
  return (
    <>
      <div ref={scroll} className="side-scroll" tabIndex={0} role="group" aria-label="Lesson text">
        <h2 className="lesson-title">{lesson.title}</h2>
        {viewed === 0 && <StepText pieces={lesson.intro} />}
        <StepTabs steps={lesson.steps} viewed={viewed} reached={reached} onView={view} />
        <h3 ref={heading} tabIndex={-1} className="step-title">
          {step.title}
        </h3>
        <StepText key={step.id} pieces={step.pieces} />
      </div>
      <section className="checks" aria-label="Your progress">
        {/* One element all the time: what comes into it is read out. */}
        <p className="visually-hidden" role="status">
          {record && spokenState(record, viewed, viewed === last, step.title)}
        </p>
        {!record && <p className="checks-count">Preparing the machine…</p>}
        {record && viewed === reached && <StepChecks key={step.id} id={id} step={step} record={record} />}
        {record && viewed < reached && (
          <StepDone
            id={id}
            skipped={record.skipped.includes(step.id)}
            isLast={viewed === last}
            score={<Score record={record} par={lesson.par} />}
            next={lesson.steps[viewed + 1]?.title}
            onNext={() => view(viewed + 1)}
          />
        )}
      </section>
    </>
  );
}

/** How far the step at hand is, for who hears the page. */
function spokenState({ checks, step }: LessonRecord, viewed: number, isLast: boolean, title: string): string {
  if (viewed < step) return isLast ? 'This lesson is done.' : `Done: ${title}.`;
  const met = checks.filter((check) => check.met).length;
  return checks.length === 0 ? '' : `${met} of ${checks.length} checks are met.`;
}

interface StepTabsProps {
  steps: LessonText['steps'];
  viewed: number;
  reached: number;
  onView: (index: number) => void;
}

/** The steps in a row: those that were reached can be looked at. */
function StepTabs({ steps, viewed, reached, onView }: StepTabsProps) {
  if (steps.length < 2) return null;
  return (
    <nav aria-label="Steps of the lesson">
      <ol className="step-tabs">
        {steps.map(({ id, title }, index) => (
          <li key={id}>
            <button
              type="button"
              className="step-tab"
              aria-current={index === viewed ? 'step' : undefined}
              aria-label={`Step ${index + 1}: ${title}${index < reached ? ', done' : ''}`}
              title={title}
              disabled={index > reached}
              onClick={() => onView(index)}
            >
              {index < reached ? <CircleCheck size={15} aria-hidden="true" /> : index + 1}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}

interface StepDoneProps {
  id: string;
  skipped: boolean;
  isLast: boolean;
  /** Shown behind the last step. */
  score: ReactNode;
  next: string | undefined;
  onNext: () => void;
}

function StepDone({ id, skipped, isLast, score, next, onNext }: StepDoneProps) {
  const heads = useLessonHeads();
  const begin = useBeginLesson();
  const { previous, next: nextLesson } = neighboursOf(heads ?? [], id);
  return (
    <>
      <p className="checks-count">
        {isLast ? 'The lesson is done. Well sailed!' : skipped ? 'Step skipped.' : 'Step done.'}
      </p>
      {isLast && score}
      <div className="step-actions">
        {!isLast && (
          <button type="button" className="button button-strong" onClick={onNext}>
            Next: {next} <ArrowRight size={15} aria-hidden="true" />
          </button>
        )}
        {isLast && nextLesson && (
          <button type="button" className="button button-strong" onClick={() => void begin(nextLesson.id)}>
            Next lesson: {nextLesson.title} <ArrowRight size={15} aria-hidden="true" />
          </button>
        )}
        {isLast && previous && (
          <button type="button" className="button button-quiet" onClick={() => void begin(previous.id)}>
            Previous lesson
          </button>
        )}
      </div>
    </>
  );
}

/** How many commands it took, without a word of blame. */
function Score({ record: { commands, stars }, par }: { record: LessonRecord; par: number }) {
  if (stars === undefined || commands === undefined) return null;
  return (
    <p className="score">
      <Stars stars={stars} /> {commands} {commands === 1 ? 'command' : 'commands'}
      {stars < 3
        ? `; ${par} would do. Trying things out is what the machine is for.`
        : ', no more than it takes.'}
    </p>
  );
}
