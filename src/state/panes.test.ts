import { describe, expect, it } from 'vitest';
import {
  paneOf,
  parseSplit,
  shownIn,
  splitCandidate,
  terminalsIn,
  withActive,
  withMoved,
  withSplit,
  withTurned,
} from './panes.ts';
import { FRESH_SESSION, withoutTerminal, withTerminal, type Session } from './session.ts';

const THREE: Session = { ...FRESH_SESSION, terminals: ['a', 'b', 'c'], activeTerminal: 'a' };
const apply = (session: Session, change: Partial<Session>): Session => ({ ...session, ...change });
const panes = (session: Session): unknown => [
  terminalsIn(session, 'first'),
  shownIn(session, 'first'),
  terminalsIn(session, 'second'),
  shownIn(session, 'second'),
];

describe('two panes of terminals', () => {
  it('are one until they are split', () => {
    expect(panes(THREE)).toEqual([['a', 'b', 'c'], 'a', [], undefined]);
    expect(withActive(THREE, 'b')).toEqual({ activeTerminal: 'b', split: undefined });
    expect(splitCandidate(THREE)).toBe('b');
    expect(splitCandidate({ ...THREE, activeTerminal: 'c' })).toBe('b');
    expect(splitCandidate(FRESH_SESSION)).toBeUndefined();
  });

  it('each show a terminal of their own', () => {
    const split = apply(THREE, withSplit(THREE, 'b'));
    expect(panes(split)).toEqual([['a', 'c'], 'a', ['b'], 'b']);
    const back = apply(split, withActive(split, 'c'));
    expect(panes(back)).toEqual([['a', 'c'], 'c', ['b'], 'b']);
    expect(back.activeTerminal).toBe('c');
    const over = apply(back, withActive(back, 'b'));
    expect(panes(over)).toEqual([['a', 'c'], 'c', ['b'], 'b']);
  });

  it('get a new terminal where the active one is', () => {
    const split = apply(THREE, withSplit(THREE, 'b'));
    const more = apply(split, withTerminal(split, 'node1'));
    expect(panes(more)).toEqual([['a', 'c'], 'a', ['b', 'terminal-2'], 'terminal-2']);
    const first = apply(split, withActive(split, 'a'));
    expect(paneOf(apply(first, withTerminal(first, 'node1')), 'terminal-2')).toBe('first');
  });

  it('go together again when one is empty', () => {
    const split = apply(THREE, withSplit(THREE, 'b'));
    expect(panes(apply(split, withoutTerminal(split, 'b')))).toEqual([['a', 'c'], 'a', [], undefined]);
    const less = apply(split, withoutTerminal(split, 'a'));
    expect(panes(less)).toEqual([['c'], 'c', ['b'], 'b']);
    expect(panes(apply(less, withoutTerminal(less, 'c')))).toEqual([['b'], 'b', [], undefined]);
  });

  it('show the neighbour in the same pane when a terminal is closed', () => {
    const split = apply(THREE, withSplit(THREE, 'b'));
    const more = apply(split, withTerminal(split, 'node1'));
    expect(apply(more, withoutTerminal(more, 'terminal-2')).activeTerminal).toBe('b');
  });

  it('are turned, and terminals move between them', () => {
    const split = apply(THREE, withSplit(THREE, 'b'));
    expect(withTurned(split).split?.direction).toBe('below');
    expect(withTurned(apply(split, withTurned(split))).split?.direction).toBe('beside');
    const first = apply(split, withActive(split, 'a'));
    expect(panes(apply(first, withMoved(first)))).toEqual([['c'], 'c', ['a', 'b'], 'a']);
    expect(withMoved(split)).toEqual({ split: undefined });
  });

  it('come back from what was kept, believing nothing', () => {
    const session = { terminals: ['a', 'b'], activeTerminal: 'b' };
    const kept = { direction: 'below', second: ['b', 'gone', 7], other: 'a' };
    expect(parseSplit(kept, session)).toEqual({ direction: 'below', second: ['b'], other: 'a' });
    expect(parseSplit({ ...kept, other: 'b' }, session)?.other).toBe('a');
    for (const value of [
      undefined,
      null,
      'x',
      {},
      { ...kept, second: ['gone'] },
      { ...kept, second: ['a', 'b'] },
    ])
      expect(parseSplit(value, session)).toBeUndefined();
  });
});
