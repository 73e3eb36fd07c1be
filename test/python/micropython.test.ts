import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const RUNTIME = new URL('../../src/programs/python/runtime/', import.meta.url);
const PACKAGE = new URL('../../node_modules/@micropython/micropython-webassembly-pyscript/', import.meta.url);

const sha256 = (url: URL): string => createHash('sha256').update(readFileSync(url)).digest('hex');

it('has the runtime that make-micropython.mjs makes of the installed package', () => {
  const record = JSON.parse(readFileSync(new URL('micropython.json', RUNTIME), 'utf8')) as unknown;
  expect(record).toEqual({
    inputs: {
      'micropython.wasm': sha256(new URL('micropython.wasm', PACKAGE)),
      'micropython.mjs': sha256(new URL('micropython.mjs', PACKAGE)),
      'make-micropython.mjs': sha256(new URL('make-micropython.mjs', RUNTIME)),
    },
    outputs: {
      'micropython-async.wasm': sha256(new URL('micropython-async.wasm', RUNTIME)),
      'micropython-glue.mjs': sha256(new URL('micropython-glue.mjs', RUNTIME)),
    },
  });
});
