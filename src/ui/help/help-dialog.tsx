import { Suspense } from 'react';
import { useStore } from 'zustand';
import { useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { SPEEDS } from '../header/clock-control.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { offlineText } from '../../state/offline.ts';
import type { Theme } from '../../state/settings.ts';
import { lazyPart } from '../parts/lazy-part.tsx';

const MisconceptionSettings = lazyPart(async () => ({
  default: (await import('../explain/misconception-settings.tsx')).MisconceptionSettings,
}));

const SHORTCUTS: readonly [keys: string, does: string][] = [
  ['Tab', 'Terminal: complete a command or a file name'],
  ['↑ ↓, Ctrl+R', 'Terminal: earlier commands, search them'],
  ['Ctrl+C', 'Terminal: interrupt; with a selection: copy'],
  ['Ctrl+V, Shift+Insert', 'Terminal: paste (right click too)'],
  ['Ctrl+Shift+F', 'Terminal: find; Enter for earlier matches, Escape back to the shell'],
  ['Ctrl+Alt+P', 'Split: two terminals at once, or one again'],
  ['Ctrl+Alt+O', 'Go to the other terminal of the two'],
  ['Ctrl+D', 'Terminal: end of input, leave a shell'],
  ['Alt+Backspace', 'Terminal: delete a word (Ctrl+W closes browser tabs)'],
  ['Ctrl+Alt+Z', 'Undo the last command that changed something'],
  ['Ctrl+Alt+Shift+Z', 'Redo it'],
  ['Ctrl+Alt+K', 'Search everything the page can do'],
  ['Ctrl+Alt+E', 'Explain the last command, under the terminal'],
  ['Ctrl+Alt+W', 'World: picture or list'],
  ['Arrow keys, Enter', 'In the picture of the world: go from one thing to the next, open it'],
  ['+, −, 0, Ctrl+wheel', 'In the picture: closer, further away, all of it'],
  ['Ctrl+Alt+N', 'While presenting: type the next command'],
  ['Shift+Tab', 'Leave the terminal with the keyboard'],
  ['Ctrl+S', 'Editor: save on the machine'],
  ['Ctrl+M', 'Editor: let Tab move the focus (again: indent)'],
  ['F8', 'Editor: next problem'],
  ['Arrow keys', 'On a divider: resize the panels'],
];

const THEMES: readonly [Theme, string][] = [
  ['system', 'As the system'],
  ['light', 'Light'],
  ['dark', 'Dark'],
];

/** Keys and settings. */
export function HelpDialog({ onClose, onRead }: { onClose: () => void; onRead: () => void }) {
  return (
    <Dialog title="Help and settings" onClose={onClose}>
      <p>
        Type commands into the terminal; <code>help</code> there lists what it knows. Buttons beside the
        terminal only type commands for you. Your work is kept in this browser.
      </p>
      <div className="button-row">
        <button type="button" className="button" onClick={onRead}>
          What is simulated, and what is not
        </button>
        <TourButton onClose={onClose} />
      </div>
      <h3>Settings</h3>
      <SettingsForm />
      <h3>Without a network</h3>
      <OfflineSection />
      <h3>Keys</h3>
      <table className="keys">
        <tbody>
          {SHORTCUTS.map(([keys, does]) => (
            <tr key={does}>
              <th scope="row">
                <kbd>{keys}</kbd>
              </th>
              <td>{does}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        Drydock is free software (Apache-2.0).{' '}
        <a href="./third-party-notices.txt" target="_blank" rel="noreferrer">
          The software of others in it
        </a>
      </p>
    </Dialog>
  );
}

function TourButton({ onClose }: { onClose: () => void }) {
  const { session } = useWorkbench();
  const begin = (): void => {
    onClose();
    session.setState({ isTouring: true });
  };
  return (
    <button type="button" className="button" onClick={begin}>
      A look around, in five steps
    </button>
  );
}

function OfflineSection() {
  const { offline } = useWorkbench();
  const state = useStore(offline);
  const isBusy = state.all !== undefined && !state.all.failed && state.all.done < state.all.of;
  const isAll = state.all !== undefined && state.all.done === state.all.of;
  return (
    <div className="offline">
      <p role="status">{offlineText(state)}</p>
      {state.keepAll && !isAll && (
        <button type="button" className="button" disabled={isBusy} onClick={state.keepAll}>
          Keep everything (about 25 MB)
        </button>
      )}
    </div>
  );
}

function SettingsForm() {
  const workbench = useWorkbench();
  const { settings } = workbench;
  const { theme, terminalFontSize, projector, lessMotion, screenReader, completion } = useSettings(
    (state) => state,
  );
  const speed = useSession((session) => session.speed);
  return (
    <div className="settings">
      <label>
        Colours
        <select
          value={theme}
          onChange={(event) =>
            settings.setState({
              theme: THEMES.find(([name]) => name === event.target.value)?.[0] ?? 'system',
            })
          }
        >
          {THEMES.map(([name, text]) => (
            <option key={name} value={name}>
              {text}
            </option>
          ))}
        </select>
      </label>
      <label>
        Terminal type size
        <input
          type="number"
          min={9}
          max={32}
          value={terminalFontSize}
          onChange={(event) =>
            settings.setState({
              terminalFontSize: Math.min(32, Math.max(9, event.target.valueAsNumber || 14)),
            })
          }
        />
      </label>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={projector}
          onChange={(event) => settings.setState({ projector: event.target.checked })}
        />
        Larger type everywhere, for a projector
      </label>
      <label>
        Time on the machines
        <select
          value={speed}
          onChange={(event) => workbench.setTime({ speed: Number(event.target.value), isPaused: false })}
        >
          {SPEEDS.map((each) => (
            <option key={each} value={each}>
              {each === 1 ? 'As fast as here' : `${each} times as fast`}
            </option>
          ))}
        </select>
      </label>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={lessMotion}
          onChange={(event) => settings.setState({ lessMotion: event.target.checked })}
        />
        Nothing moves by itself (the system’s wish for less motion counts too)
      </label>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={screenReader}
          onChange={(event) => settings.setState({ screenReader: event.target.checked })}
        />
        Read the terminal to a screen reader
      </label>
      <label className="settings-check">
        <input
          type="checkbox"
          checked={completion}
          onChange={(event) => settings.setState({ completion: event.target.checked })}
        />
        Tab completes commands and names in the terminal
      </label>
      <details>
        <summary>What is noticed beside the terminal</summary>
        <Suspense>
          <MisconceptionSettings />
        </Suspense>
      </details>
    </div>
  );
}
