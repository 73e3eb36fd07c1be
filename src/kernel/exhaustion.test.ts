import { expect, it } from 'vitest';
import { exhaustionSignal } from './exhaustion.ts';
import { bootForTest, runForTest } from './testing/boot.ts';

it.each([
  [new RangeError('Invalid string length'), 'SIGKILL'],
  [new RangeError('Array buffer allocation failed'), 'SIGKILL'],
  [new RangeError('Maximum call stack size exceeded'), 'SIGSEGV'],
  [new RangeError('toFixed() digits argument must be between 0 and 100'), undefined],
  [new TypeError('x is not a function'), undefined],
])('%s', (error, signal) => {
  expect(exhaustionSignal(error)).toBe(signal);
});

it('ends the program without a report of a bug', async () => {
  const machine = bootForTest({
    main: () => {
      let text = 'a';
      for (;;) text += text;
    },
  });
  const { status } = await runForTest(machine, '/bin/main', ['main']);
  expect({ status, errors: machine.errors }).toEqual({ status: { signal: 'SIGKILL' }, errors: [] });
});
