import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { placePackage } from './installed.ts';
import { pipVersion } from './pip-version.ts';
import { parseRequirement, readRequirements, type Requirement } from './requirements.ts';
import { resolve, type Chosen, type Sources } from './resolve.ts';
import { findWheels, writeWheel } from './wheels.ts';
import { pythonVersionOf } from '../versions.ts';

/** Options that take a value we have no use for. */
const WITH_VALUE = new Set(['-i', '--index-url', '--extra-index-url', '--trusted-host', '--timeout', '--cache-dir', '--root-user-action', '-c', '--constraint']); // prettier-ignore

interface Order {
  readonly wanted: readonly Requirement[];
  readonly sources: Sources;
  readonly quiet: boolean;
  /** Where wheels are put: --wheel-dir, --dest. */
  readonly folder: string;
}

/** pip install. Resolves with its exit status. */
export async function install(proc: Process, args: readonly string[]): Promise<number> {
  const order = await readOrder(proc, 'install', args, true);
  if (!order) return 1;
  const say = sayer(proc, order);
  const chosen = await resolve(proc, order.wanted, order.sources, say);
  const status = chosen ? await place(proc, chosen, say) : 1;
  const ignoresRoot =
    /--root-user-action[= ]ignore/.test(args.join(' ')) || proc.env.get('PIP_ROOT_USER_ACTION') === 'ignore';
  if (status === 0 && proc.uid === 0 && !ignoresRoot) await proc.err(ROOT_WARNING);
  await tellOfUpgrade(proc, args);
  return status;
}

/** pip wheel and pip download: the wheels of what is asked for and of what that needs, in a folder. Resolves with the exit status. */
export async function fetchWheels(
  proc: Process,
  command: 'wheel' | 'download',
  args: readonly string[],
): Promise<number> {
  const order = await readOrder(proc, command, args, false);
  if (!order) return 1;
  const say = sayer(proc, order);
  const chosen = await resolve(proc, order.wanted, order.sources, say);
  try {
    for (const one of chosen ?? []) {
      const path = writeWheel(proc, one, order.folder);
      await say(`Saved ${path.startsWith('/') || path.startsWith('.') ? path : `./${path}`}\n`);
    }
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`ERROR: Could not install packages due to an OSError: ${error.message}\n`);
    return 1;
  }
  if (chosen && command === 'download')
    await say(`Successfully downloaded ${chosen.map(({ found }) => found.name).join(' ')}\n`);
  await tellOfUpgrade(proc, args);
  return chosen ? 0 : 1;
}

function sayer(proc: Process, { quiet }: Order): (text: string) => Promise<void> {
  return async (text) => {
    if (!quiet) await proc.out(text);
  };
}

/** Undefined where it can't be read; the reason was printed. */
async function readOrder(
  proc: Process,
  command: string,
  args: readonly string[],
  installed: boolean,
): Promise<Order | undefined> {
  const wanted: Requirement[] = [];
  const links: string[] = [];
  let folder = '.';
  let index = true;
  // `--option=value` is `--option value`.
  const words = args.flatMap((arg) => /^(--[a-z-]+)=(.*)$/s.exec(arg)?.slice(1) ?? [arg]);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (word === '-r' || word === '--requirement') {
      const lines = await readRequirements(proc, words[++at] ?? '');
      if (!lines) return undefined;
      wanted.push(...lines);
    } else if (word === '-f' || word === '--find-links') links.push(words[++at] ?? '');
    else if (['-w', '--wheel-dir', '-d', '--dest'].includes(word)) folder = words[++at] ?? '.';
    else if (word === '--no-index') index = false;
    else if (WITH_VALUE.has(word)) at++;
    else if (word.endsWith('.whl')) {
      const [wheel] = findWheels(proc, word);
      if (!wheel) {
        await proc.err(`WARNING: Requirement '${word}' looks like a filename, but the file does not exist\nERROR: ${word} is not a valid wheel filename.\n`); // prettier-ignore
        return undefined;
      }
      links.push(word);
      wanted.push(parseRequirement(`${wheel.name}==${wheel.version}`));
    } else if (!word.startsWith('-')) wanted.push(parseRequirement(word));
  }
  if (wanted.length === 0) {
    await proc.err(
      `ERROR: You must give at least one requirement to ${command} (see "pip help ${command}")\n`,
    );
    return undefined;
  }
  const quiet = words.some((word) => /^-q+$|^--quiet$/.test(word));
  return { wanted, quiet, folder, sources: { index, links, installed } };
}

async function tellOfUpgrade(proc: Process, args: readonly string[]): Promise<void> {
  const isSilent =
    args.includes('--disable-pip-version-check') ||
    args.includes('--no-index') ||
    proc.env.has('PIP_DISABLE_PIP_VERSION_CHECK');
  if (!isSilent && proc.network.interfaces.some(({ name }) => name !== 'lo'))
    await proc.err(upgradeNotice(pipVersion(pythonVersionOf(proc))));
}

async function place(
  proc: Process,
  chosen: readonly Chosen[],
  say: (text: string) => Promise<void>,
): Promise<number> {
  if (chosen.length > 0) {
    await say(`Installing collected packages: ${chosen.map(({ found }) => found.name).join(', ')}\n`);
    try {
      for (const { found, version } of chosen) {
        placePackage(proc, found, version);
        await proc.sleep(120);
      }
    } catch (error) {
      if (!isSysError(error)) throw error;
      await proc.err(`ERROR: Could not install packages due to an OSError: ${error.message}\n`);
      return 1;
    }
    const names = chosen.map(({ found, version }) => `${found.name}-${version}`).sort();
    await say(`Successfully installed ${names.join(' ')}\n`);
  }
  return 0;
}

const upgradeNotice = (version: string): string =>
  `\n[notice] A new release of pip is available: ${version} -> 25.3\n[notice] To update, run: pip install --upgrade pip\n`;

const ROOT_WARNING =
  "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n";
