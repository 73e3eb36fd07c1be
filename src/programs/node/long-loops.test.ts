import { beforeAll, describe, expect, it } from 'vitest';
import { nodeHost } from '../../host/node.ts';
import { stillHost } from '../../kernel/testing/boot.ts';
import { runScript } from '../testing/run-script.ts';

beforeAll(() => {
  Object.assign(stillHost, { compile: nodeHost.compile });
});

/** Each computes for a while. */
const TIMEOUT = 60_000;

describe('what runs long inside of one call of the language can be ended', () => {
  it.each([
    'Array.prototype.includes.call({ length: 2 ** 53 - 1 }, 1)',
    '/(a+)+$/.test("a".repeat(40) + "b")',
    'Array(1e8).sort()',
    'let s = "a"; for (let i = 0; i < 26; i++) s += s; for (;;) s.indexOf("b")',
    '(2n ** 1000000n).toString()',
    'for (;;) Buffer.alloc(1e7).fill(1)',
    'let a = [{}]; for (let i = 0; i < 25; i++) a = [a, a]; JSON.stringify(a)',
    'require("crypto").pbkdf2Sync("a", "b", 1e9, 64, "sha256")',
  ])(
    '%s',
    async (code) => {
      const script = `node -e '${code}' & sleep 0.3; echo others go on; kill $!; wait $!; echo $?`;
      expect((await runScript(script)).stdout).toBe('others go on\n143\n');
    },
    TIMEOUT,
  );

  it.each(['new Array(1e9).fill(0)', 'Array.from({ length: 1e9 })'])(
    'or ends for want of memory: %s',
    async (code) => {
      expect((await runScript(`node -e '${code}' 2>/dev/null; echo $?`)).stdout).toBe('134\n');
    },
    TIMEOUT,
  );

  it(
    'and gives its result where it is waited for',
    async () => {
      const code =
        'const n = []; for (let i = 0; i < 1e5; i++) n.push((i * 7919) % 1000003); console.log(n.sort((a, b) => a - b)[12345])';
      const expected = Array.from({ length: 1e5 }, (_, i) => (i * 7919) % 1000003).sort(
        (a, b) => a - b,
      )[12345];
      expect((await runScript(`node -e '${code}'`)).stdout).toBe(`${expected}\n`);
    },
    TIMEOUT,
  );
});
