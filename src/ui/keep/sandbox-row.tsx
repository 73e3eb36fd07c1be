import { Copy, Download, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { SandboxEntry } from '../../state/sandboxes.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { showSize } from '../parts/show-amount.ts';
import { aboutText, dateText } from './about-text.ts';

interface SandboxRowProps {
  entry: SandboxEntry;
  isCurrent: boolean;
  isBusy: boolean;
  sizeBytes: number | undefined;
  onOpen: () => void;
  onRename: (name: string) => void;
  onCopy: () => void;
  onDownload: () => void;
  onDelete: () => void;
}

export function SandboxRow({ entry, isCurrent, isBusy, sizeBytes, ...on }: SandboxRowProps) {
  const { name, damaged } = entry;
  const [naming, setNaming] = useState(false);
  return (
    <li className={`sandbox${isCurrent ? ' sandbox-current' : ''}`} aria-current={isCurrent || undefined}>
      <div className="sandbox-text">
        {naming ? (
          <NameField
            name={name}
            onDone={(given) => {
              setNaming(false);
              if (given !== undefined) on.onRename(given);
            }}
          />
        ) : (
          <p className="sandbox-name">{name}</p>
        )}
        <p className="soft">{detailsOf(entry, sizeBytes)}</p>
        {damaged !== undefined && <p className="soft sandbox-damaged">{damaged}</p>}
      </div>
      <IconButton label={`Rename “${name}”`} size="small" onClick={() => setNaming(!naming)}>
        <Pencil size={15} />
      </IconButton>
      <IconButton label={`Duplicate “${name}”`} size="small" disabled={isBusy} onClick={on.onCopy}>
        <Copy size={15} />
      </IconButton>
      <IconButton label={`Download “${name}”`} size="small" disabled={isBusy} onClick={on.onDownload}>
        <Download size={15} />
      </IconButton>
      <IconButton label={`Delete “${name}”`} size="small" disabled={isBusy} onClick={on.onDelete}>
        <Trash2 size={15} />
      </IconButton>
      {isCurrent ? (
        <span className="sandbox-open soft">At hand</span>
      ) : (
        <button
          type="button"
          className="button sandbox-open"
          disabled={isBusy}
          aria-label={`Open “${name}”`}
          onClick={on.onOpen}
        >
          Open
        </button>
      )}
    </li>
  );
}

function detailsOf({ about }: SandboxEntry, sizeBytes: number | undefined): string {
  const parts = [
    about ? `saved ${dateText(about.savedMs)}` : 'nothing saved yet',
    ...(about ? [aboutText(about)] : []),
    ...(sizeBytes ? [showSize(sizeBytes)] : []),
  ];
  const text = parts.join(' · ');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function NameField({ name, onDone }: { name: string; onDone: (name: string | undefined) => void }) {
  const [text, setText] = useState(name);
  return (
    <form
      className="sandbox-naming"
      onSubmit={(event) => {
        event.preventDefault();
        onDone(text);
      }}
    >
      <input
        autoFocus
        className="text-field"
        value={text}
        maxLength={60}
        aria-label={`New name of “${name}”`}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          onDone(undefined);
        }}
      />
      <button type="submit" className="button">
        Save
      </button>
    </form>
  );
}
