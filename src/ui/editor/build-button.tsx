import { Hammer } from 'lucide-react';
import { useCallback, useEffect } from 'react';
import { isDirty, type OpenDocument } from '../../state/documents.ts';
import { saveFile } from '../../state/files.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { buildCommand } from './build-command.ts';

/** Saves the Dockerfile and types its build into the terminal; Ctrl+Shift+B does the same from within the editor. */
export function BuildButton({ document: file }: { document: OpenDocument }) {
  const workbench = useWorkbench();
  const build = useCallback(async () => {
    if (isDirty(file) && !(await saveFile(workbench, file.path))) return;
    const { connection, mirror, session } = workbench;
    const { path, text } = file;
    const known = await connection.query('outline', { path, text }).catch(() => undefined);
    const { activeTerminal } = session.getState();
    const cwd = mirror.getState().terminal.get(activeTerminal)?.cwd;
    workbench.typeCommand(buildCommand({ path, cwd, tag: known?.build?.tags[0] }));
  }, [workbench, file]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const inEditor = event.target instanceof Element && event.target.closest('#editor') !== null;
      if (!inEditor || event.code !== 'KeyB' || !event.shiftKey || event.altKey) return;
      if (!event.ctrlKey && !event.metaKey) return;
      event.preventDefault();
      void build();
    };
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, [build]);
  return (
    <button
      type="button"
      className="button button-quiet build-button"
      title="Type the build into the terminal (Ctrl+Shift+B)"
      onClick={() => void build()}
    >
      <Hammer size={14} aria-hidden="true" /> Build <kbd>Ctrl+Shift+B</kbd>
    </button>
  );
}
