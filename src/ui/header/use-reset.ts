import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';

/** Throws the machine away, after a question. */
export function useReset(): () => Promise<void> {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  return async () => {
    const question = {
      title: 'Start afresh?',
      text: 'The machine begins again: its images, containers and files, your edits and the lesson’s progress are thrown away. This can’t be undone.',
      action: 'Throw everything away',
    };
    if (await confirm(question)) workbench.reset();
  };
}
