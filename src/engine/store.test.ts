import { describe, expect, it } from 'vitest';
import { createStore, EMPTY_STATE } from './store.ts';
import type { VolumeRecord } from './state.ts';

const volume: VolumeRecord = {
  name: 'v',
  driver: 'local',
  createdMs: 1,
  labels: {},
  options: {},
  anonymous: false,
};

describe('store', () => {
  it('R1: a change that throws changes nothing and tells nobody', () => {
    const store = createStore(EMPTY_STATE, () => 1000);
    const heard: unknown[] = [];
    store.subscribe((update) => heard.push(update));
    expect(() =>
      store.commit(() => {
        throw new Error('refused');
      }),
    ).toThrow('refused');
    expect([store.state === EMPTY_STATE, heard, store.pastEvents]).toEqual([true, [], []]);
  });

  it('R1: a commit tells once, with the events in order, each at a later nanosecond', () => {
    const store = createStore(EMPTY_STATE, () => 1500.25);
    const heard: { before: number; now: number; events: string[] }[] = [];
    store.subscribe(({ state, before, events }) =>
      heard.push({
        before: before.volumes.size,
        now: state.volumes.size,
        events: events.map((e) => `${e.Action} ${e.timeNano}`),
      }),
    );
    const event = (Action: string) => ({
      Type: 'volume' as const,
      Action,
      Actor: { ID: 'v', Attributes: {} },
    });
    store.commit(
      (state) => ({ ...state, volumes: state.volumes.set('v', volume) }),
      [event('create'), event('mount')],
    );
    expect(heard).toEqual([{ before: 0, now: 1, events: ['create 1500250000', 'mount 1500250001'] }]);
  });

  it('keeps the last 256 events', () => {
    const store = createStore(EMPTY_STATE, () => 0);
    for (let i = 0; i < 300; i++)
      store.commit((s) => s, [{ Type: 'daemon', Action: String(i), Actor: { ID: '', Attributes: {} } }]);
    expect([store.pastEvents.length, store.pastEvents[0]?.Action]).toEqual([256, '44']);
  });
});
