import { writeFileSync } from 'node:fs';
import { nodeHost } from '../../src/host/node.ts';
import { loadWorld, saveWorld, type WorldSnapshot } from '../../src/world/saved-world.ts';
import { MemoryStorage } from '../../src/world/testing/memory-storage.ts';
import { createWorld, type World } from '../../src/world/world.ts';
import { asClient, createBenchWorld, openBenchShell, pull, startContainers } from './bench-world.ts';
import { median, times, type Benchmark, type Row } from './measure.ts';

const SIZES = [10, 100, 1000, 10_000];
const RUNS = 3;
const FILE = new URL('../../public/docs/bench-growth.md', import.meta.url);

type Curves = Record<string, number[]>;

/** How work grows with the number of running containers, from ten to ten thousand; rewrites `public/docs/bench-growth.md`. */
export const growth: Benchmark = async () => {
  const curves: Curves = {};
  for (const size of SIZES)
    for (const [name, ms] of Object.entries(await measure(size))) (curves[name] ??= []).push(ms);
  writeFileSync(FILE, describe(curves));
  return Object.entries(curves).map(([name, all]): Row => ({
    name: `${name}, 10,000 containers, grows with n^${exponent(all).toFixed(2)}`,
    median: all.at(-1) ?? 0,
    unit: name.startsWith('heap') ? 'kB' : 'ms',
    runs: RUNS,
  }));
};

async function measure(size: number): Promise<Record<string, number>> {
  const world = createBenchWorld();
  await asClient(world, (api) => pull(api, 'alpine', 'latest'));
  const nothing = (): undefined => undefined;
  const heapBefore = heapBytes();
  const start = await times(1, nothing, () => asClient(world, (api) => startContainers(api, size)));
  const heap = (heapBytes() - heapBefore) / 1000;
  const run = openBenchShell(world);
  await run('docker ps');
  const ps = await times(RUNS, nothing, () => run('docker ps'));
  const snapshot = await times(RUNS, nothing, () => snapshotOf(world));
  const [storage, known] = [new MemoryStorage(), new Set<string>()];
  const save = await times(1, nothing, () => saveWorld(storage, snapshotOf(world), known));
  const touch = async (): Promise<void> => void (await run('echo x > note.txt'));
  const again = await times(RUNS, touch, () => saveWorld(storage, snapshotOf(world), known));
  const restore = await times(1, nothing, async () => {
    const loaded = await loadWorld(storage, new Set());
    if (loaded) createWorld({ host: nodeHost, seed: 1, mode: 'virtual', restore: loaded });
  });
  return {
    'create + start': median(start),
    'docker ps': median(ps),
    snapshot: median(snapshot),
    'first save': median(save),
    'save after one command': median(again),
    'load + restore': median(restore),
    ...(heap > 0 ? { 'heap in all': heap } : {}),
  };
}

function snapshotOf(world: World): WorldSnapshot {
  const [first, ...others] = world.save();
  return { ...first, others, seed: 1, nowMs: world.queue.now(), terminals: {} };
}

/** Without garbage, where node was started with --expose-gc. */
function heapBytes(): number {
  (globalThis as { gc?: () => void }).gc?.();
  return process.memoryUsage().heapUsed;
}

/** The slope of the last two sizes, where fixed costs weigh least: 1 is linear. */
function exponent(all: readonly number[]): number {
  const [before = 1, last = 1] = all.slice(-2);
  return Math.log10(last / before);
}

/** A table, and bars on a logarithmic scale. */
function describe(curves: Curves): string {
  const head = `| | ${SIZES.map((size) => `n = ${size}`).join(' | ')} | exponent |\n| --- | ${SIZES.map(() => '---').join(' | ')} | --- |`;
  const cell = (value: number): string => (value >= 100 ? value.toFixed(0) : value.toPrecision(3));
  const rows = Object.entries(curves).map(
    ([name, all]) => `| ${name} | ${all.map(cell).join(' | ')} | ${exponent(all).toFixed(2)} |`,
  );
  const bars = Object.entries(curves).map(([name, all]) =>
    [name, ...all.map((value, at) => `${String(SIZES[at]).padStart(7)} ${bar(value)} ${cell(value)}`)].join(
      '\n',
    ),
  );
  return `# How it grows\n\nWritten by \`npm run bench -- growth\`: milliseconds (heap: kB) by the number of running containers on one machine. The exponent is that of the last step; 1 is linear. Times depend on the machine and on what else it does.\n\n${head}\n${rows.join('\n')}\n\nOn a logarithmic scale, four signs for ten times as much:\n\n\`\`\`text\n${bars.join('\n\n')}\n\`\`\`\n`;
}

const bar = (value: number): string => '█'.repeat(Math.max(1, Math.round(4 * Math.log10(value * 100))));
