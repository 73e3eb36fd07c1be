import { describe, expect, it } from 'vitest';
import type { TerminalRecord } from '../world/mirror.ts';
import { applyChanges, createMirrorStore } from './mirror-store.ts';

const terminal = (id: string): TerminalRecord => ({
  id,
  machine: 'node1',
  title: 'bash',
  cwd: '/',
  atPrompt: true,
});

describe('applyChanges', () => {
  it('replaces, adds and removes records and leaves other kinds alone', () => {
    const before = createMirrorStore().getState();
    const one = applyChanges(before, [
      { kind: 'terminal', id: '1', value: terminal('1') },
      { kind: 'terminal', id: '2', value: terminal('2') },
    ]);
    const two = applyChanges(one, [{ kind: 'terminal', id: '1' }]);
    expect([...two.terminal]).toEqual([['2', terminal('2')]]);
    expect([...one.terminal.keys()]).toEqual(['1', '2']);
    expect(two.image).toBe(before.image);
  });
});
