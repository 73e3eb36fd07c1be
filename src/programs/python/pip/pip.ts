import { isSysError } from '../../../kernel/errno.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { fetchWheels, install } from './install.ts';
import { listInstalled } from './installed.ts';
import { pipVersion } from './pip-version.ts';
import { pythonVersionOf } from '../versions.ts';
import { normalName } from './catalogue.ts';

/**
 * pip: install, wheel, download, uninstall, list, freeze, show. Simplified: a small catalogue comes with the simulator; an exact version that is asked for is
 * installed under that number, with the same contents. @see pip(1)
 */
export const pip: Program = async (proc) => {
  const version = pythonVersionOf(proc);
  const given = proc.argv.slice(1);
  const at = given.findIndex((arg) => arg !== '--disable-pip-version-check');
  const [command, ...args] = [...given.slice(Math.max(0, at)), ...given.slice(0, Math.max(0, at))];
  switch (command) {
    case '--version':
    case '-V':
      await proc.out(
        `pip ${pipVersion(version)} from ${version.sitePackages}/pip (python 3.${version.minor})\n`,
      );
      return 0;
    case 'install':
      return install(proc, args);
    case 'wheel':
    case 'download':
      return fetchWheels(proc, command, args);
    case 'uninstall':
      return uninstall(proc, args);
    case 'list':
      return list(proc);
    case 'freeze':
      for (const { name, version } of listInstalled(proc)) await proc.out(`${name}==${version}\n`);
      return 0;
    case 'show':
      return show(proc, args);
    case undefined:
    case 'help':
    case '--help':
    case '-h':
      await proc.out(USAGE);
      return 0;
    default:
      await proc.err(
        command.startsWith('-') ? `\nUsage:   \n  pip <command> [options]\n\nno such option: ${command}\n` : `ERROR: unknown command "${command}"\n`,
      );
      return command.startsWith('-') ? 2 : 1;
  }
}; // prettier-ignore

const USAGE = `
Usage:
  pip <command> [options]

Commands:
  install                     Install packages.
  download                    Download packages.
  uninstall                   Uninstall packages.
  freeze                      Output installed packages in requirements format.
  list                        List installed packages.
  wheel                       Build wheels from your requirements.
  show                        Show information about installed packages.
`;

async function list(proc: Process): Promise<number> {
  const rows = [
    ...listInstalled(proc).map(({ name, version }) => [name, version] as const),
    ['pip', pipVersion(pythonVersionOf(proc))] as const,
  ].sort(([a], [b]) => (a < b ? -1 : 1));
  const all = [['Package', 'Version'] as const, ...rows];
  const widths = [0, 1].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const dashes = widths.map((width) => '-'.repeat(width)).join(' ');
  const line = ([name, version]: readonly [string, string]): string =>
    `${name.padEnd(widths[0] ?? 0)} ${version}\n`;
  await proc.out(`${line(['Package', 'Version'])}${dashes}\n${rows.map(line).join('')}`);
  return 0;
}

async function show(proc: Process, names: readonly string[]): Promise<number> {
  let shown = 0;
  for (const name of names) {
    const found = listInstalled(proc).find((one) => normalName(one.name) === normalName(name));
    if (!found) {
      await proc.err(`WARNING: Package(s) not found: ${name}\n`);
      continue;
    }
    await proc.out(
      `${shown++ > 0 ? '---\n' : ''}Name: ${found.name}\nVersion: ${found.version}\nSummary: ${found.summary}\nLocation: ${pythonVersionOf(proc).sitePackages}\nRequires: ${found.requires.join(', ')}\n`,
    );
  }
  return shown > 0 ? 0 : 1;
}

async function uninstall(proc: Process, args: readonly string[]): Promise<number> {
  for (const name of args.filter((arg) => !arg.startsWith('-'))) {
    const found = listInstalled(proc).find((one) => normalName(one.name) === normalName(name));
    if (!found) {
      await proc.err(`WARNING: Skipping ${name} as it is not installed.\n`);
      continue;
    }
    await proc.out(`Found existing installation: ${found.name} ${found.version}\n`);
    try {
      removeFiles(proc, found.folder, found.files);
    } catch (error) {
      if (!isSysError(error)) throw error;
      await proc.err(`ERROR: Could not uninstall: ${error.message}\n`);
      return 1;
    }
    await proc.out(
      `Uninstalling ${found.name}-${found.version}:\n  Successfully uninstalled ${found.name}-${found.version}\n`,
    );
  }
  return 0;
}

function removeFiles(proc: Process, folder: string, files: readonly string[]): void {
  const site = folder.slice(0, folder.lastIndexOf('/'));
  for (const path of files) if (proc.files.exists(`${site}/${path}`)) proc.files.unlink(`${site}/${path}`);
  proc.files.removeAll(folder);
}
