import { useEffect, useState } from 'react';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';

/** Files dropped anywhere on the page are taken in. While they hover, the page says what becomes of them. */
export function DropZone() {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const [isOver, setOver] = useState(false);
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const over = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent): void => {
      setOver(false);
      if (!hasFiles(event)) return;
      event.preventDefault();
      event.stopPropagation();
      const files = [...(event.dataTransfer?.files ?? [])];
      // Known only as long as this event lasts.
      const entry = event.dataTransfer?.items[0]?.webkitGetAsEntry?.();
      const folder = entry?.isDirectory ? entry : undefined;
      void import('./keep-files.ts').then(({ takeFiles }) => takeFiles(workbench, files, confirm, folder));
    };
    const how = { capture: true };
    document.addEventListener('dragover', over, how);
    document.addEventListener('dragleave', leave, how);
    document.addEventListener('drop', drop, how);
    return () => {
      document.removeEventListener('dragover', over, how);
      document.removeEventListener('dragleave', leave, how);
      document.removeEventListener('drop', drop, how);
    };
  }, [workbench, confirm]);
  if (!isOver) return null;
  return (
    <div className="drop-zone">
      <p>
        Drop a sandbox file or a lesson pack to open it, or a zip or other files to put them into the project.
      </p>
    </div>
  );
}
