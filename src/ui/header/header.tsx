import './header.css';
import { CircleHelp, FileText, Moon, Presentation, RotateCcw, Search, Share2, Sun } from 'lucide-react';
import { useTheme } from '../hooks/use-media.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { SandboxButton } from '../keep/sandbox-button.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { UndoButtons } from '../timeline/undo-buttons.tsx';
import { ClockControl } from './clock-control.tsx';
import { useReset } from './use-reset.ts';
import { Wordmark } from './wordmark.tsx';

interface HeaderProps {
  onPalette: () => void;
  onPresent: () => void;
  onHelp: () => void;
  onRead: () => void;
  onTimeline: () => void;
  onSandboxes: () => void;
  onShare: () => void;
}

export function Header({
  onPalette,
  onPresent,
  onHelp,
  onRead,
  onTimeline,
  onSandboxes,
  onShare,
}: HeaderProps) {
  const workbench = useWorkbench();
  const reset = useReset();
  const theme = useTheme();
  const presenting = useSession((session) => session.presenting !== undefined);
  const other = theme === 'dark' ? 'light' : 'dark';
  return (
    <header className="header">
      <Wordmark />
      <UndoButtons onTimeline={onTimeline} />
      <ClockControl />
      <div className="header-actions">
        <div className="header-more">
          <SandboxButton onOpen={onSandboxes} />
          <IconButton label="Share, export and import" onClick={onShare}>
            <Share2 size={18} />
          </IconButton>
          <button type="button" className="button button-quiet" onClick={onRead}>
            <FileText size={16} aria-hidden="true" /> <span className="header-word">What is simulated</span>
          </button>
          <IconButton
            label={presenting ? 'Stop presenting' : 'Present: large type, and commands to step through'}
            pressed={presenting}
            onClick={presenting ? () => workbench.session.setState({ presenting: undefined }) : onPresent}
          >
            <Presentation size={18} />
          </IconButton>
          <IconButton
            label={`Switch to ${other} colours`}
            onClick={() => workbench.settings.setState({ theme: other })}
          >
            {theme === 'dark' ? <Sun size={18} /> : <Moon size={18} />}
          </IconButton>
          <IconButton label="Start afresh: throw the machine away" onClick={() => void reset()}>
            <RotateCcw size={18} />
          </IconButton>
        </div>
        <IconButton label="Search what the page can do (Ctrl+Alt+K)" onClick={onPalette}>
          <Search size={18} />
        </IconButton>
        <IconButton label="Help and settings" onClick={onHelp}>
          <CircleHelp size={18} />
        </IconButton>
      </div>
    </header>
  );
}
