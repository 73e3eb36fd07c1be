import { baseName } from '../../kernel/files/path.ts';
import type { Queries, QueryName } from '../queries/queries.ts';

/** What a step is called that the page's editor and file tree make; undefined for queries that change nothing of the learner's. */
export function editLabel<Q extends QueryName>(
  query: Q,
  parameters: Queries[Q]['parameters'],
): string | undefined {
  const { path = '', from = '', to = '' } = parameters as { path?: string; from?: string; to?: string };
  switch (query) {
    case 'writeFile':
      return `Save ${baseName(path)}`;
    case 'deleteFile':
      return `Delete ${baseName(path)}`;
    case 'renameFile':
      return `Rename ${baseName(from)} to ${baseName(to)}`;
    case 'createFolder':
      return `New folder ${baseName(path)}`;
    default:
      return undefined;
  }
}
