import '@xterm/xterm/css/xterm.css';
import type { ITerminalOptions } from '@xterm/xterm';
import { Suspense, useCallback, useEffect, useRef, useState } from 'react';
import { withActive } from '../../state/panes.ts';
import { machineOf } from '../../state/session.ts';
import type { Workbench } from '../../state/workbench.ts';
import { useLargeType, useTheme } from '../hooks/use-media.ts';
import { useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { createDrawnBytes } from './drawn-bytes.ts';
import { createTerminal, type TerminalParts } from './create-terminal.ts';
import { plainText, serializeScrollback } from './scrollback.ts';
import { TERMINAL_THEMES } from './terminal-themes.ts';
import { lazyPart } from '../parts/lazy-part.tsx';

const FindBar = lazyPart(async () => ({ default: (await import('./find-bar.tsx')).FindBar }));

interface TerminalViewProps {
  id: string;
  shown: boolean;
  /** It is the one that is typed into. */
  active: boolean;
}

/** One terminal: draws what its shell writes and sends what is typed. Stays there while another tab shows. */
export function TerminalView({ id, shown, active }: TerminalViewProps) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const host = useRef<HTMLDivElement>(null);
  const [parts, setParts] = useState<TerminalParts>();
  const [finding, setFinding] = useState(false);
  const find = useCallback(() => {
    setFinding(true);
    // One that is open already is where the learner wants to type.
    host.current?.parentElement?.querySelector<HTMLInputElement>('.find-field')?.select();
  }, []);
  const stopFinding = (): void => {
    setFinding(false);
    parts?.terminal.focus();
  };
  const ready = useSession(({ status }) => status === 'ready');

  useEffect(() => {
    const element = host.current;
    if (!element) return undefined;
    let created: TerminalParts | undefined;
    // In a task of its own: its first measuring lays out the whole page.
    const making = setTimeout(() => {
      created = createTerminal(element, {
        fontSize: workbench.settings.getState().terminalFontSize,
        openLink: (url) =>
          void import('./open-link.ts').then(({ openLink }) => openLink(workbench, url, confirm)),
        find,
      });
      setParts(created);
    });
    return () => {
      clearTimeout(making);
      setParts(undefined);
      created?.terminal.dispose();
    };
  }, [workbench, find, confirm]);

  useAppearance(parts, shown);
  useEffect(() => {
    if (parts && ready) return connectTerminal(workbench, id, parts, find);
    return undefined;
  }, [workbench, id, parts, ready, find]);
  const focusWhenMade = useRef(active);
  useEffect(() => {
    // Where another tab has the sandbox, nothing is typed here.
    const isHere = workbench.sandboxes.getState().hold === 'mine';
    if (focusWhenMade.current && isHere) parts?.terminal.focus();
  }, [workbench, parts]);

  return (
    <>
      <div
        className="terminal-view"
        hidden={!shown}
        ref={host}
        data-terminal={id}
        onFocus={() => workbench.session.setState((session) => withActive(session, id))}
      />
      {finding && parts && (
        <ErrorBoundary name="the search">
          <Suspense>
            <FindBar terminal={parts.terminal} onClose={stopFinding} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}

/** Keeps size and looks in step with the panel and the settings. */
function useAppearance(parts: TerminalParts | undefined, shown: boolean): void {
  const theme = useTheme();
  const { terminalFontSize, screenReader } = useSettings((settings) => settings);
  const largeType = useLargeType();
  useEffect(() => {
    if (!parts) return undefined;
    const fontSize = largeType ? Math.round(terminalFontSize * 1.4) : terminalFontSize;
    applyOptions(parts, { theme: TERMINAL_THEMES[theme], fontSize, screenReaderMode: screenReader });
    const element = parts.terminal.element?.parentElement;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => parts.fit());
    observer.observe(element);
    return () => observer.disconnect();
  }, [parts, shown, theme, terminalFontSize, largeType, screenReader]);
}

function applyOptions({ terminal, fit }: TerminalParts, options: ITerminalOptions): void {
  Object.assign(terminal.options, options);
  fit();
}

/** Draws what was there before, then opens the terminal in the world and passes bytes both ways. */
function connectTerminal(
  workbench: Workbench,
  id: string,
  { terminal, serialize, fit }: TerminalParts,
  find: () => void,
): () => void {
  const { connection, screens, session, mirror } = workbench;
  const encoder = new TextEncoder();
  fit();
  const before = session.getState().scrollback[id];
  if (before) terminal.write(before);
  const drawn = createDrawnBytes((bytes) => connection.post({ kind: 'terminal.drawn', terminal: id, bytes }));
  const detach = screens.attach(id, {
    write: (data) =>
      terminal.write(data, () => {
        drawn(data.byteLength);
        workbench.keep();
      }),
    focus: () => terminal.focus(),
    find,
    serialize: () =>
      serializeScrollback(terminal, serialize, mirror.getState().terminal.get(id)?.atPrompt ?? false),
    text: () => plainText(terminal),
  });
  const send = (data: Uint8Array): void => connection.post({ kind: 'terminal.input', terminal: id, data });
  const listeners = [
    terminal.onData((text) => send(encoder.encode(text))),
    terminal.onBinary((text) => send(Uint8Array.from(text, (character) => character.charCodeAt(0)))),
    terminal.onResize(({ cols, rows }) =>
      connection.post({ kind: 'terminal.resize', terminal: id, columns: cols, rows }),
    ),
  ];
  const machine = machineOf(session.getState(), id);
  connection.post({
    kind: 'terminal.open',
    terminal: id,
    machine,
    columns: terminal.cols,
    rows: terminal.rows,
  });
  return () => {
    detach();
    for (const listener of listeners) listener.dispose();
  };
}
