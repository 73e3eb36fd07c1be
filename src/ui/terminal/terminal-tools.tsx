import { Columns2, Rows2, Search, SquareSplitHorizontal } from 'lucide-react';
import { withTurned } from '../../state/panes.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { ExplainButton } from './explain-button.tsx';

/** What can be done with the terminals as a whole. */
export function TerminalTools() {
  const workbench = useWorkbench();
  const { session, screens } = workbench;
  const split = useSession((now) => now.split);
  const isBeside = split?.direction === 'beside';
  return (
    <div className="terminal-tools">
      <IconButton
        label="Find in the terminal (Ctrl+Shift+F)"
        size="small"
        onClick={() => screens.get(session.getState().activeTerminal)?.find()}
      >
        <Search size={15} />
      </IconButton>
      {split && (
        <IconButton
          label={isBeside ? 'One terminal above the other' : 'Terminals side by side'}
          size="small"
          onClick={() => session.setState(withTurned)}
        >
          {isBeside ? <Rows2 size={15} /> : <Columns2 size={15} />}
        </IconButton>
      )}
      <IconButton
        label={
          split ? 'One pane of terminals again (Ctrl+Alt+P)' : 'Split: two terminals at once (Ctrl+Alt+P)'
        }
        size="small"
        pressed={split !== undefined}
        onClick={() => workbench.toggleSplit()}
      >
        <SquareSplitHorizontal size={15} />
      </IconButton>
      <ExplainButton />
    </div>
  );
}
