import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const npm = new URL('../../../../node_modules/@electric-sql/pglite/dist/', here);
const sha256 = (url: URL): string => createHash('sha256').update(readFileSync(url)).digest('hex');

it('the committed data directory is what make-seed.mjs made of the pinned package', () => {
  const record = JSON.parse(readFileSync(new URL('postgres-seed.json', here), 'utf8')) as unknown;
  expect(record).toEqual({
    inputs: {
      'pglite.wasm': sha256(new URL('pglite.wasm', npm)),
      'pglite.data': sha256(new URL('pglite.data', npm)),
      'initdb.wasm': sha256(new URL('initdb.wasm', npm)),
      'make-seed.mjs': sha256(new URL('make-seed.mjs', here)),
    },
    outputs: { 'postgres-seed.bin': sha256(new URL('postgres-seed.bin', here)) },
  });
});
