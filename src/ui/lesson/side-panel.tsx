import './lesson.css';
import './lesson-index.css';
import { useSession } from '../hooks/workbench-context.ts';
import { LessonPanel } from './lesson-panel.tsx';
import { Welcome } from './welcome.tsx';

/** The lesson at hand, or the way to one. */
export function SidePanel({ onRead }: { onRead: () => void }) {
  const lesson = useSession((session) => session.lesson);
  return (
    <section className="panel side-panel" aria-label={lesson ? 'Lesson' : 'Start'} id="lesson">
      {lesson ? <LessonPanel id={lesson} /> : <Welcome onRead={onRead} />}
    </section>
  );
}
