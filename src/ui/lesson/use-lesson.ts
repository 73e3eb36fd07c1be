import { useEffect, useState } from 'react';
import type { LessonHead } from '../../lessons/lesson.ts';
import type { LessonText } from '../../world/queries/queries.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';

/** A lesson's text; undefined until the world answers. */
export function useLesson(id: string): LessonText | undefined {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const [lesson, setLesson] = useState<{ id: string; text: LessonText }>();
  useEffect(() => {
    if (!ready) return undefined;
    const cancel = new AbortController();
    connection.query('lesson', { id }, cancel.signal).then(
      (text) => setLesson({ id, text }),
      () => undefined,
    );
    return () => cancel.abort();
  }, [connection, ready, id]);
  return lesson?.id === id ? lesson.text : undefined;
}

/** What the index knows of every lesson; undefined until it is loaded, and nothing where that fails. */
export function useLessonHeads(): readonly LessonHead[] | undefined {
  const { loadLessons } = useWorkbench();
  const packs = useSession((session) => session.packs);
  const [heads, setHeads] = useState<readonly LessonHead[]>();
  useEffect(() => {
    let wanted = true;
    loadLessons().then(
      (loaded) => wanted && setHeads(loaded),
      () => wanted && setHeads([]), // The rest of the page works without.
    );
    return () => {
      wanted = false;
    };
  }, [loadLessons, packs]);
  return heads;
}
