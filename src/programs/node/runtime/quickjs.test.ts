import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const npm = new URL('../../../../node_modules/@jitl/quickjs-wasmfile-release-sync/dist/', here);
const sha256 = (url: URL): string => createHash('sha256').update(readFileSync(url)).digest('hex');

it('the committed QuickJS is what make-quickjs.mjs made of the pinned package', () => {
  const record = JSON.parse(readFileSync(new URL('quickjs.json', here), 'utf8')) as unknown;
  expect(record).toEqual({
    inputs: {
      'emscripten-module.wasm': sha256(new URL('emscripten-module.wasm', npm)),
      'add-polls.mjs': sha256(new URL('../../support/wasm/add-polls.mjs', here)),
      'make-quickjs.mjs': sha256(new URL('make-quickjs.mjs', here)),
    },
    outputs: { 'quickjs-async.wasm': sha256(new URL('quickjs-async.wasm', here)) },
  });
});
