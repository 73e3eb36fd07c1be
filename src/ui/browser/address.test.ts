import { describe, expect, it } from 'vitest';
import { AddressError, formatAddress, parseAddress } from './address.ts';
import { canStep, correct, NOWHERE, step, visit, type Navigation } from './navigation.ts';

describe('parseAddress', () => {
  it.each([
    ['localhost:4000', 'localhost:4000', '/'],
    ['4000', 'localhost:4000', '/'],
    [':4000/about.html', 'localhost:4000', '/about.html'],
    [' http://localhost:4000/a?b=1#c ', 'localhost:4000', '/a?b=1'],
    ['172.17.0.2', '172.17.0.2', '/'],
    ['localhost:80/x', 'localhost', '/x'],
  ])('%s', (typed, host, target) => {
    expect(parseAddress(typed)).toEqual({ host, target });
  });

  it.each(['', 'https://localhost', 'http://', 'a b'])('refuses %j with words', (typed) => {
    expect(() => parseAddress(typed)).toThrow(AddressError);
  });

  it('shows the root without its slash', () => {
    expect(formatAddress({ host: 'localhost:4000', target: '/' })).toBe('localhost:4000');
    expect(formatAddress({ host: 'localhost:4000', target: '/a' })).toBe('localhost:4000/a');
  });
});

describe('navigation', () => {
  it('goes back and forward, and forgets what was ahead', () => {
    const there = visit(visit(visit(NOWHERE as Navigation<string>, 'a'), 'b'), 'c');
    const back = step(step(there, -1), -1);
    expect(back).toEqual({ entries: ['a', 'b', 'c'], index: 0 });
    expect([canStep(back, -1), canStep(back, 1)]).toEqual([false, true]);
    expect(step(back, -1)).toEqual(back);
    expect(visit(back, 'd')).toEqual({ entries: ['a', 'd'], index: 1 });
    expect(correct(back, 'a2').entries).toEqual(['a2', 'b', 'c']);
  });
});
