import type { LoadedProgram } from './exec-format.ts';
import type { ProcessEntry } from './process-entry.ts';

/** A set-user-ID or set-group-ID file runs with its owner's rights; a script does not. */
export function takeOwner(entry: ProcessEntry, { path, isScript }: LoadedProgram): void {
  const stat = entry.view.stat(path);
  if (isScript || !(stat.mode & 0o6000)) return;
  if (stat.mode & 0o4000) entry.uid = stat.uid;
  if (stat.mode & 0o2000) entry.gid = stat.gid;
}
