import type { Process } from '../../kernel/process.ts';
import { CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { aptSize, fetchedLine, hasLists, mirrorOf } from './apt-lists.ts';
import { DEBIAN_PACKAGES } from './debian-packages.ts';
import { readAutomatic, readFileList, readStatus, removeFileList, toRecord, writeAutomatic, writeFileList, writeStatus, type DpkgRecord } from './dpkg-database.ts'; // prettier-ignore
import { withDependencies, type PackageInfo } from './package-info.ts';
import { download, isOnline, noticeMissing, noticeUnknown, placeFiles, removeFiles } from './place-files.ts';

/** apt can't go on: `E: message`. */
export class AptError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'AptError';
  }
}

/** What one run of apt has: its options, and `...` or `... Done` behind its steps. */
export interface AptRun {
  readonly options: Options;
  readonly done: string;
}

/** Names in lines of at most 80 columns, two in. */
function listNames(names: readonly string[]): string {
  let [text, line] = ['', ' '];
  for (const name of [...names].sort()) {
    if (line.length + name.length + 1 > 79) [text, line] = [`${text}${line}\n`, ' '];
    line += ` ${name}`;
  }
  return `${text}${line}\n`;
}

async function readingSteps(proc: Process, { options, done }: AptRun): Promise<void> {
  if (options.has('q') && options.given.filter(([key]) => key === 'q').length > 1) return;
  await proc.out(
    `Reading package lists...${done}\nBuilding dependency tree...${done}\nReading state information...${done}\n`,
  );
}

/** The package's name and whether a wanted version exists. @throws AptError */
function findPackage(proc: Process, text: string, installed: ReadonlyMap<string, DpkgRecord>): string {
  const [word = '', version] = text.split('=');
  const name = word.replace(/:amd64$/, '');
  const info = hasLists(proc) ? DEBIAN_PACKAGES.get(name) : undefined;
  if (!info && !installed.has(name)) {
    if (hasLists(proc)) noticeUnknown(proc, name, DEBIAN_PACKAGES.keys());
    throw new AptError(`Unable to locate package ${word}`);
  }
  if (version === undefined) return name;
  const pattern = new RegExp(`^${version.replace(/[.+^$()|[\]{}\\]/g, '\\$&').replaceAll('*', '.*')}$`);
  if (!pattern.test(info?.version ?? installed.get(name)?.version ?? ''))
    throw new AptError(`Version '${version}' for '${name}' was not found`);
  return name;
}

function installedMap(records: readonly DpkgRecord[]): Map<string, DpkgRecord> {
  return new Map(
    records.filter(({ status }) => status.endsWith(' installed')).map((record) => [record.name, record]),
  );
}

/** @throws AptError where it is not root who asks */
export function lockDpkg(proc: Process): void {
  if (proc.uid === 0) return;
  throw new AptError(
    'Could not open lock file /var/lib/dpkg/lock-frontend - open (13: Permission denied)\nE: Unable to acquire the dpkg frontend lock (/var/lib/dpkg/lock-frontend), are you root?',
  );
}

/** apt-get install. @throws AptError */
export async function install(proc: Process, run: AptRun, words: readonly string[]): Promise<number> {
  const simulates = run.options.has('s');
  if (!simulates) lockDpkg(proc);
  await readingSteps(proc, run);
  const installed = installedMap(readStatus(proc));
  const problems: string[] = [];
  const names = words.flatMap((word) => {
    try {
      return [findPackage(proc, word, installed)];
    } catch (error) {
      if (!(error instanceof AptError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length > 0) throw new AptError(problems.join('\nE: '));
  for (const name of names) {
    const record = installed.get(name);
    if (record) await proc.out(`${name} is already the newest version (${record.version}).\n`);
  }
  const chosen = withDependencies(names, DEBIAN_PACKAGES, new Set(installed.keys()));
  const extra = chosen.filter(({ name }) => !names.includes(name));
  if (extra.length > 0)
    await proc.out(
      `The following additional packages will be installed:\n${listNames(extra.map(({ name }) => name))}`,
    );
  if (chosen.length > 0)
    await proc.out(
      `The following NEW packages will be installed:\n${listNames(chosen.map(({ name }) => name))}`,
    );
  await proc.out(`0 upgraded, ${chosen.length} newly installed, 0 to remove and 0 not upgraded.\n`);
  if (chosen.length === 0) return 0;
  if (simulates) {
    for (const { name, version } of chosen)
      await proc.out(`Inst ${name} (${version} ${mirrorOf(proc).suite} [amd64])\n`);
    for (const { name, version } of chosen)
      await proc.out(`Conf ${name} (${version} ${mirrorOf(proc).suite} [amd64])\n`);
    return 0;
  }
  const total = chosen.reduce((sum, { downloadBytes }) => sum + downloadBytes, 0);
  const used = chosen.reduce((sum, { installedBytes }) => sum + installedBytes, 0);
  await proc.out(
    `Need to get ${aptSize(total)} of archives.\nAfter this operation, ${aptSize(used)} of additional disk space will be used.\n`,
  );
  if (extra.length > 0) await confirm(proc, run.options);
  await fetchAll(proc, chosen, total);
  if (run.options.has('d')) {
    await proc.out('Download complete and in download only mode\n');
    return 0;
  }
  await unpackAll(proc, chosen, new Set(extra.map(({ name }) => name)));
  noticeMissing(proc, chosen);
  return 0;
}

/** @throws CommandFailure without words where it is not agreed to */
async function confirm(proc: Process, options: Options): Promise<void> {
  if (options.has('y')) return;
  await proc.out('Do you want to continue? [Y/n] ');
  const bytes = proc.stdin.tty ? await proc.stdin.read(100) : undefined;
  const answer = bytes ? new TextDecoder().decode(bytes).trim() : undefined;
  if (answer !== undefined && (answer === '' || /^y/i.test(answer))) return;
  await proc.out('Abort.\n');
  throw new CommandFailure('');
}

const archiveOf = ({ name, version }: PackageInfo): string =>
  `${name}_${version.replaceAll(':', '%3a')}_amd64.deb`;

async function fetchAll(proc: Process, chosen: readonly PackageInfo[], total: number): Promise<void> {
  const { url, suite, component, host } = mirrorOf(proc);
  const online = await isOnline(proc);
  const start = proc.now();
  const failures: string[] = [];
  const why = `Temporary failure resolving '${host}'`;
  for (const [index, info] of chosen.entries()) {
    const { name, version, downloadBytes } = info;
    const title = `${index + 1} ${url} ${suite}/${component} amd64 ${name} amd64 ${version}`;
    if (online) {
      await download(proc, downloadBytes);
      await proc.out(`Get:${title} [${aptSize(downloadBytes)}]\n`);
      continue;
    }
    await proc.out(`Err:${title}\n  ${why}\n`);
    failures.push(
      `Failed to fetch ${url}/pool/main/${name.startsWith('lib') ? name.slice(0, 4) : name.slice(0, 1)}/${name}/${archiveOf(info)}  ${why}`,
    );
  }
  if (failures.length > 0)
    throw new AptError(
      [
        ...failures,
        'Unable to fetch some archives, maybe run apt-get update or try with --fix-missing?',
      ].join('\nE: '),
    );
  await proc.err('debconf: delaying package configuration, since apt-utils is not installed\n');
  await proc.out(fetchedLine(total, proc.now() - start));
}

async function unpackAll(
  proc: Process,
  chosen: readonly PackageInfo[],
  extra: ReadonlySet<string>,
): Promise<void> {
  const records = readStatus(proc);
  for (const [index, info] of chosen.entries()) {
    const { name, version } = info;
    await proc.out(`Selecting previously unselected package ${name}.\n`);
    if (index === 0)
      await proc.out(
        `(Reading database ... ${countFiles(proc)} files and directories currently installed.)\n`,
      );
    await proc.out(
      `Preparing to unpack .../${chosen.length > 1 ? `${String(index).padStart(String(chosen.length - 1).length, '0')}-` : ''}${archiveOf(info)} ...\nUnpacking ${name} (${version}) ...\n`,
    );
    writeFileList(proc, name, placeFiles(proc, info, '/usr/share'));
    await proc.sleep(30 + info.installedBytes / 200_000);
  }
  for (const info of chosen) {
    const { name, version, section, installedBytes, depends, summary } = info;
    await proc.out(`Setting up ${name} (${version}) ...\n`);
    const record = toRecord({
      name,
      version,
      section,
      depends,
      description: summary,
      status: 'install ok installed',
      installedKb: installedBytes / 1024,
    });
    records.splice(0, records.length, ...records.filter((one) => one.name !== name), record);
  }
  records.sort((a, b) => (a.name < b.name ? -1 : 1));
  writeStatus(proc, records);
  writeAutomatic(proc, new Set([...readAutomatic(proc), ...extra]));
  if (chosen.some(({ name }) => name.startsWith('lib')))
    await proc.out('Processing triggers for libc-bin (2.41-12) ...\n');
}

/** Simplified: a package of the base system counts as 40 files. */
function countFiles(proc: Process): number {
  return readStatus(proc).reduce((sum, { name }) => sum + (readFileList(proc, name)?.length ?? 40), 0);
}

/** Packages that came for others which are gone. */
function orphans(proc: Process, records: readonly DpkgRecord[], gone: ReadonlySet<string>): string[] {
  const automatic = readAutomatic(proc);
  const left = installedMap(records.filter(({ name }) => !gone.has(name)));
  const needed = new Set<string>();
  const visit = (name: string): void => {
    if (needed.has(name)) return;
    needed.add(name);
    for (const one of left.get(name)?.depends ?? []) visit(one);
  };
  for (const name of left.keys()) if (!automatic.has(name)) visit(name);
  return [...left.keys()].filter((name) => !needed.has(name));
}

/** apt-get remove, purge and autoremove. @throws AptError */
export async function remove(
  proc: Process,
  run: AptRun,
  words: readonly string[],
  alsoOrphans: boolean,
): Promise<number> {
  lockDpkg(proc);
  await readingSteps(proc, run);
  const records = readStatus(proc);
  const installed = installedMap(records);
  const asked = new Set<string>();
  for (const word of words) {
    if (installed.has(word)) asked.add(word);
    else if (DEBIAN_PACKAGES.has(word))
      await proc.out(`Package '${word}' is not installed, so not removed\n`);
    else throw new AptError(`Unable to locate package ${word}`);
  }
  for (let before = -1; before !== asked.size;) {
    before = asked.size;
    for (const { name, depends } of installed.values())
      if (depends.some((one) => asked.has(one))) asked.add(name);
  }
  const lost = orphans(proc, records, asked);
  if (alsoOrphans) for (const name of lost) asked.add(name);
  else if (lost.length > 0)
    await proc.out(
      `The following packages were automatically installed and are no longer required:\n${listNames(lost)}Use 'apt autoremove' to remove them.\n`,
    );
  if (asked.size > 0) await proc.out(`The following packages will be REMOVED:\n${listNames([...asked])}`);
  await proc.out(`0 upgraded, 0 newly installed, ${asked.size} to remove and 0 not upgraded.\n`);
  if (asked.size === 0) return 0;
  const freed = [...asked].reduce((sum, name) => sum + (installed.get(name)?.installedKb ?? 0) * 1024, 0);
  await proc.out(`After this operation, ${aptSize(freed)} disk space will be freed.\n`);
  await confirm(proc, run.options);
  await proc.out(`(Reading database ... ${countFiles(proc)} files and directories currently installed.)\n`);
  for (const name of asked) {
    await proc.out(`Removing ${name} (${installed.get(name)?.version ?? ''}) ...\n`);
    removeFiles(proc, readFileList(proc, name) ?? [], () => undefined);
    removeFileList(proc, name);
  }
  writeStatus(
    proc,
    records.filter(({ name }) => !asked.has(name)),
  );
  writeAutomatic(proc, new Set([...readAutomatic(proc)].filter((name) => !asked.has(name))));
  return 0;
}
