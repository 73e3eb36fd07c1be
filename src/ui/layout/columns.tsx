import { Group, Panel, Separator } from 'react-resizable-panels';
import { BrowserPanel } from '../browser/browser-panel.tsx';
import { EditorPanel } from '../editor/editor-panel.tsx';
import { useMedia } from '../hooks/use-media.ts';
import { SidePanel } from '../lesson/side-panel.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { TerminalPanel } from '../terminal/terminal-panel.tsx';
import { UpperTabs } from './upper-tabs.tsx';
import { useSavedLayout } from './use-saved-layout.ts';

/** Lesson | editor over terminal | world over browser, with dividers that pointer and arrow keys move. */
export function Columns({ onRead }: { onRead: () => void }) {
  const columns = useSavedLayout('columns');
  const rows = useSavedLayout('work-rows');
  return (
    <Group orientation="horizontal" className="columns" {...columns}>
      <Panel id="side" defaultSize="22%" minSize="200px" collapsible collapsedSize="0px">
        <ErrorBoundary name="the lesson panel">
          <SidePanel onRead={onRead} />
        </ErrorBoundary>
      </Panel>
      <Divider label="Width of the lesson panel" />
      <Panel id="work" defaultSize="50%" minSize="320px">
        <Group orientation="vertical" {...rows}>
          <Panel id="editor-row" defaultSize="48%" minSize="80px">
            <ErrorBoundary name="the editor">
              <EditorPanel />
            </ErrorBoundary>
          </Panel>
          <Divider label="Height of the editor" />
          <Panel id="terminal-row" minSize="100px">
            <ErrorBoundary name="the terminal">
              <TerminalPanel />
            </ErrorBoundary>
          </Panel>
        </Group>
      </Panel>
      <Divider label="Width of the world panel" />
      <Panel id="right" minSize="220px" collapsible collapsedSize="0px">
        <RightColumn />
      </Panel>
    </Group>
  );
}

function RightColumn() {
  const rows = useSavedLayout('right-rows');
  const narrow = useMedia('(max-width: 1099px), (max-height: 599px)');
  const browser = (
    <ErrorBoundary name="the browser panel">
      <BrowserPanel />
    </ErrorBoundary>
  );
  if (narrow) return <UpperTabs browser={browser} />;
  return (
    <Group orientation="vertical" {...rows}>
      <Panel id="world-row" defaultSize="54%" minSize="80px">
        <UpperTabs />
      </Panel>
      <Divider label="Height of the world panel" />
      <Panel id="browser-row" minSize="80px">
        {browser}
      </Panel>
    </Group>
  );
}

const Divider = ({ label }: { label: string }) => <Separator className="divider" aria-label={label} />;
