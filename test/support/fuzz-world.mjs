/**
 * `npm run fuzz:world [-- SECONDS [SEED [world|swarm]]]`: random lives of a whole world, and of a swarm of several machines, until one breaks a rule; what it finds becomes
 * a case of its own. It is built first: code that is loaded late must come within a turn of the event loop, since time by hand does not wait for it.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';

const outDir = await mkdtemp(join(process.cwd(), 'node_modules', '.fuzz-world-'));
try {
  await build({
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    build: {
      ssr: 'test/support/live-worlds.ts',
      outDir,
      minify: false,
      rolldownOptions: { output: { entryFileNames: 'live-worlds.mjs', chunkFileNames: '[name]-[hash].mjs' } },
    },
  });
  const { liveWorlds } = await import(pathToFileURL(join(outDir, 'live-worlds.mjs')).href);
  const [seconds = '60', seed = String(Date.now() % 1e9), kind] = process.argv.slice(2);
  console.log(`seed ${seed}`);
  process.exitCode = (await liveWorlds(Number(seconds), Number(seed), kind)) ? 0 : 1;
} finally {
  await rm(outDir, { recursive: true });
}
process.exit();
