import type { StepInputs } from '../../../api/build-history-types.ts';
import { sha256Hex } from '../../../lib/sha256.ts';
import { contentHashOf, type CopyItem } from '../plan-copy.ts';

/** A step remembers no more paths than these: a saved world holds the index of every remembered build. */
export const MAX_PATHS = 400;

type FileInputs = Pick<StepInputs, 'files' | 'filesDigest'>;

/** What a step copies or mounts, so that two runs can be compared path by path. */
export function indexFiles(items: readonly CopyItem[]): FileInputs {
  const all = items
    .map(({ entry }): [string, string] => [entry.path, `${entry.mode.toString(8)} ${contentOf(entry)}`])
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    files: Object.fromEntries(all.slice(0, MAX_PATHS)),
    filesDigest: sha256Hex(all.join('\n')).slice(0, 16),
  };
}

function contentOf(entry: CopyItem['entry']): string {
  return entry.type === 'file' ? contentHashOf(entry).slice(0, 16) : (entry.target ?? entry.type);
}
