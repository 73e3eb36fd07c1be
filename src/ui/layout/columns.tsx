import type { ReactNode } from 'react';
import { Group, Panel, Separator } from 'react-resizable-panels';
import { BrowserPanel } from '../browser/browser-panel.tsx';
import { EditorPanel } from '../editor/editor-panel.tsx';
import { useMedia } from '../hooks/use-media.ts';
import { useSession } from '../hooks/workbench-context.ts';
import { SidePanel } from '../lesson/side-panel.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { TerminalPanel } from '../terminal/terminal-panel.tsx';
import { TouchKeys } from '../terminal/touch-keys.tsx';
import { UpperTabs, type GuestTab } from './upper-tabs.tsx';
import { useRoom, type Room } from './use-room.ts';
import { useSavedLayout } from './use-saved-layout.ts';

/**
 * Lesson | editor over terminal | world over browser, with dividers that pointer and arrow keys move. What has no room there is a tab over
 * the world; on a phone the tabs are over the terminal. The terminal is the same one in each arrangement.
 */
export function Columns({ onRead }: { onRead: () => void }) {
  const room = useRoom();
  const tabs = room.columns ? ['work', 'right'] : ['right', 'work'];
  const order = room.lesson ? ['side', ...tabs] : tabs;
  const saved = useSavedLayout(room.columns ? 'columns' : 'stack', order);
  const lesson = (
    <ErrorBoundary name="the lesson panel">
      <SidePanel onRead={onRead} />
    </ErrorBoundary>
  );
  const editor = (
    <ErrorBoundary name="the editor">
      <EditorPanel />
    </ErrorBoundary>
  );
  const guests: GuestTab[] = [
    ...(room.lesson ? [] : [{ id: 'lesson', label: 'Lesson', panel: lesson } as const]),
    ...(room.editor ? [] : [{ id: 'editor', label: 'Files', panel: editor } as const]),
  ];
  const panels: Record<string, ReactNode> = {
    side: (
      <Panel key="side" id="side" defaultSize="22%" minSize="200px" collapsible collapsedSize="0px">
        {lesson}
      </Panel>
    ),
    work: (
      <Panel
        key="work"
        id="work"
        defaultSize={room.lesson ? '50%' : room.columns ? '55%' : '46%'}
        minSize={room.columns ? '320px' : '160px'}
      >
        <Work editor={room.editor ? editor : undefined} />
      </Panel>
    ),
    right: (
      <Panel
        key="right"
        id="right"
        minSize={room.columns ? '220px' : '120px'}
        collapsible
        collapsedSize="0px"
      >
        <RightColumn room={room} guests={guests} />
      </Panel>
    ),
  };
  const dividers: Record<string, string> = {
    side: 'Width of the lesson panel',
    work: 'Width of the world panel',
    right: 'Height of the terminal',
  };
  return (
    <Group orientation={room.columns ? 'horizontal' : 'vertical'} className="columns" {...saved}>
      {order.flatMap((id, index) => [
        panels[id],
        index < order.length - 1 && <Divider key={`after ${id}`} label={dividers[id] ?? ''} />,
      ])}
    </Group>
  );
}

/** The terminal, and the editor over it where there is room. */
function Work({ editor }: { editor: ReactNode }) {
  const rows = useSavedLayout('work-rows', editor ? ['editor-row', 'terminal-row'] : ['terminal-row']);
  const isTouched = useMedia('(pointer: coarse)');
  return (
    <Group orientation="vertical" {...rows}>
      {editor && (
        <Panel key="editor-row" id="editor-row" defaultSize="48%" minSize="80px">
          {editor}
        </Panel>
      )}
      {editor && <Divider key="divider" label="Height of the editor" />}
      <Panel key="terminal-row" id="terminal-row" minSize="100px">
        <div className="terminal-row">
          <ErrorBoundary name="the terminal">
            <TerminalPanel />
          </ErrorBoundary>
          {isTouched && <TouchKeys />}
        </div>
      </Panel>
    </Group>
  );
}

function RightColumn({ room, guests }: { room: Room; guests: readonly GuestTab[] }) {
  const rows = useSavedLayout('right-rows');
  // Another world: its tabs and its log.
  const epoch = useSession((session) => session.epoch);
  const browser = (
    <ErrorBoundary name="the browser panel">
      <BrowserPanel key={epoch} />
    </ErrorBoundary>
  );
  if (!room.browser)
    return <UpperTabs guests={[...guests, { id: 'browser', label: 'Browser', panel: browser }]} />;
  return (
    <Group orientation="vertical" {...rows}>
      <Panel id="world-row" defaultSize="54%" minSize="80px">
        <UpperTabs guests={guests} />
      </Panel>
      <Divider label="Height of the world panel" />
      <Panel id="browser-row" minSize="80px">
        {browser}
      </Panel>
    </Group>
  );
}

const Divider = ({ label }: { label: string }) => <Separator className="divider" aria-label={label} />;
