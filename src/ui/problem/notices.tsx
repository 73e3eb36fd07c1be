import { X } from 'lucide-react';
import { useStore } from 'zustand';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';

/** Quiet messages at the foot of the page, and the offer to restart a machine that went silent. */
export function Notices() {
  const workbench = useWorkbench();
  const notices = useSession((session) => session.notices);
  const stalled = useSession((session) => session.stalled);
  const update = useStore(workbench.offline, (offline) => offline.update);
  return (
    <div className="notices" role="status" aria-live="polite">
      {stalled && (
        <div className="notice notice-problem">
          <span>The machine has not answered for a while.</span>
          <button type="button" className="button" onClick={() => workbench.restart()}>
            Restart from the last saved state
          </button>
        </div>
      )}
      {update && (
        <div className="notice notice-hint">
          <span>A newer Drydock is here. Your work is kept.</span>
          <button type="button" className="button" onClick={update}>
            Reload with it
          </button>
          <IconButton
            label="Later"
            size="small"
            onClick={() => workbench.offline.setState({ update: undefined })}
          >
            <X size={14} />
          </IconButton>
        </div>
      )}
      {notices.map(({ id, text, tone }) => (
        <div key={id} className={`notice notice-${tone}`}>
          <span>{text}</span>
          <IconButton label="Dismiss" size="small" onClick={() => workbench.dismiss(id)}>
            <X size={14} />
          </IconButton>
        </div>
      ))}
    </div>
  );
}
