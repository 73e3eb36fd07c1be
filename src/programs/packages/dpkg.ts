import type { Process, Program } from '../../kernel/process.ts';
import { command } from '../support/command.ts';
import type { Options } from '../support/parse-options.ts';
import { readFileList, readStatus, type DpkgRecord } from './dpkg-database.ts';

/** dpkg's questions: -l, -L, -s, -S. Simplified: archives are installed by apt-get only. @see dpkg(1), dpkg-query(1) */
export const dpkg: Program = (proc) =>
  command(
    {
      short: 'lLsSi:r:P:',
      long: { list: 'l', listfiles: 'L', status: 's', search: 'S', 'print-architecture': 'print-architecture', 'get-selections': 'get-selections', version: 'version', install: 'i:', remove: 'r:', purge: 'P:' },
      usage: '[<option>...] <command>',
      ownHelp: true,
      usageStatus: 2,
    },
    run,
  )(proc); // prettier-ignore

async function run(proc: Process, options: Options): Promise<number> {
  const words = options.operands;
  if (options.has('print-architecture')) return say(proc, 'amd64\n');
  if (options.has('version'))
    return say(proc, "Debian 'dpkg' package management program version 1.22.21 (amd64).\n");
  if (options.has('get-selections'))
    return say(
      proc,
      readStatus(proc)
        .map(({ name }) => `${name}\t${name.length < 16 ? '\t'.repeat(5) : '\t'.repeat(4)}install\n`)
        .join(''),
    );
  if (options.has('l')) return list(proc, words);
  if (options.has('L')) return each(proc, words, listFiles);
  if (options.has('s')) return each(proc, words, showStatus);
  if (options.has('S')) return each(proc, words, searchFile);
  if (options.has('i', 'r', 'P')) {
    proc.notice('dpkg itself installs and removes nothing in this simulation: apt-get does.');
    await proc.err('dpkg: error: requested operation is not available\n');
    return 2;
  }
  await proc.err(
    'dpkg: error: need an action option\n\nType dpkg --help for help about installing and deinstalling packages [*];\n',
  );
  return 2;
}

async function say(proc: Process, text: string): Promise<number> {
  await proc.out(text);
  return 0;
}

async function each(
  proc: Process,
  words: readonly string[],
  show: (proc: Process, word: string) => Promise<boolean>,
): Promise<number> {
  let status = 0;
  for (const word of words) if (!(await show(proc, word))) status = 1;
  return status;
}

async function listFiles(proc: Process, name: string): Promise<boolean> {
  const paths = readFileList(proc, name);
  if (paths) await proc.out(`/.\n${paths.map((path) => `${path}\n`).join('')}`);
  else if (!readStatus(proc).some((record) => record.name === name))
    await proc.err(
      `dpkg-query: package '${name}' is not installed\nUse dpkg --contents (= dpkg-deb --contents) to list archive files contents.\n`,
    );
  else proc.notice(`Which files ${name} of the base image owns is not recorded in this simulation.`);
  return paths !== undefined;
}

async function showStatus(proc: Process, name: string): Promise<boolean> {
  const record = readStatus(proc).find((one) => one.name === name);
  if (record) await proc.out(`${record.paragraph}\n`);
  else
    await proc.err(
      `dpkg-query: package '${name}' is not installed and no information is available\nUse dpkg --info (= dpkg-deb --info) to examine archive files.\n`,
    );
  return record !== undefined;
}

async function searchFile(proc: Process, path: string): Promise<boolean> {
  const owners = readStatus(proc).filter(({ name }) =>
    readFileList(proc, name)?.some((file) => (path.startsWith('/') ? file === path : file.includes(path))),
  );
  for (const { name } of owners) await proc.out(`${name}: ${path}\n`);
  if (owners.length === 0)
    await proc.err(
      `dpkg-query: no path found matching pattern ${path.startsWith('/') ? path : `*${path}*`}\n`,
    );
  return owners.length > 0;
}

async function list(proc: Process, words: readonly string[]): Promise<number> {
  const records = readStatus(proc).filter(
    ({ name }) => words.length === 0 || words.some((word) => toPattern(word).test(name)),
  );
  if (records.length === 0) {
    for (const word of words) await proc.err(`dpkg-query: no packages found matching ${word}\n`);
    return 1;
  }
  await proc.out(formatList(records));
  return 0;
}

function toPattern(word: string): RegExp {
  const text = word.replace(/[.+^$()|[\]{}\\]/g, '\\$&');
  return new RegExp(`^${text.replaceAll('*', '.*').replaceAll('?', '.')}$`);
}

function formatList(records: readonly DpkgRecord[]): string {
  const width = (values: readonly string[], least: number): number =>
    Math.max(least, ...values.map((value) => value.length));
  const names = width(
    records.map(({ name }) => name),
    4,
  );
  const versions = width(
    records.map(({ version }) => version),
    7,
  );
  const texts = width(
    records.map(({ description }) => description),
    11,
  );
  const head = `Desired=Unknown/Install/Remove/Purge/Hold\n| Status=Not/Inst/Conf-files/Unpacked/halF-conf/Half-inst/trig-aWait/Trig-pend\n|/ Err?=(none)/Reinst-required (Status,Err: uppercase=bad)\n||/ ${'Name'.padEnd(names)} ${'Version'.padEnd(versions)} Architecture ${'Description'.padEnd(texts)}\n+++-${'='.repeat(names)}-${'='.repeat(versions)}-============-${'='.repeat(texts)}\n`;
  return (
    head +
    records
      .map(
        ({ name, version, description }) =>
          `ii  ${name.padEnd(names)} ${version.padEnd(versions)} ${'amd64'.padEnd(12)} ${description}\n`,
      )
      .join('')
  );
}
