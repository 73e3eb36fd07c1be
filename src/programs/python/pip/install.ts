import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { findPackage, normalName, type PythonPackage } from './catalogue.ts';
import { listInstalled, placePackage } from './installed.ts';
import { SITE_PACKAGES } from '../places.ts';

/** A line of requirements: `flask`, `flask==2.3`, `redis>=4,<6`. */
interface Requirement {
  readonly text: string;
  readonly name: string;
  /** Asked for with `==`. */
  readonly version: string | undefined;
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
  return installAll(proc, wanted, async (text) => {
    if (!quiet) await proc.out(text);
  });
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
    if (already && (requirement.version ?? already.version) === already.version) {
      await say(`Requirement already satisfied: ${requirement.text}${from} in ${SITE_PACKAGES} (${already.version})\n`); // prettier-ignore
      return true;
    }
    if (chosen.has(key) || key === 'pip') return true;
    await say(`Collecting ${requirement.text}${from}\n`);
    const found = findPackage(key);
    if (!found) {
      proc.notice(`The simulated package index has no ${requirement.name}.`);
      await proc.err(`ERROR: Could not find a version that satisfies the requirement ${requirement.text} (from versions: none)\nERROR: No matching distribution found for ${requirement.text}\n`); // prettier-ignore
      return false;
    }
    const version = requirement.version ?? found.version;
    await proc.sleep(60 + found.wheelBytes / 5000);
    await say(`  Downloading ${found.name}-${version}-py3-none-any.whl (${kilobytes(found.wheelBytes)})\n`);
    for (const name of found.requires)
      if (!(await collect(parseRequirement(name), ` (from ${requirement.text})`))) return false;
    chosen.set(key, { found, version });
    return true;
  };
  for (const requirement of wanted) if (!(await collect(requirement, ''))) return 1;
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
  if (proc.uid === 0) await proc.err(ROOT_WARNING);
  return 0;
}

const ROOT_WARNING =
  "WARNING: Running pip as the 'root' user can result in broken permissions and conflicting behaviour with the system package manager, possibly rendering your system unusable. It is recommended to use a virtual environment instead: https://pip.pypa.io/warnings/venv. Use the --root-user-action option if you know what you are doing and want to suppress this warning.\n";

async function readRequirements(proc: Process, path: string): Promise<Requirement[] | undefined> {
  try {
    return proc.files
      .readText(path)
      .split('\n')
      .map((line) => line.replace(/(?:^|\s)#.*/, '').trim())
      .filter((line) => line !== '' && !line.startsWith('-'))
      .map(parseRequirement);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await proc.err(`ERROR: Could not open requirements file: [Errno 2] ${error.message}: '${path}'\n`);
    return undefined;
  }
}

function parseRequirement(line: string): Requirement {
  const text = (line.split(';')[0] ?? '').replaceAll(' ', '');
  const name = /^[\w.-]*/.exec(text)?.[0] ?? text;
  return { text, name, version: /==([\w.]+)$/.exec(text)?.[1] };
}

function kilobytes(bytes: number): string {
  return bytes < 10_000 ? `${(bytes / 1000).toFixed(1)} kB` : `${Math.round(bytes / 1000)} kB`;
}
