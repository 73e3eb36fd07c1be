import { CircleCheck, CircleDashed, Circle } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { LessonHead } from '../../lessons/lesson.ts';
import { isDone } from '../../state/lesson-progress.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { findLessons } from './find-lessons.ts';
import { Stars } from './stars.tsx';
import { useBeginLesson } from './use-begin-lesson.ts';

/** All lessons by part, with a field to search them. */
export function LessonIndex({ heads }: { heads: readonly LessonHead[] }) {
  const [query, setQuery] = useState('');
  // The part that was at hand when the list was opened; what is done meanwhile folds nothing away.
  const marks = useWorkbench().lessonMarks.getState();
  if (heads.length === 0)
    return <p className="soft">The list of lessons did not load. Reload the page to try again.</p>;
  const at = (heads.find(({ id }) => !isDone(marks[id])) ?? heads[0])?.part;
  const parts = findLessons(heads, query);
  const count = parts.reduce((sum, { lessons }) => sum + lessons.length, 0);
  return (
    <search aria-label="Lessons">
      <input
        type="search"
        className="text-field lesson-search"
        aria-label="Search the lessons"
        placeholder="A topic or a command"
        value={query}
        onChange={(event) => setQuery(event.target.value)}
      />
      <p className="visually-hidden" role="status">
        {query ? `${count} lessons found` : ''}
      </p>
      {parts.map(({ part, lessons }) => (
        <Part
          key={`${part} ${query !== ''}`}
          name={part}
          lessons={lessons}
          open={query !== '' || part === at || lessons.some(({ id }) => marks[id])}
        />
      ))}
      {count === 0 && <p className="soft">No lesson has these words. Try a single one, such as “port”.</p>}
    </search>
  );
}

interface PartProps {
  name: string;
  lessons: readonly LessonHead[];
  open: boolean;
}

function Part({ name, lessons, open }: PartProps) {
  const done = useStore(
    useWorkbench().lessonMarks,
    (marks) => lessons.filter(({ id }) => isDone(marks[id])).length,
  );
  return (
    <details className="lesson-part" open={open}>
      <summary>
        {name}{' '}
        <span className="soft">
          {done > 0
            ? `${done} of ${lessons.length} done`
            : `${lessons.length} ${lessons.length === 1 ? 'lesson' : 'lessons'}`}
        </span>
      </summary>
      <ol>
        {lessons.map((lesson) => (
          <LessonRow key={lesson.id} lesson={lesson} />
        ))}
      </ol>
    </details>
  );
}

function LessonRow({ lesson: { id, title, summary, minutes } }: { lesson: LessonHead }) {
  const mark = useStore(useWorkbench().lessonMarks, (marks) => marks[id]);
  const begin = useBeginLesson();
  const ready = useSession(({ status }) => status === 'ready');
  const done = isDone(mark);
  const begun = !done && (mark?.steps ?? 0) > 0;
  return (
    <li>
      <button type="button" className="lesson-row" disabled={!ready} onClick={() => void begin(id)}>
        {done ? (
          <CircleCheck size={17} className="lesson-row-done" role="img" aria-label="Done:" />
        ) : begun ? (
          <CircleDashed size={17} role="img" aria-label="Begun:" />
        ) : (
          <Circle size={17} aria-hidden="true" />
        )}
        <span className="lesson-row-text">
          <span className="lesson-row-title">{title}</span>
          <span className="soft">{summary}</span>
        </span>
        <span className="soft lesson-row-minutes">
          {done && mark?.stars ? <Stars stars={mark.stars} /> : `${minutes} min`}
        </span>
      </button>
    </li>
  );
}
