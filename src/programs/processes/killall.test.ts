import { expect, it } from 'vitest';
import { runScript } from '../testing/run-script.ts';

it('killall ends processes by name', async () => {
  const { stdout, stderr } = await runScript(
    'sleep 100 & sleep 200 & killall sleep; echo $?; wait; killall sleep; echo $?',
  );
  expect({ stdout, stderr }).toEqual({ stdout: '0\n1\n', stderr: 'sleep: no process found\n' });
});

it('pstree counts equal processes', async () => {
  const { stdout } = await runScript(
    "sleep 100 & sleep 200 & sh -c 'sleep 300; true' & pstree; kill %1 %2 %3",
  );
  expect(stdout).toBe('sh-+-2*[sleep]\n   |-sh---sleep\n   `-pstree\n');
});
