import { flushSync } from 'react-dom';
import type { Session } from '../../state/session.ts';
import type { Workbench } from '../../state/workbench.ts';

/** The panels one can go to, by their ids in the page. */
export type Place = 'lesson' | 'editor' | 'terminal' | 'world' | 'builds' | 'browser';

/** What brings a panel to the front where it is a tab. */
const IN_FRONT: Readonly<Record<Place, Partial<Pick<Session, 'rightTab' | 'upperTab'>>>> = {
  lesson: { rightTab: 'lesson' },
  editor: { rightTab: 'editor' },
  terminal: {},
  world: { rightTab: 'upper', upperTab: 'world' },
  builds: { rightTab: 'upper', upperTab: 'builds' },
  browser: { rightTab: 'browser' },
};

/** Brings a panel to the front. */
export function showPlace({ session }: Workbench, place: Place): void {
  session.setState(IN_FRONT[place]);
}

/** Shows a panel of the page and moves the focus into it. */
export function goTo(workbench: Workbench, place: Place): void {
  const { session, screens } = workbench;
  flushSync(() => showPlace(workbench, place));
  if (place === 'terminal') return screens.get(session.getState().activeTerminal)?.focus();
  const id = place === 'world' || place === 'builds' ? `right-${place}` : place;
  const panel = document.getElementById(id);
  const find = (what: string): HTMLElement | null | undefined => panel?.querySelector<HTMLElement>(what);
  (find(TYPED_IN) ?? find('button:enabled, input:enabled, [tabindex="0"]'))?.focus();
}

/** The text of a file, an address: where somebody goes to type. */
const TYPED_IN = 'textarea, [role="textbox"], .address-bar';
