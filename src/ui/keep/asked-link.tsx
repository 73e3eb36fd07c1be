import { Suspense, useEffect, useState } from 'react';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { ErrorBoundary } from '../problem/error-boundary.tsx';
import { addressWithout, askedByLink } from './asked-by-link.ts';
import { lazyPart } from '../parts/lazy-part.tsx';

const OpenLinkDialog = lazyPart(async () => ({
  default: (await import('./open-link-dialog.tsx')).OpenLinkDialog,
}));

const PackDialog = lazyPart(async () => ({
  default: (await import('../lesson/pack-dialog.tsx')).PackDialog,
}));

/** What the page's address asks for; shown once, and gone from the address then. */
export function AskedLink() {
  const [asked, setAsked] = useState(() => askedByLink(location));
  useEffect(() => {
    const onHash = (): void => setAsked((before) => askedByLink(location) ?? before);
    window.addEventListener('hashchange', onHash);
    return () => window.removeEventListener('hashchange', onHash);
  }, []);
  const { session } = useWorkbench();
  const offered = useSession(({ offeredPack }) => offeredPack);
  if (offered)
    return (
      <Suspense>
        <PackDialog pack={offered} onClose={() => session.setState({ offeredPack: undefined })} />
      </Suspense>
    );
  if (!asked) return null;
  const close = (): void => {
    history.replaceState(history.state, '', addressWithout(location));
    setAsked(undefined);
  };
  return (
    <ErrorBoundary name="the link">
      <Suspense>
        <OpenLinkDialog asked={asked} onClose={close} />
      </Suspense>
    </ErrorBoundary>
  );
}
