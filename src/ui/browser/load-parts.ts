import { lazy } from 'react';

/** Loads when the log is first looked at. */
export const RequestTable = lazy(async () => ({
  default: (await import('./request-table.tsx')).RequestTable,
}));

/** Loads with the first page that does not come. */
export const FailedPage = lazy(async () => ({ default: (await import('./failed-page.tsx')).FailedPage }));
