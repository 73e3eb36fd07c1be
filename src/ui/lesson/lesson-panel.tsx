import { ArrowLeft, Circle, CircleCheck } from 'lucide-react';
import { useMemo } from 'react';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { Markdown } from '../parts/markdown.tsx';
import { splitCode } from './split-code.ts';
import { useLesson } from './use-lesson.ts';

/** A lesson: its text with commands to type, and what of it is done. */
export function LessonPanel({ id }: { id: string }) {
  const { session } = useWorkbench();
  const lesson = useLesson(id);
  const pieces = useMemo(() => splitCode(lesson?.markdown ?? ''), [lesson]);
  return (
    <>
      <div className="panel-bar">
        <button
          type="button"
          className="button button-quiet"
          onClick={() => session.setState({ lesson: undefined })}
        >
          <ArrowLeft size={14} aria-hidden="true" /> Start
        </button>
      </div>
      <div className="side-scroll" tabIndex={0} role="group" aria-label="Lesson text">
        <h2 className="lesson-title">{lesson?.title ?? 'Opening the lesson…'}</h2>
        {pieces.map((piece, index) =>
          piece.kind === 'prose' ? (
            <Markdown key={index} text={piece.markdown} />
          ) : (
            <CommandBlock key={index} text={piece.text} />
          ),
        )}
      </div>
      <Checks />
    </>
  );
}

function CommandBlock({ text }: { text: string }) {
  const workbench = useWorkbench();
  return (
    <div className="command-block">
      <pre tabIndex={0}>
        <code>{text}</code>
      </pre>
      <button type="button" className="button button-quiet" onClick={() => workbench.typeCommand(text)}>
        Type it into the terminal
      </button>
    </div>
  );
}

/** What is to be reached, as it stands now; read out when it changes. */
function Checks() {
  const records = useMirror((mirror) => mirror.lessonCheck);
  const checks = [...records.values()];
  const met = checks.filter((check) => check.met).length;
  if (checks.length === 0) return null;
  return (
    <section className="checks" aria-label="Your progress">
      <p className="checks-count" role="status">
        {met === checks.length ? 'All done. Well sailed!' : `${met} of ${checks.length} done`}
      </p>
      <ul>
        {checks.map((check) => (
          <li key={check.id} className={check.met ? 'check check-met' : 'check'}>
            {check.met ? (
              <CircleCheck size={18} aria-label="done" />
            ) : (
              <Circle size={18} aria-label="not done yet" />
            )}
            <div>
              {check.text}
              {!check.met && (
                <details>
                  <summary>Hint</summary>
                  {check.hint}
                </details>
              )}
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
