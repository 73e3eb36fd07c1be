import { expect, it } from 'vitest';
import { openTestSession } from './support/open-session.ts';

it('an image for another processor can be pulled, but not run', async () => {
  const session = openTestSession('/tmp');
  const run = async (command: string): Promise<string> => {
    const { stdout, stderr, exitCode } = await session.run({ command: `{ ${command}; } 2>&1` });
    return `${stdout}${stderr}${exitCode}`;
  };
  await run('docker pull -q alpine:3.20');
  expect(await run(`docker run --rm -q --platform linux/arm64 alpine:3.20 true`)).toBe(
    "Unable to find image 'alpine:3.20' locally\nexec /bin/true: exec format error\n255",
  );
  expect(await run(`docker image inspect -f '{{.Architecture}}/{{.Variant}}' alpine:3.20`)).toBe(
    'arm64/v8\n0',
  );
  expect(await run('docker run --rm alpine:3.20 true')).toBe(
    "WARNING: The requested image's platform (linux/arm64/v8) does not match the detected host platform (linux/amd64/v3) and no specific platform was requested\n" +
      'exec /bin/true: exec format error\n255',
  );
  expect(await run('docker run --rm -q --platform linux/amd64 alpine:3.20 uname -m')).toBe(
    "Unable to find image 'alpine:3.20' locally\nx86_64\n0",
  );
  expect(await run('docker pull -q --platform linux/riscv64 alpine:3.20')).toBe(
    'Error response from daemon: no matching manifest for linux/riscv64 in the manifest list entries: no match for platform in manifest: not found\n1',
  );
});
