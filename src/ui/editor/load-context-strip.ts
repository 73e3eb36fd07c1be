import { lazy } from 'react';

/** Seldom needed, so it comes when a `.dockerignore` is opened. */
export const ContextStrip = lazy(async () => ({
  default: (await import('./context-strip.tsx')).ContextStrip,
}));
