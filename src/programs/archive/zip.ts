import { withoutEnd } from '../../lib/trim-end.ts';
import { unzipSync, zipSync, type Zippable } from 'fflate';
import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { compileGlob } from '../../lib/glob.ts';
import { runCommand } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { readWhole } from './read-whole.ts';

const NOTHING = 12;

/** zip: files into an archive, or into one that exists. Simplified: -r -q -j -x -m -0…-9 only. @see zip(1) */
export const zip: Program = (proc) =>
  runCommand(
    proc,
    { short: '0123456789jmqrx:iuyT', long: { 'recurse-paths': 'r', quiet: 'q', 'junk-paths': 'j', exclude: 'x:', move: 'm' }, usage: '[-options] [zipfile list]', usageStatus: 16 },
    proc.argv.slice(1),
    (_, options) => run(proc, options),
  ); // prettier-ignore

async function run(proc: Process, options: Options): Promise<number> {
  const [archive, ...names] = options.operands;
  if (archive === undefined || names.length === 0) {
    await proc.err('zip error: Nothing to do! (no files given)\n');
    return NOTHING;
  }
  const target = /\.[^/]+$/.test(archive) || proc.files.exists(archive) ? archive : `${archive}.zip`;
  const old = proc.files.exists(target) ? unzipSync(readWhole(proc, target)) : {};
  const packed = new Map<string, Uint8Array>(Object.entries(old));
  const times = new Map<string, number>();
  const excluded = options.values('x').map((glob) => compileGlob(glob));
  const found: string[] = [];
  for (const name of names) gather(proc, name, options.has('r'), found);
  const chosen = found.filter((name) => !excluded.some((glob) => glob.test(name)));
  for (const path of chosen) {
    const directory = path.endsWith('/');
    if (directory && options.has('j')) continue;
    const name = (options.has('j') ? path.split('/').at(-1) : path.replace(/^(\.?\/)+/, '')) ?? path;
    if (name === '') continue;
    const data = directory ? new Uint8Array(0) : readWhole(proc, path);
    const known = packed.has(name);
    packed.set(name, data);
    times.set(name, proc.files.stat(path).mtimeMs);
    if (!options.has('q')) await proc.out(`${known ? 'updating' : '  adding'}: ${name} (${saving(data)})\n`);
    const turn = proc.tick(10 + (data.length >> 4));
    if (turn) await turn;
  }
  if (chosen.length === 0) {
    await proc.out(`\nzip error: Nothing to do! (${target})\n`);
    return NOTHING;
  }
  const entries: Zippable = {};
  for (const [name, data] of packed) entries[name] = [data, { mtime: Math.max(times.get(name) ?? proc.now(), Date.UTC(1980, 0, 2)), level: saves(data) ? 6 : 0 }];
  proc.files.writeFile(target, zipSync(entries));
  if (options.has('m')) for (const path of chosen.filter((name) => !name.endsWith('/'))) proc.files.unlink(path);
  return 0;
} // prettier-ignore

/** The path, and what is below it. */
function gather(proc: Process, path: string, recursive: boolean, found: string[]): void {
  try {
    if (proc.files.stat(path).type !== 'directory') return void found.push(path);
    const folder = `${withoutEnd(path, '/')}/`;
    found.push(folder);
    if (recursive) for (const { name } of proc.files.readDir(path)) gather(proc, folder + name, true, found);
  } catch (error) {
    if (!isSysError(error)) throw error;
  }
}

function packedSize(data: Uint8Array): number {
  return zipSync({ f: [data, { level: 6, mtime: Date.UTC(1990, 0, 1) }] }).length - zipSync({ f: [new Uint8Array(0), { mtime: Date.UTC(1990, 0, 1) }] }).length;
} // prettier-ignore

const saves = (data: Uint8Array): boolean => data.length > 0 && packedSize(data) < data.length;

function saving(data: Uint8Array): string {
  if (!saves(data)) return 'stored 0%';
  return `deflated ${Math.round(((data.length - packedSize(data)) * 100) / data.length)}%`;
}
