import './presenter.css';
import { useState } from 'react';
import { presenterCommands, presenterText } from '../../state/presenting.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { useLesson } from '../lesson/use-lesson.ts';
import { Dialog } from '../parts/dialog.tsx';

/** Begins presenting: larger type, the pane in use stands out, and a list of commands to step through. */
export function PresentDialog({ onClose }: { onClose: () => void }) {
  const { session } = useWorkbench();
  const lesson = useSession((state) => state.lesson);
  const [text, setText] = useState(() => (session.getState().presenting?.commands ?? []).join('\n'));
  const commands = presenterCommands(text);
  const begin = (): void => {
    session.setState({ presenting: { commands, next: 0 } });
    onClose();
  };
  return (
    <Dialog title="Present" onClose={onClose}>
      <p>
        Type grows, the panel you work in stands out, and a bar shows the last command. With a list here you
        step through it: <kbd>Ctrl+Alt+N</kbd> types the next one.
      </p>
      <label className="present-commands">
        Commands, one a line
        <textarea
          data-autofocus
          rows={8}
          spellCheck={false}
          placeholder={'docker run -d --name web nginx\ndocker ps'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
      </label>
      {lesson !== undefined && <TakeFromLesson id={lesson} onTake={setText} />}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Cancel
        </button>
        <button type="button" className="button button-primary" onClick={begin}>
          {commands.length === 0
            ? 'Present without a list'
            : `Present ${commands.length} ${commands.length === 1 ? 'command' : 'commands'}`}
        </button>
      </div>
    </Dialog>
  );
}

function TakeFromLesson({ id, onTake }: { id: string; onTake: (text: string) => void }) {
  const lesson = useLesson(id);
  if (!lesson) return null;
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => onTake(presenterText(lesson.steps.flatMap(({ solution }) => solution)))}
    >
      Take those of the lesson “{lesson.title}”
    </button>
  );
}
