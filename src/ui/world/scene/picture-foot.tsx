import { Maximize, Minus, Plus } from 'lucide-react';
import { IconButton } from '../../parts/icon-button.tsx';
import { useMirror } from '../../hooks/workbench-context.ts';
import { CommandButtons } from '../command-buttons.tsx';
import { MachineCount } from '../machine-section.tsx';
import type { Zooming } from './use-sheet.ts';

const FIRST_CONTAINER = 'docker run -d -p 8080:80 nginx:alpine';

/** Beneath the picture: a first thing to do, how many machines there are, and how close one looks. */
export function PictureFoot({ zooming, isGhost }: { zooming: Zooming; isGhost: boolean }) {
  const machines = useMirror((mirror) => mirror.machine.size);
  const isLoose = useMirror(({ machine }) => [...machine.values()].every(({ nodeId }) => nodeId === ''));
  const first = isGhost ? FIRST_CONTAINER : machines > 1 && isLoose ? 'docker swarm init' : undefined;
  const { zoom, isMost, closer, further, fit } = zooming;
  return (
    <>
      {first && (
        <div className="picture-first">
          <CommandButtons of="what comes first" commands={[{ label: first, command: first }]} />
        </div>
      )}
      <div className="picture-foot">
        <MachineCount count={machines} />
        <div className="picture-zoom" role="group" aria-label="How close">
          <IconButton size="small" label="Look from further away" disabled={zoom <= 1} onClick={further}>
            <Minus size={15} />
          </IconButton>
          <IconButton size="small" label="Fit all into view" disabled={zoom === 1} onClick={fit}>
            <Maximize size={14} />
          </IconButton>
          <IconButton size="small" label="Look closer" disabled={isMost} onClick={closer}>
            <Plus size={15} />
          </IconButton>
        </div>
      </div>
    </>
  );
}
