import { Info } from 'lucide-react';
import type { Detailed } from '../../state/session.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** Opens all that is known of a thing. */
export function DetailsButton({ what }: { what: Detailed }) {
  const { session } = useWorkbench();
  return (
    <button
      type="button"
      className="command-button"
      aria-label={`Details of ${what.type} ${what.name}`}
      title={`All about ${what.name}`}
      onClick={() => session.setState({ detailed: what })}
    >
      <Info size={12} aria-hidden="true" /> details
    </button>
  );
}
