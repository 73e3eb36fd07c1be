import './sandbox-bar.css';
import { Boxes, Check } from 'lucide-react';
import { useStore } from 'zustand';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** The sandbox at hand; opens the list of all. */
export function SandboxButton({ onOpen }: { onOpen: () => void }) {
  const { sandboxes } = useWorkbench();
  const name = useStore(sandboxes, ({ current }) => current.name);
  const isSaved = useStore(sandboxes, (state) => state.isSaved);
  return (
    <button
      type="button"
      className="button button-quiet sandbox-button"
      aria-label={`Sandboxes: ${name}`}
      title={`${name}: ${isSaved ? 'all is saved in this browser' : 'being saved'}. Open another sandbox, or make one`}
      data-saved={isSaved}
      onClick={onOpen}
    >
      <Boxes size={16} aria-hidden="true" /> <span className="sandbox-button-name">{name}</span>
      <Check size={13} className="sandbox-button-saved" aria-hidden="true" />
    </button>
  );
}
