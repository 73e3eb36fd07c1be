import { useEffect, useState } from 'react';
import { useMirror } from '../hooks/workbench-context.ts';
import { loadMonaco, type MonacoModule } from './load-monaco.ts';

type Idle = (callback: () => void, options: { timeout: number }) => number;

/** Undefined until the editor's code is there. It is fetched once the first prompt stands, when the browser has nothing better to do. */
export function useMonaco(): MonacoModule | undefined {
  const [module, setModule] = useState<MonacoModule>();
  const prompted = useMirror(({ terminal }) => [...terminal.values()].some(({ atPrompt }) => atPrompt));
  useEffect(() => {
    if (!prompted || module) return undefined;
    let wanted = true;
    whenIdle(() => {
      if (!wanted) return;
      loadMonaco().then(
        (loaded) => wanted && setModule(() => loaded),
        () => undefined, // The plain text field goes on working; the next document tries again.
      );
    });
    return () => {
      wanted = false;
    };
  }, [prompted, module]);
  return module;
}

/** Safari has no idle callback. */
function whenIdle(callback: () => void): void {
  const request = (window as { requestIdleCallback?: Idle }).requestIdleCallback;
  if (request) request(callback, { timeout: 3000 });
  else setTimeout(callback, 500);
}
