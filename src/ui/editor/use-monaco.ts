import { useEffect, useState } from 'react';
import { useMedia } from '../hooks/use-media.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { loadMonaco, type MonacoModule } from './load-monaco.ts';

type Idle = (callback: () => void, options: { timeout: number }) => number;

/** A finger on a small screen: there the browser's own text field, with its own selection and keyboard, serves better. */
const PHONE = '(pointer: coarse) and (max-width: 700px)';

/** So long after the first prompt it comes by itself: evaluating it takes the page a fifth of a second, and the first seconds belong to the terminal. */
const LATER_MS = 5000;

/**
 * Undefined until the editor's code is there, and on phones. It is fetched when it is `asked` for or another document is opened, else a while after the first
 * prompt, when the browser has nothing better to do, unless that is set to save data. Where it did not come, the next document asks again.
 */
export function useMonaco(path: string, asked: boolean): MonacoModule | undefined {
  const isPhone = useMedia(PHONE);
  const [module, setModule] = useState<MonacoModule>();
  const [first] = useState(path);
  const prompted = useMirror(({ terminal }) => [...terminal.values()].some(({ atPrompt }) => atPrompt));
  const isAsked = asked || path !== first;
  useEffect(() => {
    const isDue = isAsked || (prompted && !savesData());
    if (!isDue || module || isPhone) return undefined;
    let wanted = true;
    const load = (): void => {
      if (!wanted) return;
      loadMonaco().then(
        (loaded) => wanted && setModule(() => loaded),
        () => undefined, // The plain text field goes on working.
      );
    };
    if (isAsked) load();
    const later = isAsked ? undefined : setTimeout(() => whenIdle(load), LATER_MS);
    return () => {
      wanted = false;
      clearTimeout(later);
    };
  }, [prompted, isAsked, module, isPhone, path]);
  return isPhone ? undefined : module;
}

/** What the learner set for all pages; where a browser does not tell, it is not so. */
function savesData(): boolean {
  const { connection } = navigator as { connection?: { saveData?: boolean } };
  return connection?.saveData === true;
}

/** Safari has no idle callback. */
function whenIdle(callback: () => void): void {
  const request = (window as { requestIdleCallback?: Idle }).requestIdleCallback;
  if (request) request(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}
