import { describe, expect, it } from 'vitest';
import { electLeader, type Candidate } from './elect-leader.ts';

const manager = (nodeId: string, index = 5, createdMs = 0): Candidate => ({ nodeId, index, createdMs });

describe('the election of a leader', () => {
  it('needs more than half of the managers', () => {
    expect(electLeader([manager('a')], 1, undefined)).toBe('a');
    expect(electLeader([manager('a')], 2, 'a')).toBeUndefined();
    expect(electLeader([manager('a'), manager('b')], 3, 'c')).toBe('a');
    expect(electLeader([manager('a'), manager('b')], 4, 'a')).toBeUndefined();
    expect(electLeader([manager('a'), manager('b'), manager('c')], 5, 'e')).toBe('a');
  });

  it('keeps the leader, and else takes who knows most, the eldest of these', () => {
    const three = [manager('a', 5, 30), manager('b', 7, 20), manager('c', 7, 10)];
    expect(electLeader(three, 3, 'a')).toBe('a');
    expect(electLeader(three, 3, undefined)).toBe('c');
    expect(electLeader([manager('b'), manager('a')], 3, undefined)).toBe('a');
  });
});
