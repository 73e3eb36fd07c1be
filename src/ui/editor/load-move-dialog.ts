import { lazyPart } from '../parts/lazy-part.tsx';

/** Loads when something is moved. */
export const MoveDialog = lazyPart(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }));
