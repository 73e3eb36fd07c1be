import { SAMPLE_HEADS, type Sample } from '../state/samples.ts';

/** The folders of `samples/`. Loaded when they are offered. */
const FILES = import.meta.glob<string>(['../../samples/**/*', '../../samples/*/.*'], {
  query: '?raw',
  import: 'default',
  eager: true,
});

export const SAMPLES: readonly Sample[] = SAMPLE_HEADS.map((head) => ({ ...head, files: filesOf(head.id) }));

function filesOf(id: string): Sample['files'] {
  const folder = `../../samples/${id}/`;
  return Object.entries(FILES)
    .filter(([path]) => path.startsWith(folder))
    .map(([path, text]) => ({ path: path.slice(folder.length), bytes: new TextEncoder().encode(text) }));
}
