import { lazy, Suspense, type ReactNode } from 'react';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { TabList } from '../parts/tab-list.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { WorldPanel } from '../world/world-panel.tsx';
import { WorldSwitch } from '../world/world-switch.tsx';

const BuildsPanel = lazy(async () => ({ default: (await import('../builds/builds-panel.tsx')).BuildsPanel }));

/** The world and the builds in tabs; with the browser where there is no room for it below. */
export function UpperTabs({ browser }: { browser?: ReactNode }) {
  const { session } = useWorkbench();
  const builds = useMirror((mirror) => mirror.build.size);
  const shown = useSession(({ upperTab, rightTab }) =>
    browser !== undefined && rightTab === 'browser' ? 'browser' : upperTab,
  );
  const tabs = [
    { id: 'world', label: 'World' },
    { id: 'builds', label: <BuildsLabel count={builds} /> },
    ...(browser === undefined ? [] : [{ id: 'browser', label: 'Browser' }]),
  ];
  const select = (id: string): void => {
    if (id === 'browser') session.setState({ rightTab: 'browser' });
    else session.setState({ rightTab: 'upper', upperTab: id === 'builds' ? 'builds' : 'world' });
  };
  return (
    <div className="panel right-tabs">
      <div className="panel-bar">
        <TabList
          label="World and builds"
          tabs={tabs}
          active={shown}
          controls={(id) => `right-${id}`}
          onSelect={select}
        />
        {shown === 'builds' && <span className="panel-bar-note">Buttons type into the terminal</span>}
        {shown === 'world' && <WorldSwitch />}
      </div>
      <TabPanel id="world" name="World" shown={shown}>
        <ErrorBoundary name="the world panel">
          <WorldPanel />
        </ErrorBoundary>
      </TabPanel>
      <TabPanel id="builds" name="Builds" shown={shown}>
        {shown === 'builds' && (
          <ErrorBoundary name="the builds panel">
            <Suspense>
              <BuildsPanel />
            </Suspense>
          </ErrorBoundary>
        )}
      </TabPanel>
      {browser !== undefined && (
        <TabPanel id="browser" name="Browser" shown={shown}>
          {browser}
        </TabPanel>
      )}
    </div>
  );
}

interface TabPanelProps {
  id: string;
  name: string;
  shown: string;
  children: ReactNode;
}

const TabPanel = ({ id, name, shown, children }: TabPanelProps) => (
  <div role="tabpanel" id={`right-${id}`} aria-label={name} className="right-tab" hidden={shown !== id}>
    {children}
  </div>
);

const BuildsLabel = ({ count }: { count: number }) => (
  <>Builds {count > 0 && <span className="count">{count}</span>}</>
);
