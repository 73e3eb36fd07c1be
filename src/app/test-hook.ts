import type { Workbench } from '../state/workbench.ts';

declare global {
  interface Window {
    /** With `?e2e` in the address: all the active terminal shows and scrolled away, as plain lines. */
    drydockTerminalText?: () => string;
  }
}

/** Lets a browser test read a whole terminal, which the screen alone does not show. */
export function offerTerminalText({ session, screens }: Workbench): void {
  window.drydockTerminalText = () => screens.get(session.getState().activeTerminal)?.text() ?? '';
}
