import { spawnSync } from 'node:child_process';
import { createBenchWorld, openBenchShell } from './bench-world.ts';
import { median, times, type Benchmark, type Row } from './measure.ts';

const RUNS = 3;

/** Bytes through a pipe and lines through a filter: in the simulated bash, and in the real one where there is one. */
export const throughput: Benchmark = async () => {
  const run = openBenchShell(createBenchWorld());
  return [
    await row(run, '1 GiB of zeros through a pipe', 'head -c 1G /dev/zero | wc -c', '1073741824\n'),
    await row(run, 'a million lines through grep', 'seq 1000000 | grep -c 7', '468559\n'),
  ];
};

async function row(
  run: ReturnType<typeof openBenchShell>,
  name: string,
  script: string,
  expected: string,
): Promise<Row> {
  const nothing = (): undefined => undefined;
  const found = await times(RUNS, nothing, async () => {
    const { stdout } = await run(script);
    if (stdout !== expected) throw new Error(`${script} printed ${stdout}`);
  });
  const isReal = spawnSync('bash', ['-c', ':']).status === 0;
  const real = isReal ? await times(RUNS, nothing, () => spawnSync('bash', ['-c', script])) : [];
  const baselines = isReal ? [{ name: 'real bash', median: median(real) }] : [];
  return { name, median: median(found), unit: 'ms', runs: RUNS, baselines };
}
