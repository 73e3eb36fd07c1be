import { describe, expect, it } from 'vitest';
import { runScript } from '../testing/run-script.ts';

describe('what reads for ever', () => {
  it.each(['tail /dev/zero', 'sort /dev/zero', 'tac /dev/zero', 'yes | sort'])(
    '%s is killed',
    async (script) => {
      const { stdout, status } = await runScript(`${script}; echo $?`);
      expect({ stdout, status }).toEqual({ stdout: '137\n', status: { code: 0 } });
    },
  );
});

it('a line may be longer than what is read at once', async () => {
  const { stdout } = await runScript(
    '{ head -c 200000 /dev/zero | tr "\\0" x; echo; echo y; } | sort -r | cut -c1-3',
  );
  expect(stdout).toBe('y\nxxx\n');
});
