import { Component, lazy, type ComponentType, type ReactNode } from 'react';
import { Dialog } from './dialog.tsx';
import { NOT_LOADED } from './not-loaded.ts';

/** Its code did not come, or is not what it should be. */
class PartError extends Error {
  override name = 'PartError';
}

/**
 * A part of the page whose code is fetched when it is first shown, inside of a Suspense. Where that fails the rest of the page stays, and it can be asked for again:
 * React itself would remember the failure for ever.
 */
export function lazyPart<P extends object>(
  load: () => Promise<{ default: ComponentType<P> }>,
): ComponentType<P> {
  const fetchPart = () =>
    lazy(() =>
      (load() as Promise<{ default: ComponentType<object> }>).catch((error: unknown) => {
        throw new PartError(String(error));
      }),
    );
  let Part = fetchPart();
  const renew = (): void => {
    renewStyles();
    Part = fetchPart();
  };
  return function LazyPart(properties: P) {
    const { onClose } = properties as { onClose?: () => void };
    return (
      <PartBoundary onFailure={renew} onClose={onClose}>
        {() => <Part {...properties} />}
      </PartBoundary>
    );
  };
}

interface PartBoundaryProps {
  onFailure: () => void;
  /** Of a dialog: then it is told in one. */
  onClose: (() => void) | undefined;
  children: () => ReactNode;
}

class PartBoundary extends Component<PartBoundaryProps, { error: unknown }> {
  override state = { error: undefined as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override componentDidCatch(): void {
    this.props.onFailure();
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === undefined) return this.props.children();
    // A mistake in a part that came is told of further out.
    if (!(error instanceof PartError)) throw error as Error;
    const { onClose } = this.props;
    const words = (
      <>
        <p>{NOT_LOADED}</p>
        <button type="button" className="button" onClick={() => this.setState({ error: undefined })}>
          Try again
        </button>
      </>
    );
    if (!onClose) return <div role="alert">{words}</div>;
    return (
      <Dialog title="This could not be loaded" size="small" onClose={onClose}>
        {words}
      </Dialog>
    );
  }
}

const failedStyles = new Set<HTMLLinkElement>();

if (typeof window !== 'undefined')
  window.addEventListener(
    'error',
    ({ target }) =>
      target instanceof HTMLLinkElement && target.rel === 'stylesheet' && failedStyles.add(target),
    true,
  );

/** Style sheets that did not come are asked for again; what fetches parts does so once only. Those that are still on their way are waited for by it, and stay. */
function renewStyles(): void {
  for (const link of failedStyles) link.replaceWith(link.cloneNode());
  failedStyles.clear();
}
