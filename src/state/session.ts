import type { FoundPack } from './packs.ts';
import type { LessonStart } from '../world/queries/queries.ts';
import { createStore, type StoreApi } from 'zustand/vanilla';
import type { DetailType } from '../world/details/facts.data.ts';
import type { WorldError } from '../world/mirror.ts';
import { paneOf, terminalsIn, tidySplit, type Split } from './panes.ts';
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

/** A panel that is a tab of the right column where the page is small. */
export type RightTab = 'upper' | 'browser' | 'lesson' | 'editor';

/** What the page itself knows and shows. */
export interface Session {
  readonly status: WorldStatus;
  /** The tour was asked for. */
  readonly isTouring: boolean;
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
  /** The highest number that a terminal of this world had, at least. */
  readonly terminalNumber: number;
  /** While there are two panes of terminals. */
  readonly split: Split | undefined;
  /** The machines of those terminals that are not on the first. */
  readonly terminalMachines: Readonly<Record<string, string>>;
  /** The machine whose things the world panel lists. */
  readonly shownMachine: string;
  /** What the terminals showed before this epoch, to be drawn first. */
  readonly scrollback: Readonly<Record<string, string>>;
  /** The lesson at hand, if one was begun. */
  readonly lesson: string | undefined;
  /** Counts what was added to the lesson packs, and taken away. */
  readonly packs: number;
  /** A lesson pack that somebody brought, about which the learner is asked. */
  readonly offeredPack: FoundPack | undefined;
  /** The machine was just reset for that lesson, and is prepared for this step once it answers. */
  readonly lessonFresh: LessonStart | undefined;
  /** The address the browser panel was last asked to show; `visit` counts the askings. */
  readonly address: string;
  readonly visit: number;
  /** The addresses of the browser panel's tabs, and the index of the one that shows. */
  readonly browserTabs: readonly string[];
  readonly browserTab: number;
  /** The file that the editor saved last; another object each time. */
  readonly saved: { readonly path: string } | undefined;
  /** What the upper half of the right column shows. */
  readonly upperTab: 'world' | 'builds';
  /** How the world shows at the moment. */
  readonly worldView: 'picture' | 'list';
  /** What shows of the panels that share the right column's tabs where there is no room for each; `upper`: what `upperTab` says. */
  readonly rightTab: RightTab;
  /** While somebody presents. */
  readonly presenting: Presenting | undefined;
  /** What is being looked into, layer by layer. */
  readonly explored:
    { readonly type: 'image' | 'container'; readonly id: string; readonly machine: string } | undefined;
  /** What is shown with all that is known of it. */
  readonly detailed: Detailed | undefined;
  /** Files are being chosen for the project. */
  readonly isAddingFiles: boolean;
}

export type SessionStore = StoreApi<Session>;

/** The machine that the editor, the browser panel and the lessons are about. */
export const FIRST_MACHINE = 'node1';

const FIRST_TERMINAL = 'terminal-1';

export const FRESH_SESSION: Session = {
  status: 'starting',
  isTouring: false,
  speed: 1,
  isPaused: false,
  stalled: false,
  epoch: 0,
  error: undefined,
  notices: [],
  terminals: [FIRST_TERMINAL],
  activeTerminal: FIRST_TERMINAL,
  terminalNumber: 1,
  split: undefined,
  terminalMachines: {},
  shownMachine: FIRST_MACHINE,
  scrollback: {},
  lesson: undefined,
  packs: 0,
  offeredPack: undefined,
  lessonFresh: undefined,
  address: '',
  visit: 0,
  browserTabs: [],
  browserTab: 0,
  saved: undefined,
  upperTab: 'world',
  worldView: 'list',
  rightTab: 'lesson',
  presenting: undefined,
  explored: undefined,
  detailed: undefined,
  isAddingFiles: false,
};

export const createSessionStore = (): SessionStore => createStore<Session>(() => FRESH_SESSION);

/** The machine a terminal is on. */
export function machineOf({ terminalMachines }: Pick<Session, 'terminalMachines'>, terminal: string): string {
  return terminalMachines[terminal] ?? FIRST_MACHINE;
}

/** The terminal that takes what is typed on a machine: the active one where it is there; undefined where none is. */
export function terminalFor(session: Session, machine: string): string | undefined {
  const isThere = (terminal: string): boolean => machineOf(session, terminal) === machine;
  return isThere(session.activeTerminal) ? session.activeTerminal : session.terminals.find(isThere);
}

type TerminalChange = Pick<
  Session,
  'terminals' | 'activeTerminal' | 'terminalNumber' | 'terminalMachines' | 'split'
>;

/** One more terminal on a machine, which then shows, in the pane of the active one. */
export function withTerminal(session: Session, machine: string): TerminalChange {
  const { terminals, terminalMachines, activeTerminal, split } = session;
  const terminalNumber = highestNumber(session) + 1;
  const terminal = `terminal-${terminalNumber}`;
  const isSecond = paneOf(session, activeTerminal) === 'second';
  return {
    terminals: [...terminals, terminal],
    activeTerminal: terminal,
    terminalNumber,
    split: split && isSecond ? { ...split, second: [...split.second, terminal] } : split,
    terminalMachines:
      machine === FIRST_MACHINE ? terminalMachines : { ...terminalMachines, [terminal]: machine },
  };
}

/** No number comes twice in a world: the terminal that had it may still be ending there. */
function highestNumber({ terminals, terminalNumber }: Session): number {
  const numbers = terminals.map((name) => Number(name.slice(name.lastIndexOf('-') + 1)) || 0);
  return Math.max(terminalNumber, ...numbers);
}

/** Takes a terminal's tab away; there is always one. Where it was active, its neighbour in the pane is. */
export function withoutTerminal(session: Session, terminal: string): TerminalChange {
  const terminalMachines = Object.fromEntries(
    Object.entries(session.terminalMachines).filter(([name]) => name !== terminal),
  );
  const terminals = session.terminals.filter((name) => name !== terminal);
  const terminalNumber = highestNumber(session);
  if (terminals.length === 0)
    return withTerminal({ ...session, terminals, terminalMachines, terminalNumber }, FIRST_MACHINE);
  const pane = terminalsIn(session, paneOf(session, terminal));
  const others = pane.filter((name) => name !== terminal);
  const near = others[Math.min(Math.max(pane.indexOf(terminal), 0), others.length - 1)];
  const neighbour = near ?? session.split?.other ?? terminals[0] ?? FIRST_TERMINAL;
  const activeTerminal = session.activeTerminal === terminal ? neighbour : session.activeTerminal;
  return {
    terminals,
    terminalMachines,
    activeTerminal,
    terminalNumber,
    split: tidySplit({ terminals, activeTerminal, split: session.split }),
  };
}
