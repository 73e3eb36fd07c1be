import { table } from '../testing/table.ts';

table([
  ["/bin/time -f '%e %x %C%%\\t%M' sleep 1.25", '1.25 0 sleep 1.25%\t0\n'],
  ['command time -f %E sleep 61; command time -p sleep 0.5 2>&1 | grep real', '1:01.00\nreal 0.50\n'],
  [
    "/bin/time -f %x sh -c 'exit 3'; echo $?; /bin/time -q -o out -f %x false; cat out",
    'Command exited with non-zero status 3\n3\n3\n1\n',
  ],
  ['/bin/time nosuch; echo $?', '/bin/time: cannot run nosuch: No such file or directory\n127\n'],
]);

table([['/busybox/time sleep 1 2>&1 | head -n 1', 'real\t0m 1.00s\n']], { busybox: true });
