import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DetailType } from '../world/details/facts.data.ts';
import type { WorldError } from '../world/mirror.ts';
import type { Presenting } from './presenting.ts';

/** How the world is doing, as the page sees it. */
type WorldStatus = 'starting' | 'ready';

/** A quiet message beside the work: never in the terminal. */
export interface Notice {
  readonly id: number;
  readonly text: string;
  readonly tone: 'hint' | 'problem';
}

/** A thing of a machine; `name` is what commands call it. */
export interface Detailed {
  readonly type: DetailType;
  readonly id: string;
  readonly machine: string;
  readonly name: string;
}

/** What the page itself knows and shows. */
export interface Session {
  readonly status: WorldStatus;
  /** Virtual seconds a real second, while time is not paused. */
  readonly speed: number;
  readonly isPaused: boolean;
  /** It has said nothing for a while. */
  readonly stalled: boolean;
  /** Counts worlds: a restart or a reset begins another. */
  readonly epoch: number;
  readonly error: WorldError | undefined;
  readonly notices: readonly Notice[];
  /** In the order of the tabs. */
  readonly terminals: readonly string[];
  readonly activeTerminal: string;
  /** The machines of those terminals that are not on the first. */
  readonly terminalMachines: Readonly<Record<string, string>>;
  /** The machine whose things the world panel lists. */
  readonly shownMachine: string;
  /** What the terminals showed before this epoch, to be drawn first. */
  readonly scrollback: Readonly<Record<string, string>>;
  /** The lesson at hand, if one was begun. */
  readonly lesson: string | undefined;
  /** The machine was just reset for that lesson, and is prepared for this step once it answers. */
  readonly lessonFresh: { readonly step: number } | undefined;
  /** The address the browser panel was last asked to show; `visit` counts the askings. */
  readonly address: string;
  readonly visit: number;
  /** What the upper half of the right column shows. */
  readonly upperTab: 'world' | 'builds';
  /** How the world shows at the moment. */
  readonly worldView: 'picture' | 'list';
  /** Which half of the right column shows where there is no room for both. */
  readonly rightTab: 'upper' | 'browser';
  /** While somebody presents. */
  readonly presenting: Presenting | undefined;
  /** What is being looked into, layer by layer. */
  readonly explored:
    { readonly type: 'image' | 'container'; readonly id: string; readonly machine: string } | undefined;
  /** What is shown with all that is known of it. */
  readonly detailed: Detailed | undefined;
}

export type SessionStore = StoreApi<Session>;

/** The machine that the editor, the browser panel and the lessons are about. */
export const FIRST_MACHINE = 'node1';

const FIRST_TERMINAL = 'terminal-1';

export const FRESH_SESSION: Session = {
  status: 'starting',
  speed: 1,
  isPaused: false,
  stalled: false,
  epoch: 0,
  error: undefined,
  notices: [],
  terminals: [FIRST_TERMINAL],
  activeTerminal: FIRST_TERMINAL,
  terminalMachines: {},
  shownMachine: FIRST_MACHINE,
  scrollback: {},
  lesson: undefined,
  lessonFresh: undefined,
  address: '',
  visit: 0,
  upperTab: 'world',
  worldView: 'list',
  rightTab: 'upper',
  presenting: undefined,
  explored: undefined,
  detailed: undefined,
};

export const createSessionStore = (): SessionStore => createStore<Session>(() => FRESH_SESSION);

/** The machine a terminal is on. */
export function machineOf({ terminalMachines }: Pick<Session, 'terminalMachines'>, terminal: string): string {
  return terminalMachines[terminal] ?? FIRST_MACHINE;
}

/** One more terminal on a machine, which then shows. */
export function withTerminal(
  { terminals, terminalMachines }: Session,
  machine: string,
): Pick<Session, 'terminals' | 'activeTerminal' | 'terminalMachines'> {
  const terminal = nextTerminal(terminals);
  return {
    terminals: [...terminals, terminal],
    activeTerminal: terminal,
    terminalMachines:
      machine === FIRST_MACHINE ? terminalMachines : { ...terminalMachines, [terminal]: machine },
  };
}

/** The name of one more terminal: numbers are not used again while the tab is open. */
export function nextTerminal(terminals: readonly string[]): string {
  const numbers = terminals.map((name) => Number(name.slice(name.lastIndexOf('-') + 1)) || 0);
  return `terminal-${Math.max(0, ...numbers) + 1}`;
}

/** Takes a terminal's tab away; there is always one. */
export function withoutTerminal(
  session: Session,
  terminal: string,
): Pick<Session, 'terminals' | 'activeTerminal' | 'terminalMachines'> {
  const terminalMachines = Object.fromEntries(
    Object.entries(session.terminalMachines).filter(([name]) => name !== terminal),
  );
  const index = session.terminals.indexOf(terminal);
  const rest = session.terminals.filter((name) => name !== terminal);
  const terminals = rest.length > 0 ? rest : [nextTerminal(session.terminals)];
  const neighbour =
    terminals[Math.min(Math.max(index, 0), terminals.length - 1)] ?? terminals[0] ?? FIRST_TERMINAL;
  return {
    terminals,
    terminalMachines,
    activeTerminal: session.activeTerminal === terminal ? neighbour : session.activeTerminal,
  };
}
