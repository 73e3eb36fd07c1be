import './keep.css';
import { useEffect, useState } from 'react';
import { openLesson, openShare } from '../../state/open-share.ts';
import { fetchPack, type FoundPack } from '../../state/packs.ts';
import { commandsOf, type Share } from '../../state/share.ts';
import type { Workbench } from '../../state/workbench.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { PackDialog } from '../lesson/pack-dialog.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { showSize } from '../parts/show-amount.ts';

/** What the page's address asks for. */
export interface AskedByLink {
  /** `share=…` */
  readonly fragment: string;
  readonly lesson: string | undefined;
  /** Where a lesson pack lies, from this page on. */
  readonly pack: string | undefined;
  readonly run: readonly string[];
}

type Offer =
  | { readonly kind: 'share'; readonly share: Share; readonly isOnlyRun: boolean }
  | { readonly kind: 'lesson'; readonly id: string; readonly title: string; readonly summary: string }
  | { readonly kind: 'pack'; readonly pack: FoundPack }
  | { readonly kind: 'problem'; readonly text: string };

/** Shows what a link will do, and does nothing before it is asked to. */
export function OpenLinkDialog({ asked, onClose }: { asked: AskedByLink; onClose: () => void }) {
  const workbench = useWorkbench();
  const [offer, setOffer] = useState<Offer>();
  useEffect(() => {
    let isLate = false;
    const show = (found: Offer): void => {
      if (!isLate) setOffer(found);
    };
    readLink(workbench, asked).then(show, (error: unknown) =>
      show({ kind: 'problem', text: error instanceof Error ? error.message : String(error) }),
    );
    return () => {
      isLate = true;
    };
  }, [workbench, asked]);
  const go = (action: () => Promise<unknown>): void => {
    onClose();
    void action().catch((error: unknown) =>
      workbench.notify(error instanceof Error ? error.message : String(error), 'problem'),
    );
  };
  if (!offer) return null;
  if (offer.kind === 'problem')
    return (
      <Dialog title="The link can’t be opened" onClose={onClose} size="small">
        <p>{offer.text}</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Go on without it
          </button>
        </div>
      </Dialog>
    );
  if (offer.kind === 'pack') {
    const first = firstOf(offer.pack, asked.lesson);
    const onKept = first ? () => setOffer({ kind: 'lesson', ...first }) : onClose;
    return <PackDialog pack={offer.pack} onClose={onClose} onKept={onKept} />;
  }
  if (offer.kind === 'lesson')
    return (
      <Dialog title={`Begin the lesson “${offer.title}”?`} onClose={onClose}>
        <p>{offer.summary}</p>
        <p>A lesson begins with a fresh machine: it gets a sandbox of its own, and yours is kept.</p>
        <div className="dialog-actions">
          <button type="button" className="button" onClick={onClose}>
            Not now
          </button>
          <button
            type="button"
            className="button button-primary"
            onClick={() => go(() => openLesson(workbench, offer.id, offer.title))}
          >
            Begin
          </button>
        </div>
      </Dialog>
    );
  const { share, isOnlyRun } = offer;
  return (
    <ShareOffer
      share={share}
      isOnlyRun={isOnlyRun}
      onClose={onClose}
      onOpen={(how) => go(() => openShare(workbench, share, how))}
    />
  );
}

/** The lesson of a pack that a link names by the end of its id, or its first. */
function firstOf({ heads }: FoundPack, lesson: string | undefined): FoundPack['heads'][number] | undefined {
  return heads.find(({ id }) => lesson !== undefined && id.endsWith(`/${lesson}`)) ?? heads[0];
}

interface ShareOfferProps {
  share: Share;
  isOnlyRun: boolean;
  onClose: () => void;
  onOpen: (how: { inNew: boolean; runs: boolean }) => void;
}

function ShareOffer({ share, isOnlyRun, onClose, onOpen }: ShareOfferProps) {
  const { title, files, commands, machines } = share;
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return (
    <Dialog
      title={isOnlyRun ? 'Run the commands of this link?' : `Open “${title || 'a shared sandbox'}”?`}
      onClose={onClose}
    >
      <p>
        {isOnlyRun
          ? 'The link asks to run commands in the simulator. Nothing has run yet.'
          : 'The link holds a sandbox somebody made. It opens beside yours, which is kept. Nothing has run yet.'}
      </p>
      {files.length > 0 && (
        <details className="link-part">
          <summary>
            {files.length === 1 ? '1 file' : `${files.length} files`}, {showSize(bytes)}
          </summary>
          <ul>
            {files.map(({ path }) => (
              <li key={path}>
                <code>{path}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
      {machines > 1 && <p>{machines} machines</p>}
      {commands.length > 0 && (
        <>
          <p>
            {commands.length === 1 ? 'This command' : `These ${commands.length} commands, one after another`}:
          </p>
          <pre className="link-commands" tabIndex={0} aria-label="Commands of the link">
            {commands.map(({ line, machine }) => (machine ? `${machine}: ${line}` : line)).join('\n')}
          </pre>
        </>
      )}
      <div className="dialog-actions">
        <button type="button" className="button" onClick={onClose}>
          Don’t open it
        </button>
        {isOnlyRun && (
          <button type="button" className="button" onClick={() => onOpen({ inNew: false, runs: true })}>
            Run in this sandbox
          </button>
        )}
        {!isOnlyRun && commands.length > 0 && (
          <button type="button" className="button" onClick={() => onOpen({ inNew: true, runs: false })}>
            Only the files
          </button>
        )}
        <button
          type="button"
          className="button button-primary"
          onClick={() => onOpen({ inNew: true, runs: true })}
        >
          {isOnlyRun ? 'Run in a new sandbox' : commands.length > 0 ? 'Open and run' : 'Open'}
        </button>
      </div>
    </Dialog>
  );
}

async function readLink(workbench: Workbench, { fragment, lesson, pack, run }: AskedByLink): Promise<Offer> {
  if (fragment.startsWith('share=')) {
    const share = await (await workbench.loadTransfer()).fromFragment(fragment);
    return { kind: 'share', share, isOnlyRun: false };
  }
  if (pack !== undefined) return { kind: 'pack', pack: await fetchPack(workbench, pack, location.href) };
  if (lesson !== undefined) {
    const head = (await workbench.loadLessons()).find(({ id }) => id === lesson);
    if (!head) return { kind: 'problem', text: 'There is no such lesson here.' };
    return { kind: 'lesson', id: head.id, title: head.title, summary: head.summary };
  }
  const share = { title: 'From a link', files: [], commands: commandsOf(run), machines: 1 };
  return { kind: 'share', share, isOnlyRun: true };
}
