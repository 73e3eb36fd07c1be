import { asClient, createBenchWorld, pull, startContainers } from './bench-world.ts';
import { median, timed, type Benchmark } from './measure.ts';

const COUNT = 1000;
const RUNS = 3;

/** Creates and starts a thousand containers through the Engine API; the time of one. */
export const containers: Benchmark = async () => {
  const prepare = async () => {
    const world = createBenchWorld();
    await asClient(world, (api) => pull(api, 'alpine', 'latest'));
    return world;
  };
  const { wall, cpu } = await timed(RUNS, prepare, (world) =>
    asClient(world, (api) => startContainers(api, COUNT)),
  );
  const one = (all: readonly number[]): number => (median(all) * 1000) / COUNT;
  return [
    { name: 'container create + start, of 1,000', median: one(wall), cpu: one(cpu), unit: 'µs', runs: RUNS },
  ];
};
