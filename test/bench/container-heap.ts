import type { EngineApi } from '../../src/api/engine-api.ts';
import { asClient, createBenchWorld, openBenchShell, pull, startContainers } from './bench-world.ts';
import { heapBytes, type Benchmark, type Row } from './measure.ts';

const COUNT = 5000;
/** Before counting: code is compiled for the first of them. */
const FIRST = 1000;

/** What one more container keeps in memory: one that runs, and one that ended and wrote nothing. Node was started with --expose-gc. */
export const containerHeap: Benchmark = async () => [
  await heapOf('a running container (sleep)', startContainers),
  await heapOf('an exited container (true)', runToTheEnd),
];

async function heapOf(name: string, make: (api: EngineApi, count: number) => Promise<void>): Promise<Row> {
  const world = createBenchWorld();
  const run = openBenchShell(world);
  await asClient(world, (api) => pull(api, 'alpine', 'latest'));
  const bytesAfter = async (count: number): Promise<number> => {
    await asClient(world, (api) => make(api, count));
    await run('sleep 5');
    return heapBytes();
  };
  const before = await bytesAfter(FIRST);
  const after = await bytesAfter(COUNT);
  return {
    name: `heap of ${name}, of ${COUNT}`,
    median: (after - before) / COUNT / 1000,
    unit: 'kB',
    runs: 1,
  };
}

async function runToTheEnd(api: EngineApi, count: number): Promise<void> {
  for (let at = 0; at < count; at++) {
    const { Id } = await api.ContainerCreate({ Image: 'alpine:latest', Cmd: ['true'] });
    await api.ContainerStart(Id);
    await api.ContainerWait(Id, 'not-running');
  }
}
