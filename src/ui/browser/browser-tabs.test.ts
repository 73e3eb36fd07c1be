import { describe, expect, it } from 'vitest';
import { activeTab, changeTabs, ONE_TAB, tabName, type TabsAction } from './browser-tabs.ts';

const after = (...actions: TabsAction[]) => actions.reduce(changeTabs, ONE_TAB);
const ids = (state: ReturnType<typeof after>) => state.tabs.map(({ id }) => id);
const go = (typed: string, tab?: string): TabsAction => ({
  type: 'in',
  ...(tab ? { tab } : {}),
  action: { type: 'go', typed },
});

describe('changeTabs', () => {
  it('opens tabs and goes in the active one', () => {
    const state = after(go('4000'), { type: 'open' }, go('5000'));
    expect(state.tabs.map(tabName)).toEqual(['localhost:4000', 'localhost:5000']);
    expect(activeTab(state).id).toBe('page-2');
    expect(tabName(activeTab(after({ type: 'open' })))).toBe('New tab');
  });

  it('shows the neighbour of one that is closed, and is never empty', () => {
    const three = after({ type: 'open' }, { type: 'open' }, { type: 'select', tab: 'page-2' });
    const two = changeTabs(three, { type: 'close', tab: 'page-2' });
    expect([ids(two), two.active]).toEqual([['page-1', 'page-3'], 'page-3']);
    const one = changeTabs(two, { type: 'close', tab: 'page-3' });
    expect(one.active).toBe('page-1');
    const fresh = changeTabs(one, { type: 'close', tab: 'page-1' });
    expect([ids(fresh), fresh.active]).toEqual([['page-4'], 'page-4']);
  });

  it('puts kept addresses into their bars', () => {
    const state = after({ type: 'restore', addresses: ['localhost:1', 'localhost:2/a'], active: 1 });
    expect(state.tabs.map(({ state: { typed, phase } }) => [typed, phase])).toEqual([
      ['localhost:1', 'blank'],
      ['localhost:2/a', 'blank'],
    ]);
    expect(activeTab(state).state.typed).toBe('localhost:2/a');
    expect(after({ type: 'restore', addresses: [], active: 0 })).toEqual(ONE_TAB);
  });
});
