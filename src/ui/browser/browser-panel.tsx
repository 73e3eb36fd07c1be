import './browser.css';
import { X } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { PreviewRequest, Queries } from '../../world/queries/queries.ts';
import { useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { TabList } from '../parts/tab-list.tsx';
import { BrowserBar } from './browser-bar.tsx';
import { BlankPage } from './blank-page.tsx';
import { activeTab, tabName, type BrowserTab, type BrowserTabs, type TabsAction } from './browser-tabs.ts';
import { FailedPage, RequestTable } from './load-parts.ts';
import { PreviewFrame, type FrameEvent } from './preview-frame.tsx';
import { logRequest, servedFile, type LoggedRequest } from './request-log.ts';
import { useBrowserTabs } from './use-browser-tabs.ts';
import { useServedChanges } from './use-served-changes.ts';

/** A browser on the simulated machine: what `localhost` serves there. */
export function BrowserPanel() {
  const [tabs, dispatch] = useBrowserTabs();
  const [log, setLog] = useState<readonly LoggedRequest[]>([]);
  /** Requests up to this one were cleared away: what they tell of mounts still holds. */
  const [cleared, setCleared] = useState(0);
  const [isLogging, setLogging] = useState(false);
  const reloaded = useAutoReload(tabs, log, dispatch);
  const { id, state } = activeTab(tabs);
  return (
    <section className="panel browser-panel" aria-label="Browser" id="browser">
      {tabs.tabs.length > 1 && <BrowserTabList tabs={tabs} dispatch={dispatch} />}
      <BrowserBar
        state={state}
        onAction={(action) => dispatch({ type: 'in', action })}
        onNewTab={() => dispatch({ type: 'open' })}
        isLogging={isLogging}
        onLog={() => setLogging(!isLogging)}
      />
      {reloaded && (
        <p className="browser-reloaded" role="status">
          {reloaded}
        </p>
      )}
      {tabs.tabs.map((tab) => (
        <BrowserStage
          key={tab.id}
          tab={tab}
          isShown={tab.id === id}
          dispatch={dispatch}
          onAnswer={(...answered) => setLog((before) => logRequest(before, tab.id, ...answered))}
        />
      ))}
      {isLogging && (
        <Suspense>
          <RequestTable
            log={log.filter((entry) => entry.id > cleared)}
            tab={id}
            onClear={() => setCleared(log.at(-1)?.id ?? 0)}
          />
        </Suspense>
      )}
    </section>
  );
}

type Dispatch = (action: TabsAction) => void;

/** Loads pages again whose container mounts a file that was saved. @returns what was reloaded last, in words */
function useAutoReload(tabs: BrowserTabs, log: readonly LoggedRequest[], dispatch: Dispatch): string {
  const isOn = useSettings(({ autoReload }) => autoReload);
  const [reloaded, setReloaded] = useState('');
  useServedChanges((paths) => {
    if (!isOn) return;
    for (const { id, state } of tabs.tabs) {
      const file = state.request && servedFile(log, id, state.request.host, paths);
      if (file === undefined) continue;
      dispatch({ type: 'in', tab: id, action: { type: 'reload' } });
      setReloaded(`Reloaded: ${file.slice(file.lastIndexOf('/') + 1)} was saved.`);
    }
  });
  return reloaded;
}

function BrowserTabList({ tabs, dispatch }: { tabs: BrowserTabs; dispatch: Dispatch }) {
  const nameOf = (id: string): string => {
    const tab = tabs.tabs.find((each) => each.id === id);
    return tab ? tabName(tab) : '';
  };
  return (
    <div className="panel-bar browser-tabs">
      <TabList
        label="Browser tabs"
        tabs={tabs.tabs.map((tab) => ({ id: tab.id, label: tabName(tab) }))}
        active={tabs.active}
        controls={stageOf}
        onSelect={(tab) => dispatch({ type: 'select', tab })}
        trailing={(tab) => (
          <IconButton
            label={`Close browser tab ${nameOf(tab)}`}
            size="small"
            onClick={() => dispatch({ type: 'close', tab })}
          >
            <X size={14} />
          </IconButton>
        )}
      />
    </div>
  );
}

const stageOf = (tab: string): string => `browser-${tab}`;

interface BrowserStageProps {
  tab: BrowserTab;
  isShown: boolean;
  dispatch: Dispatch;
  onAnswer: (request: PreviewRequest, answer: Queries['httpRequest']['answer']) => void;
}

/** What a tab shows. A hidden one goes on, as in a browser. */
function BrowserStage({ tab: { id, state }, isShown, dispatch, onAnswer }: BrowserStageProps) {
  const workbench = useWorkbench();
  const onEvent = (event: FrameEvent): void => {
    if (event.type === 'outside')
      workbench.notify(`That link leads out of the simulated machine: ${event.url}`);
    else dispatch({ type: 'in', tab: id, action: event });
  };
  return (
    <div
      className="browser-stage"
      id={stageOf(id)}
      role="tabpanel"
      aria-label={tabName({ id, state })}
      aria-busy={state.phase === 'loading'}
      hidden={!isShown}
    >
      {state.phase === 'blank' && (
        <BlankPage onOpen={(typed) => dispatch({ type: 'in', tab: id, action: { type: 'go', typed } })} />
      )}
      {state.phase === 'failed' && (
        <Suspense>
          <FailedPage
            state={state}
            onRetry={() => dispatch({ type: 'in', tab: id, action: { type: 'reload' } })}
          />
        </Suspense>
      )}
      {state.request && state.phase !== 'failed' && (
        <PreviewFrame key={state.visit} request={state.request} onEvent={onEvent} onAnswer={onAnswer} />
      )}
    </div>
  );
}
