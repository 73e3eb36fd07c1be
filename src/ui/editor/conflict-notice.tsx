import { settleConflict, type OpenDocument } from '../../state/documents.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** Says quietly when the machine's file is no longer what the editor began with. */
export function ConflictNotice({ document }: { document: OpenDocument }) {
  const { documents } = useWorkbench();
  const { path, conflict, missing } = document;
  const settle = (take: 'machine' | 'mine'): void =>
    documents.setState((state) => settleConflict(state, path, take));
  if (missing) {
    return (
      <p className="editor-notice" role="status">
        This file is no longer on the machine. Save to put it back.
      </p>
    );
  }
  if (conflict === undefined) return null;
  return (
    <p className="editor-notice" role="status">
      <span>This file changed on the machine meanwhile.</span>
      <button type="button" className="button button-quiet" onClick={() => settle('machine')}>
        Take the machine’s
      </button>
      <button type="button" className="button button-quiet" onClick={() => settle('mine')}>
        Keep mine
      </button>
    </p>
  );
}
