import '../theme/tokens.css';
import '../theme/base.css';
import './layout.css';
import { Suspense, useEffect, useState } from 'react';
import type { Workbench } from '../../state/workbench.ts';
import { Header } from '../header/header.tsx';
import { DocReader } from '../help/doc-reader.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { useLargeType, useTheme } from '../hooks/use-media.ts';
import { usePageKey } from '../hooks/use-page-key.ts';
import { useSession, useSettings, useWorkbench, WorkbenchContext } from '../hooks/workbench-context.ts';
import { askedByLink } from '../keep/asked-by-link.ts';
import { AskedLink } from '../keep/asked-link.tsx';
import { DropZone } from '../keep/drop-zone.tsx';
import { SandboxBar } from '../keep/sandbox-bar.tsx';
import { ConfirmProvider } from '../parts/confirm.tsx';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { Notices } from '../problem/notices.tsx';
import { ProblemDialog } from '../problem/problem-dialog.tsx';
import { useUndoKeys } from '../timeline/use-travel.ts';
import { useOtherWorldView } from '../world/use-world-view.ts';
import { useTypeNext } from '../presenter/use-type-next.ts';
import { Columns } from './columns.tsx';
import { goTo } from './go-to.ts';
import { lazyPart } from '../parts/lazy-part.tsx';

const LayerExplorer = lazyPart(async () => ({
  default: (await import('../layers/layer-explorer.tsx')).LayerExplorer,
}));
const CommandPalette = lazyPart(async () => ({
  default: (await import('../palette/command-palette.tsx')).CommandPalette,
}));
const SandboxesDialog = lazyPart(async () => ({
  default: (await import('../keep/sandboxes-dialog.tsx')).SandboxesDialog,
}));
const ShareDialog = lazyPart(async () => ({
  default: (await import('../keep/share-dialog.tsx')).ShareDialog,
}));
const PresentDialog = lazyPart(async () => ({
  default: (await import('../presenter/present-dialog.tsx')).PresentDialog,
}));
const PresenterBar = lazyPart(async () => ({
  default: (await import('../presenter/presenter-bar.tsx')).PresenterBar,
}));
const DetailsDialog = lazyPart(async () => ({
  default: (await import('../details/details-dialog.tsx')).DetailsDialog,
}));
const Tour = lazyPart(async () => ({ default: (await import('../tour/tour.tsx')).Tour }));
const AddFilesDialog = lazyPart(async () => ({
  default: (await import('../keep/add-files-dialog.tsx')).AddFilesDialog,
}));
const TimelineDialog = lazyPart(async () => ({
  default: (await import('../timeline/timeline-dialog.tsx')).TimelineDialog,
}));

/** The whole page. */
export function WorkbenchView({ workbench }: { workbench: Workbench }) {
  return (
    <WorkbenchContext value={workbench}>
      <ErrorBoundary name="the page">
        <ConfirmProvider>
          <Page />
        </ConfirmProvider>
      </ErrorBoundary>
    </WorkbenchContext>
  );
}

function Page() {
  const [dialog, setDialog] = useState<
    'help' | 'doc' | 'timeline' | 'palette' | 'present' | 'sandboxes' | 'share'
  >();
  usePageLooks();
  useUndoKeys();
  useHelpKey(() => setDialog('help'));
  usePageKey('palette', () => setDialog('palette'));
  usePageKey('picture', useOtherWorldView());
  return (
    <div className="page">
      <SkipLinks />
      <Header
        onPalette={() => setDialog('palette')}
        onPresent={() => setDialog('present')}
        onHelp={() => setDialog('help')}
        onRead={() => setDialog('doc')}
        onTimeline={() => setDialog('timeline')}
        onSandboxes={() => setDialog('sandboxes')}
        onShare={() => setDialog('share')}
      />
      <SandboxBar onSandboxes={() => setDialog('sandboxes')} />
      <main className="page-main">
        <Columns onRead={() => setDialog('doc')} />
      </main>
      <Presenter />
      <Notices />
      <Problem />
      <DropZone />
      <AskedLink />
      <FirstTour />
      <Explorer />
      <Details />
      <AddFiles />
      {dialog === 'help' && (
        <HelpDialog onClose={() => setDialog(undefined)} onRead={() => setDialog('doc')} />
      )}
      {dialog === 'palette' && (
        <Suspense>
          <CommandPalette
            onClose={() => setDialog(undefined)}
            onHelp={() => setDialog('help')}
            onRead={() => setDialog('doc')}
            onTimeline={() => setDialog('timeline')}
            onPresent={() => setDialog('present')}
            onSandboxes={() => setDialog('sandboxes')}
            onShare={() => setDialog('share')}
          />
        </Suspense>
      )}
      {dialog === 'present' && (
        <Suspense>
          <PresentDialog onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
      {dialog === 'sandboxes' && (
        <Suspense>
          <SandboxesDialog onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
      {dialog === 'share' && (
        <Suspense>
          <ShareDialog onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
      {dialog === 'timeline' && (
        <Suspense>
          <TimelineDialog onClose={() => setDialog(undefined)} />
        </Suspense>
      )}
      {dialog === 'doc' && (
        <DocReader name="what-is-simulated" title="What is simulated" onClose={() => setDialog(undefined)} />
      )}
    </div>
  );
}

/** On the first visit, unless a link brought it; and whenever it is asked for. */
function FirstTour() {
  const { settings, session } = useWorkbench();
  const isAsked = useSession(({ isTouring }) => isTouring);
  const toured = useSettings((state) => state.toured);
  const ready = useSession(({ status }) => status === 'ready');
  const [hasLink] = useState(() => askedByLink(location) !== undefined);
  if (!ready || (!isAsked && (toured || hasLink))) return null;
  const end = (): void => {
    session.setState({ isTouring: false });
    settings.setState({ toured: true });
  };
  return (
    <Suspense>
      <Tour onEnd={end} />
    </Suspense>
  );
}

function SkipLinks() {
  const workbench = useWorkbench();
  const links = [
    ['lesson', 'lesson'],
    ['editor', 'editor'],
    ['terminal', 'terminal'],
    ['world', 'world'],
  ] as const;
  return (
    <nav className="skip-links" aria-label="Skip to">
      {links.map(([id, name]) => (
        <button key={id} type="button" className="button" onClick={() => goTo(workbench, id)}>
          Skip to the {name}
        </button>
      ))}
    </nav>
  );
}

function Explorer() {
  const { session } = useWorkbench();
  const what = useSession((state) => state.explored);
  if (!what) return null;
  return (
    <ErrorBoundary name="the layers">
      <Suspense>
        <LayerExplorer what={what} onClose={() => session.setState({ explored: undefined })} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Presenter() {
  const presenting = useSession((session) => session.presenting !== undefined);
  const typeNext = useTypeNext();
  usePageKey('next', typeNext);
  if (!presenting) return null;
  return (
    <Suspense>
      <PresenterBar />
    </Suspense>
  );
}

function Details() {
  const { session } = useWorkbench();
  const what = useSession((state) => state.detailed);
  if (!what) return null;
  return (
    <ErrorBoundary name="the details">
      <Suspense>
        <DetailsDialog what={what} onClose={() => session.setState({ detailed: undefined })} />
      </Suspense>
    </ErrorBoundary>
  );
}

function AddFiles() {
  const { session } = useWorkbench();
  const isOpen = useSession((state) => state.isAddingFiles);
  if (!isOpen) return null;
  return (
    <ErrorBoundary name="the choice of files">
      <Suspense>
        <AddFilesDialog onClose={() => session.setState({ isAddingFiles: false })} />
      </Suspense>
    </ErrorBoundary>
  );
}

function Problem() {
  const workbench = useWorkbench();
  const error = useSession((session) => session.error);
  if (!error) return null;
  return (
    <ProblemDialog
      error={error}
      onClose={() => workbench.session.setState({ error: undefined })}
      onRestart={() => workbench.restart()}
    />
  );
}

/** Theme and type size are attributes of the root, so that style sheets alone follow them. */
function usePageLooks(): void {
  const theme = useTheme();
  const largeType = useLargeType();
  const lessMotion = useSettings((settings) => settings.lessMotion);
  const presenting = useSession((session) => session.presenting !== undefined);
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    document.documentElement.classList.toggle('projector', largeType);
    document.documentElement.classList.toggle('presenting', presenting);
    document.documentElement.dataset.motion = lessMotion ? 'less' : 'system';
  }, [theme, largeType, presenting, lessMotion]);
}

/** `?` opens the help wherever no text is being typed. */
function useHelpKey(open: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const target = event.target as HTMLElement;
      if (event.key !== '?' || target.closest('input, textarea, [contenteditable], .xterm, .monaco-editor'))
        return;
      open();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  });
}
