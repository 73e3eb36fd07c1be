import { expect, it } from 'vitest';
import { runScript } from './run-script.ts';

/** Runs each script and compares what it wrote to stdout and stderr together with what stands beside it. */
export function table(
  rows: readonly (readonly [script: string, output: string])[],
  options: { busybox?: boolean } = {},
): void {
  it.each(rows)('%s', async (script, output) => {
    const result = await runScript(`{ ${script}\n} 2>&1`, options);
    expect(result.stdout).toBe(output);
  });
}
