import { writeFileSync } from 'node:fs';
import { nodeHost } from '../../src/host/node.ts';
import { loadWorld, saveWorld, type WorldSnapshot } from '../../src/world/saved-world.ts';
import { MemoryStorage } from '../../src/world/testing/memory-storage.ts';
import { createWorld, type World } from '../../src/world/world.ts';
import { asClient, createBenchWorld, openBenchShell, pull, startContainers } from './bench-world.ts';
import { heapBytes, median, timed, type Benchmark, type Row, type Timed } from './measure.ts';

const SIZES = [10, 100, 1000, 10_000];
const RUNS = 9;
const FILE = new URL('../../public/docs/bench-growth.md', import.meta.url);

/** What was measured with one number of containers: real time and the processor's, which is the same for bytes. */
interface Point {
  readonly wall: number;
  readonly cpu: number;
}

type Curves = Record<string, Point[]>;

/** How work grows with the number of running containers, from ten to ten thousand; rewrites `public/docs/bench-growth.md`. */
export const growth: Benchmark = async () => {
  const curves: Curves = {};
  for (const size of SIZES)
    for (const [name, point] of Object.entries(await measure(size))) (curves[name] ??= []).push(point);
  writeFileSync(FILE, describe(curves));
  return Object.entries(curves).map(([name, all]): Row => ({
    name: `${name}, 10,000 containers, grows with n^${exponent(all).toFixed(2)}`,
    median: all.at(-1)?.wall ?? 0,
    cpu: all.at(-1)?.cpu ?? 0,
    unit: name.startsWith('heap') ? 'kB' : 'ms',
    runs: RUNS,
  }));
};

async function measure(size: number): Promise<Record<string, Point>> {
  const world = createBenchWorld();
  await asClient(world, (api) => pull(api, 'alpine', 'latest'));
  const nothing = (): undefined => undefined;
  const heapBefore = heapBytes();
  const start = await timed(1, nothing, () => asClient(world, (api) => startContainers(api, size)));
  const run = openBenchShell(world);
  // The programs of the last containers have yet to begin.
  await run('sleep 5');
  const heap = (heapBytes() - heapBefore) / 1000;
  await run('docker ps');
  const ps = await timed(RUNS, nothing, () => run('docker ps'));
  const firstSnapshot = await timed(1, nothing, () => snapshotOf(world));
  const touch = async (): Promise<void> => void (await run('echo x > note.txt'));
  const snapshot = await timed(RUNS, touch, () => snapshotOf(world));
  const [storage, known] = [new MemoryStorage(), new Set<string>()];
  const save = await timed(1, nothing, () => saveWorld(storage, snapshotOf(world), known));
  const again = await timed(RUNS, touch, () => saveWorld(storage, snapshotOf(world), known));
  const restore = await timed(1, nothing, async () => {
    const loaded = await loadWorld(storage, new Set());
    if (loaded) createWorld({ host: nodeHost, seed: 1, mode: 'virtual', restore: loaded });
  });
  return {
    'create + start': pointOf(start),
    'docker ps': pointOf(ps),
    'first snapshot': pointOf(firstSnapshot),
    'snapshot after one command': pointOf(snapshot),
    'first save': pointOf(save),
    'save after one command': pointOf(again),
    'load + restore': pointOf(restore),
    ...(heap > 0 ? { 'heap in all': { wall: heap, cpu: heap } } : {}),
  };
}

const pointOf = ({ wall, cpu }: Timed): Point => ({ wall: median(wall), cpu: median(cpu) });

function snapshotOf(world: World): WorldSnapshot {
  const [first, ...others] = world.save();
  return { ...first, others, seed: 1, nowMs: world.queue.now(), terminals: {} };
}

/** The slope of the last two sizes, where fixed costs weigh least: 1 is linear. */
function exponent(all: readonly Point[]): number {
  const [before, last] = all.slice(-2);
  return before && last ? Math.log10(last.cpu / before.cpu) : 1;
}

/** Two tables, and bars on a logarithmic scale. */
function describe(curves: Curves): string {
  const bars = Object.entries(curves).map(([name, all]) =>
    [
      name,
      ...all.map(({ cpu }, at) => `${String(SIZES[at]).padStart(7)} ${bar(cpu)} ${formatCell(cpu)}`),
    ].join('\n'),
  );
  return `# How it grows

Written by \`npm run bench -- growth\`: milliseconds (heap: kB) by the number of running containers on one machine. The exponent is that of the last step, of the processor's time; 1 is linear. Times depend on the machine and on what else it does.

Time of the processor, collecting garbage on all threads included:

${tableOf(curves, ({ cpu }) => cpu)}

Real time:

${tableOf(curves, ({ wall }) => wall)}

The processor's time on a logarithmic scale, four signs for ten times as much:

\`\`\`text
${bars.join('\n\n')}
\`\`\`
`;
}

function tableOf(curves: Curves, value: (point: Point) => number): string {
  const head = `| | ${SIZES.map((size) => `n = ${size}`).join(' | ')} | exponent |\n| --- | ${SIZES.map(() => '---').join(' | ')} | --- |`;
  const rows = Object.entries(curves).map(
    ([name, all]) =>
      `| ${name} | ${all.map((point) => formatCell(value(point))).join(' | ')} | ${exponent(all).toFixed(2)} |`,
  );
  return [head, ...rows].join('\n');
}

const formatCell = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));

const bar = (value: number): string => '█'.repeat(Math.max(1, Math.round(4 * Math.log10(value * 100))));
