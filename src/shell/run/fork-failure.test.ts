import { expect, it } from 'vitest';
import { shell } from '../shell-program.ts';
import { bootWithPrograms, runScript } from '../../programs/testing/run-script.ts';

it('a fork bomb dies out, and others go on', async () => {
  const machine = bootWithPrograms({ bash: shell });
  const { stdout, stderr, status } = await runScript(
    `bash -c 'sleep 60 & :(){ :|:& }; :; wait; ps -e | grep -c defunct; echo alive'`,
    {
      machine,
    },
  );
  expect({ stdout, status }).toEqual({ stdout: '0\nalive\n', status: { code: 0 } });
  expect(new Set(stderr.trimEnd().split('\n'))).toEqual(
    new Set([
      'bash: line 1: fork: retry: Resource temporarily unavailable',
      'bash: line 1: fork: Resource temporarily unavailable',
    ]),
  );
});

it('a shell that can not fork says so as its kind does', async () => {
  const machine = bootWithPrograms();
  machine.kernel.rootCgroup.limit({ processes: 1 });
  expect(await runScript('/busybox/ls; echo after', { machine, busybox: true })).toEqual({
    stdout: '',
    stderr: "sh: can't fork: Resource temporarily unavailable\n",
    status: { code: 2 },
  });
});
