import './keep.css';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { SandboxEntry, StorageUse } from '../../state/sandboxes.ts';
import {
  copySandbox,
  deleteSandbox,
  openNewSandbox,
  openSandbox,
  renameSandbox,
} from '../../state/switch-sandbox.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { showSize } from '../parts/show-amount.ts';
import { downloadSandbox, takeFiles } from './keep-files.ts';
import { SandboxRow } from './sandbox-row.tsx';

/** Every sandbox of this browser, and what can be done with them. */
export function SandboxesDialog({ onClose }: { onClose: () => void }) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const current = useStore(workbench.sandboxes, ({ current: now }) => now);
  const { entries, sizes, use, again } = useShelf();
  const [isBusy, setBusy] = useState(false);
  const picker = useRef<HTMLInputElement>(null);

  /** What goes wrong is told beside the work; the list is read again. */
  const act = async (action: () => Promise<unknown>): Promise<void> => {
    setBusy(true);
    try {
      await action();
      again();
    } catch (error) {
      workbench.notify(error instanceof Error ? error.message : String(error), 'problem');
    } finally {
      setBusy(false);
    }
  };
  const leaveFor = (action: () => Promise<unknown>): Promise<void> =>
    act(async () => {
      if ((await action()) !== false) onClose();
    });
  const remove = async (entry: SandboxEntry): Promise<void> => {
    const question = {
      title: `Delete “${entry.name}”?`,
      text: 'Its machine, its files and all that is in it are gone for good: no undo brings it back. Download it first if you may want it again.',
      action: 'Delete it',
    };
    if (await confirm(question)) await act(() => deleteSandbox(workbench, entry));
  };
  return (
    <Dialog title="Sandboxes" onClose={onClose} size="large">
      <p className="keep-about">
        Each sandbox is a world of its own, kept in this browser only: machines, files, images and containers.
        All you do is saved as you go.
      </p>
      <ul className="sandboxes" aria-label="Sandboxes">
        {entries.map((entry) => (
          <SandboxRow
            key={entry.id}
            entry={entry}
            isCurrent={entry.id === current.id}
            isBusy={isBusy}
            sizeBytes={sizes.get(entry.id)}
            onOpen={() => void leaveFor(() => openSandbox(workbench, entry))}
            onRename={(name) => void act(() => renameSandbox(workbench, entry, name))}
            onCopy={() => void act(() => copySandbox(workbench, entry))}
            onDownload={() => void act(() => downloadSandbox(workbench, entry))}
            onDelete={() => void remove(entry)}
          />
        ))}
      </ul>
      <StorageNote use={use} />
      <div className="dialog-actions">
        <input
          ref={picker}
          type="file"
          accept=".drydock"
          hidden
          aria-label="Sandbox file"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void leaveFor(() => takeFiles(workbench, files, confirm));
          }}
        />
        <button type="button" className="button" disabled={isBusy} onClick={() => picker.current?.click()}>
          Open a sandbox file…
        </button>
        <button
          type="button"
          className="button button-primary"
          disabled={isBusy}
          onClick={() => void leaveFor(() => openNewSandbox(workbench, 'My sandbox'))}
        >
          New sandbox
        </button>
      </div>
    </Dialog>
  );
}

/** What is on the shelf. Sizes are counted one after another, as they take a moment. */
function useShelf() {
  const { loadShelf, notify } = useShelfOf();
  const [entries, setEntries] = useState<readonly SandboxEntry[]>([]);
  const [sizes, setSizes] = useState<ReadonlyMap<string, number>>(new Map());
  const [use, setUse] = useState<StorageUse>();
  const [reads, setReads] = useState(0);
  useEffect(() => {
    let isLate = false;
    const read = async (): Promise<void> => {
      const shelf = await loadShelf();
      const list = await shelf.list();
      if (isLate) return;
      setEntries(list);
      setUse(await shelf.storageUse());
      for (const { id } of list) {
        const size = await shelf.sizeOf(id);
        if (isLate) return;
        setSizes((before) => new Map(before).set(id, size));
      }
    };
    read().catch((error: unknown) => notify(String(error)));
    return () => {
      isLate = true;
    };
  }, [loadShelf, notify, reads]);
  return { entries, sizes, use, again: () => setReads((count) => count + 1) };
}

function useShelfOf() {
  const workbench = useWorkbench();
  const loadShelf = useCallback(() => workbench.loadShelf(), [workbench]);
  const notify = useCallback(
    (text: string) => workbench.notify(`The list of sandboxes can’t be read: ${text}`, 'problem'),
    [workbench],
  );
  return { loadShelf, notify };
}

function StorageNote({ use }: { use: StorageUse | undefined }) {
  if (!use) return null;
  const { usageBytes, quotaBytes, isKept } = use;
  return (
    <p className="storage-note soft">
      <meter
        min={0}
        max={quotaBytes}
        high={quotaBytes * 0.8}
        value={usageBytes}
        aria-label="Storage of this browser used by Drydock"
      />
      <span>
        Drydock uses {showSize(usageBytes)} of the {showSize(quotaBytes)} this browser allows.{' '}
        {isKept
          ? 'The browser keeps it until you delete it.'
          : 'The browser may clear it when the disk is nearly full: download what you want to be sure of.'}
      </span>
    </p>
  );
}
