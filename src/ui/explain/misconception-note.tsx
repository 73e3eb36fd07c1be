import { X } from 'lucide-react';
import type { Note } from '../../world/explain/explained.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { FixList } from './fix-list.tsx';

/** Something that is often believed and is not so, when it was just noticed; read aloud once, politely. */
export function MisconceptionNote({ note, onDismiss }: { note: Note | undefined; onDismiss: () => void }) {
  const { settings } = useWorkbench();
  const never = (id: string): void =>
    settings.setState(({ unnoticed }) => ({ unnoticed: [...unnoticed, id] }));
  return (
    <div className={note ? 'explain-note' : undefined}>
      <div role="status" aria-label="Noticed">
        {note && (
          <p>
            <strong>{note.title}.</strong> {note.words}
          </p>
        )}
      </div>
      {note && (
        <>
          <div className="explain-note-actions">
            <FixList fixes={note.fixes} />
            <button type="button" className="button button-quiet" onClick={() => never(note.id)}>
              Don’t show this again
            </button>
          </div>
          <IconButton label="Dismiss the note" size="small" onClick={onDismiss}>
            <X size={14} />
          </IconButton>
        </>
      )}
    </div>
  );
}
