import { describe, expect, it } from 'vitest';
import { FREE, takeSeats } from './seats.ts';

describe('takeSeats', () => {
  it('moves nobody when one goes, and gives the free seat to who comes next', () => {
    expect(takeSeats(['a', 'b', 'c'], ['a', 'c'])).toEqual(['a', FREE, 'c']);
    expect(takeSeats(['a', FREE, 'c'], ['a', 'c', 'd'])).toEqual(['a', 'd', 'c']);
    expect(takeSeats(['a', 'b'], ['a', 'b', 'c'])).toEqual(['a', 'b', 'c']);
  });

  it('keeps no free seats at the end, nor many of them', () => {
    expect(takeSeats(['a', 'b', 'c'], ['a'])).toEqual(['a']);
    const seats = Array.from({ length: 9 }, (_, index) => `c${index}`);
    expect(takeSeats(seats, ['c0', 'c8'])).toEqual(['c0', 'c8']);
    expect(takeSeats(['a', 'b'], [])).toEqual([]);
  });

  it('is the same list where nothing changed', () => {
    const seats = ['a', FREE, 'c'];
    expect(takeSeats(seats, ['a', 'c'])).toBe(seats);
  });
});
