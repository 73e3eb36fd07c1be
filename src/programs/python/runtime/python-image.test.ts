import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { Suspension } from '../../support/wasm/suspension.ts';
import { makePythonImage } from '../shipped.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { HostArgument } from '../host/host-call.ts';
import { createInstance, execute } from './instance.ts';
import {
  connectHost,
  NOWHERE,
  packImage,
  restoreImage,
  unpackImage,
  type PythonImage,
} from './python-image.ts';

const module = new WebAssembly.Module(readFileSync(new URL('micropython-async.wasm', import.meta.url)));

/** What a Python that begins with the image tells of these statements. */
async function told(image: PythonImage, code: string): Promise<HostArgument[][]> {
  const calls: HostArgument[][] = [];
  const instance = await createInstance(module, NOWHERE);
  const suspension = new Suspension(instance.wasm, undefined, image.suspension);
  connectHost(instance, (...call) => (calls.push(call), null));
  restoreImage(instance, image);
  const error = await execute(instance.wasm, toBytes(code), (run) => suspension.run(run));
  expect(error).toBeUndefined();
  return calls;
}

function digested(image: PythonImage): object {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return { ...image, pieces: image.pieces.map(({ address, bytes }) => [address, digest(bytes)]) };
}

it('each instance has its own copy of the image, which is the same each time it is made and survives its file', async () => {
  const image = await makePythonImage(module);
  expect(digested(await makePythonImage(module))).toEqual(digested(image));
  const unpacked = unpackImage(packImage(image));
  expect(digested(unpacked)).toEqual(digested(image));

  const name = '/usr/local/lib/python3/bisect.py';
  const use = `_g = {'__name__': 'bisect'}\n__compiled('${name}', _g)\n_call('told', _g['bisect_left']([1, 3], 2), 'seen' in globals())\nseen = 1`;
  expect(await told(unpacked, use)).toEqual([['told', 1, false]]);
  expect(await told(unpacked, use)).toEqual([['told', 1, false]]);
}, 20_000);
