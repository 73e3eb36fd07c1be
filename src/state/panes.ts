/** Two panes of terminals: which terminal is in which, and what each shows. */
import type { Session } from './session.ts';

export type PaneName = 'first' | 'second';

export interface Split {
  /** The second pane is to the right of the first, or under it. */
  readonly direction: 'beside' | 'below';
  /** Terminals of the second pane; the others are in the first. Each pane has one at least. */
  readonly second: readonly string[];
  /** What the pane shows that the active terminal is not in. */
  readonly other: string;
}

type Terminals = Pick<Session, 'terminals' | 'activeTerminal' | 'split'>;

export function paneOf({ split }: Pick<Session, 'split'>, terminal: string): PaneName {
  return split?.second.includes(terminal) ? 'second' : 'first';
}

/** In the order of the tabs. */
export function terminalsIn(session: Pick<Session, 'terminals' | 'split'>, pane: PaneName): string[] {
  return session.terminals.filter((terminal) => paneOf(session, terminal) === pane);
}

/** The terminal that a pane shows; undefined where there is no such pane. */
export function shownIn(session: Terminals, pane: PaneName): string | undefined {
  const { activeTerminal, split } = session;
  if (pane === paneOf(session, activeTerminal)) return activeTerminal;
  return split?.other;
}

/** The split as the terminals allow it: none where a pane would be empty, and its other pane shows one of its own. */
export function tidySplit(session: Terminals): Split | undefined {
  const { split, terminals, activeTerminal } = session;
  if (!split) return undefined;
  const second = split.second.filter((terminal) => terminals.includes(terminal));
  const isSecond = second.includes(activeTerminal);
  const others = terminals.filter((terminal) => second.includes(terminal) !== isSecond);
  const other = others.find((terminal) => terminal === split.other) ?? others[0];
  if (second.length === 0 || other === undefined) return undefined;
  return { direction: split.direction, second, other };
}

/** A terminal shows and is the one that is typed into; the other pane goes on showing what it did. */
export function withActive(session: Terminals, terminal: string): Pick<Session, 'activeTerminal' | 'split'> {
  const { activeTerminal: before, split } = session;
  const crosses = paneOf(session, before) !== paneOf(session, terminal);
  const now = split && { ...split, other: crosses ? before : split.other };
  return { activeTerminal: terminal, split: tidySplit({ ...session, activeTerminal: terminal, split: now }) };
}

/** A terminal has a pane of its own beside all others, and is the active one. */
export function withSplit(
  session: Terminals,
  terminal: string,
  direction: Split['direction'] = 'beside',
): Pick<Session, 'activeTerminal' | 'split'> {
  const other = session.activeTerminal;
  const split = { direction, second: [terminal], other };
  return { activeTerminal: terminal, split: tidySplit({ ...session, activeTerminal: terminal, split }) };
}

/** The terminal that a split puts into the second pane: the next tab, else the one before; undefined where there is only one. */
export function splitCandidate({ terminals, activeTerminal }: Terminals): string | undefined {
  const at = terminals.indexOf(activeTerminal);
  return terminals[at + 1] ?? terminals[at - 1];
}

/** The active terminal goes to the other pane. One that leaves its pane empty ends the split. */
export function withMoved(session: Terminals): Pick<Session, 'split'> {
  const { split, activeTerminal } = session;
  if (!split) return { split };
  const isSecond = split.second.includes(activeTerminal);
  const second = isSecond
    ? split.second.filter((terminal) => terminal !== activeTerminal)
    : [...split.second, activeTerminal];
  return { split: tidySplit({ ...session, split: { ...split, second } }) };
}

/** Side by side becomes one above the other, and back. */
export function withTurned({ split }: Pick<Session, 'split'>): Pick<Session, 'split'> {
  if (!split) return { split };
  return { split: { ...split, direction: split.direction === 'beside' ? 'below' : 'beside' } };
}

/** A split that was kept, as far as it is one. */
export function parseSplit(
  value: unknown,
  session: Pick<Terminals, 'terminals' | 'activeTerminal'>,
): Split | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { direction, second, other } = value as Record<string, unknown>;
  if (direction !== 'beside' && direction !== 'below') return undefined;
  if (!Array.isArray(second) || typeof other !== 'string') return undefined;
  const names = second.filter((name): name is string => typeof name === 'string');
  return tidySplit({ ...session, split: { direction, second: names, other } });
}
