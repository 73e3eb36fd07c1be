import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('kill, timeout, ps, pgrep', () => {
  table([
    [
      `timeout 0.1 sleep 5; echo $?; timeout 5 true; echo $?; timeout 1 nope; echo $?`,
      "124\n0\ntimeout: failed to run command 'nope': No such file or directory\n127\n",
    ],
    [
      `timeout -s KILL 1 sleep 5; echo $?; timeout; echo $?`,
      "137\nTry 'timeout --help' for more information.\n125\n",
    ],
    [
      `sleep 100 & /bin/kill $!; wait $!; echo $?; /bin/kill -l 9; /bin/kill 99999; echo $?`,
      '143\nKILL\n/bin/kill: (99999): No such process\n1\n',
    ],
    [
      `sleep 100 & ps -o pid,comm,args; pgrep sleep; pkill sleep; wait; pgrep sleep; echo $?`,
      '    PID COMMAND         COMMAND\n      1 sh              sh -c { sleep 100 & ps -o pid,comm,args; pgrep sleep; pkill sleep; wait; pgrep sleep; echo $??} 2>&1\n      2 sleep           sleep 100\n      3 ps              ps -o pid,comm,args\n2\n1\n',
    ],
    [`nohup echo a < /dev/null; nice -n 5 echo b; setsid echo c`, 'a\nb\nc\n'],
  ]);
});
