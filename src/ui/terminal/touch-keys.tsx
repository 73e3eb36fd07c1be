import './touch-keys.css';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** What a screen's keyboard lacks, as a terminal sends it. */
const KEYS: readonly (readonly [label: string, name: string, sends: string])[] = [
  ['Tab', 'Tab', '\t'],
  ['Ctrl+C', 'Ctrl+C: interrupt', '\x03'],
  ['Ctrl+D', 'Ctrl+D: end of input', '\x04'],
  ['Esc', 'Esc: escape', '\x1b'],
  ['↑', 'Up: the command before', '\x1b[A'],
  ['↓', 'Down: the command after', '\x1b[B'],
  ['←', 'Left', '\x1b[D'],
  ['→', 'Right', '\x1b[C'],
];

/** Keys for the terminal in use, under it, where one types on glass. The terminal keeps the focus, and the screen its keyboard. */
export function TouchKeys() {
  const { session, connection } = useWorkbench();
  const send = (text: string): void =>
    connection.post({
      kind: 'terminal.input',
      terminal: session.getState().activeTerminal,
      data: new TextEncoder().encode(text),
    });
  return (
    <div className="touch-keys" role="group" aria-label="Keys for the terminal">
      {KEYS.map(([label, name, sends]) => (
        <button
          key={label}
          type="button"
          className="button"
          aria-label={name}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => send(sends)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
