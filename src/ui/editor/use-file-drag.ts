import { useState, type DragEvent } from 'react';
import { renameFile } from '../../state/files.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { moveTarget } from './move-target.ts';

const TYPE = 'application/x-drydock-path';

/** Lets a row of the file tree be dragged. */
export const draggedAs = (path: string) => ({
  draggable: true,
  onDragStart: (event: DragEvent) => {
    event.dataTransfer.setData(TYPE, path);
    event.dataTransfer.effectAllowed = 'move';
  },
});

/** Lets files be dropped into a folder. `isOver`: one would fall there. */
export function useDrop(folder: string) {
  const workbench = useWorkbench();
  const [isOver, setOver] = useState(false);
  const allow = (event: DragEvent): void => {
    if (!event.dataTransfer.types.includes(TYPE)) return;
    event.preventDefault();
    event.stopPropagation();
    setOver(true);
  };
  const drop = (event: DragEvent): void => {
    setOver(false);
    const path = event.dataTransfer.getData(TYPE);
    if (path === '') return;
    event.preventDefault();
    event.stopPropagation();
    const to = moveTarget(path, folder);
    if (to !== undefined) void renameFile(workbench, path, to);
  };
  return {
    isOver,
    handlers: { onDragOver: allow, onDragLeave: () => setOver(false), onDrop: drop },
  };
}
