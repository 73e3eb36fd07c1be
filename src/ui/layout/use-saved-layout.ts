import { useDefaultLayout, type LayoutStorage } from 'react-resizable-panels';

/** The browser's storage, or none where it is forbidden or full: the panels then have their first sizes. */
const STORAGE: LayoutStorage = {
  getItem: (key) => {
    try {
      return window.localStorage.getItem(key);
    } catch {
      return null;
    }
  },
  setItem: (key, value) => {
    try {
      window.localStorage.setItem(key, value);
    } catch {
      // Not kept, then.
    }
  },
};

/** How the learner last divided a group of panels: properties for its `Group`. `panels`: those that are there now, where they differ. */
export function useSavedLayout(name: string, panels?: string[]) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `drydock.${name}`,
    storage: STORAGE,
    ...(panels ? { panelIds: panels } : {}),
    onlySaveAfterUserInteractions: true,
  });
  return { defaultLayout, onLayoutChanged };
}
