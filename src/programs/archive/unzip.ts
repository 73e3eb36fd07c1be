import { unzipSync } from 'fflate';
import { dirName, joinPath } from '../../kernel/files/path.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { compileGlob } from '../../lib/glob.ts';
import { runCommand, UsageFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { strftime } from '../support/strftime.ts';
import { readZipList, type ZipEntry } from './zip-list.ts';
import { readWhole } from './read-whole.ts';

/** unzip: lists and extracts. Simplified: -l -p -t -d -o -n -q -j -x; what exists is left unless -o is given. @see unzip(1) */
export const unzip: Program = (proc) =>
  runCommand(
    proc,
    { short: 'lptd:onqjx:uv', usage: '[-Z] [-opts[modifiers]] file[.zip] [list] [-x xlist] [-d exdir]', busyboxUsage: '[-lnojpqK] FILE[.zip] [FILE]... [-x FILE]... [-d DIR]\n\nExtract FILEs from ZIP archive', usageStatus: 10, usageLine: 'only' },
    proc.argv.slice(1),
    (_, options) => run(proc, options),
  ); // prettier-ignore

async function run(proc: Process, options: Options): Promise<number> {
  const [name, ...members] = options.operands;
  if (name === undefined) throw new UsageFailure('');
  const archive = [name, `${name}.zip`, `${name}.ZIP`].find((path) => proc.files.statIfAny(path)?.type === 'file');
  if (archive === undefined) {
    await proc.err(proc.busybox ? `unzip: can't open ${name}[.zip]\n` : `unzip:  cannot find or open ${name}, ${name}.zip or ${name}.ZIP.\n`);
    return proc.busybox ? 1 : 9;
  }
  const bytes = readWhole(proc, archive);
  const all = readZipList(bytes);
  if (!all) {
    await proc.err(proc.busybox ? 'unzip: short read\n' : `Archive:  ${archive}\n  End-of-central-directory signature not found.  Either this file is not\n  a zipfile, or it constitutes one disk of a multi-part archive.\nunzip:  cannot find zipfile directory in one of ${name} or\n        ${name}.zip, and cannot find ${name}.ZIP, period.\n`);
    return proc.busybox ? 1 : 9;
  }
  const matches = (globs: readonly string[], path: string): boolean => globs.some((glob) => compileGlob(glob).test(path));
  const chosen = all.filter(({ path }) => (members.length === 0 || matches(members, path)) && !matches(options.values('x'), path));
  const turn = proc.tick(10 * all.length + (bytes.length >> 4));
  if (turn) await turn;
  if (options.has('l')) return list(proc, archive, chosen);
  const contents = unzipSync(bytes);
  if (options.has('p')) {
    for (const { path } of chosen) await proc.out(contents[path] ?? new Uint8Array(0));
    return 0;
  }
  if (!options.has('q')) await proc.out(`Archive:  ${archive}\n`);
  for (const entry of chosen) await extract(proc, options, entry, contents[entry.path] ?? new Uint8Array(0));
  return chosen.length === 0 ? 11 : 0;
} // prettier-ignore

async function list(proc: Process, archive: string, entries: readonly ZipEntry[]): Promise<number> {
  await proc.out(`Archive:  ${archive}\n  Length      Date    Time    Name\n---------  ---------- -----   ----\n`);
  let total = 0;
  for (const { path, size, mtimeMs } of entries) {
    total += size;
    await proc.out(`${String(size).padStart(9)}  ${strftime('%Y-%m-%d %H:%M', mtimeMs)}   ${path}\n`);
  }
  await proc.out(`---------                     -------\n${String(total).padStart(9)}                     ${entries.length} file${entries.length === 1 ? '' : 's'}\n`);
  return 0;
} // prettier-ignore

async function extract(proc: Process, options: Options, entry: ZipEntry, data: Uint8Array): Promise<void> {
  const { files } = proc;
  const name = options.has('j') ? (entry.path.split('/').at(-1) ?? '') : entry.path.replace(/^\/+|(^|\/)\.\.(?=\/)/g, '');
  const path = joinPath(options.value('d') ?? '.', name).replace(/^\.\//, '');
  const say = (what: string): void | Promise<void> => (options.has('q') ? undefined : proc.out(`${what.padStart(11)}: ${path.padEnd(22)}  \n`));
  if (entry.path.endsWith('/')) {
    if (options.has('j') || files.exists(path)) return;
    files.mkdirAll(path.replace(/\/$/, ''));
    return options.has('q') ? undefined : proc.out(`   creating: ${path}\n`);
  }
  if (files.exists(path) && !options.has('o')) return;
  files.mkdirAll(dirName(path));
  await say(entry.stored ? 'extracting' : 'inflating');
  files.writeFile(path, data);
  files.utimes(path, entry.mtimeMs, entry.mtimeMs);
} // prettier-ignore
