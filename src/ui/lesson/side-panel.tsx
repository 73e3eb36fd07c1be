import { Suspense } from 'react';
import './lesson.css';
import './lesson-index.css';
import { useSession } from '../hooks/workbench-context.ts';
import { Welcome } from './welcome.tsx';
import { lazyPart } from '../parts/lazy-part.tsx';

const LessonPanel = lazyPart(async () => ({ default: (await import('./lesson-panel.tsx')).LessonPanel }));

/** The lesson at hand, or the way to one. */
export function SidePanel({ onRead }: { onRead: () => void }) {
  const lesson = useSession((session) => session.lesson);
  return (
    <section className="panel side-panel" aria-label={lesson ? 'Lesson' : 'Start'} id="lesson">
      {lesson ? (
        <Suspense fallback={<p className="side-scroll soft">Opening the lesson…</p>}>
          <LessonPanel id={lesson} />
        </Suspense>
      ) : (
        <Welcome onRead={onRead} />
      )}
    </section>
  );
}
