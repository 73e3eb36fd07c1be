import { Suspense, type ReactNode } from 'react';
import type { RightTab } from '../../state/session.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { TabList } from '../parts/tab-list.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { WorldPanel } from '../world/world-panel.tsx';
import { WorldSwitch } from '../world/world-switch.tsx';
import { lazyPart } from '../parts/lazy-part.tsx';

const BuildsPanel = lazyPart(async () => ({
  default: (await import('../builds/builds-panel.tsx')).BuildsPanel,
}));

/** A panel that has no room of its own. */
export interface GuestTab {
  readonly id: Exclude<RightTab, 'upper'>;
  readonly label: string;
  readonly panel: ReactNode;
}

/** The world and the builds in tabs; with them the panels for which there is no room elsewhere. The lesson and the files come first. */
export function UpperTabs({ guests }: { guests: readonly GuestTab[] }) {
  const { session } = useWorkbench();
  const builds = useMirror((mirror) => mirror.build.size);
  const shown = useSession(({ upperTab, rightTab }) =>
    guests.some(({ id }) => id === rightTab) ? rightTab : upperTab,
  );
  const before = guests.filter(({ id }) => id !== 'browser');
  const after = guests.filter(({ id }) => id === 'browser');
  const tabs = [
    ...before,
    { id: 'world', label: 'World' },
    { id: 'builds', label: <BuildsLabel count={builds} /> },
    ...after,
  ];
  const select = (id: string): void => {
    const guest = guests.find((tab) => tab.id === id);
    if (guest) session.setState({ rightTab: guest.id });
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
        {shown === 'builds' && guests.length < 2 && (
          <span className="panel-bar-note">Buttons type into the terminal</span>
        )}
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
      {guests.map(({ id, label, panel }) => (
        <TabPanel key={id} id={id} name={label} shown={shown}>
          {panel}
        </TabPanel>
      ))}
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
