import { lazyPart } from '../parts/lazy-part.tsx';

/** Seldom needed, so it comes when a `.dockerignore` is opened. */
export const ContextStrip = lazyPart(async () => ({
  default: (await import('./context-strip.tsx')).ContextStrip,
}));
