import { lazy } from 'react';

/** Loads when something is moved. */
export const MoveDialog = lazy(async () => ({ default: (await import('./move-dialog.tsx')).MoveDialog }));
