import './terminal.css';
import { Plus, X } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useMirror, useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { machineOf } from '../../state/session.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { TabList } from '../parts/tab-list.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { ExplainButton } from './explain-button.tsx';
import { TerminalView } from './terminal-view.tsx';

const ExplainStrip = lazy(async () => ({
  default: (await import('../explain/explain-strip.tsx')).ExplainStrip,
}));

/** The terminals of the machines, as tabs; what is said about the last command is under them. */
export function TerminalPanel() {
  const workbench = useWorkbench();
  const terminals = useSession((session) => session.terminals);
  const active = useSession((session) => session.activeTerminal);
  const epoch = useSession((session) => session.epoch);
  const records = useMirror((mirror) => mirror.terminal);
  const machines = useMirror((mirror) => mirror.machine);
  const terminalMachines = useSession((session) => session.terminalMachines);
  const hostOf = (id: string): string => machineOf({ terminalMachines }, id);
  const nameOf = (id: string): string => {
    const name = labelOf(id, records.get(id)?.title);
    return machines.size > 1 ? name.replace('Terminal', `${hostOf(id)} ·`) : name;
  };
  const here = machines.get(hostOf(active));
  const isHere = useStore(workbench.sandboxes, ({ hold }) => hold === 'mine');
  const status = useSession((session) => session.status);
  const explains = useExplains();
  const tabs = terminals.map((id) => ({ id, label: nameOf(id) }));
  const single = terminals.length === 1;
  return (
    <section className="panel terminal-panel" aria-label="Terminal" id="terminal">
      <div className="panel-bar">
        <TabList
          label="Terminals"
          tabs={tabs}
          active={active}
          onSelect={(id) => workbench.session.setState({ activeTerminal: id })}
          controls={(id) => `panel-${id}`}
          trailing={(id) =>
            single ? null : (
              <IconButton
                label={`Close ${nameOf(id)}`}
                size="small"
                onClick={() => workbench.closeTerminal(id)}
              >
                <X size={14} />
              </IconButton>
            )
          }
        />
        <IconButton
          label={machines.size > 1 ? `Open another terminal on ${hostOf(active)}` : 'Open another terminal'}
          size="small"
          onClick={() => workbench.openTerminal()}
        >
          <Plus size={16} />
        </IconButton>
        <span className="panel-bar-note">Shift+Tab leaves the terminal</span>
        <ExplainButton />
      </div>
      <div className="terminal-stage">
        {terminals.map((id) => (
          <div
            key={`${epoch}/${id}`}
            role="tabpanel"
            id={`panel-${id}`}
            aria-label={nameOf(id)}
            className="terminal-slot"
            hidden={id !== active}
          >
            <TerminalView id={id} shown={id === active} />
          </div>
        ))}
        {here && !here.isOn && (
          <div className="terminal-off" role="status">
            <p>{here.name} is switched off.</p>
            <button type="button" className="button" onClick={() => workbench.act(here.name, 'on')}>
              Switch {here.name} on
            </button>
          </div>
        )}
        {status === 'starting' && isHere && <p className="terminal-starting">Starting the machine…</p>}
      </div>
      {explains && (
        <ErrorBoundary name="the explanation">
          <Suspense>
            <ExplainStrip />
          </Suspense>
        </ErrorBoundary>
      )}
    </section>
  );
}

/** Once there is something to say, or to ask for. */
function useExplains(): boolean {
  const isOpen = useSettings((settings) => settings.explain);
  const hasRun = useMirror((mirror) => mirror.activity.size > 0);
  return isOpen || hasRun;
}

/** `terminal-2` → `Terminal 2`, with what runs in it where that is told. */
function labelOf(id: string, title?: string): string {
  const name = `Terminal ${id.slice(id.lastIndexOf('-') + 1)}`;
  return title && !/^-?(ba)?sh$/.test(title) ? `${name} · ${title}` : name;
}
