import '../keep/keep.css';
import { useRef } from 'react';
import { isLeftOut } from '../../state/bring-files.ts';
import { offerPack, packOf, readZip, removePack } from '../../state/packs.ts';
import { formatProgress, MOST_PROGRESS_BYTES, takeProgress, TOO_LARGE } from '../../state/progress-file.ts';
import type { ProjectFile } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { download } from '../keep/download.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useLessonHeads } from './use-lesson.ts';

/** Lessons of others, and what was done so far as a file. */
export function PacksDialog({ onClose }: { onClose: () => void }) {
  const workbench = useWorkbench();
  const act = (action: () => Promise<unknown>): void =>
    void action().catch((wrong: unknown) =>
      workbench.notify(wrong instanceof Error ? wrong.message : String(wrong), 'problem'),
    );
  const offer = (files: readonly File[], read: () => Promise<void>): void => {
    if (files.length === 0) return;
    onClose();
    act(read);
  };
  return (
    <Dialog title="Lesson packs and your progress" onClose={onClose}>
      <h3>Lesson packs</h3>
      <p>
        A pack holds lessons that somebody else wrote, such as your teacher. Before it is added you see what
        is in it. You can also drop it on the page.
      </p>
      <PackList />
      <p className="pack-actions">
        <FilePicker
          label="Add a pack from a zip…"
          accept=".zip"
          onFiles={(files) =>
            offer(files, async () => {
              const bytes = new Uint8Array((await files[0]?.arrayBuffer()) ?? []);
              const offeredPack = await readZip(workbench, files[0]?.name ?? '', bytes);
              workbench.session.setState({ offeredPack });
            })
          }
        />
        <FilePicker
          label="Add a pack from a folder…"
          isFolder
          onFiles={(files) =>
            offer(files, async () => offerPack(workbench, folderOf(files), await readPicked(files)))
          }
        />
      </p>
      <h3>Your progress</h3>
      <p>It is kept in this browser. As a file it goes to another one, where it is added to what is there.</p>
      <p className="pack-actions">
        <button
          type="button"
          className="button"
          onClick={() =>
            download(new Blob([formatProgress(workbench.lessonMarks.getState())]), 'drydock-progress.json')
          }
        >
          Save my progress as a file
        </button>
        <FilePicker
          label="Add progress from a file…"
          accept=".json"
          onFiles={(files) =>
            act(async () => {
              const [file] = files;
              if (!file) return;
              if (file.size > MOST_PROGRESS_BYTES) throw new Error(TOO_LARGE);
              if (!takeProgress(workbench, await file.text()))
                throw new Error('This file holds no progress in lessons.');
            })
          }
        />
      </p>
    </Dialog>
  );
}

/** The packs that are here, each with a button to remove it. */
function PackList() {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const packs = new Map<string, string[]>();
  for (const { id, title } of useLessonHeads() ?? []) {
    const pack = packOf(id);
    if (pack !== undefined) packs.set(pack, [...(packs.get(pack) ?? []), title]);
  }
  if (packs.size === 0) return null;
  const remove = async (id: string, titles: readonly string[]): Promise<void> => {
    const question = {
      title: 'Remove this pack?',
      text: 'Its lessons are no longer in the list. Your progress in them is kept.',
      list: titles,
      action: 'Remove it',
    };
    if (await confirm(question)) await removePack(workbench, id);
  };
  return (
    <ul className="pack-list">
      {[...packs].map(([id, titles]) => (
        <li key={id}>
          <span>
            <strong>{id.slice('pack:'.length)}</strong> <span className="soft">{titles.join(', ')}</span>
          </span>
          <button type="button" className="button" onClick={() => void remove(id, titles)}>
            Remove<span className="visually-hidden"> {id.slice('pack:'.length)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

interface FilePickerProps {
  label: string;
  accept?: string;
  isFolder?: boolean;
  onFiles: (files: readonly File[]) => void;
}

function FilePicker({ label, accept, isFolder, onFiles }: FilePickerProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" className="button" onClick={() => input.current?.click()}>
        {label}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        {...(isFolder ? { webkitdirectory: '' } : {})}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          onFiles(files);
        }}
      />
    </>
  );
}

const folderOf = (files: readonly File[]): string => files[0]?.webkitRelativePath.split('/')[0] ?? '';

const MOST_BYTES = 16 * 1024 * 1024;

/** By their paths in the folder that was picked. @throws Error with words for the learner */
async function readPicked(files: readonly File[]): Promise<ProjectFile[]> {
  const wanted = files.filter(({ webkitRelativePath }) => !isLeftOut(webkitRelativePath));
  if (wanted.reduce((sum, { size }) => sum + size, 0) > MOST_BYTES)
    throw new Error('The folder holds too much: over 16 MB.');
  return Promise.all(
    wanted.map(async (file) => ({
      path: file.webkitRelativePath.split('/').slice(1).join('/'),
      bytes: new Uint8Array(await file.arrayBuffer()),
    })),
  );
}
