// The page's budget: what is loaded before the first prompt, gzipped.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KIB = 1000;
const BUDGET = { page: 260 * KIB, worker: 250 * KIB };
const DIST = 'dist';

/** The scripts index.html loads. */
function pageScripts() {
  const html = readFileSync(join(DIST, 'index.html'), 'utf8');
  return [...html.matchAll(/(?:src|href)="\.\/([^"]+\.js)"/g)].map((match) => match[1]);
}

function workerScripts() {
  return readdirSync(join(DIST, 'assets'))
    .filter((name) => /^world\.worker.*\.js$/.test(name))
    .map((name) => join('assets', name));
}

/** Scripts with what they import statically. */
function withImports(scripts) {
  const queue = [...scripts];
  const seen = new Set();
  for (const file of queue) {
    if (seen.has(file)) continue;
    seen.add(file);
    const text = readFileSync(join(DIST, file), 'utf8');
    for (const match of text.matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^'"();]*?from\s*["']\.\/([^"']+\.js)["']|import\s*["']\.\/([^"']+\.js)["']/g,
    )) {
      queue.push(join('assets', match[1] ?? match[2]));
    }
  }
  return [...seen];
}

function gzipped(files) {
  return files.reduce((sum, file) => sum + gzipSync(readFileSync(join(DIST, file))).length, 0);
}

const sizes = {
  page: gzipped(withImports(pageScripts())),
  worker: gzipped(withImports(workerScripts())),
};

let failed = false;
for (const [name, limit] of Object.entries(BUDGET)) {
  const size = sizes[name];
  const over = size > limit || size === 0;
  failed ||= over;
  console.log(
    `${name}: ${(size / KIB).toFixed(1)} kB of ${limit / KIB} kB gzipped${over ? '  OVER BUDGET' : ''}`,
  );
}
process.exit(failed ? 1 : 0);
