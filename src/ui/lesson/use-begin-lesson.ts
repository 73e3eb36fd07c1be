import { beginLesson } from '../../state/lessons.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';

/** Begins a lesson on a fresh machine; asks first where something of the learner's own would be lost. */
export function useBeginLesson(): (id: string) => Promise<void> {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  return async (id) => {
    const { lesson } = workbench.session.getState();
    const { container, image } = workbench.mirror.getState();
    const own = lesson === undefined && (container.size > 0 || image.size > 0);
    const question = {
      title: 'Begin with a fresh machine?',
      text: 'A lesson begins on a fresh machine. The images, containers and files of this one are thrown away.',
      action: 'Begin the lesson',
    };
    if (!own || (await confirm(question))) beginLesson(workbench, id);
  };
}
