import { asClient, createBenchWorld, openBenchShell, pull, startContainers } from './bench-world.ts';
import { median, times, type Benchmark } from './measure.ts';

const COUNT = 1000;
const RUNS = 5;

/** `docker ps` typed into the shell while a thousand containers run. */
export const listContainers: Benchmark = async () => {
  const world = createBenchWorld();
  await asClient(world, async (api) => {
    await pull(api, 'alpine', 'latest');
    await startContainers(api, COUNT);
  });
  const run = openBenchShell(world);
  const found = await times(
    RUNS,
    () => undefined,
    async () => {
      const { stdout } = await run('docker ps');
      if (stdout.split('\n').length !== COUNT + 2)
        throw new Error(`docker ps lists something else:\n${stdout}`);
    },
  );
  return [{ name: 'docker ps, 1,000 containers', median: median(found), unit: 'ms', runs: RUNS }];
};
