import { zipSync } from 'fflate';
import { isSysError } from '../../../kernel/errno.ts';
import { joinPath } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { Chosen } from './resolve.ts';

/** A wheel in a folder. @see Python packaging: binary distribution format */
export interface Wheel {
  readonly path: string;
  readonly name: string;
  readonly version: string;
}

export function wheelName(name: string, version: string): string {
  return `${name.toLowerCase().replace(/[-.]+/g, '_')}-${version}-py3-none-any.whl`;
}

/** The wheels of a folder, or the one that a path names. */
export function findWheels(proc: Process, path: string): Wheel[] {
  const one = readWheelName(path);
  if (one && proc.files.statIfAny(path)?.type === 'file') return [one];
  try {
    const full = joinPath(proc.files.cwd, path).replace(/\/$/, '');
    const folder = path.startsWith('/') ? path.replace(/\/$/, '') : full;
    return proc.files.readDir(path).flatMap(({ name }) => readWheelName(`${folder}/${name}`) ?? []);
  } catch (error) {
    if (isSysError(error)) return [];
    throw error;
  }
}

function readWheelName(path: string): Wheel | undefined {
  const [, name, version] = /(?:^|\/)([A-Za-z0-9_.]+)-([^-/]+)(?:-[^-/]+){3}\.whl$/.exec(path) ?? [];
  return name && version ? { path, name, version } : undefined;
}

/** Writes a package's wheel: a zip of its files and what is told of it. @returns its path @throws SysError */
export function writeWheel(proc: Process, { found, version }: Chosen, folder: string): string {
  const info = `${found.name.replace(/[-.]+/g, '_')}-${version}.dist-info`;
  const metadata = `Metadata-Version: 2.1\nName: ${found.name}\nVersion: ${version}\nSummary: ${found.summary}\n`;
  const texts = new Map([
    ...found.files,
    [`${info}/METADATA`, metadata],
    [`${info}/WHEEL`, 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'],
  ]);
  const files = Object.fromEntries([...texts].map(([path, text]) => [path, toBytes(text)]));
  const path = joinPath(folder, wheelName(found.name, version));
  proc.files.mkdirAll(folder);
  // 1980 is the first year a zip can tell.
  proc.files.writeFile(path, zipSync(files, { mtime: new Date('1980-01-02T00:00:00Z') }));
  return path;
}
