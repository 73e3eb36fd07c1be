import { describe } from 'vitest';
import { table } from '../programs/testing/table.ts';

describe('a shell whose surroundings change', () => {
  table([
    ['mkdir d; cd d; rmdir ../d; pwd; cd ..; pwd', '/work/d\n/work\n'],
    [
      String.raw`printf '#!/bin/bash\r\necho hi\r\n' > f; chmod +x f; ./f; echo $?`,
      'sh: 1: ./f: not found\n127\n',
    ],
    [String.raw`printf '#! /bin/sh -e  \necho $0 $-\n' > f; chmod +x f; ./f`, './f e\n'],
  ]);
});
