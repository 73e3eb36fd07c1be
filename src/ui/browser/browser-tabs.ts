import { BLANK, browse, type BrowserAction, type BrowserState } from './browser-state.ts';

export interface BrowserTab {
  readonly id: string;
  readonly state: BrowserState;
}

/** The browser panel's tabs; there is always one. */
export interface BrowserTabs {
  readonly tabs: readonly BrowserTab[];
  /** Its id. */
  readonly active: string;
  /** The number of the next new tab. */
  readonly next: number;
}

export type TabsAction =
  | { type: 'open' }
  | { type: 'close'; tab: string }
  | { type: 'select'; tab: string }
  /** What is kept from an earlier visit: addresses stand in their bars, nothing loads. */
  | { type: 'restore'; addresses: readonly string[]; active: number }
  /** Something in a tab; in the active one unless given. */
  | { type: 'in'; tab?: string; action: BrowserAction };

const tabOf = (number: number, state: BrowserState = BLANK): BrowserTab => ({ id: `page-${number}`, state });

export const ONE_TAB: BrowserTabs = { tabs: [tabOf(1)], active: 'page-1', next: 2 };

export function changeTabs(state: BrowserTabs, action: TabsAction): BrowserTabs {
  switch (action.type) {
    case 'open': {
      const tab = tabOf(state.next);
      return { tabs: [...state.tabs, tab], active: tab.id, next: state.next + 1 };
    }
    case 'close':
      return closed(state, action.tab);
    case 'select':
      return { ...state, active: action.tab };
    case 'restore':
      return restored(state, action.addresses, action.active);
    case 'in': {
      const { tab: id = state.active } = action;
      const tabs = state.tabs.map((tab) =>
        tab.id === id ? { ...tab, state: browse(tab.state, action.action) } : tab,
      );
      return { ...state, tabs };
    }
  }
}

/** The neighbour shows then; of the last tab a blank one is left. */
function closed(state: BrowserTabs, id: string): BrowserTabs {
  const index = state.tabs.findIndex((tab) => tab.id === id);
  const rest = state.tabs.filter((tab) => tab.id !== id);
  if (rest.length === 0) return changeTabs({ ...state, tabs: [] }, { type: 'open' });
  const neighbour = rest[Math.min(index, rest.length - 1)] ?? rest[0];
  return { ...state, tabs: rest, active: state.active === id ? (neighbour?.id ?? '') : state.active };
}

function restored({ next }: BrowserTabs, addresses: readonly string[], active: number): BrowserTabs {
  if (addresses.length === 0) return ONE_TAB;
  const tabs = addresses.map((typed, index) => tabOf(next + index, { ...BLANK, typed }));
  return { tabs, active: (tabs[active] ?? tabs[0])?.id ?? '', next: next + addresses.length };
}

export const activeTab = ({ tabs, active }: BrowserTabs): BrowserTab =>
  tabs.find(({ id }) => id === active) ?? tabs[0] ?? tabOf(0);

/** What a tab is called: its page's title, its address, or that it is new. */
export const tabName = ({ state }: BrowserTab): string => state.title || state.typed || 'New tab';
