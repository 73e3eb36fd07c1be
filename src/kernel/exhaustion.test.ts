import { expect, it } from 'vitest';
import { isLoadFailure } from '../lib/load-failure.ts';
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

it('ends a program whose code did not come as a disk does that can’t be read, and the next try is another', async () => {
  const gone = [
    Object.assign(new Error('x.wasm could not be loaded (404)'), { name: 'LoadError' }),
    new TypeError('Failed to fetch dynamically imported module: x.js'),
    new TypeError('Importing a module script failed.'),
  ];
  const errors = [...gone];
  const machine = bootForTest({
    main: () => {
      const error = errors.shift();
      if (error) throw error;
      return 0;
    },
  });
  for (const error of gone) {
    expect((await runForTest(machine, '/bin/main', ['main'])).status).toEqual({ signal: 'SIGBUS' });
    expect(isLoadFailure(error)).toBe(true);
  }
  expect((await runForTest(machine, '/bin/main', ['main'])).status).toEqual({ code: 0 });
  expect(isLoadFailure(new TypeError('x is not a function'))).toBe(false);
});
