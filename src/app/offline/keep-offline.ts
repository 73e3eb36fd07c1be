import type { Workbench } from '../../state/workbench.ts';
import type { KeepingAll, ToOfflineWorker } from './build-files.ts';

/** The page comes first: its files are kept once it has been at rest for so long. */
const REST_MS = 3000;

/** Keeps the page for later without a network, and offers newer versions. Nothing happens where the browser has no service workers. */
export function keepOffline(workbench: Workbench, workers: ServiceWorkerContainer | undefined): void {
  if (!workers) return;
  workbench.offline.setState({ shell: 'loading' });
  const begin = (): void => {
    register(workbench, workers).catch(() => workbench.offline.setState({ shell: 'unavailable' }));
  };
  const stop = workbench.session.subscribe(({ status }) => {
    if (status !== 'ready') return;
    stop();
    setTimeout(begin, REST_MS);
  });
}

async function register(workbench: Workbench, workers: ServiceWorkerContainer): Promise<void> {
  const registration = await workers.register('./offline.js', { updateViaCache: 'none' });
  const tell = (to: ServiceWorker, message: ToOfflineWorker): void => to.postMessage(message);
  const offer = (waiting: ServiceWorker): void =>
    workbench.offline.setState({
      update: () => {
        workers.addEventListener('controllerchange', () => location.reload(), { once: true });
        void workbench.save().then(() => tell(waiting, 'take over'));
      },
    });
  const watch = (installing: ServiceWorker | null): void =>
    installing?.addEventListener('statechange', () => {
      if (installing.state === 'installed' && workers.controller) offer(installing);
    });
  if (registration.waiting && workers.controller) offer(registration.waiting);
  watch(registration.installing);
  registration.addEventListener('updatefound', () => watch(registration.installing));
  const { active } = await workers.ready;
  workers.addEventListener('message', ({ data }) => workbench.offline.setState({ all: data as KeepingAll }));
  workbench.offline.setState({
    shell: 'kept',
    ...(active ? { keepAll: () => tell(active, 'keep all') } : {}),
  });
}
