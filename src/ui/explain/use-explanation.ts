import { useEffect, useState } from 'react';
import type { Queries } from '../../world/queries/queries.ts';
import { useMirror, useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';

type Answer = Queries['explain']['answer'];

const NOTHING: Answer = { notes: [] };
/** Commands of a script follow each other: only the last one is asked about. */
const REST_MS = 80;

/** What is to be said about the last command of the terminal that shows; asked anew whenever something was done. */
export function useExplanation(): Answer {
  const { connection } = useWorkbench();
  const terminal = useSession((session) => session.activeTerminal);
  const count = useMirror((mirror) => mirror.activity.get('activity')?.count ?? 0);
  const timeline = useMirror((mirror) => mirror.timeline.get('timeline'));
  const off = useSettings((settings) => settings.unnoticed);
  const [answer, setAnswer] = useState({ terminal, ...NOTHING });
  useEffect(() => {
    if (count === 0) return undefined;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query('explain', { terminal, off }, cancel.signal).then(
        (told) => setAnswer({ terminal, ...told }),
        () => undefined,
      );
    }, REST_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, terminal, count, timeline, off]);
  return answer.terminal === terminal ? answer : NOTHING;
}
