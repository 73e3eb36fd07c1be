import type { Process } from '../../kernel/process.ts';
import { download, fillFile, isOnline } from './place-files.ts';

export const LISTS = '/var/lib/apt/lists';

/** An index of a mirror. */
interface AptIndex {
  readonly title: string;
  readonly file: string;
  readonly bytes: number;
  readonly listBytes: number;
}

/** Where packages come from. */
export interface AptMirror {
  readonly url: string;
  readonly host: string;
  readonly suite: string;
  readonly component: string;
}

export function mirrorOf({ files }: Process): AptMirror {
  const release = files.exists('/etc/os-release') ? files.readText('/etc/os-release') : '';
  const suite = /VERSION_CODENAME=(\w+)/.exec(release)?.[1] ?? 'trixie';
  const host = /^ID=ubuntu$/m.test(release) ? 'archive.ubuntu.com' : 'deb.debian.org';
  return {
    host,
    suite,
    url: `http://${host}/${host.includes('ubuntu') ? 'ubuntu' : 'debian'}`,
    component: 'main',
  };
}

function indexesOf({ url, suite }: AptMirror): AptIndex[] {
  const stem = url.slice('http://'.length).replaceAll('/', '_');
  const updates = `${suite}-updates`;
  return [
    {
      title: `${url} ${suite} InRelease`,
      file: `${stem}_dists_${suite}_InRelease`,
      bytes: 140_000,
      listBytes: 140_000,
    },
    {
      title: `${url} ${updates} InRelease`,
      file: `${stem}_dists_${updates}_InRelease`,
      bytes: 47_300,
      listBytes: 47_300,
    },
    {
      title: `${url} ${suite}/main amd64 Packages`,
      file: `${stem}_dists_${suite}_main_binary-amd64_Packages.lz4`,
      bytes: 9_670_000,
      listBytes: 18_900_000,
    },
    {
      title: `${url} ${updates}/main amd64 Packages`,
      file: `${stem}_dists_${updates}_main_binary-amd64_Packages.lz4`,
      bytes: 5_412,
      listBytes: 9_300,
    },
  ];
}

/** True if `apt-get update` has been here, and nobody removed what it fetched. */
export function hasLists({ files }: Process): boolean {
  return files.exists(LISTS) && files.readDir(LISTS).some(({ name }) => name.includes('_Packages'));
}

/** `9,670 kB` as apt writes it. */
export function aptSize(bytes: number): string {
  if (bytes < 10_000) return `${bytes} B`;
  const kilo = bytes / 1000;
  if (kilo < 100) return `${kilo.toFixed(1)} kB`;
  return kilo < 10_000
    ? `${Math.round(kilo)} kB`
    : `${kilo < 100_000 ? (kilo / 1000).toFixed(1) : Math.round(kilo / 1000)} MB`;
}

/** apt-get update. A mirror that can't be reached is a warning, as in life. */
export async function updateLists(proc: Process, done: string): Promise<number> {
  const mirror = mirrorOf(proc);
  const indexes = indexesOf(mirror);
  if (!(await isOnline(proc))) return unreachable(proc, mirror, indexes, done);
  const start = proc.now();
  let fetched = 0;
  for (const [number, { title, file, bytes, listBytes }] of indexes.entries()) {
    if (proc.files.exists(`${LISTS}/${file}`)) {
      if (title.endsWith('InRelease')) await proc.out(`Hit:${number + 1} ${title}\n`);
      continue;
    }
    await download(proc, bytes);
    fetched += bytes;
    await proc.out(`Get:${number + 1} ${title} [${aptSize(bytes)}]\n`);
    proc.files.mkdirAll(`${LISTS}/partial`);
    fillFile(proc, `${LISTS}/${file}`, listBytes);
  }
  if (fetched > 0) await proc.out(fetchedLine(fetched, proc.now() - start));
  await proc.out(`Reading package lists...${done}\n`);
  return 0;
}

/** `Fetched 9863 kB in 1s (8654 kB/s)` */
export function fetchedLine(bytes: number, ms: number): string {
  return `Fetched ${aptSize(bytes)} in ${Math.floor(ms / 1000)}s (${aptSize(Math.round((bytes * 1000) / Math.max(ms, 1)))}/s)\n`;
}

async function unreachable(
  proc: Process,
  mirror: AptMirror,
  indexes: readonly AptIndex[],
  done: string,
): Promise<number> {
  const why = `Temporary failure resolving '${mirror.host}'`;
  const releases = indexes.filter(({ title }) => title.endsWith('InRelease'));
  for (const [number, { title }] of releases.entries()) await proc.out(`Ign:${number + 1} ${title}\n`);
  for (const [number, { title }] of releases.entries())
    await proc.out(`Err:${number + 1} ${title}\n  ${why}\n`);
  await proc.out(`Reading package lists...${done}\n`);
  for (const { title } of releases) {
    const [url = '', suite = ''] = title.split(' ');
    await proc.err(`W: Failed to fetch ${url}/dists/${suite}/InRelease  ${why}\n`);
  }
  await proc.err(
    'W: Some index files failed to download. They have been ignored, or old ones used instead.\n',
  );
  return 0;
}
