import type { Process, Program } from '../../kernel/process.ts';
import { command, commandName, CommandFailure } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { AptError, install, remove, type AptRun } from './apt-install.ts';
import { hasLists, mirrorOf, updateLists } from './apt-lists.ts';
import { DEBIAN_PACKAGES } from './debian-packages.ts';
import { readStatus } from './dpkg-database.ts';

const SPEC = {
  short: 'yqsdft:o:mVa',
  long: { yes: 'y', 'assume-yes': 'y', quiet: 'q', simulate: 's', 'dry-run': 's', 'download-only': 'd', 'no-install-recommends': 'no-install-recommends', 'no-install-suggests': 'no-install-suggests', 'fix-broken': 'f', 'fix-missing': 'm', purge: 'purge', 'auto-remove': 'auto-remove', autoremove: 'auto-remove', 'allow-unauthenticated': 'allow-unauthenticated', installed: 'installed', upgradable: 'upgradable', option: 'o:', 'target-release': 't:', 'no-show-upgraded': 'no-show-upgraded', 'allow-downgrades': 'allow-downgrades', reinstall: 'reinstall', 'no-cache': 'no-cache', version: 'v', 'names-only': 'names-only', 'only-upgrade': 'only-upgrade' },
  usage: '[options] command',
  ownHelp: true,
}; // prettier-ignore

/** apt-get, apt and apt-cache of apt 3.0, over a small catalogue. Simplified: no recommended packages, one version of each. @see apt-get(8) */
export const apt: Program = (proc) => command(SPEC, run)(proc);

async function run(proc: Process, options: Options): Promise<number> {
  const done = proc.stdout.tty ? ' Done' : '';
  const [action, ...words] = options.operands;
  if (commandName(proc) === 'apt' && !proc.stdout.tty)
    await proc.err('\nWARNING: apt does not have a stable CLI interface. Use with caution in scripts.\n\n');
  try {
    return await dispatch(proc, { options, done }, action, words);
  } catch (error) {
    if (error instanceof CommandFailure && error.message === '') return error.status;
    if (!(error instanceof AptError)) throw error;
    await proc.err(`E: ${error.message}\n`);
    return 100;
  }
}

async function dispatch(
  proc: Process,
  run: AptRun,
  action: string | undefined,
  words: readonly string[],
): Promise<number> {
  const { options, done } = run;
  switch (action) {
    case 'update':
      if (proc.uid !== 0)
        throw new AptError(
          'Could not open lock file /var/lib/apt/lists/lock - open (13: Permission denied)\nE: Unable to lock directory /var/lib/apt/lists/',
        );
      return updateLists(proc, done);
    case 'install':
    case 'reinstall':
      return install(proc, run, words);
    case 'upgrade':
    case 'dist-upgrade':
    case 'full-upgrade':
      return install(proc, run, []);
    case 'remove':
    case 'purge':
      return remove(proc, run, words, options.has('auto-remove'));
    case 'autoremove':
    case 'autopurge':
      return remove(proc, run, words, true);
    case 'clean':
    case 'autoclean':
      return 0;
    case 'list':
      return list(proc, options, words);
    case 'search':
      return search(proc, words);
    case 'show':
      return show(proc, words);
    case 'policy':
      return policy(proc, words);
    case undefined:
      await proc.out(
        options.has('v')
          ? `apt ${proc.release || '3.0.3'} (amd64)\n`
          : `apt ${proc.release || '3.0.3'} (amd64)\nUsage: ${commandName(proc)} [options] command\n`,
      );
      return 0;
    default:
      throw new AptError(`Invalid operation ${action}`);
  }
}

const known = (proc: Process): typeof DEBIAN_PACKAGES => (hasLists(proc) ? DEBIAN_PACKAGES : new Map());

async function list(proc: Process, options: Options, words: readonly string[]): Promise<number> {
  const { suite } = mirrorOf(proc);
  const automatic = (name: string): string => (known(proc).has(name) ? `${suite},now` : 'now');
  const records = readStatus(proc);
  const rows = new Map(
    records.map(({ name, version }) => [
      name,
      `${name}/${automatic(name)} ${version} amd64 [installed${known(proc).has(name) ? '' : ',local'}]\n`,
    ]),
  );
  if (!options.has('installed'))
    for (const { name, version } of known(proc).values())
      if (!rows.has(name)) rows.set(name, `${name}/${suite} ${version} amd64\n`);
  await proc.out(`Listing...${proc.stdout.tty ? ' Done' : ''}\n`);
  if (options.has('upgradable')) return 0;
  for (const name of [...rows.keys()].sort())
    if (words.length === 0 || words.includes(name)) await proc.out(rows.get(name) ?? '');
  return 0;
}

async function search(proc: Process, words: readonly string[]): Promise<number> {
  const found = [...known(proc).values()].filter(({ name, summary }) =>
    words.every((word) => `${name} ${summary}`.includes(word)),
  );
  const brief = commandName(proc) === 'apt-cache';
  if (!brief)
    await proc.out(
      `Sorting...${proc.stdout.tty ? ' Done' : ''}\nFull Text Search...${proc.stdout.tty ? ' Done' : ''}\n`,
    );
  for (const { name, version, summary } of found)
    await proc.out(
      brief ? `${name} - ${summary}\n` : `${name}/${mirrorOf(proc).suite} ${version} amd64\n  ${summary}\n\n`,
    );
  return 0;
}

async function show(proc: Process, words: readonly string[]): Promise<number> {
  for (const word of words) {
    const info = known(proc).get(word);
    if (!info) throw new AptError('No packages found');
    const depends = info.depends.length > 0 ? `Depends: ${info.depends.join(', ')}\n` : '';
    await proc.out(
      `Package: ${info.name}\nVersion: ${info.version}\nPriority: optional\nSection: ${info.section}\nInstalled-Size: ${Math.round(info.installedBytes / 1024)}\n${depends}Size: ${info.downloadBytes}\nDescription: ${info.summary}\n\n`,
    );
  }
  return 0;
}

async function policy(proc: Process, words: readonly string[]): Promise<number> {
  const { url, suite } = mirrorOf(proc);
  for (const word of words) {
    const [info, record] = [known(proc).get(word), readStatus(proc).find(({ name }) => name === word)];
    if (!info && !record) {
      await proc.err(`N: Unable to locate package ${word}\n`);
      continue;
    }
    const candidate = info?.version ?? record?.version ?? '';
    await proc.out(
      `${word}:\n  Installed: ${record?.version ?? '(none)'}\n  Candidate: ${candidate}\n  Version table:\n ${record ? '***' : '   '} ${candidate} 500\n${info ? `        500 ${url} ${suite}/main amd64 Packages\n` : ''}${record ? '        100 /var/lib/dpkg/status\n' : ''}`,
    );
  }
  return 0;
}
