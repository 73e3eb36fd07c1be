import { describe } from 'vitest';
import { table } from '../testing/table.ts';

describe('mkdir, rmdir, rm', () => {
  table([
    [
      `mkdir -p a/b; touch a/x; rm a; rm -r a; ls a`,
      "rm: cannot remove 'a': Is a directory\nls: cannot access 'a': No such file or directory\n",
    ],
    [
      `mkdir -pv m/n; mkdir m; rmdir m; rmdir -p m/n; ls -A`,
      "mkdir: created directory 'm'\nmkdir: created directory 'm/n'\nmkdir: cannot create directory 'm': File exists\nrmdir: failed to remove 'm': Directory not empty\n",
    ],
    [
      `rm nope; echo $?; rm -f nope; echo $?; mkdir -m 700 q; stat -c %a q`,
      "rm: cannot remove 'nope': No such file or directory\n1\n0\n700\n",
    ],
  ]);
});

describe('cp, mv, ln', () => {
  table([
    [
      `echo 1 > f; cp f g; cp -v g h; mv -v h i; cat g i; ls`,
      "'g' -> 'h'\nrenamed 'h' -> 'i'\n1\n1\nf\ng\ni\n",
    ],
    [
      `mkdir d; echo 1 > d/f; cp d e; cp -r d e; cat e/f; cp -r d e; ls e`,
      "cp: -r not specified; omitting directory 'd'\n1\nd\nf\n",
    ],
    [
      `cp nope x; cp a; mv nope x`,
      "cp: cannot stat 'nope': No such file or directory\ncp: missing destination file operand after 'a'\nTry 'cp --help' for more information.\nmv: cannot stat 'nope': No such file or directory\n",
    ],
    [
      `echo 1 > f; ln f g; stat -c %h f; ln -s f l; readlink l; ln -s x f; ln -sf g l; readlink l`,
      "2\nf\nln: failed to create symbolic link 'f': File exists\ng\n",
    ],
    [`cp -r . ./q`, "cp: cannot copy a directory, '.', into itself, './q'\n"],
  ]);
});

describe('ls', () => {
  table([
    [`mkdir d; touch .h b a; ls; ls -a; ls -A -1 -p`, 'a\nb\nd\n.\n..\n.h\na\nb\nd\n.h\na\nb\nd/\n'],
    [
      `printf 123 > f; chmod 640 f; touch -d '2025-12-31 10:20 UTC' f; ln -s f l; ls -l f; ls -l l | cut -c1-10`,
      '-rw-r----- 1 root root 3 Dec 31 10:20 f\nlrwxrwxrwx\n',
    ],
    [
      `touch -d '2020-01-02 UTC' a; touch b; ls -t; ls -rt; ls -ld --time-style=+%F a`,
      'b\na\na\nb\n-rw-r--r-- 1 root root 0 2020-01-02 a\n',
    ],
    [
      `ls nope; echo $?; ls --foo; echo $?`,
      "ls: cannot access 'nope': No such file or directory\n2\nls: unrecognized option '--foo'\nTry 'ls --help' for more information.\n2\n",
    ],
    [`mkdir -p d/e; touch d/f; ls -R d`, 'd:\ne\nf\n\nd/e:\n'],
  ]);
});

describe('chmod, chown, touch, stat', () => {
  table([
    [
      `touch f; chmod 640 f; chmod u+x,o=r f; stat -c '%a %A' f; chmod -R a-w .; stat -c %a f`,
      '744 -rwxr--r--\n544\n',
    ],
    [
      `touch f; chown nobody:nogroup f; stat -c '%U %G %u' f; chown nouser f; chmod zzz f`,
      "nobody nogroup 65534\nchown: invalid user: 'nouser'\nchmod: invalid mode: 'zzz'\nTry 'chmod --help' for more information.\n",
    ],
    [
      `touch -c nope; ls; touch /no/pe; stat nope`,
      "touch: cannot touch '/no/pe': No such file or directory\nstat: cannot statx 'nope': No such file or directory\n",
    ],
  ]);
});

describe('find, xargs', () => {
  const TREE = 'mkdir -p d/e; touch d/a.txt d/e/b.log';
  table([
    [
      `${TREE}; find d; find . -name '*.txt'; find d -type d; find d -maxdepth 1 -type f`,
      'd\nd/a.txt\nd/e\nd/e/b.log\n./d/a.txt\nd\nd/e\nd/a.txt\n',
    ],
    [
      `${TREE}; find d -type f -exec echo {} \\;; find d -type f -exec echo {} +; find d ! -name '*.txt' -a -type f -o -name e`,
      'd/a.txt\nd/e/b.log\nd/a.txt d/e/b.log\nd/e\nd/e/b.log\n',
    ],
    [
      `${TREE}; find d -name '*.log' -delete; find d -empty; find nope; echo $?`,
      "d/a.txt\nd/e\nfind: 'nope': No such file or directory\n1\n",
    ],
    [
      `printf 'a b\\n' | xargs -n1 echo x; printf 'a\\nb\\n' | xargs -I{} echo '[{}]'; printf 'a\\0b c\\0' | xargs -0 printf '%s;'`,
      'x a\nx b\n[a]\n[b]\na;b c;',
    ],
  ]);
});

describe('names', () => {
  table([
    [
      `basename /a/b.txt .txt; dirname /a/b; dirname x; basename; realpath .//; ln -s /work l; readlink -f l/x`,
      "b\n/a\n.\nbasename: missing operand\nTry 'basename --help' for more information.\n/work\n/work/x\n",
    ],
    [`cd "$(mktemp -d)"; pwd | cut -c1-9; f=$(mktemp); test -f $f && stat -c %a $f`, '/tmp/tmp.\n600\n'],
  ]);
});

describe('busybox wording', () => {
  table(
    [
      ['ls x; echo $?', 'ls: x: No such file or directory\n1\n'],
      [
        'rm x; cp x y; mv x y; mkdir /a/b',
        "rm: can't remove 'x': No such file or directory\ncp: can't stat 'x': No such file or directory\nmv: can't rename 'x': No such file or directory\nmkdir: can't create directory '/a/b': No such file or directory\n",
      ],
    ],
    { busybox: true },
  );
});

describe('holes in files', () => {
  table([
    [
      `truncate -s 1G big; ls -s big; du big; du -b big; stat -c '%s %b' big; cp big copy; stat -c '%s %b' copy`,
      '0 big\n0\tbig\n1073741824\tbig\n1073741824 0\n1073741824 0\n',
    ],
    [
      `head -c 8192 /dev/zero > f; cp f g; du f g; cp --sparse=always f h; stat -c '%s %b' h; cmp f h; cp --sparse=never h i; du i`,
      '8\tf\n8\tg\n8192 0\n8\ti\n',
    ],
    [
      `echo x | dd of=f bs=1 seek=1M status=none; du f; echo 1 >> f; du f; truncate -s 5 f; du f; cat f | od -An -c`,
      '4\tf\n4\tf\n0\tf\n  \\0  \\0  \\0  \\0  \\0\n',
    ],
    [
      `fallocate -l 1M f; stat -c '%s %b' f; fallocate -n -l 2M f; stat -c '%s %b' f; fallocate -p -o 0 -l 1M f; stat -c '%s %b' f`,
      '1048576 2048\n1048576 4096\n1048576 0\n',
    ],
    [
      `fallocate; fallocate f; fallocate -l 0 f; fallocate -l 1x f; fallocate -l 1K /no/f; cp --sparse=so a b; echo $?`,
      "fallocate: no filename specified\nfallocate: no length argument specified\nfallocate: invalid length value specified\nfallocate: invalid length value specified\nfallocate: cannot open /no/f: No such file or directory\ncp: invalid argument 'so' for '--sparse'\nValid arguments are:\n  - 'never'\n  - 'auto'\n  - 'always'\nTry 'cp --help' for more information.\n1\n",
    ],
  ]);
});
