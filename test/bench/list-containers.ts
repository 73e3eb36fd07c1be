import { asClient, createBenchWorld, openBenchShell, pull, startContainers } from './bench-world.ts';
import { median, timed, type Benchmark, type Row } from './measure.ts';

const COUNTS = [1000, 10_000];
const RUNS = 7;

/** `docker ps` typed into the shell while thousands of containers run. */
export const listContainers: Benchmark = async () => {
  const rows: Row[] = [];
  for (const count of COUNTS) rows.push(await listed(count));
  return rows;
};

async function listed(count: number): Promise<Row> {
  const world = createBenchWorld();
  await asClient(world, async (api) => {
    await pull(api, 'alpine', 'latest');
    await startContainers(api, count);
  });
  const run = openBenchShell(world);
  // The programs of the last containers have yet to begin.
  await run('sleep 5');
  const { wall, cpu } = await timed(
    RUNS,
    () => undefined,
    async () => {
      const { stdout } = await run('docker ps');
      if (stdout.split('\n').length !== count + 2)
        throw new Error(`docker ps lists something else:\n${stdout}`);
    },
  );
  const name = `docker ps, ${count} containers`;
  return { name, median: median(wall), cpu: median(cpu), unit: 'ms', runs: RUNS };
}
