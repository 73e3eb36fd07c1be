import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('cat, head, tail, wc', () => {
  table([
    [
      `printf 'a\\nb\\n' > f; cat -n f; cat f nope; echo $?`,
      '     1\ta\n     2\tb\na\nb\ncat: nope: No such file or directory\n1\n',
    ],
    [`printf 'a\\tb\\n' | cat -A`, 'a^Ib$\n'],
    [
      `seq 3 > f; seq 9 > g; head -n 1 f g; head -n -2 f; head -c 3 g`,
      '==> f <==\n1\n\n==> g <==\n1\n1\n1\n2',
    ],
    [
      `seq 5 | tail -n 2; seq 5 | tail -n +4; seq 5 | tail -1; tail nope`,
      "4\n5\n4\n5\n5\ntail: cannot open 'nope' for reading: No such file or directory\n",
    ],
    [`seq 3 > f; (sleep 1; echo 4 >> f; sleep 1; echo 5 >> f) & timeout 5 tail -n 1 -f f`, '3\n4\n5\n'],
    [
      `printf 'a b\\nc\\n' > f; wc f; wc -l f f; printf abc | wc -c; wc -L f`,
      '2 3 6 f\n 2 f\n 2 f\n 4 total\n3\n3 f\n',
    ],
  ]);
});

describe('grep', () => {
  const F = `printf 'foo\\nbar\\nFoo\\nbaz\\n' > f`;
  table([
    [`${F}; grep -n foo f; grep -ci foo f; grep -v a f; grep -o 'ba.' f`, '1:foo\n2\nfoo\nFoo\nbar\nbaz\n'],
    [`${F}; grep -E 'foo|bar' f; grep -F . f; echo $?; grep -q foo f; echo $?`, 'foo\nbar\n1\n0\n'],
    [`${F}; grep -w fo f; grep -x foo f; grep -e foo -e baz f`, 'foo\nfoo\nbaz\n'],
    [
      `${F}; grep -A1 foo f; grep -n -B1 baz f; printf 'a\\nb\\nc\\na\\n' | grep -A1 a`,
      'foo\nbar\n3-Foo\n4:baz\na\nb\n--\na\n',
    ],
    [
      `${F}; grep -l foo f nope; echo $?; grep -rn foo .`,
      'f\ngrep: nope: No such file or directory\n2\n./f:1:foo\n',
    ],
    [
      `grep; echo $?`,
      "Usage: grep [OPTION]... PATTERNS [FILE]...\nTry 'grep --help' for more information.\n2\n",
    ],
    [`echo foo | grep --color=always o`, 'f\x1b[01;31m\x1b[Ko\x1b[m\x1b[K\x1b[01;31m\x1b[Ko\x1b[m\x1b[K\n'],
  ]);
});

describe('sed', () => {
  table([
    [
      `printf 'a b\\n' | sed 's/\\(.\\) \\(.\\)/\\2 \\1/'; seq 3 | sed -n 2p; seq 3 | sed '2d;s/3/x/'`,
      'b a\n2\n1\nx\n',
    ],
    [
      `printf 'a\\nb\\n' | sed -e '1i\\' -e 'top' -e '$a end'; seq 4 | sed -n '/2/,/3/p;$='`,
      'top\na\nb\nend\n2\n3\n4\n',
    ],
    [
      `printf 'x=1\\n' > f; sed -i 's/1/2/' f; cat f; sed -E 's/([a-z])=/\\1:/' f; sed y/x/z/ f`,
      'x=2\nx:2\nz=2\n',
    ],
    [
      `printf 'a\\nb\\n' | sed 'N;s/\\n/,/'; echo abcb | sed 's/b/[&]/2'; echo a/b | sed 's|/|-|g'`,
      'a,b\nabc[b]\na-b\n',
    ],
    [`printf '1\\n2\\n3\\n' | sed '1!G;h;$!d'; seq 3 | sed ':a;N;$!ba;s/\\n/+/g'`, '3\n2\n1\n1+2+3\n'],
    [
      `echo | sed 's/x/y'; echo $?; sed p nope; echo $?`,
      "sed: -e expression #1, char 5: unterminated `s' command\n1\nsed: can't read nope: No such file or directory\n2\n",
    ],
  ]);
});

describe('sort, uniq, cut, tr, tee and the line tools', () => {
  table([
    [`printf '10\\n9\\n2\\n' | sort; printf '10\\n9\\n2\\n' | sort -rn`, '10\n2\n9\n10\n9\n2\n'],
    [
      `printf 'b 2\\na 10\\n' | sort -k2,2nr; printf 'a:2\\nb:1\\n' | sort -t: -k2; printf 'a\\nb\\na\\n' | sort -u`,
      'a 10\nb 2\nb:1\na:2\na\nb\n',
    ],
    [
      `printf 'b\\na\\n' | sort -c; echo $?; sort nope`,
      'sort: -:2: disorder: a\n1\nsort: cannot read: nope: No such file or directory\n',
    ],
    [
      `printf 'x\\nx\\ny\\n' | uniq -c; printf 'x\\nx\\ny\\n' | uniq -d; printf 'x\\nx\\ny\\n' | uniq -u`,
      '      2 x\n      1 y\nx\ny\n',
    ],
    [`echo a:b:c | cut -d: -f1,3; echo hello | cut -c2-4; printf 'a\\tb\\n' | cut -f2`, 'a:c\nell\nb\n'],
    [
      `echo hello | tr a-y b-z; echo aabb | tr -s a; echo abc | tr -d b; echo hi | tr '[:lower:]' '[:upper:]'`,
      'ifmmp\nabb\nac\nHI\n',
    ],
    [
      `echo no | tee t | cat; echo yes | tee -a t > /dev/null; cat t; echo | tee /nope/x > /dev/null`,
      'no\nno\nyes\ntee: /nope/x: No such file or directory\n',
    ],
    [
      `printf 'a\\nb\\n' | tac; echo abc | rev; printf 'a\\n\\nb\\n' | nl; echo abcdefgh | fold -w3`,
      'b\na\ncba\n     1\ta\n       \n     2\tb\nabc\ndef\ngh\n',
    ],
    [
      `printf 'a\\nb\\n' > x; printf 'b\\nc\\n' > y; paste x y; paste -sd, x; comm x y`,
      'a\tb\nb\tc\na,b\na\n\t\tb\n\tc\n',
    ],
    [
      `echo hello | md5sum; echo hello | base64; echo aGVsbG8K | base64 -d`,
      'b1946ac92492d2347c6235b4d2611184  -\naGVsbG8K\nhello\n',
    ],
    [
      `echo hello | sha256sum > s; sed 's/-$/f/' s > t; echo hello > f; sha256sum -c t; echo hi | od -c`,
      'f: OK\n0000000   h   i  \\n\n0000003\n',
    ],
  ]);
});

describe('busybox wording', () => {
  table(
    [
      ['cat x; echo $?', "cat: can't open 'x': No such file or directory\n1\n"],
      [
        'head x; grep a x; sort x',
        'head: x: No such file or directory\ngrep: x: No such file or directory\nsort: x: No such file or directory\n',
      ],
      ['seq 3 | wc', '        3         3         6\n'],
    ],
    { busybox: true },
  );
});
