import { describe, expect, it } from 'vitest';
import { RealTimePace } from './real-time-pace.ts';

function pace(): { pace: RealTimePace; pass: (ms: number) => void } {
  let realMs = 100;
  const pass = (ms: number): void => {
    realMs += ms;
  };
  return { pace: new RealTimePace(() => realMs, 0), pass };
}

describe('virtual time beside the host’s clock', () => {
  it('follows all of it while nothing can run', () => {
    const { pace: real, pass } = pace();
    real.rest();
    pass(250);
    expect(real.follow(0)).toBe(250);
  });

  it('loses what a slow host needs for little work', () => {
    const { pace: real, pass } = pace();
    real.charge(2);
    pass(500);
    expect(real.follow(2)).toBe(8);
    real.rest();
    pass(10);
    expect(real.follow(8)).toBe(18);
  });

  it('leads by what work was charged, and never goes back', () => {
    const { pace: real, pass } = pace();
    pass(5);
    expect([real.leadMs(25), real.follow(25)]).toEqual([20, 25]);
  });

  it('runs at another speed from where it is', () => {
    const { pace: real, pass } = pace();
    real.start(1000, 10);
    real.rest();
    pass(20);
    expect([real.follow(1000), real.toRealMs(50)]).toEqual([1200, 5]);
  });
});
