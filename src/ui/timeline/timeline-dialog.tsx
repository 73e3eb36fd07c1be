import { Pencil } from 'lucide-react';
import { useState } from 'react';
import { RefusedError } from '../../state/connection.ts';
import { differenceText } from '../../state/travel-words.ts';
import type { PointRecord } from '../../world/mirror.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { IconButton } from '../parts/icon-button.tsx';
import { useTravel } from './use-travel.ts';

/** Changes of a point that are told; the rest is counted. */
const TOLD = 3;

/** Every point the learner can go to, the newest first. */
export function TimelineDialog({ onClose }: { onClose: () => void }) {
  const records = useMirror(({ point }) => point);
  const travel = useTravel();
  const points = sortPoints([...records.values()]);
  const start = points.at(-1);
  const go = (id: number): void => {
    onClose();
    void travel(id);
  };
  return (
    <Dialog title="Timeline" onClose={onClose} size="large">
      <p className="timeline-about">
        Each command and each saved file is a point. Going to one restores the whole machine: files, images,
        containers, networks, volumes and the swarm. Running programs can’t be wound back: containers that ran
        then start again from their commands, and terminals get new shells in their folders. Points are kept
        until the page is reloaded.
      </p>
      <ol className="timeline" reversed aria-label="Points, the newest first">
        {points.map((point) => (
          <Point key={point.id} point={point} onGo={() => go(point.id)} />
        ))}
      </ol>
      {start && start.place !== 'current' && (
        <div className="dialog-actions">
          <button type="button" className="button" onClick={() => go(start.id)}>
            Back to the beginning
          </button>
        </div>
      )}
    </Dialog>
  );
}

function Point({ point, onGo }: { point: PointRecord; onGo: () => void }) {
  const { id, name, label, atMs, place, cause } = point;
  const [naming, setNaming] = useState(false);
  const title = name ?? label;
  return (
    <li className={`point point-${place}`} aria-current={place === 'current' ? 'step' : undefined}>
      <span className="point-dot" aria-hidden="true" />
      <div className="point-text">
        {naming ? (
          <NameField id={id} name={name ?? ''} label={label} onDone={() => setNaming(false)} />
        ) : (
          <p className={name !== undefined || cause !== 'command' ? 'point-title' : 'point-title mono-name'}>
            {title}
          </p>
        )}
        {name !== undefined && cause !== 'start' && <p className="point-command mono-name">{label}</p>}
        <p className="soft">
          {placeText(point)}
          {changesText(point)}
        </p>
      </div>
      <time className="soft point-time" dateTime={new Date(atMs).toISOString()}>
        {new Date(atMs).toLocaleTimeString()}
      </time>
      <IconButton label={`Name the point “${title}”`} size="small" onClick={() => setNaming(!naming)}>
        <Pencil size={14} />
      </IconButton>
      <button
        type="button"
        className="button point-go"
        disabled={place === 'current'}
        aria-label={place === 'current' ? undefined : `Go to “${title}”`}
        onClick={onGo}
      >
        {place === 'current' ? 'Now' : 'Go here'}
      </button>
    </li>
  );
}

function NameField({
  id,
  name,
  label,
  onDone,
}: {
  id: number;
  name: string;
  label: string;
  onDone: () => void;
}) {
  const workbench = useWorkbench();
  const [text, setText] = useState(name);
  const save = (): void => {
    onDone();
    workbench.connection.query('namePoint', { id, name: text }).catch((error: unknown) => {
      if (!(error instanceof RefusedError)) throw error;
      workbench.notify(error.message, 'problem');
    });
  };
  return (
    <form
      className="point-name"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <input
        autoFocus
        className="text-field"
        value={text}
        maxLength={60}
        aria-label={`Name of the point “${label}”`}
        placeholder="A name for this point"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone();
        }}
      />
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}

/** The newest first; what can be redone stands above where the machine is. */
export function sortPoints(points: readonly PointRecord[]): PointRecord[] {
  return points.toSorted((a, b) => b.order - a.order);
}

function placeText({ place }: PointRecord): string {
  if (place === 'ahead') return 'Undone. ';
  return place === 'aside' ? 'Left aside. ' : '';
}

function changesText({ changes, changeCount, cause }: PointRecord): string {
  if (cause === 'start') return 'Where this timeline begins.';
  if (changeCount === 0) return 'Changed nothing.';
  const told = changes.slice(0, TOLD).map(differenceText).join('; ');
  const more = changeCount - Math.min(TOLD, changes.length);
  return more > 0 ? `${told}; and ${more} more.` : `${told}.`;
}
