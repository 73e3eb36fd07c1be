import { expect, it } from 'vitest';
import type { PathPlace } from '../../world/queries/queries.ts';
import { plainText } from '../parts/phrase.tsx';
import { placePhrases } from './place-text.ts';

const say = (...places: PathPlace[]): string[] =>
  placePhrases('/data/a', places, (layer) => `layer ${layer + 1}`).map(plainText);

it('placePhrases says what provides a path and what that hides', () => {
  const added = { kind: 'layer', layer: 0, change: 'added' } as const;
  const volume = {
    kind: 'mount',
    type: 'volume',
    name: 'data',
    destination: '/data',
    readOnly: false,
  } as const;
  expect(say()).toEqual(['/data/a is not there.']);
  expect(say({ kind: 'layer', layer: 2, change: 'deleted' }, added)).toEqual([
    '/data/a is gone: layer 3 takes it away.',
    'Hidden beneath: layer 1, which adds it.',
  ]);
  expect(say({ ...volume, there: true }, added)).toEqual([
    '/data/a comes from volume data at /data; the image’s own files there are hidden.',
    'Hidden beneath: layer 1, which adds it.',
  ]);
  expect(say({ ...volume, there: false })).toEqual([
    '/data/a is not there: volume data at /data covers this place and does not have it.',
  ]);
});
