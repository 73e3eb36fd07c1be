import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const TREE = 'mkdir -p t/a/b t/c; echo 1 > t/a/x; ln -s x t/a/y; echo 2 > t/.hidden; echo 3 > t/z';

describe('tree', () => {
  table([
    [
      `${TREE}; tree t`,
      't\n├── a\n│\u00a0\u00a0 ├── b\n│\u00a0\u00a0 ├── x\n│\u00a0\u00a0 └── y -> x\n├── c\n└── z\n\n4 directories, 3 files\n',
    ],
    [`${TREE}; tree -L 1 -a -I 'c|z' t`, 't\n├── .hidden\n└── a\n\n2 directories, 1 file\n'],
    [`${TREE}; tree -d t/a`, 't/a\n└── b\n\n2 directories\n'],
    [`tree nope; echo $?`, 'nope  [error opening dir]\n\n0 directories, 0 files\n2\n'],
  ]);
});

describe('install', () => {
  table([
    [`echo hi > f; install -m 600 f g; stat -c %a g; install -D f q/w/e; cat q/w/e`, '600\nhi\n'],
    [
      `install -d a/b; ls -d a/b; install nope x; echo $?`,
      "a/b\ninstall: cannot stat 'nope': No such file or directory\n1\n",
    ],
    [
      `install f`,
      "install: missing destination file operand after 'f'\nTry 'install --help' for more information.\n",
    ],
  ]);
});
