import { useState } from 'react';
import { PROJECT_FOLDER } from '../../state/workbench.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { moveTarget } from './move-target.ts';

interface MoveDialogProps {
  path: string;
  onMove: (to: string) => void;
  onClose: () => void;
}

/** Asks into which folder of the project something goes. */
export function MoveDialog({ path, onMove, onClose }: MoveDialogProps) {
  const files = useMirror((mirror) => mirror.file);
  const folders = [...files.values()].filter(({ type }) => type === 'directory').map((record) => record.path);
  const choices = [PROJECT_FOLDER, ...folders.sort()].filter((folder) => moveTarget(path, folder));
  const [chosen, setChosen] = useState(choices[0] ?? '');
  const to = moveTarget(path, chosen);
  const name = path.slice(path.lastIndexOf('/') + 1);
  return (
    <Dialog title={`Move ${name}`} onClose={onClose} size="small">
      {choices.length === 0 ? (
        <p>There is no other folder. Make one first: “New folder” above the files.</p>
      ) : (
        <label>
          Into the folder{' '}
          <select data-autofocus value={chosen} onChange={(event) => setChosen(event.target.value)}>
            {choices.map((folder) => (
              <option key={folder} value={folder}>
                {folder.slice(PROJECT_FOLDER.lastIndexOf('/') + 1)}
              </option>
            ))}
          </select>
        </label>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={to === undefined}
          onClick={() => to !== undefined && onMove(to)}
        >
          Move
        </button>
      </div>
    </Dialog>
  );
}
