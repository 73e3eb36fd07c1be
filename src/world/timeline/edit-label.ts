import { baseName } from '../../kernel/files/path.ts';
import type { ToWorld } from '../protocol.ts';

/** What the page's editor and file tree ask for. */
export type Edit = Extract<
  ToWorld,
  { kind: 'query'; query: 'writeFile' | 'deleteFile' | 'renameFile' | 'createFolder' | 'putFiles' }
>;

/** What its step is called. */
export function editLabel({ query, parameters }: Edit): string {
  switch (query) {
    case 'writeFile':
      return `Save ${baseName(parameters.path)}`;
    case 'deleteFile':
      return `Delete ${baseName(parameters.path)}`;
    case 'renameFile':
      return `Rename ${baseName(parameters.from)} to ${baseName(parameters.to)}`;
    case 'createFolder':
      return `New folder ${baseName(parameters.path)}`;
    case 'putFiles':
      return parameters.label;
  }
}
