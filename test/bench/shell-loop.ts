import { spawnSync } from 'node:child_process';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { median, times, type Baseline, type Benchmark } from './measure.ts';

const RUNS = 3;
const LOOP = 'i=0; while [ $i -lt 100000 ]; do i=$((i+1)); done; echo $i';

/** A loop of 100,000 turns in the simulated bash, and in the real one where there is one. */
export const shellLoop: Benchmark = async () => {
  const run = openBenchShell(createBenchWorld());
  const nothing = (): undefined => undefined;
  const found = await times(RUNS, nothing, async () => {
    const { stdout } = await run(LOOP);
    if (stdout !== '100000\n') throw new Error(`the loop printed ${stdout}`);
  });
  const baselines = await realBash();
  return [{ name: 'shell loop of 100,000 turns', median: median(found), unit: 'ms', runs: RUNS, baselines }];
};

async function realBash(): Promise<Baseline[]> {
  if (spawnSync('bash', ['-c', ':']).status !== 0) return [];
  const found = await times(
    RUNS,
    () => undefined,
    () => spawnSync('bash', ['-c', LOOP]),
  );
  return [{ name: 'real bash', median: median(found) }];
}
