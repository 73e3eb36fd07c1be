import type { Process } from '../../../kernel/process.ts';
import { baseName, joinPath } from '../../../kernel/files/path.ts';
import { encodeBase64 } from '../../../lib/base64.ts';
import { sha256Hex } from '../../../lib/sha256.ts';
import { findPackage, type NodePackage } from './catalogue.ts';
import { packageFiles } from './package-files.ts';
import { satisfies } from './semver.ts';

export type Dependencies = Record<string, string>;

/** A package.json, as far as npm reads it. */
export interface PackageJson {
  name?: string;
  version?: string;
  license?: string;
  scripts?: Record<string, string>;
  dependencies?: Dependencies;
  devDependencies?: Dependencies;
}

/** What a lock file has for a package. */
export interface Locked {
  version: string;
  resolved: string;
  integrity: string;
  dev?: true;
  license?: string;
  dependencies?: Dependencies;
  bin?: Record<string, string>;
}

/** An installation as planned: packages by the name of their folder. */
export type Plan = ReadonlyMap<
  string,
  { readonly found: NodePackage; readonly version: string; readonly dev: boolean }
>;

/** Nothing of this name, or no version of it. */
export class NoPackage extends Error {
  readonly spec: string;
  readonly isVersion: boolean;
  constructor(name: string, range: string, isVersion: boolean) {
    super(name);
    this.spec = `${name}@${range}`;
    this.isVersion = isVersion;
  }
}

/** The project's package.json; undefined where there is none. @throws SyntaxError where it is no JSON */
export function readProject(proc: Process): PackageJson | undefined {
  const path = joinPath(proc.files.cwd, 'package.json');
  if (!proc.files.exists(path)) return undefined;
  return JSON.parse(proc.files.readText(path)) as PackageJson;
}

export function writeJson(proc: Process, name: string, value: unknown): void {
  proc.files.writeFile(joinPath(proc.files.cwd, name), `${JSON.stringify(value, null, 2)}\n`);
}

/** All that a project needs, each package once. Simplified: one version of each, at the top of node_modules. @throws NoPackage */
export function makePlan(project: PackageJson, withDev: boolean): Plan {
  const plan = new Map<string, { found: NodePackage; version: string; dev: boolean }>();
  const add = (name: string, range: string, dev: boolean): void => {
    const known = plan.get(name);
    if (known) {
      if (!dev && known.dev) {
        known.dev = false;
        for (const [inner, wanted] of Object.entries(known.found.dependencies)) add(inner, wanted, false);
      }
      return;
    }
    const { found, version } = pick(name, range);
    plan.set(name, { found, version, dev });
    for (const [inner, wanted] of Object.entries(found.dependencies)) add(inner, wanted, dev);
  };
  for (const [name, range] of Object.entries(project.dependencies ?? {})) add(name, range, false);
  if (withDev) for (const [name, range] of Object.entries(project.devDependencies ?? {})) add(name, range, true);
  return new Map([...plan].sort(([a], [b]) => (a < b ? -1 : 1)));
} // prettier-ignore

/** A package and its version for a range. An exact version is taken at its word, with the contents of the nearest line. @throws NoPackage */
export function pick(name: string, range: string): { found: NodePackage; version: string } {
  const lines = findPackage(name);
  if (lines.length === 0) throw new NoPackage(name, range, false);
  const wanted = range === '' || range === 'latest' ? '*' : range;
  const match = lines.find(({ version }) => satisfies(version, wanted));
  if (match) return { found: match, version: match.version };
  const exact = /^[\^~]?v?(\d+)(\.\d+)?(\.\d+)?$/.exec(wanted);
  const line = exact && lines.find(({ version }) => version.startsWith(`${exact[1]}.`));
  if (!exact || !line) throw new NoPackage(name, range, true);
  return { found: line, version: `${exact[1]}${exact[2] ?? '.0'}${exact[3] ?? '.0'}` };
}

/** package-lock.json of a plan. */
export function makeLock(proc: Process, project: PackageJson, plan: Plan): object {
  const packages: Record<string, object> = {};
  const { name = baseName(proc.files.cwd), version, license, dependencies, devDependencies } = project;
  packages[''] = { name, version, license, dependencies, devDependencies };
  for (const [folder, entry] of plan) packages[`node_modules/${folder}`] = lockEntry(entry);
  return { name, version, lockfileVersion: 3, requires: true, packages };
}

function lockEntry({ found, version, dev }: { found: NodePackage; version: string; dev: boolean }): Locked {
  const short = found.name.split('/').at(-1) ?? found.name;
  return {
    version,
    resolved: `https://registry.npmjs.org/${found.name}/-/${short}-${version}.tgz`,
    integrity: `sha512-${integrity(`${found.name}@${version}`)}`,
    ...(dev ? { dev: true } : {}),
    license: found.license,
    ...(Object.keys(found.dependencies).length > 0 ? { dependencies: { ...found.dependencies } } : {}),
    ...(found.bin ? { bin: { ...found.bin } } : {}),
  };
}

/** Has the form of a real one, and is always the same for the same package. */
function integrity(text: string): string {
  const hex = sha256Hex(text) + sha256Hex(`${text}!`);
  return encodeBase64(Uint8Array.from(hex.match(/../g) ?? [], (pair) => parseInt(pair, 16)));
}

/** Puts a package below node_modules. @throws SysError ENOSPC, EACCES, EROFS */
export function placePackage(proc: Process, folder: string, found: NodePackage, version: string): void {
  const { files } = proc;
  const root = joinPath(files.cwd, `node_modules/${folder}`);
  for (const [path, text] of packageFiles(found, version)) {
    const at = joinPath(root, path);
    files.mkdirAll(at.slice(0, at.lastIndexOf('/')));
    files.writeFile(at, text);
  }
  for (const [command, path] of Object.entries(found.bin ?? {})) {
    const target = joinPath(root, path);
    files.chmod(target, 0o755);
    const link = joinPath(files.cwd, `node_modules/.bin/${command}`);
    files.mkdirAll(joinPath(files.cwd, 'node_modules/.bin'));
    if (files.lstatIfAny(link)) files.unlink(link);
    files.symlink(`../${folder}/${path.replace(/^\.\//, '')}`, link);
  }
} // prettier-ignore

/** What is in node_modules, by name. */
export function installedPackages(proc: Process): Map<string, PackageJson & { dependencies?: Dependencies }> {
  const { files } = proc;
  const root = joinPath(files.cwd, 'node_modules');
  const found = new Map<string, PackageJson>();
  if (!files.exists(root)) return found;
  const names = files.readDir(root).flatMap(({ name }) =>
    name.startsWith('@') ? files.readDir(joinPath(root, name)).map((inner) => `${name}/${inner.name}`) : name.startsWith('.') ? [] : [name],
  );
  for (const name of names.sort()) {
    const path = joinPath(root, `${name}/package.json`);
    if (files.exists(path)) found.set(name, JSON.parse(files.readText(path)) as PackageJson);
  }
  return found;
} // prettier-ignore
