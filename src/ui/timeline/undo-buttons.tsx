import './timeline.css';
import { History, Redo2, Undo2 } from 'lucide-react';
import { shortLabel } from '../../state/travel-words.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { useTravel } from './use-travel.ts';

/** Undo, redo and the timeline, where they are always seen. Undo and redo say what they would do. */
export function UndoButtons({ onTimeline }: { onTimeline: () => void }) {
  const travel = useTravel();
  const { undo, redo } = useMirror(({ timeline }) => timeline.get('timeline')) ?? {};
  return (
    <div className="undo-buttons" id="timeline-buttons" role="group" aria-label="Timeline">
      <button
        type="button"
        className="button undo-button"
        aria-keyshortcuts="Control+Alt+Z"
        aria-disabled={undo === undefined}
        title={`${undo === undefined ? 'Nothing to undo yet' : `Undo: ${shortLabel(undo)}`} (Ctrl+Alt+Z)`}
        onClick={() => void travel('undo')}
      >
        <Undo2 size={17} aria-hidden="true" /> <span className="header-word">Undo</span>
      </button>
      <button
        type="button"
        className="button undo-button"
        aria-keyshortcuts="Control+Alt+Shift+Z"
        aria-disabled={redo === undefined}
        title={`${redo === undefined ? 'Nothing to redo' : `Redo: ${shortLabel(redo)}`} (Ctrl+Alt+Shift+Z)`}
        onClick={() => void travel('redo')}
      >
        <Redo2 size={17} aria-hidden="true" /> <span className="header-word">Redo</span>
      </button>
      <button type="button" className="button button-quiet" onClick={onTimeline}>
        <History size={16} aria-hidden="true" /> <span className="header-word">Timeline</span>
      </button>
    </div>
  );
}
