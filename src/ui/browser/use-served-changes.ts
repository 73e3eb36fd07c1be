import { useEffect, useRef } from 'react';
import type { WorldRecords } from '../../world/mirror.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/**
 * Tells of files of the first machine that the learner changed: saved in the editor, or by a command. What programs write by themselves is left out: a
 * page whose own requests write would be loaded again for ever.
 */
export function useServedChanges(onChange: (paths: readonly string[]) => void): void {
  const { mirror, session } = useWorkbench();
  const tell = useRef(onChange);
  useEffect(() => {
    tell.current = onChange;
  });
  useEffect(() => {
    const endSession = session.subscribe((now, before) => {
      if (now.saved !== before.saved && now.saved) tell.current([now.saved.path]);
    });
    const endMirror = mirror.subscribe((now, before) => {
      if (now.point === before.point) return;
      const paths = [...now.point].flatMap(([id, point]) =>
        before.point.has(id) ? [] : changedFiles(point),
      );
      if (paths.length > 0) tell.current(paths);
    });
    return () => {
      endSession();
      endMirror();
    };
  }, [mirror, session]);
}

const changedFiles = ({ cause, changes }: WorldRecords['point']): string[] =>
  cause === 'command'
    ? changes.flatMap(({ kind, name, machine }) => (kind === 'file' && !machine ? [name] : []))
    : [];
