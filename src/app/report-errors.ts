import type { Workbench } from '../state/workbench.ts';

/** What browsers and the editor throw in the course of normal work. */
const HARMLESS = /^ResizeObserver loop|^Canceled|AbortError/;

/** Shows what nobody caught as a mistake of ours, with a report; the work goes on. */
export function reportErrors({ session }: Workbench): void {
  const show = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    const name = error instanceof Error ? error.name : '';
    if (HARMLESS.test(message) || HARMLESS.test(name)) return;
    session.setState({ error: { message, report: reportOf(error) } });
  };
  window.addEventListener('error', (event) => show(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => show(event.reason));
}

function reportOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`Drydock page, ${new Date().toISOString()}`, navigator.userAgent, stack].join('\n');
}
