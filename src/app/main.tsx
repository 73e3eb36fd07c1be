import { createRoot } from 'react-dom/client';
import { Workbench } from '../state/workbench.ts';
import type { WorldPort } from '../state/world-port.ts';
import { WorkbenchView } from '../ui/layout/workbench-view.tsx';
import { claimSlot, FIRST_SLOT } from './claim-slot.ts';
import { keepOffline } from './offline/keep-offline.ts';
import { keepBeforeLeaving, localStorageIfAllowed } from './page-life.ts';
import { reportErrors } from './report-errors.ts';
import { offerTerminalText } from './test-hook.ts';
import { createWorkerPort } from './worker-port.ts';

/** In development `?fake` shows the page over a canned world; a build has no such thing. */
async function choosePort(slot: string): Promise<() => WorldPort> {
  if (import.meta.env.DEV && new URLSearchParams(location.search).has('fake')) {
    return (await import('../ui/testing/fake-world.ts')).createFakePort;
  }
  return () => createWorkerPort(slot);
}

const asked = new URLSearchParams(location.search);

function askedSeed(): number | undefined {
  const seed = asked.get('seed');
  return seed !== null && /^\d+$/.test(seed) ? Number(seed) : undefined;
}

const slot = await claimSlot(navigator.locks as LockManager | undefined);
const storage = localStorageIfAllowed();
const workbench = new Workbench({
  createPort: await choosePort(slot),
  loadLessons: async () => (await import('./lesson-catalogue.ts')).LESSONS,
  ...(storage ? { storage } : {}),
});
// The world loads beside the page, not after it.
workbench.start(askedSeed());
keepBeforeLeaving(workbench);
reportErrors(workbench);
if (slot !== FIRST_SLOT)
  workbench.notify(
    'Drydock is open in another tab. This tab has a machine of its own, kept apart from that one.',
  );
if (asked.has('e2e')) offerTerminalText(workbench);
// A development server's files are always others.
if (!import.meta.env.DEV && !asked.has('e2e')) keepOffline(workbench, navigator.serviceWorker);

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(<WorkbenchView workbench={workbench} />);
