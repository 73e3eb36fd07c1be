import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('getopt', () => {
  table([
    [
      `set -- -a -bx --long y --opt rest "it's" -- -z; getopt -o ab: -l long:,opt:: -n me -- "$@"; echo $?`,
      ` -a -b 'x' --long 'y' --opt '' -- 'rest' 'it'\\''s' '-z'\n0\n`,
    ],
    ['getopt ab: -a -b x "y z"; getopt -T; echo $?', ' -a -b x -- y z\n4\n'],
    [
      'getopt -o a -n me -- -q; echo $?; getopt -o b: -l long: -n me -- -b; getopt -o b: -l long: -n me -- --long; getopt -o a -n me -- --no',
      "me: invalid option -- 'q'\n1\nme: option requires an argument -- 'b'\nme: option '--long' requires an argument\nme: unrecognized option '--no'\n",
    ],
  ]);
});

describe('base32', () => {
  table([
    [
      'printf hello | base32; printf "" | base32; printf a | base32; printf abcdef | base32 | base32 -d',
      'NBSWY3DP\nME======\nabcdef',
    ],
    [
      'seq 30 | base32 -w 20 | head -n 2; printf "ME=====" | base32 -d; echo " $?"',
      'GEFDECRTBI2AUNIKGYFD\nOCRYBI4QUMJQBIYTCCRR\nbase32: invalid input\n 1\n',
    ],
  ]);
});

describe('mountpoint, sysctl, stdbuf', () => {
  table([
    [
      'mountpoint /proc; echo $?; mountpoint /work; echo $?; mountpoint -q /nosuch; echo $?; mountpoint /nosuch',
      '/proc is a mountpoint\n0\n/work is not a mountpoint\n32\n1\nmountpoint: /nosuch: No such file or directory\n',
    ],
    [
      'sysctl net.ipv4.ip_forward; sysctl -n net.ipv4.ip_forward; sysctl no.such; echo $?',
      'net.ipv4.ip_forward = 1\n1\nsysctl: cannot stat /proc/sys/no/such: No such file or directory\n1\n',
    ],
    [
      'stdbuf -oL echo hi; stdbuf echo; echo $?',
      "hi\nstdbuf: you must specify a buffering mode option\nTry 'stdbuf --help' for more information.\n125\n",
    ],
  ]);
});

describe('cal of busybox', () => {
  table(
    [
      [
        'cal 3 2024; cal -j 2 2024; cal 2024 | md5sum',
        '     March 2024\nSu Mo Tu We Th Fr Sa\n                1  2\n 3  4  5  6  7  8  9\n10 11 12 13 14 15 16\n17 18 19 20 21 22 23\n24 25 26 27 28 29 30\n31\n       February 2024\n Su  Mo  Tu  We  Th  Fr  Sa\n                 32  33  34\n 35  36  37  38  39  40  41\n 42  43  44  45  46  47  48\n 49  50  51  52  53  54  55\n 56  57  58  59  60\n                            \n' +
          'b50733dd4ee7b138d2b3a7e4e6170c9e  -\n',
      ],
      ['cal 13 2024; cal x', "cal: number 13 is not in 1..12 range\ncal: invalid number 'x'\n"],
    ],
    { busybox: true },
  );
});

describe('date of busybox', () => {
  table([['date -d @0 +%s%Nx%%N', '0%Nx%N\n']], { busybox: true });
  table([['date -d @0 +%s%Nx%%N', '0000000000x%N\n']]);
});

describe('findmnt', () => {
  table([
    [
      'findmnt -n -o TARGET,FSTYPE /proc; findmnt /nope; echo $?; findmnt -o FOO; echo $?',
      '/proc proc\n1\nfindmnt: unknown column: FOO\n1\n',
    ],
    ['LC_ALL=C findmnt -o TARGET | sed -n 1,2p', 'TARGET\n/\n'],
  ]);
});
