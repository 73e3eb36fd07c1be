import { describe, expect, it } from 'vitest';
import { FRESH_SESSION, machineOf, withoutTerminal, withTerminal } from './session.ts';
import { parsePageState, formatPageState, toPageState } from './page-state.ts';
import { openDocument, NO_DOCUMENTS } from './documents.ts';
import { parseSettings } from './settings.ts';

describe('terminals', () => {
  it('get numbers that none had before, also of those that are closed', () => {
    const restored = { ...FRESH_SESSION, terminals: ['terminal-1', 'terminal-4'] };
    expect(withTerminal(restored, 'node1').activeTerminal).toBe('terminal-5');
    const closed = { ...restored, ...withoutTerminal(restored, 'terminal-4') };
    expect(withTerminal(closed, 'node1').terminals).toEqual(['terminal-1', 'terminal-5']);
  });

  it('leave their neighbour, and there is always one', () => {
    const session = {
      ...FRESH_SESSION,
      terminals: ['terminal-1', 'terminal-2'],
      activeTerminal: 'terminal-2',
    };
    expect(withoutTerminal(session, 'terminal-2')).toEqual({
      terminals: ['terminal-1'],
      activeTerminal: 'terminal-1',
      terminalNumber: 2,
      terminalMachines: {},
    });
    expect(withoutTerminal(FRESH_SESSION, 'terminal-1')).toEqual({
      terminals: ['terminal-2'],
      activeTerminal: 'terminal-2',
      terminalNumber: 2,
      terminalMachines: {},
    });
  });

  it('are on the machine they were opened on, the first unless said', () => {
    const session = { ...FRESH_SESSION, ...withTerminal(FRESH_SESSION, 'node2') };
    expect(session).toMatchObject({
      terminals: ['terminal-1', 'terminal-2'],
      activeTerminal: 'terminal-2',
      terminalMachines: { 'terminal-2': 'node2' },
    });
    expect([machineOf(session, 'terminal-1'), machineOf(session, 'terminal-2')]).toEqual(['node1', 'node2']);
    expect(withTerminal(session, 'node1').terminalMachines).toEqual({ 'terminal-2': 'node2' });
    expect(withoutTerminal(session, 'terminal-2').terminalMachines).toEqual({});
  });
});

describe('page state', () => {
  it('comes back as it was', () => {
    const session = {
      ...FRESH_SESSION,
      ...withTerminal(FRESH_SESSION, 'node2'),
      lesson: 'a/b',
      browserTabs: ['localhost:4000/', 'localhost:5000'],
      browserTab: 1,
    };
    const documents = openDocument(NO_DOCUMENTS, '/root/site/Dockerfile', 'FROM x');
    const state = toPageState(session, documents, { 'terminal-1': '$ ls' });
    expect(parsePageState(formatPageState(state))).toEqual(state);
    const { browserTabs, browserTab, ...older } = state;
    expect([browserTabs.length, browserTab]).toEqual([2, 1]);
    const text = JSON.stringify({ version: 1, ...older, address: 'localhost:4000' });
    expect(parsePageState(text)).toMatchObject({ browserTabs: ['localhost:4000'], browserTab: 0 });
  });

  it('is nothing when it is not ours', () => {
    for (const text of [
      undefined,
      '',
      'x',
      '{}',
      '{"version":2,"terminals":["t"]}',
      '{"version":1,"terminals":[]}',
    ]) {
      expect(parsePageState(text)).toBeUndefined();
    }
  });
});

describe('settings', () => {
  it('fall back one by one', () => {
    const defaults = {
      theme: 'system',
      terminalFontSize: 14,
      projector: false,
      lessMotion: false,
      toured: false,
      screenReader: false,
      completion: true,
      explain: false,
      autoReload: true,
      worldView: 'auto',
      unnoticed: [],
    };
    expect(parseSettings(null)).toEqual(defaults);
    expect(parseSettings('[1')).toEqual(defaults);
    expect(parseSettings('{"theme":"dark","terminalFontSize":400,"projector":true}')).toEqual({
      ...defaults,
      theme: 'dark',
      projector: true,
    });
    expect(parseSettings('{"explain":true,"unnoticed":["a",7]}')).toEqual({
      ...defaults,
      explain: true,
      unnoticed: ['a'],
    });
    expect(parseSettings('{"unnoticed":"a"}')).toEqual(defaults);
  });
});
