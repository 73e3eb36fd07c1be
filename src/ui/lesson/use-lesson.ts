import { useEffect, useState } from 'react';
import type { Queries } from '../../world/queries/queries.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';

type LessonText = Queries['lesson']['answer'];

/** A lesson's title and text; undefined until the world answers. */
export function useLesson(id: string): LessonText | undefined {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const [lesson, setLesson] = useState<LessonText & { id: string }>();
  useEffect(() => {
    if (!ready) return undefined;
    const cancel = new AbortController();
    connection.query('lesson', { id }, cancel.signal).then(
      (answer) => setLesson({ ...answer, id }),
      () => undefined,
    );
    return () => cancel.abort();
  }, [connection, ready, id]);
  return lesson?.id === id ? lesson : undefined;
}
