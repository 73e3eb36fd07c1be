import { Copy } from 'lucide-react';
import { Dialog } from '../parts/dialog.tsx';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { cheatSheet, cheatSheetText } from './cheat-sheet-rows.ts';
import { useLessonHeads } from './use-lesson.ts';

/** The commands the learner has met so far. */
export function CheatSheet({ onClose }: { onClose: () => void }) {
  const workbench = useWorkbench();
  const parts = cheatSheet(useLessonHeads() ?? [], workbench.lessonMarks.getState());
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(cheatSheetText(parts));
      workbench.notify('Your cheat sheet is on the clipboard.');
    } catch {
      workbench.notify('The browser does not allow copying here.', 'problem');
    }
  };
  return (
    <Dialog title="Your cheat sheet" onClose={onClose} size="large">
      {parts.length === 0 ? (
        <p>There is nothing on it yet. Do a step of a lesson, and its commands will be here.</p>
      ) : (
        <>
          <p>The commands of the lessons that you have begun, and where you met them first.</p>
          {parts.map(({ part, rows }) => (
            <table key={part} className="cheat-sheet">
              <caption>{part}</caption>
              <tbody>
                {rows.map(({ command, lesson }) => (
                  <tr key={command}>
                    <th scope="row">
                      <code>{command}</code>
                    </th>
                    <td>{lesson.title}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ))}
          <button type="button" className="button" onClick={() => void copy()}>
            <Copy size={15} aria-hidden="true" /> Copy it as text
          </button>
        </>
      )}
    </Dialog>
  );
}
