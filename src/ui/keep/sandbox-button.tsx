import './sandbox-bar.css';
import { Boxes } from 'lucide-react';
import { useStore } from 'zustand';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** The sandbox at hand; opens the list of all. */
export function SandboxButton({ onOpen }: { onOpen: () => void }) {
  const { sandboxes } = useWorkbench();
  const name = useStore(sandboxes, ({ current }) => current.name);
  return (
    <button
      type="button"
      className="button button-quiet sandbox-button"
      aria-label={`Sandboxes: ${name}`}
      title={`${name}: open another sandbox, or make one`}
      onClick={onOpen}
    >
      <Boxes size={16} aria-hidden="true" /> <span className="sandbox-button-name">{name}</span>
    </button>
  );
}
