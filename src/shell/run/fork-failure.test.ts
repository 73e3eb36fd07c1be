import { expect, it } from 'vitest';
import { shell } from '../shell-program.ts';
import { bootWithPrograms, runScript } from '../../programs/testing/run-script.ts';

it('a fork bomb dies out, and others go on', async () => {
  const machine = bootWithPrograms({ bash: shell });
  const { stdout, stderr, status } = await runScript(
    `bash -c 'sleep 60 & :(){ :|:& }; :; wait; ps -eo stat | grep -c Z; echo alive'`,
    {
      machine,
    },
  );
  expect({ stdout, status }).toEqual({ stdout: '0\nalive\n', status: { code: 0 } });
  const said = stderr
    .trimEnd()
    .split('\n')
    .map((line) => line.replace(/^\w+: line 1: /, ''));
  expect(new Set(said)).toEqual(
    new Set(['fork: retry: Resource temporarily unavailable', 'fork: Resource temporarily unavailable']),
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
