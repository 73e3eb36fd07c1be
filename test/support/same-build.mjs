// Builds the page once more and compares it with dist/, byte by byte: what is served can be made again from its sources.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

/** Path → SHA-256 of all files below. */
function digests(folder) {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  );
  return new Map(
    files.map((entry) => {
      const file = join(entry.parentPath, entry.name);
      return [relative(folder, file), createHash('sha256').update(readFileSync(file)).digest('hex')];
    }),
  );
}

const again = mkdtempSync(join(tmpdir(), 'drydock-build-'));
try {
  const { status } = spawnSync(
    'node_modules/.bin/vite',
    ['build', '--logLevel', 'error', '--outDir', again, '--emptyOutDir'],
    { stdio: 'inherit' },
  );
  if (status !== 0) process.exit(1);
  const [first, second] = [digests('dist'), digests(again)];
  const paths = [...new Set([...first.keys(), ...second.keys()])];
  const different = paths.filter((path) => first.get(path) !== second.get(path));
  for (const path of different) console.error(`not the same in two builds: ${path}`);
  if (different.length > 0) process.exit(1);
  console.log(`two builds, the same ${first.size} files`);
} finally {
  rmSync(again, { recursive: true, force: true });
}
