import { Layers } from 'lucide-react';
import type { Session } from '../../state/session.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

interface ExploreButtonProps {
  what: NonNullable<Session['explored']>;
  /** What it says. */
  text: string;
}

/** Opens the layers of an image or a container. */
export function ExploreButton({ what, text }: ExploreButtonProps) {
  const { session } = useWorkbench();
  return (
    <button type="button" className="command-button" onClick={() => session.setState({ explored: what })}>
      <Layers size={12} aria-hidden="true" /> {text}
    </button>
  );
}
