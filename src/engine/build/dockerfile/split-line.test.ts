import { describe, expect, it } from 'vitest';
import { splitInstruction } from './split-line.ts';

describe('splitInstruction', () => {
  it.each([
    ['  FROM\ta  b ', { name: 'FROM', flags: [], rest: 'a  b' }],
    ['COPY', { name: 'COPY', flags: [], rest: '' }],
    ['COPY --from=x --chown="a b" c d', { name: 'COPY', flags: ['--from=x', '--chown=a b'], rest: 'c d' }],
    ['RUN --a\\ b -- --c', { name: 'RUN', flags: ['--a b'], rest: '--c' }],
    ['RUN -x --y', { name: 'RUN', flags: [], rest: '-x --y' }],
  ])('%j', (line, parts) => {
    expect(splitInstruction(line)).toEqual(parts);
  });
});
