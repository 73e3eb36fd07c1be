import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootForTest, runForTest } from '../../src/kernel/testing/boot.ts';
import { shell } from '../../src/shell/shell-program.ts';

/** Scripts of ours with what real bash printed; `npm run record-shell` (test/shell/record.sh) makes the file anew. */
const CASES = JSON.parse(readFileSync(new URL('./recorded.json', import.meta.url), 'utf8')) as {
  script: string;
  stdout: string;
  status: number;
}[];

function realBash(script: string): { stdout: string; status: number } {
  try {
    return {
      stdout: execFileSync('bash', ['-c', script], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        cwd: '/',
      }),
      status: 0,
    };
  } catch (error) {
    const failed = error as { stdout: string; status: number };
    return { stdout: failed.stdout, status: failed.status };
  }
}

describe('shell scripts print what bash prints', () => {
  it.each(CASES.map((test) => [test.script, test] as const))('%s', async (script, recorded) => {
    const machine = bootForTest({ bash: shell, sh: shell });
    const result = await runForTest(machine, '/bin/bash', ['bash', '-c', script]);
    expect(machine.errors).toEqual([]);
    expect({ stdout: result.stdout, status: (result.status as { code: number }).code }).toEqual({
      stdout: recorded.stdout,
      status: recorded.status,
    });
  });

  it('the recordings are what bash prints', () => {
    if (process.env['RECHECK_SHELL'] !== '1') return;
    for (const test of CASES) expect({ script: test.script, ...realBash(test.script) }).toEqual(test);
  });
});
