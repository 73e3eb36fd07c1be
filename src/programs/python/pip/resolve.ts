import type { Process } from '../../../kernel/process.ts';
import { pythonVersionOf } from '../versions.ts';
import { findPackage, normalName, type PythonPackage } from './catalogue.ts';
import { listInstalled } from './installed.ts';
import { parseRequirement, type Requirement } from './requirements.ts';
import { chooseVersion, meets } from './specifiers.ts';
import { findWheels, wheelName, type Wheel } from './wheels.ts';

/** A package that was decided on. */
export interface Chosen {
  readonly found: PythonPackage;
  readonly version: string;
}

/** Where packages come from. */
export interface Sources {
  /** False with --no-index. */
  readonly index: boolean;
  /** Folders of --find-links. */
  readonly links: readonly string[];
  /** What is installed counts. */
  readonly installed: boolean;
}

type Say = (text: string) => Promise<void>;

/** The packages that requirements ask for, with what those need. Undefined where one is not to be had; the reason was printed. */
export async function resolve(
  proc: Process,
  wanted: readonly Requirement[],
  sources: Sources,
  say: Say,
): Promise<readonly Chosen[] | undefined> {
  const present = new Map(
    sources.installed ? listInstalled(proc).map((one) => [normalName(one.name), one]) : [],
  );
  const wheels = sources.links.flatMap((folder) => findWheels(proc, folder));
  if (sources.links.length) await say(`Looking in links: ${sources.links.join(', ')}\n`);
  const chosen = new Map<string, Chosen>();
  const collect = async (requirement: Requirement, from: string): Promise<boolean> => {
    const key = normalName(requirement.name);
    const already = present.get(key);
    if (already && requirement.specifiers.every((one) => meets(already.version, one))) {
      await say(`Requirement already satisfied: ${requirement.text}${from} in ${pythonVersionOf(proc).sitePackages} (${already.version})\n`); // prettier-ignore
      return true;
    }
    if (chosen.has(key) || key === 'pip') return true;
    const one =
      (await fromLinks(requirement, from, wheels, say)) ??
      (await fromIndex(proc, requirement, from, sources, say));
    if (!one) return false;
    for (const name of one.found.requires)
      if (!(await collect(parseRequirement(name), ` (from ${requirement.text})`))) return false;
    chosen.set(key, one);
    return true;
  };
  for (const requirement of wanted) if (!(await collect(requirement, requirement.from))) return undefined;
  return [...chosen.values()];
}

async function fromLinks(
  requirement: Requirement,
  from: string,
  wheels: readonly Wheel[],
  say: Say,
): Promise<Chosen | undefined> {
  const key = normalName(requirement.name);
  const wheel = wheels.find(
    ({ name, version }) =>
      normalName(name) === key && requirement.specifiers.every((one) => meets(version, one)),
  );
  const found = wheel && findPackage(key);
  if (!found) return undefined;
  await say(`Processing ${wheel.path}${from}\n`);
  return { found, version: wheel.version };
}

async function fromIndex(
  proc: Process,
  requirement: Requirement,
  from: string,
  { index }: Sources,
  say: Say,
): Promise<Chosen | undefined> {
  const key = normalName(requirement.name);
  const online = index && proc.network.interfaces.some(({ name }) => name !== 'lo');
  if (index) {
    await say(`Collecting ${requirement.text}${from}\n`);
    if (!online) await retry(proc, key);
  }
  const found = online ? findPackage(key) : undefined;
  const version = found && versionOf(found, requirement);
  if (!found || version === undefined) {
    if (online && !found) proc.notice(`The simulated package index has no ${requirement.name}.`);
    const known = found?.versions.join(', ') ?? 'none';
    await proc.err(`ERROR: Could not find a version that satisfies the requirement ${requirement.text}${index ? '' : from} (from versions: ${known})\nERROR: No matching distribution found for ${requirement.text}\n`); // prettier-ignore
    return undefined;
  }
  await proc.sleep(60 + found.wheelBytes / 5000);
  await say(`  Downloading ${wheelName(found.name, version)} (${kilobytes(found.wheelBytes)})\n`);
  return { found, version };
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
