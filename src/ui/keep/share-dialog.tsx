import './keep.css';
import { useEffect, useRef, useState } from 'react';
import type { SharedCommand } from '../../state/share.ts';
import type { Queries } from '../../world/queries/queries.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { useConfirm } from '../parts/confirm.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { showSize } from '../parts/show-amount.ts';
import { downloadProject, downloadSandbox, takeFiles } from './keep-files.ts';

type Project = Queries['project']['answer'];

/** Longer links are cut by some of what passes them on. */
const LONG = 8000;

/** What can be given away: a link, the project as a zip, the sandbox as a file; and taken in. */
export function ShareDialog({ onClose }: { onClose: () => void }) {
  const workbench = useWorkbench();
  const confirm = useConfirm();
  const { project, error } = useProject();
  const picker = useRef<HTMLInputElement>(null);
  const act = (action: () => Promise<unknown>): void =>
    void action().catch((wrong: unknown) =>
      workbench.notify(wrong instanceof Error ? wrong.message : String(wrong), 'problem'),
    );
  return (
    <Dialog title="Share, export and import" onClose={onClose} size="large">
      <h3>A link</h3>
      {project && <LinkMaker project={project} />}
      {error !== undefined && <p className="soft">{error}</p>}
      <h3>Files</h3>
      <div className="share-files">
        <button type="button" className="button" onClick={() => act(() => downloadProject(workbench))}>
          Download the project as a zip
        </button>
        <p className="soft">With your commands as session.sh, to run it with a real Docker.</p>
        <button
          type="button"
          className="button"
          onClick={() => act(() => downloadSandbox(workbench, workbench.sandboxes.getState().current))}
        >
          Download the whole sandbox
        </button>
        <p className="soft">Images, containers, volumes and all: it opens in any Drydock as it is now.</p>
        <button type="button" className="button" onClick={() => picker.current?.click()}>
          Open or import files…
        </button>
        <p className="soft">
          A sandbox file, a zip of a project, a Dockerfile or anything else. You can also drop files on the
          page.
        </p>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          aria-label="Files to import"
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = '';
            void takeFiles(workbench, files, confirm).then((isDone) => isDone && onClose());
          }}
        />
      </div>
    </Dialog>
  );
}

function useProject(): { project?: Project; error?: string } {
  const { connection } = useWorkbench();
  const [found, setFound] = useState<{ project?: Project; error?: string }>({});
  useEffect(() => {
    const cancel = new AbortController();
    connection.query('project', {}, cancel.signal).then(
      (project) => setFound({ project }),
      (error: unknown) => {
        if (!cancel.signal.aborted)
          setFound({ error: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => cancel.abort();
  }, [connection]);
  return found;
}

/** Chooses the commands that go along; the link is made anew with each change. */
function LinkMaker({ project }: { project: Project }) {
  const workbench = useWorkbench();
  const points = useMirror(({ point }) => point);
  const [left, setLeft] = useState<ReadonlySet<number>>(() => idleLines(project, [...points.values()]));
  const commands = project.journal.filter((_, index) => !left.has(index));
  const { link, problem } = useLink(project, commands);
  const toggle = (index: number): void =>
    setLeft((before) => {
      const now = new Set(before);
      if (!now.delete(index)) now.add(index);
      return now;
    });
  const copy = async (): Promise<void> => {
    await navigator.clipboard.writeText(link ?? '');
    workbench.notify('The link is copied.');
  };
  return (
    <>
      <p className="keep-about">
        It carries the {project.files.length} files of the project and the commands below, all inside of the
        link: nothing is uploaded. Whoever opens it sees what it will do and is asked first.
      </p>
      {project.journal.length > 0 && (
        <fieldset className="share-commands">
          <legend>Commands to run after the files are there</legend>
          {project.journal.map(({ line, machine }, index) => (
            <label key={index}>
              <input type="checkbox" checked={!left.has(index)} onChange={() => toggle(index)} />
              <code>{machine ? `${machine}: ${line}` : line}</code>
            </label>
          ))}
        </fieldset>
      )}
      {problem !== undefined && (
        <p className="share-problem" role="alert">
          {problem}
        </p>
      )}
      <div className="share-link">
        <input
          readOnly
          className="text-field"
          aria-label="Link"
          value={link ?? ''}
          onFocus={(event) => event.target.select()}
        />
        <button
          type="button"
          className="button button-primary"
          disabled={link === undefined}
          onClick={() => void copy()}
        >
          Copy the link
        </button>
      </div>
      {link !== undefined && link.length > LONG && (
        <p className="soft">
          The link is long ({showSize(link.length)}): some mail and chat programs cut it. A sandbox file is
          safer.
        </p>
      )}
    </>
  );
}

/** Lines that only looked around, as far as the timeline knows: they are not needed to get here. */
function idleLines(
  { journal }: Project,
  points: readonly { label: string; changeCount: number; cause: string }[],
): Set<number> {
  const idle = new Set(
    points.flatMap(({ label, changeCount, cause }) =>
      cause === 'command' && changeCount === 0 ? [label.trim()] : [],
    ),
  );
  return new Set(journal.flatMap(({ line }, index) => (idle.has(line) ? [index] : [])));
}

function useLink(project: Project, commands: readonly SharedCommand[]): { link?: string; problem?: string } {
  const workbench = useWorkbench();
  const [made, setMade] = useState<{ link?: string; problem?: string }>({});
  const key = JSON.stringify(commands);
  useEffect(() => {
    let isLate = false;
    const { files, machines } = project;
    const share = {
      title: workbench.sandboxes.getState().current.name,
      files,
      commands: JSON.parse(key) as SharedCommand[],
      machines,
    };
    const make = async (): Promise<string> => (await workbench.loadTransfer()).toFragment(share);
    make().then(
      (fragment) => {
        if (!isLate) setMade({ link: `${location.origin}${location.pathname}#${fragment}` });
      },
      (error: unknown) => {
        if (!isLate) setMade({ problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => {
      isLate = true;
    };
  }, [workbench, project, key]);
  return made;
}
