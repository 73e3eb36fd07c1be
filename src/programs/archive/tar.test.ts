import { describe, expect, it } from 'vitest';
import { toBytes } from '../../lib/bytes.ts';
import { table } from '../testing/table.ts';
import { readTar, writeTar, type TarMember } from '../../lib/tar-format.ts';

const TREE = `umask 022; mkdir -p d/e; echo hi > d/f; ln -s f d/l; touch -d '2025-12-31 10:20 UTC' d/f`;

describe('tar', () => {
  table([
    [
      `truncate -s 3G big; tar cf a.tar big; echo $?; truncate -s 1M big; tar cf a.tar big; tar tf a.tar`,
      'Killed\n137\nbig\n',
    ],
    [`${TREE}; tar cf a.tar d; tar tf a.tar; wc -c < a.tar`, 'd/\nd/e/\nd/f\nd/l\n10240\n'],
    [
      `${TREE}; tar -cf a.tar -C d f l; tar -tvf a.tar | head -1; mkdir x; tar -xvf a.tar -C x; cat x/l`,
      '-rw-r--r-- root/root         3 2025-12-31 10:20 f\nf\nl\nhi\n',
    ],
    [
      `${TREE}; tar c d | tar x -C / -f -; stat -c '%y' /d/f | cut -c1-16; cat /d/l`,
      '2025-12-31 10:20\nhi\n',
    ],
    [
      `${TREE}; tar cf a.tar /work/d/f; tar tf a.tar; tar xf a.tar --strip-components=2; ls`,
      "tar: Removing leading `/' from member names\nwork/d/f\na.tar\nd\nf\n",
    ],
    [
      `${TREE}; tar cf a.tar --exclude=e d; tar tf a.tar; tar xOf a.tar d/f; tar xf a.tar nope; echo $?`,
      'd/\nd/f\nd/l\nhi\ntar: nope: Not found in archive\ntar: Exiting with failure status due to previous errors\n2\n',
    ],
    [
      `tar xf no.tar; echo $?; tar cf a.tar no; echo $?`,
      'tar: no.tar: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now\n2\ntar: no: Cannot stat: No such file or directory\ntar: Exiting with failure status due to previous errors\n2\n',
    ],
    [
      `${TREE}; tar cf a.tar d; tar xf a.tar -C /nosuch; echo $?`,
      'tar: /nosuch: Cannot open: No such file or directory\ntar: Error is not recoverable: exiting now\n2\n',
    ],
    [
      `echo x > f; tar tf f; echo $?; tar f f; echo $?`,
      "tar: This does not look like a tar archive\ntar: Exiting with failure status due to previous errors\n2\ntar: You must specify one of the '-Acdtrux', '--delete' or '--test-label' options\nTry 'tar --help' or 'tar --usage' for more information.\n2\n",
    ],
  ]);
});

describe('readTar', () => {
  it('gives back what writeTar was given, long names too', () => {
    const common = { mode: 0o640, uid: 1000, gid: 50, user: 'u', group: 'g', mtimeMs: 1_700_000_000_000 };
    const members: TarMember[] = [
      { ...common, name: `${'long/'.repeat(40)}f`, type: 'file', target: '', data: toBytes('x'.repeat(600)) },
      { ...common, name: 'l', type: 'symlink', target: 't'.repeat(150), data: toBytes('') },
    ];
    expect(readTar(writeTar(members))).toEqual(members);
  });
});
