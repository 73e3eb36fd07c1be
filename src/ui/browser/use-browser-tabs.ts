import { useEffect, useReducer, useRef, type Dispatch } from 'react';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { changeTabs, ONE_TAB, type BrowserTabs, type TabsAction } from './browser-tabs.ts';

/** The tabs of the browser panel: they come back with the session, and go where the page asks. */
export function useBrowserTabs(): [BrowserTabs, Dispatch<TabsAction>] {
  const { session } = useWorkbench();
  const [tabs, dispatch] = useReducer(changeTabs, ONE_TAB);
  const visit = useSession((state) => state.visit);
  const ready = useSession(({ status }) => status === 'ready');
  useEffect(() => {
    if (!ready) return;
    const { browserTabs: addresses, browserTab: active } = session.getState();
    dispatch({ type: 'restore', addresses, active });
  }, [session, ready]);
  // What was asked before this panel was there, its tabs remember.
  const gone = useRef(visit);
  useEffect(() => {
    if (!ready) return;
    if (visit > gone.current)
      dispatch({ type: 'in', action: { type: 'go', typed: session.getState().address } });
    gone.current = visit;
  }, [session, visit, ready]);
  useEffect(() => {
    if (tabs === ONE_TAB || session.getState().status !== 'ready') return;
    const addresses = tabs.tabs.map(({ state }) => state.typed);
    const index = tabs.tabs.findIndex(({ id }) => id === tabs.active);
    const isBlank = addresses.length === 1 && addresses[0] === '';
    const browserTabs = isBlank ? [] : addresses;
    const before = session.getState();
    if (before.browserTab !== index || before.browserTabs.join('\n') !== browserTabs.join('\n'))
      session.setState({ browserTabs, browserTab: index });
  }, [session, tabs]);
  return [tabs, dispatch];
}
