export interface Debounced {
  (): void;
  /** Does at once what is waiting, if anything is. */
  flush(): void;
}

/** `action` once things are quiet for `quietMs`, but never later than `latestMs` after the first call. */
export function debounce(action: () => void, quietMs: number, latestMs: number): Debounced {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let firstMs = 0;
  const run = (): void => {
    clearTimeout(timer);
    timer = undefined;
    action();
  };
  const call = (): void => {
    const now = performance.now();
    if (timer === undefined) firstMs = now;
    clearTimeout(timer);
    timer = setTimeout(run, Math.max(0, Math.min(quietMs, firstMs + latestMs - now)));
  };
  return Object.assign(call, {
    flush: () => {
      if (timer !== undefined) run();
    },
  });
}
