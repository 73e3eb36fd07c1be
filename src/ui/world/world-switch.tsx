import { useWorldSwitch } from './use-world-view.ts';

const VIEWS = [
  ['picture', 'Picture'],
  ['list', 'List'],
] as const;

/** The world as a picture or as a list. */
export function WorldSwitch() {
  const [shown, setShown] = useWorldSwitch();
  return (
    <div className="world-switch" role="group" aria-label="Show the world as">
      {VIEWS.map(([view, text]) => (
        <button
          key={view}
          type="button"
          className="machine-button"
          aria-pressed={view === shown}
          onClick={() => setShown(view)}
        >
          {text}
        </button>
      ))}
    </div>
  );
}
