import './presenter.css';
import { ChevronLeft, ChevronRight, Play, X } from 'lucide-react';
import { stepTo } from '../../state/presenting.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { useTypeNext } from './use-type-next.ts';

/** What a room wants to read while somebody presents: the command that ran last, and the one that is next. */
export function PresenterBar() {
  const { session } = useWorkbench();
  const presenting = useSession((state) => state.presenting);
  const active = useSession((state) => state.activeTerminal);
  const last = useMirror((mirror) => mirror.terminal.get(active)?.line);
  const typeNext = useTypeNext();
  if (!presenting) return null;
  const { commands, next } = presenting;
  const go = (to: number): void => session.setState({ presenting: stepTo(presenting, to) });
  return (
    <section className="presenter-bar" aria-label="Presenting">
      <p className="presenter-last">
        <span className="soft">Last</span> <code>{last ?? '—'}</code>
      </p>
      {commands.length > 0 && (
        <div className="presenter-next">
          <IconButton label="Back to the command before" disabled={next === 0} onClick={() => go(next - 1)}>
            <ChevronLeft size={20} />
          </IconButton>
          <select aria-label="Next command" value={next} onChange={(event) => go(Number(event.target.value))}>
            {commands.map((command, index) => (
              <option key={`${index} ${command}`} value={index}>
                {index + 1}. {command}
              </option>
            ))}
            <option value={commands.length}>The end of the list</option>
          </select>
          <IconButton
            label="Pass over this command"
            disabled={next >= commands.length}
            onClick={() => go(next + 1)}
          >
            <ChevronRight size={20} />
          </IconButton>
          <button
            type="button"
            className="button button-primary"
            aria-keyshortcuts="Control+Alt+N"
            disabled={next >= commands.length}
            onClick={typeNext}
          >
            <Play size={16} aria-hidden="true" /> Type it
          </button>
        </div>
      )}
      <button type="button" className="button" onClick={() => session.setState({ presenting: undefined })}>
        <X size={16} aria-hidden="true" /> Stop presenting
      </button>
    </section>
  );
}
