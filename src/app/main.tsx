import { startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { Workbench } from '../state/workbench.ts';
import type { SandboxShelf } from '../state/sandboxes.ts';
import type { WorldPort } from '../state/world-port.ts';
import { WorkbenchView } from '../ui/layout/workbench-view.tsx';
import { createHolder, lastSandbox } from './hold-sandbox.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { keepBeforeLeaving, storageIfAllowed } from './page-life.ts';
import { reportErrors } from './report-errors.ts';
import { offerTerminalText } from './test-hook.ts';
import { createWorkerPort } from './worker-port.ts';

/** In development `?fake` shows the page over a canned world; a build has no such thing. */
async function choosePort(): Promise<(sandbox: string) => WorldPort> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    return (await import('../ui/testing/fake-world.ts')).createFakePort;
  }
  return createWorkerPort;
}

const asked = new URLSearchParams(location.search);

function askedSeed(): number | undefined {
  const seed = asked.get('seed');
  return seed !== null && /^\d+$/.test(seed) ? Number(seed) : undefined;
}

const storage = storageIfAllowed('localStorage');
const remembered = [storageIfAllowed('sessionStorage'), storage];
const holder = createHolder({
  locks: navigator.locks as LockManager | undefined,
  channel: typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('drydock'),
  remembered,
});
let shelf: Promise<SandboxShelf> | undefined;
const loadShelf = (): Promise<SandboxShelf> =>
  (shelf ??= import('./shelf/browser-shelf.ts').then(({ createBrowserShelf }) => createBrowserShelf()));
const loadPacks = async () => (await import('./packs/browser-packs.ts')).browserPacks;
const sandbox = lastSandbox(remembered);
const isMine = await holder.hold(sandbox.id, false);
const workbench = new Workbench({
  createPort: await choosePort(),
  sandbox,
  holder,
  loadShelf,
  loadTransfer: async () => (await import('./transfer/browser-transfer.ts')).browserTransfer,
  loadSamples: async () => (await import('./samples.ts')).SAMPLES,
  persist: async () => navigator.storage?.persist?.(),
  loadLessons: async () => {
    const [{ LESSONS }, packs] = await Promise.all([import('./lesson-catalogue.ts'), loadPacks()]);
    return [...LESSONS, ...(await packs.heads())];
  },
  loadPacks,
  ...(storage ? { storage } : {}),
});
// The world loads beside the page, not after it.
if (isMine) workbench.start(askedSeed());
else workbench.sandboxes.setState({ hold: 'elsewhere' });
keepBeforeLeaving(workbench);
reportErrors(workbench);
if (asked.has('e2e')) offerTerminalText(workbench);
// A development server's files are always others.
if (!import.meta.env.DEV && !asked.has('e2e')) keepOffline(workbench, navigator.serviceWorker);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
// In slices: what the learner does while it is made is heard at once.
startTransition(() => createRoot(root).render(<WorkbenchView workbench={workbench} />));
