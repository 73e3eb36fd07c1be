import { FileText } from 'lucide-react';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { CoursePages } from './course-pages.tsx';
import { LessonIndex } from './lesson-index.tsx';
import { useLessonHeads } from './use-lesson.ts';

const FIRST_STEPS = [
  { command: 'docker run hello-world', text: 'Run a first container.' },
  { command: 'docker build -t friendlyhello .', text: 'Make an image from the Dockerfile in the editor.' },
  {
    command: 'docker run -d -p 4000:80 --name web friendlyhello',
    text: 'Run it and publish its page on port 4000.',
  },
];

/** What this is and three things to do at once. What stands below the lessons comes with them: nothing moves away from under a pointer. */
export function Welcome({ onRead }: { onRead: () => void }) {
  const heads = useLessonHeads();
  return (
    <div className="side-scroll" tabIndex={0} role="group" aria-label="Welcome">
      <h2 className="lesson-title">A machine of your own</h2>
      <div className="prose">
        <p>
          Drydock is a simulated machine with containers, in this browser tab. Images, builds, processes and
          ports behave as in Docker, and nothing you do can break anything.
        </p>
      </div>
      <h3 className="side-heading">Begin with a lesson</h3>
      {heads ? (
        <>
          <LessonIndex heads={heads} />
          <CoursePages />
          <TryIt onRead={onRead} />
        </>
      ) : (
        <p className="soft">Opening the list of lessons…</p>
      )}
    </div>
  );
}

function TryIt({ onRead }: { onRead: () => void }) {
  const workbench = useWorkbench();
  return (
    <>
      <h3 className="side-heading">Or try it right away</h3>
      <ol className="first-steps">
        {FIRST_STEPS.map(({ command, text }) => (
          <li key={command}>
            {text}
            <button
              type="button"
              className="command-button"
              title="Type it into the terminal"
              onClick={() => workbench.typeCommand(command)}
            >
              {command}
            </button>
          </li>
        ))}
        <li>
          Look at it in the browser panel:
          <button type="button" className="command-button" onClick={() => workbench.visit('localhost:4000')}>
            localhost:4000
          </button>
        </li>
      </ol>
      <p className="side-foot">
        <button type="button" className="button button-quiet" onClick={onRead}>
          <FileText size={15} aria-hidden="true" /> What is simulated
        </button>
      </p>
    </>
  );
}
