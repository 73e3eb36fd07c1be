import { useMirror } from '../hooks/workbench-context.ts';
import { openAddresses } from './addresses.ts';
import type { BrowserState } from './browser-state.ts';
import { errorPage } from './error-page.ts';

/** A tab in which nothing was opened yet. */
export function BlankPage({ onOpen }: { onOpen: (address: string) => void }) {
  const container = useMirror((mirror) => mirror.container);
  const machine = useMirror((mirror) => mirror.machine);
  const service = useMirror((mirror) => mirror.service);
  return (
    <div className="browser-page">
      <h3>A browser on the machine</h3>
      <p>
        It shows what a container serves on a port you published, as <code>-p 4000:80</code> does.
      </p>
      {openAddresses({ container, machine, service }).map(({ address, name }) => (
        <button key={address} type="button" className="button" onClick={() => onOpen(address)}>
          Open {address} <span className="soft">{name}</span>
        </button>
      ))}
    </div>
  );
}

/** What a browser shows where no page came, and below it what that may mean here. */
export function FailedPage({
  state: { failure, message },
  onRetry,
}: {
  state: BrowserState;
  onRetry: () => void;
}) {
  const shown = failure && errorPage(failure.kind, failure.host);
  return (
    <div className="browser-page" role="status">
      <h3>{shown?.heading ?? 'No page came'}</h3>
      {shown && <p>{shown.text}</p>}
      {shown && <p className="error-code">{shown.code}</p>}
      <p className={shown && 'error-hint'}>{message}</p>
      <button type="button" className="button" onClick={onRetry}>
        {shown ? 'Reload' : 'Try again'}
      </button>
    </div>
  );
}
