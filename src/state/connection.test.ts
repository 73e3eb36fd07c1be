// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { FromWorld, ToWorld } from '../world/protocol.ts';
import { Connection, type ConnectionEvents } from './connection.ts';
import type { WorldPort } from './world-port.ts';

function createScriptedPort() {
  const sent: ToWorld[] = [];
  const port = {
    sent,
    ended: false,
    say: (() => undefined) as (message: FromWorld) => void,
    fail: (() => undefined) as (message: string) => void,
  };
  const world: WorldPort = {
    post: (message) => void sent.push(message),
    listen: (onMessage, onFailure) => Object.assign(port, { say: onMessage, fail: onFailure }),
    end: () => {
      port.ended = true;
    },
  };
  return { port, world };
}

const quietEvents = (): ConnectionEvents => ({
  ready: vi.fn(),
  damaged: vi.fn(),
  changes: vi.fn(),
  terminalOutput: vi.fn(),
  terminalClosed: vi.fn(),
  editorOpen: vi.fn(),
  travelled: vi.fn(),
  notice: vi.fn(),
  saved: vi.fn(),
  saveFailed: vi.fn(),
  error: vi.fn(),
  stalled: vi.fn(),
});

function begin() {
  const ports = [createScriptedPort(), createScriptedPort()];
  let next = 0;
  const events = quietEvents();
  const connection = new Connection(() => ports[next++]!.world, events);
  connection.start({ restore: true, epoch: 0 });
  return { connection, events, first: ports[0]!.port, second: ports[1]!.port };
}

describe('Connection', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('answers queries by their number, refusals as errors', async () => {
    const { connection, first } = begin();
    const asked = connection.query('readFolder', { place: 'machine', path: '/' });
    const other = connection.query('deleteFile', { path: '/x' });
    expect(first.sent).toEqual([
      { kind: 'start', speed: 1, restore: true, epoch: 0 },
      { kind: 'query', id: 1, query: 'readFolder', parameters: { place: 'machine', path: '/' } },
      { kind: 'query', id: 2, query: 'deleteFile', parameters: { path: '/x' } },
    ]);
    first.say({ kind: 'refused', id: 2, message: 'no such file' });
    first.say({ kind: 'answer', id: 1, query: 'readFolder', answer: [] });
    expect(await asked).toEqual([]);
    await expect(other).rejects.toThrow('no such file');
  });

  it('cancels a query once, and ignores a late answer', async () => {
    const { connection, first } = begin();
    const cancel = new AbortController();
    const asked = connection.query('readFolder', { place: 'machine', path: '/' }, cancel.signal);
    cancel.abort();
    await expect(asked).rejects.toThrow('abort');
    expect(first.sent.at(-1)).toEqual({ kind: 'query.cancel', id: 1 });
    first.say({ kind: 'answer', id: 1, query: 'readFolder', answer: [] });
  });

  it('notices silence, and a sign of life after it', () => {
    const { events, first } = begin();
    first.say({ kind: 'alive' });
    vi.advanceTimersByTime(4000);
    expect(events.stalled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(3000);
    expect(events.stalled).toHaveBeenCalledExactlyOnceWith(true);
    first.say({ kind: 'alive' });
    expect(events.stalled).toHaveBeenLastCalledWith(false);
  });

  it('waits longer for a world that has yet to load', () => {
    const { events } = begin();
    vi.advanceTimersByTime(25_000);
    expect(events.stalled).not.toHaveBeenCalled();
    vi.advanceTimersByTime(10_000);
    expect(events.stalled).toHaveBeenCalledWith(true);
  });

  it('hears nothing of the world before from a reset until the next one is ready', async () => {
    const { connection, events, first } = begin();
    const ready = (epoch: number) => first.say({ kind: 'ready', epoch, restored: false, seed: 1 });
    ready(0);
    first.say({ kind: 'notice', text: 'now' });
    connection.reset(1);
    connection.reset(2);
    ready(1);
    first.say({ kind: 'notice', text: 'late' });
    first.say({ kind: 'terminal.output', terminal: 't', data: new Uint8Array(1) });
    ready(2);
    first.say({ kind: 'notice', text: 'new' });
    expect(vi.mocked(events.ready).mock.calls.map(([{ epoch }]) => epoch)).toEqual([0, 2]);
    expect(vi.mocked(events.notice).mock.calls).toEqual([['now'], ['new']]);
    expect(events.terminalOutput).not.toHaveBeenCalled();
    connection.end();
    await expect(connection.query('save', {})).rejects.toThrow('No machine runs');
  });

  it('starting again ends the world before and refuses what it was asked', async () => {
    const { connection, events, first, second } = begin();
    const asked = connection.query('readFolder', { place: 'machine', path: '/' });
    connection.start({ restore: true, epoch: 1 });
    expect(first.ended).toBe(true);
    await expect(asked).rejects.toThrow('restarted');
    first.say({ kind: 'save.failed', reason: 'refused', message: 'from the dead' });
    expect(events.saveFailed).not.toHaveBeenCalled();
    second.fail('it broke');
    expect(events.error).toHaveBeenCalledWith({ message: 'it broke', report: 'it broke' });
  });
});
