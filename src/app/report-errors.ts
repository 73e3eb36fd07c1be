import { isLoadFailure } from '../lib/load-failure.ts';
import type { Workbench } from '../state/workbench.ts';
import { NOT_LOADED } from '../ui/parts/not-loaded.ts';

/** What browsers and the editor throw in the course of normal work. */
const HARMLESS = /^ResizeObserver loop|^Canceled|AbortError/;

/** Shows what nobody caught as a mistake of ours, with a report; the work goes on. */
export function reportErrors(workbench: Workbench): void {
  const show = (error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error);
    const name = error instanceof Error ? error.name : '';
    if (isLoadFailure(error)) return workbench.notify(NOT_LOADED);
    if (HARMLESS.test(message) || HARMLESS.test(name)) return;
    workbench.session.setState({ error: { message, report: reportOf(error) } });
  };
  window.addEventListener('error', (event) => show(event.error ?? event.message));
  window.addEventListener('unhandledrejection', (event) => show(event.reason));
}

function reportOf(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [`Drydock page, ${new Date().toISOString()}`, navigator.userAgent, stack].join('\n');
}
