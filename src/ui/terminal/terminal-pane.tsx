import { Plus, X } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { shownIn, terminalsIn, withActive, type PaneName, type Split } from '../../state/panes.ts';
import { machineOf } from '../../state/session.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { TabList } from '../parts/tab-list.tsx';
import { TerminalTools } from './terminal-tools.tsx';

interface TerminalPaneProps {
  pane: PaneName;
  /** The element that a terminal is drawn into. */
  hostOf: (id: string) => HTMLElement;
}

/** One of two panes, or all of the panel: its terminals as tabs, and the one that it shows. */
export function TerminalPane({ pane, hostOf }: TerminalPaneProps) {
  const workbench = useWorkbench();
  const session = useSession((all) => all);
  const { split, activeTerminal, status, terminals: all } = session;
  const machines = useMirror((mirror) => mirror.machine);
  const nameOf = useNames();
  const isHere = useStore(workbench.sandboxes, ({ hold }) => hold === 'mine');
  const terminals = terminalsIn(session, pane);
  const shown = shownIn(session, pane) ?? '';
  const host = machineOf(session, shown);
  const here = machines.get(host);
  const show = (id: string): void => workbench.session.setState((now) => withActive(now, id));
  const open = (): void => {
    show(shown);
    workbench.openTerminal();
  };
  return (
    <div className="terminal-pane" data-active={split && shown === activeTerminal ? true : undefined}>
      <div className="panel-bar">
        <TabList
          label={paneLabel(pane, split)}
          tabs={terminals.map((id) => ({ id, label: nameOf(id) }))}
          active={shown}
          onSelect={show}
          controls={(id) => `panel-${id}`}
          trailing={(id) =>
            all.length === 1 ? null : (
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
          label={machines.size > 1 ? `Open another terminal on ${host}` : 'Open another terminal'}
          size="small"
          onClick={open}
        >
          <Plus size={16} />
        </IconButton>
        {!split && <span className="panel-bar-note">Shift+Tab leaves the terminal</span>}
        {hasTools(pane, split) && <TerminalTools />}
      </div>
      <div className="terminal-stage">
        {terminals.map((id) => (
          <TerminalSlot key={id} id={id} name={nameOf(id)} shown={id === shown} host={hostOf(id)} />
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
    </div>
  );
}

function paneLabel(pane: PaneName, split: Split | undefined): string {
  if (!split) return 'Terminals';
  if (split.direction === 'beside')
    return pane === 'first' ? 'Terminals on the left' : 'Terminals on the right';
  return pane === 'first' ? 'Upper terminals' : 'Lower terminals';
}

/** They stand at the panel's upper right. */
function hasTools(pane: PaneName, split: Split | undefined): boolean {
  return pane === (split?.direction === 'beside' ? 'second' : 'first');
}

interface TerminalSlotProps {
  id: string;
  name: string;
  shown: boolean;
  host: HTMLElement;
}

/** The place of a terminal in its pane. */
function TerminalSlot({ id, name, shown, host }: TerminalSlotProps) {
  const slot = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => slot.current?.replaceChildren(host), [host]);
  return (
    <div
      ref={slot}
      role="tabpanel"
      id={`panel-${id}`}
      aria-label={name}
      className="terminal-slot"
      hidden={!shown}
    />
  );
}

/** What the tabs say: `terminal-2` → `Terminal 2`, with its machine where there are several, and what runs in it where that is told. */
function useNames(): (id: string) => string {
  const records = useMirror((mirror) => mirror.terminal);
  const machines = useMirror((mirror) => mirror.machine);
  const terminalMachines = useSession((session) => session.terminalMachines);
  return (id) => {
    const name = labelOf(id, records.get(id)?.title);
    return machines.size > 1 ? name.replace('Terminal', `${machineOf({ terminalMachines }, id)} ·`) : name;
  };
}

function labelOf(id: string, title?: string): string {
  const name = `Terminal ${id.slice(id.lastIndexOf('-') + 1)}`;
  return title && !/^-?(ba)?sh$/.test(title) ? `${name} · ${title}` : name;
}
