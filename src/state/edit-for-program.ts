import { findDocument, openDocument } from './documents.ts';
import type { Workbench } from './workbench.ts';

/**
 * Shows a file that a program (vi, nano) waits for, and tells the machine when its tab is closed. A file that is not there yet begins empty. Another
 * world hears nothing of it: its programs count from the beginning.
 */
export function editForProgram(workbench: Workbench, id: number, path: string): void {
  const { documents, connection, session } = workbench;
  const { epoch } = session.getState();
  const isHere = (): boolean => session.getState().epoch === epoch;
  const show = (text: string): void => {
    if (!isHere()) return;
    documents.setState((state) => openDocument(state, path, text));
    workbench.session.setState({ rightTab: 'editor' });
    workbench.notify(`${path} is open in the editor. Save it and close its tab to go on in the terminal.`);
    const stop = documents.subscribe((state) => {
      if (findDocument(state, path)) return;
      stop();
      if (isHere()) connection.post({ kind: 'editor.closed', id });
    });
  };
  connection.query('readFile', { place: 'machine', path }).then(
    ({ text }) => {
      if (text !== undefined) return show(text);
      workbench.notify(`${path} is not a text file, so there is nothing to edit in it.`);
      connection.post({ kind: 'editor.closed', id });
    },
    () => show(''),
  );
}
