import { useEffect, useState } from 'react';
import { folderOf, folderText } from '../../state/bring-files.ts';
import type { Workbench } from '../../state/workbench.ts';
import type { TargetFolder } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import type { Given } from './read-given.ts';

/** Files dropped anywhere on the page are taken in: over a terminal into its folder, over a folder of the project into that. While they hover, the page says what becomes of them. */
export function DropZone() {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const [over, setOver] = useState<string>();
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const hover = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const to = targetAt(workbench, event.target);
      setOver(to ? folderText(to) : 'the project');
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(undefined);
    };
    const drop = (event: DragEvent): void => {
      setOver(undefined);
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const given = grab(event.dataTransfer?.items);
      const to = targetAt(workbench, event.target);
      void import('./keep-files.ts').then(({ takeFiles }) => takeFiles(workbench, given, confirm, to));
    };
    const how = { capture: true };
    document.addEventListener('dragover', hover, how);
    document.addEventListener('dragleave', leave, how);
    document.addEventListener('drop', drop, how);
    return () => {
      document.removeEventListener('dragover', hover, how);
      document.removeEventListener('dragleave', leave, how);
      document.removeEventListener('drop', drop, how);
    };
  }, [workbench, confirm]);
  if (over === undefined) return null;
  return (
    <div className="drop-zone">
      <p>
        Drop files and folders to put them into <strong>{over}</strong>; a zip is unpacked there. A sandbox
        file or a lesson pack opens.
      </p>
    </div>
  );
}

/** The folder under the pointer; undefined for the project. */
function targetAt({ session, mirror }: Workbench, target: EventTarget | null): TargetFolder | undefined {
  const found = target instanceof Element && target.closest<HTMLElement>('[data-terminal], [data-folder]');
  if (!found) return undefined;
  const { terminal, folder } = found.dataset;
  if (folder !== undefined) return folderOf({ terminalMachines: {} }, '', folder);
  if (terminal === undefined) return undefined;
  return folderOf(session.getState(), terminal, mirror.getState().terminal.get(terminal)?.cwd);
}

/** What was dropped, in the very moment of the event: later the browser does not give it any more. */
function grab(items: DataTransferItemList | undefined): Given[] {
  return [...(items ?? [])].flatMap((item): Given[] => {
    const entry = item.kind === 'file' ? item.webkitGetAsEntry() : null;
    if (entry?.isDirectory) return [entry as FileSystemDirectoryEntry];
    const file = item.getAsFile();
    return file ? [file] : [];
  });
}
