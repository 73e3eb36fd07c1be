import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Benchmark, Row } from './measure.ts';

const NAMES: Readonly<Record<string, string>> = {
  page: 'initial JS of the page, gzipped',
  worker: 'the worker, gzipped',
};

/** What the browser loads before the first prompt, as the gate's size budget counts it. */
export const pageSize: Benchmark = () => Promise.resolve(measure());

function measure(): ReturnType<Benchmark> extends Promise<infer T> ? T : never {
  if (!existsSync('dist/index.html'))
    return Object.values(NAMES).map((name) => ({ name, skipped: 'no dist/, run `npm run build` first' }));
  const { stdout } = spawnSync(process.execPath, ['test/support/size-budget.mjs'], { encoding: 'utf8' });
  return [...stdout.matchAll(/^(\w+): ([\d.]+) kB of/gm)].map(([, part = '', size]): Row => ({
    name: NAMES[part] ?? part,
    median: Number(size),
    unit: 'kB',
    runs: 1,
  }));
}
