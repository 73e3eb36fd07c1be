import { isSysError } from '../../../kernel/errno.ts';
import { joinPath } from '../../../kernel/files/path.ts';
import type { Process } from '../../../kernel/process.ts';
import { fail, isOffline, offline } from './npm-errors.ts';
import { installedPackages, makeLock, makePlan, NoPackage, pick, placePackage, readProject, writeJson, type Locked, type PackageJson, type Plan } from './project.ts'; // prettier-ignore
import { satisfies } from './semver.ts';
import type { Flags } from './npm.ts';

const WITH_FUNDING = 5;

/** npm install. Resolves with its exit status. */
export async function install(proc: Process, specs: readonly string[], flags: Flags): Promise<number> {
  const project = readProject(proc) ?? {};
  if (specs.length === 0 && readProject(proc) === undefined) {
    if (!proc.files.exists(joinPath(proc.files.cwd, 'node_modules'))) {
      await proc.out('\nup to date, audited 1 package in 200ms\n\nfound 0 vulnerabilities\n');
      return 0;
    }
  }
  return guarded(proc, async () => {
    for (const spec of specs) addSpec(project, spec, flags);
    const plan = makePlan(project, true);
    return apply(proc, project, plan, flags, true);
  });
}

/** npm ci: what the lock file says, or an error. */
export async function cleanInstall(proc: Process, flags: Flags): Promise<number> {
  const { files } = proc;
  const path = joinPath(files.cwd, 'package-lock.json');
  if (!files.exists(path)) return fail(proc, 'EUSAGE', NO_LOCK);
  const project = readProject(proc);
  if (!project) return fail(proc, 'ENOENT', [`Could not read package.json`]);
  const locked = (JSON.parse(files.readText(path)) as { packages?: Record<string, Locked> }).packages ?? {};
  const wanted = { ...project.dependencies, ...project.devDependencies };
  const wrong = Object.entries(wanted).flatMap(([name, range]) => {
    const entry = locked[`node_modules/${name}`];
    if (!entry) return [`Missing: ${name}@${bareVersion(name, range)} from lock file`];
    return satisfies(entry.version, range) ? [] : [`Invalid: lock file's ${name}@${entry.version} does not satisfy ${name}@${bareVersion(name, range)}`];
  });
  if (wrong.length > 0)
    return fail(proc, 'EUSAGE', ['', '`npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. Please update your lock file with `npm install` before continuing.', '', ...wrong, '', ...CI_USAGE]);
  if (files.exists(joinPath(files.cwd, 'node_modules'))) files.removeAll(joinPath(files.cwd, 'node_modules'));
  return guarded(proc, async () => {
    const plan = new Map(
      Object.entries(locked).flatMap(([folder, { version, dev }]) => {
        if (folder === '') return [];
        const name = folder.replace(/^.*node_modules\//, '');
        return [[name, { found: pick(name, version).found, version, dev: dev === true }] as const];
      }),
    );
    return apply(proc, project, plan, flags, false);
  });
} // prettier-ignore

/** npm uninstall */
export async function uninstall(proc: Process, names: readonly string[], flags: Flags): Promise<number> {
  const project = readProject(proc) ?? {};
  for (const name of names) {
    delete project.dependencies?.[name];
    delete project.devDependencies?.[name];
  }
  if (project.dependencies && Object.keys(project.dependencies).length === 0) delete project.dependencies;
  if (project.devDependencies && Object.keys(project.devDependencies).length === 0)
    delete project.devDependencies;
  return guarded(proc, () => apply(proc, project, makePlan(project, true), flags, true));
}

const bareVersion = (name: string, range: string): string => {
  try {
    return pick(name, range).version;
  } catch {
    return range.replace(/^[\^~]/, '');
  }
};

function addSpec(project: PackageJson, spec: string, flags: Flags): void {
  const at = spec.lastIndexOf('@');
  const [name, range] = at > 0 ? [spec.slice(0, at), spec.slice(at + 1)] : [spec, ''];
  const { version } = pick(name, range === '' ? '*' : range);
  const prefix = flags.exact || /^\d+\.\d+\.\d+$/.test(range) ? '' : '^';
  const [to, from] = flags.dev ? (['devDependencies', 'dependencies'] as const) : (['dependencies', 'devDependencies'] as const);
  delete project[from]?.[name];
  const all = { ...project[to], [name]: prefix + version };
  project[to] = Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)));
} // prettier-ignore

/** Makes node_modules what the plan says and tells what changed. */
async function apply(proc: Process, project: PackageJson, plan: Plan, flags: Flags, writes: boolean): Promise<number> {
  const startMs = proc.now();
  const before = installedPackages(proc);
  const kept = new Map([...plan].filter(([, { dev }]) => !(dev && flags.omitDev)));
  const added = [...kept].filter(([name]) => !before.has(name));
  const changed = [...kept].filter(([name, { version }]) => before.has(name) && before.get(name)?.version !== version);
  const removed = [...before.keys()].filter((name) => !kept.has(name));
  if (added.length + changed.length > 0 && isOffline(proc)) return offline(proc, Object.keys({ ...project.dependencies, ...project.devDependencies }).find((name) => !before.has(name)) ?? '');
  for (const name of removed) proc.files.removeAll(joinPath(proc.files.cwd, `node_modules/${name}`));
  for (const [name, { found, version }] of [...added, ...changed]) {
    placePackage(proc, name, found, version);
    await proc.sleep(12 + name.length);
  }
  if (writes && flags.save) {
    writeJson(proc, 'package.json', project);
    if (!flags.noLock) writeJson(proc, 'package-lock.json', makeLock(proc, project, plan));
  }
  await proc.sleep(180);
  if (kept.size > 0) proc.files.writeFile(joinPath(proc.files.cwd, 'node_modules/.package-lock.json'), `${JSON.stringify(makeLock(proc, project, kept), null, 2)}\n`);
  if (!flags.silent) await proc.out(summary(added.length, removed.length, changed.length, kept.size, proc.now() - startMs, flags));
  return 0;
} // prettier-ignore

const packages = (count: number): string => `${count} package${count === 1 ? '' : 's'}`;

function summary(added: number, removed: number, changed: number, total: number, ms: number, flags: Flags): string {
  const parts = [
    ...(added > 0 ? [`added ${packages(added)}`] : []),
    ...(removed > 0 ? [`removed ${packages(removed)}`] : []),
    ...(changed > 0 ? [`changed ${packages(changed)}`] : []),
  ];
  const what = parts.length > 0 ? (parts.length > 1 ? `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1) ?? ''}` : (parts[0] ?? '')) : 'up to date';
  const time = ms < 1000 ? `${Math.round(ms)}ms` : `${Math.round(ms / 1000)}s`;
  const audited = flags.noAudit ? '' : `${parts.length === 1 && added > 0 ? ', and' : ','} audited ${packages(total + 1)}`;
  const funding = Math.floor(total / WITH_FUNDING);
  const fund = funding > 0 && !flags.noFund ? `\n${funding === 1 ? '1 package is' : `${funding} packages are`} looking for funding\n  run \`npm fund\` for details\n` : '';
  return `\n${what}${audited} in ${time}\n${fund}${flags.noAudit ? '' : '\nfound 0 vulnerabilities\n'}`;
} // prettier-ignore

async function guarded(proc: Process, body: () => Promise<number>): Promise<number> {
  try {
    return await body();
  } catch (error) {
    if (isSysError(error)) {
      const path = error.path ?? joinPath(proc.files.cwd, 'node_modules');
      return fail(proc, error.code, ['syscall mkdir', `path ${path}`, `errno ${error.code}`, `Error: ${error.code}: ${error.message.toLowerCase()}, mkdir '${path}'`]); // prettier-ignore
    }
    if (!(error instanceof NoPackage)) throw error;
    if (isOffline(proc)) return offline(proc, error.message);
    if (error.isVersion)
      return fail(proc, 'ETARGET', [`notarget No matching version found for ${error.spec}.`, 'notarget In most cases you or one of your dependencies are requesting', "notarget a package version that doesn't exist."]); // prettier-ignore
    proc.notice(`The simulated registry has no ${error.message}.`);
    const url = `https://registry.npmjs.org/${error.message.replace('/', '%2f')}`;
    return fail(proc, 'E404', [`404 Not Found - GET ${url} - Not found`, '404', `404  '${error.spec.replace(/@$/, '@*')}' is not in this registry.`, '404', '404 Note that you can also install from a', '404 tarball, folder, http url, or git folder.']); // prettier-ignore
  }
}

const CI_USAGE = ['Clean install a project', '', 'Usage:', 'npm ci', '', 'Options:', '[--install-strategy <hoisted|nested|shallow|linked>] [--legacy-bundling]', '[--global-style] [--omit <dev|optional|peer> [--omit <dev|optional|peer> ...]]', '[--include <prod|dev|optional|peer> [--include <prod|dev|optional|peer> ...]]', '[--strict-peer-deps] [--foreground-scripts] [--ignore-scripts] [--no-audit]', '[--no-bin-links] [--no-fund] [--dry-run]', '[-w|--workspace <workspace-name> [-w|--workspace <workspace-name> ...]]', '[-ws|--workspaces] [--include-workspace-root] [--install-links]', '', 'aliases: clean-install, ic, install-clean, isntall-clean', '', 'Run "npm help ci" for more info']; // prettier-ignore
const NO_LOCK = ['', 'The `npm ci` command can only install with an existing package-lock.json or', 'npm-shrinkwrap.json with lockfileVersion >= 1. Run an install with npm@5 or', 'later to generate a package-lock.json file, then try again.', '', ...CI_USAGE]; // prettier-ignore
