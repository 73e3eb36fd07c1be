import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bootForTest, runForTest } from '../../src/kernel/testing/boot.ts';
import { TEST_PROGRAMS } from './programs.ts';

interface Recording {
  script: string;
  stdout: string;
  stderr: string;
  status: number;
}

/** Scripts of ours with what a real shell printed; `python3 test/shell/record.py` makes the files anew from the .txt beside them. */
function recordings(name: string): Recording[] {
  return JSON.parse(readFileSync(new URL(`./${name}.json`, import.meta.url), 'utf8')) as Recording[];
}

const CASES = ['bash', 'dash'].flatMap((name) =>
  recordings(name).map((recorded) => [recorded.script, name === 'dash' ? 'sh' : name, recorded] as const),
);

describe('shell scripts print what the real shells print', () => {
  it.each(CASES)('%s', async (script, shell, recorded) => {
    const machine = bootForTest(TEST_PROGRAMS);
    machine.kernel.viewAsRoot(machine.kernel.hostMounts).mkdirAll('/tmp/scratch');
    const env = { LC_ALL: 'C.UTF-8' };
    const result = await runForTest(machine, `/bin/${shell}`, [shell, '-c', script], {
      cwd: '/tmp/scratch',
      env,
    });
    expect(machine.errors).toEqual([]);
    const { code } = result.status as { code?: number };
    expect({ stdout: result.stdout, stderr: result.stderr, status: code }).toEqual({
      stdout: recorded.stdout,
      stderr: recorded.stderr,
      status: recorded.status,
    });
  });
});
