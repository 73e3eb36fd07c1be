import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const FILES = `printf 'aa\\nbb\\n' > x; printf 'aa\\nbc\\n' > y; printf 'aa\\n' > z; : > e`;

describe('cmp', () => {
  table([
    [
      `${FILES}; cmp x y; echo $?; cmp x x; echo $?; cmp -s x y; echo $?`,
      'x y differ: byte 5, line 2\n1\n0\n1\n',
    ],
    [
      `${FILES}; cmp x z; cmp x e; cmp -l x y`,
      'cmp: EOF on z after byte 3, line 1\ncmp: EOF on e which is empty\n5 142 143\n',
    ],
    [`${FILES}; cmp x nope; echo $?`, 'cmp: nope: No such file or directory\n2\n'],
  ]);
});

describe('split', () => {
  table([
    [`seq 5 > s; split -l 2 s; echo *; cat xaa`, 's xaa xab xac\n1\n2\n'],
    [`seq 5 > s; split -b 4 -d s p; echo p*; cat p02`, 'p00 p01 p02\n5\n'],
  ]);
});
