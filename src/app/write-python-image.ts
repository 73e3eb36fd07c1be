import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { packImage } from '../programs/python/runtime/python-image.ts';
import { makePythonImage } from '../programs/python/shipped.ts';

const WASM = 'src/programs/python/runtime/micropython-async.wasm';
const FOLDER = 'node_modules/.cache/drydock';

/** Writes what every Python of the page begins with, below the project's folder. @returns the file's path */
export async function writePythonImage(root: string): Promise<string> {
  const module = await WebAssembly.compile(readFileSync(resolve(root, WASM)));
  const file = resolve(root, FOLDER, 'python-image.bin');
  mkdirSync(resolve(root, FOLDER), { recursive: true });
  // Whoever reads at this moment has the old file, whole.
  const made = `${file}.${process.pid}`;
  writeFileSync(made, packImage(await makePythonImage(module)));
  renameSync(made, file);
  return file;
}
