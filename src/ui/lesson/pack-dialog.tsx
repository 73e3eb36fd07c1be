import '../keep/keep.css';
import { keepPack, type FoundPack } from '../../state/packs.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { Dialog } from '../parts/dialog.tsx';

interface PackDialogProps {
  pack: FoundPack;
  onClose: () => void;
  /** Called in place of `onClose` once the pack is here. */
  onKept?: () => void;
}

/** What is in a lesson pack, before any of it is kept; or what is wrong with it. */
export function PackDialog({ pack, onClose, onKept = onClose }: PackDialogProps) {
  const workbench = useWorkbench();
  const { title, heads, problems } = pack;
  const lessons = heads.length === 1 ? '1 lesson' : `${heads.length} lessons`;
  if (problems.length > 0)
    return (
      <Dialog title={`“${title}” can’t be added`} onClose={onClose}>
        <p>
          The pack has mistakes. Whoever wrote it finds them with <code>npm run lesson check</code> and the
          name of the zip.
        </p>
        <ul className="pack-problems">
          {problems.map((problem) => (
            <li key={problem}>
              <code>{problem}</code>
            </li>
          ))}
        </ul>
        <div className="dialog-actions">
          <button type="button" className="button" data-autofocus onClick={onClose}>
            Close
          </button>
        </div>
      </Dialog>
    );
  const keep = (): void => {
    keepPack(workbench, pack).then(
      () => {
        onKept();
        workbench.notify(`Added at the end of the list: ${lessons} of “${title}”.`);
      },
      () => {
        onClose();
        workbench.notify('The pack could not be kept: this browser stores nothing here.', 'problem');
      },
    );
  };
  return (
    <Dialog title={`Add the lessons of “${title}”?`} onClose={onClose}>
      <p>
        Somebody made this pack of {lessons}. Nothing of it has run, and nothing will until you begin one of
        them: then its commands run, on a fresh machine inside of the simulation.
      </p>
      <ul className="confirm-list">
        {heads.map(({ id, title: name, summary }) => (
          <li key={id}>
            <strong>{name}</strong> {summary}
          </li>
        ))}
      </ul>
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Don’t add it
        </button>
        <button type="button" className="button button-primary" onClick={keep}>
          Add {lessons}
        </button>
      </div>
    </Dialog>
  );
}
