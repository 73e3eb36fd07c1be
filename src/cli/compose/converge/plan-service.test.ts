import { describe, expect, it } from 'vitest';
import { planService, type Desired, type Observed } from './plan-service.ts';

const desired: Desired = { scale: 2, configHash: 'h', image: 'i', networks: ['n'], volumes: ['v'] };

function observed(number: number, more: Partial<Observed> = {}): Observed {
  return {
    id: `c${number}`,
    number,
    created: number,
    state: 'running',
    configHash: 'h',
    image: 'i',
    networks: ['n'],
    volumes: ['v'],
    ...more,
  };
}

describe('planService', () => {
  it('creates what is missing, numbered on from the highest', () => {
    expect(planService(desired, [], 'diverged')).toEqual([
      { kind: 'create', number: 1 },
      { kind: 'create', number: 2 },
    ]);
    expect(planService({ ...desired, scale: 3 }, [observed(4)], 'diverged')).toEqual([
      { kind: 'keep', id: 'c4' },
      { kind: 'create', number: 5 },
      { kind: 'create', number: 6 },
    ]);
  });

  it('keeps what is as it should be, and starts what is paused or dead', () => {
    const containers = [observed(1, { state: 'exited' }), observed(2, { state: 'paused' })];
    expect(planService(desired, containers, 'diverged')).toEqual([
      { kind: 'keep', id: 'c1' },
      { kind: 'start', id: 'c2' },
    ]);
  });

  it('removes the highest numbers where there are too many', () => {
    const containers = [observed(3), observed(1), observed(2)];
    expect(planService({ ...desired, scale: 1 }, containers, 'diverged')).toEqual([
      { kind: 'keep', id: 'c1' },
      { kind: 'remove', id: 'c2' },
      { kind: 'remove', id: 'c3' },
    ]);
  });

  it('removes what has changed before what has not', () => {
    const containers = [observed(1, { configHash: 'old' }), observed(2)];
    expect(planService({ ...desired, scale: 1 }, containers, 'diverged')).toEqual([
      { kind: 'keep', id: 'c2' },
      { kind: 'remove', id: 'c1' },
    ]);
  });

  it.each<[string, Partial<Observed>]>([
    ['configuration', { configHash: 'old' }],
    ['image', { image: 'old' }],
    ['networks', { networks: [] }],
    ['volumes', { volumes: ['old'] }],
  ])('makes anew where the %s has changed', (_, more) => {
    expect(planService({ ...desired, scale: 1 }, [observed(1, more)], 'diverged')).toEqual([
      { kind: 'recreate', id: 'c1' },
    ]);
  });

  it('does not look at the networks of what does not run', () => {
    const container = observed(1, { networks: [], state: 'exited' });
    expect(planService({ ...desired, scale: 1 }, [container], 'diverged')).toEqual([
      { kind: 'keep', id: 'c1' },
    ]);
  });

  it('makes all anew or none where it is told to', () => {
    const changed = [observed(1), observed(2, { image: 'old' })];
    expect(planService(desired, changed, 'never')).toEqual([
      { kind: 'keep', id: 'c1' },
      { kind: 'keep', id: 'c2' },
    ]);
    expect(planService(desired, changed, 'force')).toEqual([
      { kind: 'recreate', id: 'c1' },
      { kind: 'recreate', id: 'c2' },
    ]);
  });
});
