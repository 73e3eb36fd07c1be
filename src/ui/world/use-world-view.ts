import { useEffect, useState, type RefObject } from 'react';
import { useSession, useSettings, useWorkbench } from '../hooks/workbench-context.ts';

export type WorldView = 'picture' | 'list';

/** A picture in less room shows too little. */
const LEAST = { width: 300, height: 180 };

/** How the world shows: as was chosen, else as a picture where the panel has room for one. */
export function useWorldView(
  panel: RefObject<HTMLElement | null>,
): readonly [WorldView, (view: WorldView) => void] {
  const { settings, session } = useWorkbench();
  const chosen = useSettings(({ worldView }) => worldView);
  const [hasRoom, setHasRoom] = useState(false);
  useEffect(() => {
    const element = panel.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(() => {
      const { clientWidth, clientHeight } = element;
      // Of a panel that is hidden nothing is known.
      if (clientWidth > 0) setHasRoom(clientWidth >= LEAST.width && clientHeight >= LEAST.height);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [panel]);
  const view = chosen === 'auto' ? (hasRoom ? 'picture' : 'list') : chosen;
  useEffect(() => session.setState({ worldView: view }), [session, view]);
  return [view, (worldView) => settings.setState({ worldView })];
}

/** What shows, and the way to the other. */
export function useWorldSwitch(): readonly [WorldView, (view: WorldView) => void] {
  const { settings } = useWorkbench();
  return [useSession(({ worldView }) => worldView), (worldView) => settings.setState({ worldView })];
}

/** Shows the world the other way. */
export function useOtherWorldView(): () => void {
  const { session, settings } = useWorkbench();
  return () => {
    const { worldView } = session.getState();
    session.setState({ upperTab: 'world', rightTab: 'upper' });
    settings.setState({ worldView: worldView === 'picture' ? 'list' : 'picture' });
  };
}
