import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { findPackage, normalName, type PythonPackage } from './catalogue.ts';
import { listInstalled, placePackage } from './installed.ts';
import { chooseVersion, meets, parseSpecifiers } from './specifiers.ts';
import { SITE_PACKAGES } from '../places.ts';

/** A line of requirements: `flask`, `flask==2.3`, `redis>=4,<6`. */
interface Requirement {
  readonly text: string;
  readonly name: string;
  readonly specifiers: ReturnType<typeof parseSpecifiers>;
  /** Where it was read, as pip puts it behind the name. */
  readonly from: string;
}

/** Options that take a value we have no use for. */
const WITH_VALUE = new Set(['-i', '--index-url', '--extra-index-url', '--trusted-host', '--timeout', '--cache-dir', '--root-user-action']); // prettier-ignore

/** pip install. Resolves with its exit status. */
export async function install(proc: Process, args: readonly string[]): Promise<number> {
  const wanted: Requirement[] = [];
  let quiet = false;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '-r' || arg === '--requirement') {
      const lines = await readRequirements(proc, args[++at] ?? '');
      if (!lines) return 1;
      wanted.push(...lines);
    } else if (WITH_VALUE.has(arg)) at++;
    else if (/^-q+$|^--quiet$/.test(arg)) quiet = true;
    else if (!arg.startsWith('-')) wanted.push(parseRequirement(arg));
  }
  if (wanted.length === 0) {
    await proc.err('ERROR: You must give at least one requirement to install (see "pip help install")\n');
    return 1;
  }
  const status = await installAll(proc, wanted, async (text) => {
    if (!quiet) await proc.out(text);
  });
  const ignoresRoot =
    /--root-user-action[= ]ignore/.test(args.join(' ')) || proc.env.get('PIP_ROOT_USER_ACTION') === 'ignore';
  if (status === 0 && proc.uid === 0 && !ignoresRoot) await proc.err(ROOT_WARNING);
  const isSilent =
    args.includes('--disable-pip-version-check') || proc.env.has('PIP_DISABLE_PIP_VERSION_CHECK');
  if (!isSilent && proc.network.interfaces.some(({ name }) => name !== 'lo')) await proc.err(UPGRADE_NOTICE);
  return status;
}

async function installAll(
  proc: Process,
  wanted: readonly Requirement[],
  say: (text: string) => Promise<void>,
): Promise<number> {
  const present = new Map(listInstalled(proc).map((one) => [normalName(one.name), one]));
  const chosen = new Map<string, { found: PythonPackage; version: string }>();
  const collect = async (requirement: Requirement, from: string): Promise<boolean> => {
    const key = normalName(requirement.name);
    const already = present.get(key);
    if (already && requirement.specifiers.every((one) => meets(already.version, one))) {
      await say(`Requirement already satisfied: ${requirement.text}${from} in ${SITE_PACKAGES} (${already.version})\n`); // prettier-ignore
      return true;
    }
    if (chosen.has(key) || key === 'pip') return true;
    await say(`Collecting ${requirement.text}${from}\n`);
    const online = proc.network.interfaces.some(({ name }) => name !== 'lo');
    if (!online) await retry(proc, key);
    const found = online ? findPackage(key) : undefined;
    const version = found && versionOf(found, requirement);
    if (!found || version === undefined) {
      if (online && !found) proc.notice(`The simulated package index has no ${requirement.name}.`);
      const known = found?.versions.join(', ') ?? 'none';
      await proc.err(`ERROR: Could not find a version that satisfies the requirement ${requirement.text} (from versions: ${known})\nERROR: No matching distribution found for ${requirement.text}\n`); // prettier-ignore
      return false;
    }
    await proc.sleep(60 + found.wheelBytes / 5000);
    await say(`  Downloading ${found.name}-${version}-py3-none-any.whl (${kilobytes(found.wheelBytes)})\n`);
    for (const name of found.requires)
      if (!(await collect(parseRequirement(name), ` (from ${requirement.text})`))) return false;
    chosen.set(key, { found, version });
    return true;
  };
  for (const requirement of wanted) if (!(await collect(requirement, requirement.from))) return 1;
  return place(proc, [...chosen.values()], say);
}

async function place(
  proc: Process,
  chosen: readonly { found: PythonPackage; version: string }[],
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

const UPGRADE_NOTICE = '\n[notice] A new release of pip is available: 25.0.1 -> 25.3\n[notice] To update, run: pip install --upgrade pip\n'; // prettier-ignore

const ROOT_WARNING =
  "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n";

async function readRequirements(proc: Process, path: string): Promise<Requirement[] | undefined> {
  try {
    return proc.files
      .readText(path)
      .split('\n')
      .map((line) => line.replace(/(?:^|\s)#.*/, '').trim())
      .flatMap((line, index) =>
        line === '' || line.startsWith('-')
          ? []
          : [parseRequirement(line, ` (from -r ${path} (line ${index + 1}))`)],
      );
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`ERROR: Could not open requirements file: [Errno 2] ${error.message}: '${path}'\n`);
    return undefined;
  }
}

function parseRequirement(line: string, from = ''): Requirement {
  const text = (line.split(';')[0] ?? '').replaceAll(' ', '');
  const name = /^[\w.-]*/.exec(text)?.[0] ?? text;
  return { text, name, specifiers: parseSpecifiers(text.slice(name.length)), from };
}

/** Simplified: where the catalogue knows one version only, any that is pinned is taken for there. */
function versionOf(found: PythonPackage, { specifiers }: Requirement): string | undefined {
  const pinned = specifiers.find(({ operator }) => operator === '==');
  if (found.versions.length === 1 && pinned && !pinned.version.includes('*')) return pinned.version;
  return found.versions.length === 1 ? found.version : chooseVersion(found.versions, specifiers);
}

/** What pip tries before it gives up on an index that it can't reach. */
async function retry(proc: Process, name: string): Promise<void> {
  for (let left = 4; left >= 0; left--) {
    await proc.err(`WARNING: Retrying (Retry(total=${left}, connect=None, read=None, redirect=None, status=None)) after connection broken by 'NewConnectionError('<pip._vendor.urllib3.connection.HTTPSConnection object at 0x7f${(proc.random() >>> 4).toString(16).padStart(9, '0')}0>: Failed to establish a new connection: [Errno -3] Temporary failure in name resolution')': /simple/${name}/\n`); // prettier-ignore
    await proc.sleep(Math.min(8000, left === 4 ? 500 : 1000 * 2 ** (3 - left)));
  }
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${Math.round(bytes / 1000)} kB`;
}
