import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('dd', () => {
  table([
    [`printf abcdefgh | dd bs=2 skip=1 count=2 status=noxfer`, 'cdef2+0 records in\n2+0 records out\n'],
    [`dd if=/dev/zero of=z bs=1k count=4 status=none; wc -c < z`, '4096\n'],
    [`printf 0123456789 > f; printf xyz | dd of=f bs=1 seek=2 conv=notrunc status=none; cat f`, '01xyz56789'],
    [`printf 0123456789 > f; printf xyz | dd of=f bs=1 seek=2 status=none; cat f`, '01xyz'],
    [`printf abc | dd conv=ucase status=none`, 'ABC'],
    [`dd if=nope; echo $?`, "dd: failed to open 'nope': No such file or directory\n1\n"],
    [
      `dd foo=1; dd bs=x`,
      "dd: unrecognized operand 'foo=1'\nTry 'dd --help' for more information.\ndd: invalid number: 'x'\n",
    ],
  ]);
});
