import './palette.css';
import { useId, useState, type KeyboardEvent } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { findEntries, type PaletteEntry } from './find-entries.ts';
import { useEntries, type PaletteDialogs } from './use-entries.ts';

/** Everything the page can do, found by typing. Arrow keys choose, Enter does it. */
export function CommandPalette({ onClose, ...dialogs }: PaletteDialogs & { onClose: () => void }) {
  const list = useId();
  const [query, setQuery] = useState('');
  const [chosen, setChosen] = useState(0);
  const entries = findEntries(useEntries(dialogs), query);
  const at = Math.min(chosen, entries.length - 1);
  const run = (entry: PaletteEntry | undefined): void => {
    if (!entry) return;
    onClose();
    // Once the dialog is gone: it gives the focus back, and the entry may move it.
    setTimeout(entry.run);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) setChosen((at + step + entries.length) % Math.max(entries.length, 1));
    else if (event.key === 'Enter') run(entries[at]);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog title="What would you like to do?" onClose={onClose}>
      <input
        type="text"
        role="combobox"
        data-autofocus
        className="palette-field"
        aria-label="Search what the page can do"
        aria-expanded="true"
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={entries[at] && `${list}-${at}`}
        placeholder="A command, a file, a lesson, a setting …"
        autoComplete="off"
        spellCheck={false}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={list} role="listbox" aria-label="What the page can do" className="palette-list">
        {entries.map((entry, index) => (
          <PaletteRow
            key={entry.id}
            id={`${list}-${index}`}
            entry={entry}
            isChosen={index === at}
            heading={entries[index - 1]?.group === entry.group ? undefined : entry.group}
            onRun={() => run(entry)}
          />
        ))}
      </div>
      {entries.length === 0 && (
        <p className="soft" role="status">
          Nothing here has these words. Try a single one, such as “terminal”.
        </p>
      )}
    </Dialog>
  );
}

interface PaletteRowProps {
  id: string;
  entry: PaletteEntry;
  isChosen: boolean;
  /** Shown on the first of a group. */
  heading: string | undefined;
  onRun: () => void;
}

function PaletteRow({ id, entry, isChosen, heading, onRun }: PaletteRowProps) {
  return (
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      className="palette-row"
      ref={isChosen ? intoView : undefined}
      onClick={onRun}
    >
      <span className={entry.group === 'Type a command' ? 'palette-command' : undefined}>{entry.title}</span>
      <span className="palette-side">{entry.keys ? <kbd>{entry.keys}</kbd> : heading}</span>
    </div>
  );
}

const intoView = (row: HTMLElement | null): void => row?.scrollIntoView({ block: 'nearest' });
