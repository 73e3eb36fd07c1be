import { describe } from 'vitest';
import { table } from '../../testing/table.ts';

const FILES = `printf 'a\\nb\\nc\\n' > x; printf 'a\\nB\\nc\\nd' > y`;

describe('diff', () => {
  table([
    [`${FILES}; diff x y; echo $?`, '2c2\n< b\n---\n> B\n3a4\n> d\n\\ No newline at end of file\n1\n'],
    [
      `${FILES}; diff -u --label l --label r x y`,
      '--- l\n+++ r\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n c\n+d\n\\ No newline at end of file\n',
    ],
    [
      `${FILES}; diff -q x y; diff x x; echo $?; diff x nope; echo $?`,
      'Files x and y differ\n0\ndiff: nope: No such file or directory\n2\n',
    ],
    [
      `diff a; echo $?`,
      "diff: missing operand after 'a'\ndiff: Try 'diff --help' for more information.\n2\n",
    ],
    [
      `mkdir -p d/s e; echo 1 > d/a; echo 2 > e/a; echo 3 > e/b; diff -r d e; echo $?`,
      'diff -r d/a e/a\n1c1\n< 1\n---\n> 2\nOnly in e: b\nOnly in d: s\n1\n',
    ],
    [
      `echo A > x; echo a > y; diff -i x y && echo same; echo 'a b' > x; echo ab > y; diff -w x y && echo same`,
      'same\nsame\n',
    ],
  ]);
});

describe('diff of busybox', () => {
  table(
    [
      [
        `${FILES}; diff x y`,
        '--- x\n+++ y\n@@ -1,3 +1,4 @@\n a\n-b\n+B\n c\n+d\n\\ No newline at end of file\n',
      ],
    ],
    { busybox: true },
  );
});
