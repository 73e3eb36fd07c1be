import { describe } from 'vitest';
import { table } from '../testing/table.ts';

const ENV = '/bin/env';

describe('echo, printf, seq, expr, test', () => {
  table([
    [
      `/bin/echo -e 'a\\tb'; /bin/echo -n x; /bin/printf '%s-%d\\n' a 1 b 2; /bin/printf '%05.1f|%x\\n' 3.14159 255`,
      'a\tb\nxa-1\nb-2\n003.1|ff\n',
    ],
    [
      `seq 3; seq 1 2 5; seq -w 8 10; seq -s, 3; seq a`,
      "1\n2\n3\n1\n3\n5\n08\n09\n10\n1,2,3\nseq: invalid floating point argument: 'a'\nTry 'seq --help' for more information.\n",
    ],
    [
      `expr 1 + 2; expr 5 \\* 3; expr abc : 'a\\(.*\\)'; expr 0; echo $?; expr 1 / 0; echo $?`,
      '3\n15\nbc\n0\n1\nexpr: division by zero\n2\n',
    ],
    [
      `${ENV} test 1 -lt 2; echo $?; ${ENV} [ a = b ]; echo $?; ${ENV} [ -d . -a ! -e q ]; echo $?; ${ENV} test x -eq 1; echo $?`,
      "0\n1\n0\ntest: invalid integer 'x'\n2\n",
    ],
    [`yes | head -2; yes ab | head -1; /bin/true; echo $?; /bin/false; echo $?`, 'y\ny\nab\n0\n1\n'],
  ]);
});

describe('environment, users, machine, time', () => {
  table([
    [
      String.raw`printf '#!/bin/env bash\r\n' > f; chmod +x f; ./f; echo $?`,
      "/bin/env: 'bash\\r': No such file or directory\n/bin/env: use -[v]S to pass options in shebang lines\n127\n",
    ],
    [
      String.raw`cat "$(printf 'a b')"; /bin/cat "$(printf 'f\r')"; head nosuch`,
      "cat: 'a b': No such file or directory\n/bin/cat: 'f'$'\\r': No such file or directory\nhead: cannot open 'nosuch' for reading: No such file or directory\n",
    ],
    [
      `env -i A=1 env; env -u PATH /bin/printenv PATH; echo $?; A=b printenv A; env nope; echo $?`,
      "A=1\n1\nb\nenv: 'nope': No such file or directory\n127\n",
    ],
    [
      `id; id -un; whoami; hostname; uname -srm; which ls nope; echo $?`,
      'uid=0(root) gid=0(root) groups=0(root)\nroot\nroot\nnode1\nLinux 6.8.0 x86_64\n/bin/ls\n1\n',
    ],
    [
      `date -u; date -d @0 +%FT%T; date -u -d '2024-02-29 12:00' +%s; sleep 2; date +%T; nproc`,
      'Thu Jan  1 00:00:00 UTC 2026\n1970-01-01T00:00:00\n1709208000\n00:00:02\n4\n',
    ],
    [
      `sleep x; sleep; echo $?`,
      "sleep: invalid time interval 'x'\nTry 'sleep --help' for more information.\nsleep: missing operand\nTry 'sleep --help' for more information.\n1\n",
    ],
    [
      `printf 12345 > f; du -b f; du -s nope; hello | sed -n '2p'; tty; echo $?`,
      "5\tf\ndu: cannot access 'nope': No such file or directory\nHello from Docker!\nnot a tty\n1\n",
    ],
  ]);
});
