import { lazy } from 'react';

/** Loads when the log is first looked at. */
export const RequestTable = lazy(async () => ({
  default: (await import('./request-table.tsx')).RequestTable,
}));
