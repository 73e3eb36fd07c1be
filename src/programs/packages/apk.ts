import { tableOf } from '../../lib/table.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { command, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { ALPINE_PACKAGES } from './alpine-packages.ts';
import { readInstalled, readWorld, writeInstalled, writeWorld, type ApkRecord } from './apk-database.ts';
import { withDependencies, type PackageInfo } from './package-info.ts';
import {
  download,
  fillFile,
  isOnline,
  noticeMissing,
  noticeUnknown,
  placeFiles,
  removeFiles,
} from './place-files.ts';

const CACHE = '/var/cache/apk';
const INDEX_BYTES = { main: 514_000, community: 1_870_000 };
const versionLine = (proc: Process): string =>
  `apk-tools ${proc.release || '2.14.9'}, compiled for x86_64.\n`;

/** apk of apk-tools 2.14. Simplified: no versions to choose from, no signatures, no triggers but busybox's. @see apk(8) */
export const apk: Program = (proc) =>
  command(
    {
      short: 'qUvt:X:p:fluaieLI',
      long: { 'no-cache': 'no-cache', 'update-cache': 'U', update: 'U', quiet: 'q', virtual: 't:', repository: 'X:', upgrade: 'u', 'allow-untrusted': 'allow-untrusted', available: 'a', installed: 'e', 'no-progress': 'no-progress', purge: 'purge', latest: 'l', verbose: 'v', 'no-interactive': 'no-interactive', contents: 'L', version: 'V' },
      usage: '[<OPTIONS>...] COMMAND [<ARGUMENTS>...]',
      ownHelp: true,
      complainsAs: 'apk',
    },
    run,
  )(proc); // prettier-ignore

const COMMANDS: Readonly<Record<string, (proc: Process, options: Options, names: readonly string[]) => Promise<number>>> = tableOf({
  add, del, update, upgrade, info, list, search, fix: upgrade, policy, version: compareVersions,
}); // prettier-ignore

async function run(proc: Process, options: Options): Promise<number> {
  const [name, ...names] = options.operands;
  if (options.has('V')) {
    await proc.out(versionLine(proc));
    return 0;
  }
  const action = name === undefined ? undefined : COMMANDS[name];
  if (action) return action(proc, options, names);
  if (name !== undefined) {
    await proc.err(`ERROR: '${name}' is not an apk command. See 'apk --help'.\n`);
    return 1;
  }
  await proc.out(`${versionLine(proc)}\nusage: apk [<OPTIONS>...] COMMAND [<ARGUMENTS>...]\n`);
  return 1;
}

function version(proc: Process): string {
  const text = proc.files.exists('/etc/alpine-release')
    ? proc.files.readText('/etc/alpine-release')
    : '3.22.2';
  return text.trim().split('.').slice(0, 2).join('.');
}

/** Holds the database. @throws CommandFailure 99 for anybody but root */
async function lock(proc: Process): Promise<boolean> {
  if (proc.uid === 0) return true;
  await proc.err(
    'ERROR: Unable to lock database: Permission denied\nERROR: Failed to open apk database: Permission denied\n',
  );
  return false;
}

/** Loads both indexes, from the cache where they are. @returns whether they are there */
async function fetchIndexes(proc: Process, options: Options, force: boolean): Promise<boolean> {
  const keeps = !options.has('no-cache');
  if (keeps && !force && !options.has('U') && proc.files.exists(`${CACHE}/APKINDEX.main.tar.gz`)) return true;
  const online = await isOnline(proc);
  for (const [repository, bytes] of Object.entries(INDEX_BYTES)) {
    const url = `https://dl-cdn.alpinelinux.org/alpine/v${version(proc)}/${repository}`;
    if (!options.has('q')) await proc.out(`fetch ${url}/x86_64/APKINDEX.tar.gz\n`);
    if (!online) {
      await proc.err(`WARNING: fetching ${url}: temporary error (try again later)\n`);
      continue;
    }
    await download(proc, bytes);
    if (!keeps) continue;
    proc.files.mkdirAll(CACHE);
    fillFile(proc, `${CACHE}/APKINDEX.${repository}.tar.gz`, bytes);
  }
  return online;
}

async function update(proc: Process, options: Options): Promise<number> {
  if (!(await lock(proc))) return 99;
  const there = await fetchIndexes(proc, options, true);
  if (!there) {
    await proc.out('2 unavailable, 0 stale; 0 distinct packages available\n');
    return 2;
  }
  const base = `https://dl-cdn.alpinelinux.org/alpine/v${version(proc)}`;
  await proc.out(
    `v${version(proc)} [${base}/main]\nv${version(proc)} [${base}/community]\nOK: ${ALPINE_PACKAGES.size} distinct packages available\n`,
  );
  return 0;
}

async function upgrade(proc: Process, options: Options): Promise<number> {
  if (!(await lock(proc))) return 99;
  await fetchIndexes(proc, options, false);
  return summary(proc, options);
}

async function summary(proc: Process, options: Options): Promise<number> {
  const records = readInstalled(proc);
  const bytes = records.reduce((sum, { installedBytes }) => sum + installedBytes, 0);
  if (!options.has('q'))
    await proc.out(`OK: ${Math.round(bytes / 1024 ** 2)} MiB in ${records.length} packages\n`);
  return 0;
}

/** `curl=8.14.1-r2`, `curl>8`: the name, and whether its version fits. */
function wanted(text: string): { name: string; fits: boolean } {
  const [, name = text, operator, given = ''] = /^([^=<>~@]+)([=<>~]+)(.*)$/.exec(text) ?? [];
  const version = ALPINE_PACKAGES.get(name)?.version;
  if (operator === undefined || version === undefined) return { name, fits: true };
  if (operator === '=') return { name, fits: version === given };
  if (operator.includes('~')) return { name, fits: version.startsWith(given) };
  const difference = version.localeCompare(given, 'en', { numeric: true });
  return {
    name,
    fits:
      (operator.includes('=') && difference === 0) ||
      (operator.includes('>') ? difference > 0 : difference < 0),
  };
}

async function add(proc: Process, options: Options, names: readonly string[]): Promise<number> {
  if (!(await lock(proc))) return 99;
  const there = await fetchIndexes(proc, options, false);
  const records = readInstalled(proc);
  const installed = new Set(records.map(({ name }) => name));
  const virtual = options.value('t');
  const requests = names.map((text) => ({ text, ...wanted(text) }));
  const unknown = requests.filter(
    ({ name, fits }) => !fits || !(installed.has(name) || (there && ALPINE_PACKAGES.has(name))),
  );
  if (unknown.length > 0) {
    await proc.err(
      `ERROR: unable to select packages:\n${unknown.map(({ text, name, fits }) => unselectable(text, name, fits, virtual)).join('')}`,
    );
    for (const { name, fits } of unknown)
      if (there && fits) noticeUnknown(proc, name, ALPINE_PACKAGES.keys());
    return unknown.length;
  }
  const chosen = withDependencies(
    requests.map(({ name }) => name),
    ALPINE_PACKAGES,
    installed,
  );
  const steps: (PackageInfo | undefined)[] = virtual === undefined ? chosen : [...chosen, undefined];
  for (const [index, info] of steps.entries()) {
    const [name, release] = info ? [info.name, info.version] : [virtual ?? '', VIRTUAL_VERSION];
    if (!options.has('q')) await proc.out(`(${index + 1}/${steps.length}) Installing ${name} (${release})\n`);
    if (info) await download(proc, info.downloadBytes);
    const files = info ? placeFiles(proc, info, '/usr/share') : [];
    records.push({ name, version: release, installedBytes: info?.installedBytes ?? 0, files });
  }
  writeInstalled(proc, records);
  writeWorld(proc, [
    ...readWorld(proc),
    ...(virtual === undefined ? requests.map(({ name }) => name) : [virtual]),
  ]);
  if (virtual !== undefined)
    writeVirtual(
      proc,
      virtual,
      requests.map(({ name }) => name),
    );
  await trigger(proc, options, steps.length);
  noticeMissing(proc, chosen);
  return summary(proc, options);
}

const VIRTUAL_VERSION = '20260105.090000';
/** Simplified: what a virtual package needs stands in a file of its own instead of the database's D: line. */
const virtualFile = (name: string): string => `/lib/apk/db/virtual-${name}`;

function writeVirtual({ files }: Process, name: string, needs: readonly string[]): void {
  files.writeFile(virtualFile(name), needs.join('\n'));
}

function unselectable(text: string, name: string, fits: boolean, virtual: string | undefined): string {
  const by = virtual === undefined ? `world[${text}]` : `${virtual}-${VIRTUAL_VERSION}[${text}]`;
  return fits
    ? `  ${name} (no such package):\n    required by: ${by}\n`
    : `  ${name}-${ALPINE_PACKAGES.get(name)?.version ?? ''}:\n    breaks: ${by}\n`;
}

async function trigger(proc: Process, options: Options, changes: number): Promise<void> {
  const version = readInstalled(proc).find(({ name }) => name === 'busybox')?.version ?? '1.37.0-r19';
  if (changes > 0 && !options.has('q')) await proc.out(`Executing busybox-${version}.trigger\n`);
}

/** What stays when these are gone from the world: that, and all it needs. */
function kept(proc: Process, records: readonly ApkRecord[], world: readonly string[]): Set<string> {
  const needs = (name: string): readonly string[] =>
    proc.files.exists(virtualFile(name))
      ? proc.files.readText(virtualFile(name)).split('\n')
      : (ALPINE_PACKAGES.get(name)?.depends ?? []);
  const keep = new Set<string>();
  const visit = (name: string): void => {
    if (keep.has(name)) return;
    keep.add(name);
    for (const one of needs(name)) visit(one);
  };
  for (const name of world) visit(name);
  // What came with the image and is in no catalogue stays.
  for (const { name, version } of records)
    if (!ALPINE_PACKAGES.has(name) && version !== VIRTUAL_VERSION) keep.add(name);
  return keep;
}

async function del(proc: Process, options: Options, names: readonly string[]): Promise<number> {
  if (!(await lock(proc))) return 99;
  const records = readInstalled(proc);
  const world = readWorld(proc);
  const missing = names.filter((name) => !records.some((record) => record.name === name));
  for (const name of missing) await proc.err(`ERROR: No such package: ${name}\n`);
  if (missing.length > 0) return missing.length;
  const left = world.filter((name) => !names.includes(name));
  const keep = kept(proc, records, left);
  const gone = records.filter(({ name }) => !keep.has(name)).reverse();
  for (const name of names.filter((one) => keep.has(one)))
    await proc.out(
      `World updated, but the following packages are not removed due to:\n  ${name}: ${left.join(' ')}\n\n`,
    );
  for (const [index, { name, version: release, files }] of gone.entries()) {
    if (!options.has('q')) await proc.out(`(${index + 1}/${gone.length}) Purging ${name} (${release})\n`);
    removeFiles(proc, files, (path) => restoreApplet(proc, path));
    proc.files.removeAll(virtualFile(name));
  }
  writeInstalled(
    proc,
    records.filter((record) => !gone.includes(record)),
  );
  writeWorld(proc, left);
  await trigger(proc, options, gone.length);
  return summary(proc, options);
}

/** Busybox links its applet again where a package's program was. */
function restoreApplet({ files }: Process, path: string): void {
  if (!/^\/(?:usr\/)?s?bin\/[^/]+$/.test(path) || files.lstatIfAny(path) || !files.exists('/bin/busybox'))
    return;
  const name = path.split('/').at(-1) ?? '';
  if (RESTORED.has(name)) files.symlink('/bin/busybox', path);
}

const RESTORED = new Set('ls cat cp mv rm date sleep chmod chown ln mkdir dd sort head tail wc cut tr uniq seq split shuf du stat grep sed awk find xargs tar gzip gunzip zcat diff cmp ps free pgrep pkill top uptime watch killall pstree ping ip vi less tree nslookup nc wget unzip xxd'.split(' ')); // prettier-ignore

async function info(proc: Process, options: Options, names: readonly string[]): Promise<number> {
  const records = readInstalled(proc);
  if (names.length === 0) {
    await proc.out(
      records
        .map(({ name, version: release }) => (options.has('v') ? `${name}-${release}\n` : `${name}\n`))
        .sort()
        .join(''),
    );
    return 0;
  }
  let status = 0;
  for (const name of names) {
    const record = records.find((one) => one.name === name);
    if (!record) {
      status++;
      continue;
    }
    const title = `${name}-${record.version}`;
    if (options.has('L'))
      await proc.out(
        `${title} contains:\n${record.files
          .filter((path) => proc.files.lstatIfAny(path)?.type !== 'directory')
          .map((path) => `${path.slice(1)}\n`)
          .join('')}\n`,
      );
    else if (options.has('e')) await proc.out(`${name}\n`);
    else
      await proc.out(
        `${title} description:\n${ALPINE_PACKAGES.get(name)?.summary ?? ''}\n\n${title} installed size:\n${Math.ceil(record.installedBytes / 1024)} KiB\n\n`,
      );
  }
  return status;
}

async function list(proc: Process, options: Options, names: readonly string[]): Promise<number> {
  const installed = new Set(readInstalled(proc).map(({ name }) => name));
  for (const { name, version: release, summary: text } of ALPINE_PACKAGES.values()) {
    if ((names.length > 0 && !names.includes(name)) || (options.has('e', 'i', 'I') && !installed.has(name)))
      continue;
    await proc.out(
      `${name}-${release} x86_64 {${name}} (${text})${installed.has(name) ? ' [installed]' : ''}\n`,
    );
  }
  return 0;
}

async function search(proc: Process, options: Options, names: readonly string[]): Promise<number> {
  if (!(await fetchIndexes(proc, options, false))) throw new CommandFailure('no index', 1);
  for (const { name, version: release, summary: text } of ALPINE_PACKAGES.values())
    if (names.length === 0 || names.some((part) => name.includes(part)))
      await proc.out(options.has('v') ? `${name}-${release} - ${text}\n` : `${name}-${release}\n`);
  return 0;
}

/** `apk policy`: the versions of a package, and where each is. */
async function policy(proc: Process, _options: Options, names: readonly string[]): Promise<number> {
  const installed = new Map(readInstalled(proc).map((one) => [one.name, one.version]));
  for (const name of names) {
    const known = ALPINE_PACKAGES.get(name);
    const own = installed.get(name);
    const release = known?.version ?? own;
    if (release === undefined) continue;
    const places = [
      ...(own === undefined ? [] : ['lib/apk/db/installed']),
      ...(known ? [`https://dl-cdn.alpinelinux.org/alpine/v${version(proc)}/${known.section}`] : []),
    ];
    await proc.out(`${name} policy:\n  ${release}:\n${places.map((place) => `    ${place}\n`).join('')}`);
  }
  return 0;
}

/** `apk version`: which packages the repositories have a newer one of. Here none ever is. */
async function compareVersions(proc: Process, _options: Options, names: readonly string[]): Promise<number> {
  await proc.out('Installed:                                Available:\n');
  for (const { name, version: release } of readInstalled(proc)) {
    if (!names.includes(name)) continue;
    await proc.out(`${`${name}-${release}`.padEnd(42)}= ${release}\n`);
  }
  return 0;
}
