import { useSyncExternalStore } from 'react';
import { useSession, useSettings } from './workbench-context.ts';

/** Whether a media query holds, live. */
export function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (changed) => {
      const list = window.matchMedia(query);
      list.addEventListener('change', changed);
      return () => list.removeEventListener('change', changed);
    },
    () => window.matchMedia(query).matches,
  );
}

/** The theme that shows: the learner's choice, or the system's. */
export function useTheme(): 'light' | 'dark' {
  const chosen = useSettings(({ theme }) => theme);
  const systemDark = useMedia('(prefers-color-scheme: dark)');
  if (chosen !== 'system') return chosen;
  return systemDark ? 'dark' : 'light';
}

/** Whether type is large: the learner's choice, and while somebody presents. */
export function useLargeType(): boolean {
  const chosen = useSettings(({ projector }) => projector);
  const presenting = useSession((session) => session.presenting !== undefined);
  return chosen || presenting;
}
