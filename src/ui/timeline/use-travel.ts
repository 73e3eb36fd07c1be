import { useCallback, useEffect } from 'react';
import { RefusedError } from '../../state/connection.ts';
import { lossLines, restartText, shortLabel } from '../../state/travel-words.ts';
import type { TravelTo } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { pageKey } from '../terminal/key-policy.ts';

/** Goes to another point of the timeline, after a question where others' work would be lost. */
export function useTravel(): (to: TravelTo) => Promise<void> {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  return useCallback(
    async (to) => {
      const { connection, session } = workbench;
      const terminal = session.getState().activeTerminal;
      try {
        const plan = await connection.query('travelPlan', { to, terminal });
        const list = lossLines(plan);
        const started = restartText(plan.restarts);
        const question = {
          title: to === 'undo' ? `Undo “${shortLabel(plan.label)}”?` : `Go to “${shortLabel(plan.label)}”?`,
          text: 'Something else changed since then, and goes with it:',
          list,
          ...(started ? { note: `The whole machine is restored: ${started}.` } : {}),
          action: to === 'undo' ? 'Undo all of it' : 'Go there',
        };
        if (list.length > 0 && !(await confirm(question))) return;
        connection.post({ kind: 'travel', to });
      } catch (error) {
        if (!(error instanceof RefusedError)) throw error;
        workbench.notify(error.message);
      }
    },
    [workbench, confirm],
  );
}

/** Ctrl+Alt+Z anywhere on the page; not while a dialog asks something. */
export function useUndoKeys(): void {
  const travel = useTravel();
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const to = event.getModifierState('AltGraph') ? undefined : pageKey(event);
      if ((to !== 'undo' && to !== 'redo') || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      event.stopPropagation();
      void travel(to);
    };
    document.addEventListener('keydown', onKey, { capture: true });
    return () => document.removeEventListener('keydown', onKey, { capture: true });
  }, [travel]);
}
