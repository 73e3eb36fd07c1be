import { basename, resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { createServer, type Plugin } from 'vite';
import { zipFiles } from '../../src/app/transfer/zip.ts';
import { meantBy, type Meant } from './lesson-check.ts';
import { packFiles } from './lesson-folder.ts';

/** Serves the page as it is while one writes, and says which address opens the lesson. Ends with Ctrl+C. */
export async function previewLessons(name: string | undefined, port?: number): Promise<void> {
  const meant = name === undefined ? undefined : meantBy(name);
  const server = await createServer({
    plugins: meant?.kind === 'pack' ? [servePack(meant.path)] : [],
    ...(port === undefined ? {} : { server: { port, strictPort: true } }),
  });
  await server.listen();
  const [local = ''] = server.resolvedUrls?.local ?? [];
  console.log(`\nOpen ${local}${asked(meant)}\n\n${AFTER[meant?.kind ?? 'own']} Ctrl+C ends it.`);
}

const AFTER: Readonly<Record<Meant['kind'], string>> = {
  own: 'What you change in the lesson shows after a reload, from "Reset the step" on.',
  pack: 'What you change in the pack shows when you open this address again and add the pack anew.',
};

function asked(meant: Meant | undefined): string {
  if (meant?.kind === 'pack') return `?pack=${addressOf(meant.path)}`;
  const [first] = meant?.places ?? [];
  return first ? `?lesson=${first.id}` : '';
}

const addressOf = (path: string): string =>
  `packs/${encodeURIComponent(basename(resolve(path)).replace(/\.zip$/, ''))}.zip`;

/** The pack at its address, as it is at that moment. */
const servePack = (path: string): Plugin => ({
  name: 'serve-pack',
  configureServer: ({ middlewares }) => {
    middlewares.use(`/${addressOf(path)}`, (_, response) => {
      response.setHeader('Content-Type', 'application/zip');
      response.end(path.endsWith('.zip') ? readFileSync(path) : zipFiles(packFiles(path)));
    });
  },
});
