import { useEffect, useState } from 'react';
import { debounce } from '../../state/debounce.ts';
import type { FileNode } from '../../world/queries/queries.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';

export type Folders = ReadonlyMap<string, readonly FileNode[]>;

/** What is in these folders of the machine, read again whenever a file under the project changed. Folders that are gone are left out. */
export function useFolders(paths: readonly string[]): Folders {
  const { connection, mirror } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const epoch = useSession((session) => session.epoch);
  const [folders, setFolders] = useState<Folders>(new Map());
  const wanted = paths.join('\n');
  useEffect(() => {
    if (!ready) return undefined;
    const cancel = new AbortController();
    const read = async (): Promise<void> => {
      const reads = wanted.split('\n').map(async (path): Promise<[string, FileNode[]] | undefined> => {
        const nodes = await connection
          .query('readFolder', { place: 'machine', path }, cancel.signal)
          .catch(() => undefined);
        return nodes && [path, nodes];
      });
      const found = await Promise.all(reads);
      if (!cancel.signal.aborted) setFolders(new Map(found.filter((entry) => entry !== undefined)));
    };
    void read();
    const again = debounce(() => void read(), 50, 250);
    const end = mirror.subscribe((now, before) => {
      if (now.file !== before.file) again();
    });
    return () => {
      end();
      cancel.abort();
    };
  }, [connection, mirror, ready, epoch, wanted]);
  return folders;
}
