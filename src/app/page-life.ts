import type { Workbench } from '../state/workbench.ts';

/** Saves when the page is hidden or left: a browser gives no later moment. */
export function keepBeforeLeaving(workbench: Workbench): void {
  const save = (): void => {
    void workbench.save();
  };
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') save();
  });
  window.addEventListener('pagehide', save);
}

/** A browser may forbid even to look at its storage. */
export function storageIfAllowed(name: 'localStorage' | 'sessionStorage'): globalThis.Storage | undefined {
  try {
    return window[name];
  } catch {
    return undefined;
  }
}
