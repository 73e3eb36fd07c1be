import { describe, expect, it } from 'vitest';
import { BUSYBOX_APPLETS, PROGRAMS } from './program-table.ts';
import { table } from './testing/table.ts';

describe('busybox', () => {
  it('has a program for every applet', () => {
    expect(BUSYBOX_APPLETS.filter((name) => !PROGRAMS.has(name))).toEqual([]);
  });

  table(
    [
      ['busybox echo a b; busybox nope; echo $?', 'a b\nnope: applet not found\n127\n'],
      [
        "busybox | head -1; busybox --list | grep -c '^ls$'",
        'BusyBox v1.37.0 (2025-01-17 18:12:01 UTC) multi-call binary.\n1\n',
      ],
    ],
    { busybox: true },
  );
});
