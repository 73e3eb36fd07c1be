import './terminal.css';
import { Suspense, useEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { shownIn, type Split } from '../../state/panes.ts';
import { useMirror, useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { usePageKey } from '../hooks/use-page-key.ts';
import { useSavedLayout } from '../layout/use-saved-layout.ts';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { TerminalHosts } from './terminal-hosts.ts';
import { TerminalPane } from './terminal-pane.tsx';
import { TerminalView } from './terminal-view.tsx';
import { lazyPart } from '../parts/lazy-part.tsx';

const ExplainStrip = lazyPart(async () => ({
  default: (await import('../explain/explain-strip.tsx')).ExplainStrip,
}));

/** The terminals of the machines, as tabs in one pane or two; what is said about the last command is under them. */
export function TerminalPanel() {
  const workbench = useWorkbench();
  const terminals = useSession((session) => session.terminals);
  const active = useSession((session) => session.activeTerminal);
  const split = useSession((session) => session.split);
  const epoch = useSession((session) => session.epoch);
  const [hosts] = useState(() => new TerminalHosts());
  const hostOf = (id: string): HTMLElement => hosts.of(`${epoch}/${id}`);
  const explains = useExplains();
  usePageKey('split', () => workbench.toggleSplit());
  usePageKey('pane', () => workbench.goToOtherPane());
  useFocusAfterMove(split);
  useEffect(() => hosts.keepOnly(terminals.map((id) => `${epoch}/${id}`)), [hosts, terminals, epoch]);
  const isShown = (id: string): boolean => id === active || id === split?.other;
  return (
    <section className="panel terminal-panel" aria-label="Terminal" id="terminal">
      <div className="terminal-panes">
        {split ? (
          <SplitPanes key={split.direction} split={split} hostOf={hostOf} />
        ) : (
          <TerminalPane pane="first" hostOf={hostOf} />
        )}
      </div>
      {terminals.map((id) =>
        createPortal(
          <TerminalView id={id} shown={isShown(id)} active={id === active} />,
          hostOf(id),
          `${epoch}/${id}`,
        ),
      )}
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

interface SplitPanesProps {
  split: Split;
  hostOf: (id: string) => HTMLElement;
}

function SplitPanes({ split: { direction }, hostOf }: SplitPanesProps) {
  const layout = useSavedLayout(`terminals-${direction}`);
  const isBeside = direction === 'beside';
  return (
    <Group orientation={isBeside ? 'horizontal' : 'vertical'} {...layout}>
      <Panel id="first-terminals" minSize={isBeside ? '120px' : '70px'}>
        <TerminalPane pane="first" hostOf={hostOf} />
      </Panel>
      <Separator
        className="divider"
        aria-label={isBeside ? 'Width of the left terminal' : 'Height of the upper terminal'}
      />
      <Panel id="second-terminals" minSize={isBeside ? '120px' : '70px'}>
        <TerminalPane pane="second" hostOf={hostOf} />
      </Panel>
    </Group>
  );
}

/** A terminal that went to another place of the page has lost the focus on its way. */
function useFocusAfterMove(split: Split | undefined): void {
  const { session, screens } = useWorkbench();
  const places = split ? `${split.direction} ${split.second.join(' ')}` : '';
  const before = useRef(places);
  useEffect(() => {
    if (before.current === places) return;
    before.current = places;
    const now = session.getState();
    if (shownIn(now, 'first') !== undefined) screens.get(now.activeTerminal)?.focus();
  }, [session, screens, places]);
}

/** Once there is something to say, or to ask for. */
function useExplains(): boolean {
  const isOpen = useSettings((settings) => settings.explain);
  const hasRun = useMirror((mirror) => mirror.activity.size > 0);
  return isOpen || hasRun;
}
