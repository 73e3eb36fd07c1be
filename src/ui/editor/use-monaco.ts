import { useEffect, useState } from 'react';
import { useMedia } from '../hooks/use-media.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { loadMonaco, type MonacoModule } from './load-monaco.ts';

type Idle = (callback: () => void, options: { timeout: number }) => number;

/** A finger on a small screen: there the browser's own text field, with its own selection and keyboard, serves better. */
const PHONE = '(pointer: coarse) and (max-width: 700px)';

/** Undefined until the editor's code is there, and on phones. Where it did not come, the next document asks again. It is fetched once the first prompt stands, when the browser has nothing better to do. */
export function useMonaco(path: string): MonacoModule | undefined {
  const isPhone = useMedia(PHONE);
  const [module, setModule] = useState<MonacoModule>();
  const prompted = useMirror(({ terminal }) => [...terminal.values()].some(({ atPrompt }) => atPrompt));
  useEffect(() => {
    if (!prompted || module || isPhone) return undefined;
    let wanted = true;
    whenIdle(() => {
      if (!wanted) return;
      loadMonaco().then(
        (loaded) => wanted && setModule(() => loaded),
        () => undefined, // The plain text field goes on working.
      );
    });
    return () => {
      wanted = false;
    };
  }, [prompted, module, isPhone, path]);
  return isPhone ? undefined : module;
}

/** Safari has no idle callback. */
function whenIdle(callback: () => void): void {
  const request = (window as { requestIdleCallback?: Idle }).requestIdleCallback;
  if (request) request(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}
