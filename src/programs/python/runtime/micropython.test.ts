import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const here = new URL('.', import.meta.url);
const npm = new URL('../../../../node_modules/@micropython/micropython-webassembly-pyscript/', here);
const sha256 = (url: URL): string => createHash('sha256').update(readFileSync(url)).digest('hex');

it('the committed MicroPython is what make-micropython.mjs made of the pinned package', () => {
  const record = JSON.parse(readFileSync(new URL('micropython.json', here), 'utf8')) as unknown;
  expect(record).toEqual({
    inputs: {
      'micropython.wasm': sha256(new URL('micropython.wasm', npm)),
      'micropython.mjs': sha256(new URL('micropython.mjs', npm)),
      'add-polls.mjs': sha256(new URL('../../support/wasm/add-polls.mjs', here)),
      'make-micropython.mjs': sha256(new URL('make-micropython.mjs', here)),
      ...Object.fromEntries(
        readdirSync(new URL('patches/', here)).map((name) => [
          `patches/${name}`,
          sha256(new URL(`patches/${name}`, here)),
        ]),
      ),
    },
    outputs: {
      'micropython-async.wasm': sha256(new URL('micropython-async.wasm', here)),
      'micropython-glue.mjs': sha256(new URL('micropython-glue.mjs', here)),
    },
  });
});
