import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RoundRobin } from './round-robin.ts';

const take = (balancer: RoundRobin, times: number): (string | undefined)[] =>
  Array.from({ length: times }, () => balancer.next());

describe('round robin', () => {
  it('serves in turn, the one that came last first', () => {
    const balancer = new RoundRobin();
    balancer.setBackends(['a', 'b', 'c']);
    expect(take(balancer, 5)).toEqual(['c', 'b', 'a', 'c', 'b']);
  });

  it('has nobody without backends', () => {
    const balancer = new RoundRobin();
    expect(balancer.next()).toBeUndefined();
    balancer.setBackends(['a']);
    expect(take(balancer, 2)).toEqual(['a', 'a']);
    balancer.setBackends([]);
    expect(balancer.next()).toBeUndefined();
  });

  it('goes on where it was when backends come and go', () => {
    const balancer = new RoundRobin();
    balancer.setBackends(['a', 'b', 'c', 'd']);
    expect(take(balancer, 2)).toEqual(['d', 'c']);
    balancer.setBackends(['a', 'b', 'd']);
    expect(take(balancer, 1)).toEqual(['b']);
    balancer.setBackends(['a', 'b', 'd', 'e']);
    expect(take(balancer, 4)).toEqual(['a', 'e', 'd', 'b']);
    balancer.setBackends(['e', 'a']);
    expect(take(balancer, 3)).toEqual(['a', 'e', 'a']);
  });

  it('is fair and never picks one that went, whatever the table was before', () => {
    const names = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'));
    fc.assert(
      fc.property(fc.array(fc.tuple(names, fc.nat(9))), names, (history, backends) => {
        const balancer = new RoundRobin();
        for (const [table, picks] of history) {
          balancer.setBackends(table);
          for (const pick of take(balancer, picks))
            expect(table.length ? table : [undefined]).toContain(pick);
        }
        balancer.setBackends(backends);
        const round = take(balancer, backends.length);
        expect([...round].sort()).toEqual([...backends].sort());
        expect(take(balancer, backends.length)).toEqual(round);
      }),
    );
  });
});
