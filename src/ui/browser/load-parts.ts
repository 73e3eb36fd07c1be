import { lazyPart } from '../parts/lazy-part.tsx';

/** Loads when the log is first looked at. */
export const RequestTable = lazyPart(async () => ({
  default: (await import('./request-table.tsx')).RequestTable,
}));

/** Loads with the first page that does not come. */
export const FailedPage = lazyPart(async () => ({ default: (await import('./failed-page.tsx')).FailedPage }));
