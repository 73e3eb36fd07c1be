import type { BrowserState } from './browser-state.ts';
import { errorPage } from './error-page.ts';

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
