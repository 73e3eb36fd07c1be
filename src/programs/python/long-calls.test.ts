import { describe, expect, it } from 'vitest';
import { openTestSession } from '../../../test/support/open-session.ts';
import { PROJECT_FOLDER } from '../../world/world.ts';

/** Each starts two containers and computes for a while. */
const TIMEOUT = 60_000;
const KILLED = 'others go on\n137\n';

describe('what runs long inside of one call of something built in can be ended', () => {
  it.each([
    'import itertools; all(itertools.repeat(1))',
    '10**10**8',
    'str(10**100000)',
    'import itertools; max(itertools.count())',
  ])(
    '%s',
    async (code) => {
      const session = openTestSession(PROJECT_FOLDER);
      const script = `docker pull -q python:3.12-slim > /dev/null
docker run -d --name busy python:3.12-slim python -c '${code}' > /dev/null
sleep 0.3; docker run --rm python:3.12-slim echo others go on; docker kill busy > /dev/null; docker wait busy`;
      expect((await session.run({ command: script })).stdout).toBe(KILLED);
    },
    TIMEOUT,
  );

  it.each([
    'n = 10; n**n**8',
    'import itertools; max(itertools.count())',
    'while True: sorted(range(200000, 0, -1))',
  ])(
    'Ctrl-C raises KeyboardInterrupt, or memory ends: %s',
    async (code) => {
      const session = openTestSession(PROJECT_FOLDER);
      await session.run({ command: 'docker pull -q python:3.12-slim' });
      const command = `docker run --rm python:3.12-slim timeout -s INT 0.3 python -c '
try:
    ${code}
except (KeyboardInterrupt, MemoryError) as e:
    print(type(e).__name__)'`;
      const { stdout } = await session.run({ command });
      expect(stdout).toMatch(/^(KeyboardInterrupt|MemoryError)\n$/);
    },
    TIMEOUT,
  );
});
