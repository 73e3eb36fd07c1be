import { joinPath } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import { YARN_VERSION } from '../version.ts';
import { isOffline } from './npm-errors.ts';
import { runShell, scriptEnvironment } from './npm.ts';
import {
  installedPackages,
  makePlan,
  NoPackage,
  pick,
  placePackage,
  readProject,
  writeJson,
} from './project.ts';

/** yarn 1: install, add, start, run, test. Simplified: yarn.lock has versions and addresses, and is not read. @see https://classic.yarnpkg.com/en/docs/cli/ */
export const yarn: Program = async (proc) => {
  const args = proc.argv.slice(1);
  const words = args.filter((arg) => !arg.startsWith('-'));
  const [command = 'install', ...rest] = words;
  if (args.some((arg) => arg === '-v' || arg === '--version') && words.length === 0) {
    await proc.out(`${YARN_VERSION}\n`);
    return 0;
  }
  const production = args.some((arg) => /^--prod(?:uction)?(?:=true)?$/.test(arg)) || proc.env.get('NODE_ENV') === 'production';
  if (command === 'install') return install(proc, 'install', production, args.includes('--frozen-lockfile'));
  if (command === 'add') return add(proc, rest, args.some((arg) => arg === '-D' || arg === '--dev'));
  const script = command === 'run' ? rest[0] ?? '' : command;
  const project = readProject(proc) ?? {};
  const text = project.scripts?.[script];
  await proc.out(`yarn run v${YARN_VERSION}\n`);
  if (text === undefined) {
    await proc.err(`error Command "${script}" not found.\n`);
    await proc.out('info Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.\n');
    return 1;
  }
  const full = [text, ...args.slice(args.indexOf(script) + 1)].join(' ');
  await proc.out(`$ ${full}\n`);
  const startMs = proc.now();
  const status = await runShell(proc, full, scriptEnvironment(proc, project, script));
  if (status === 0) await proc.out(`Done in ${seconds(proc, startMs)}s.\n`);
  else {
    await proc.err(`error Command failed with exit code ${status}.\n`);
    await proc.out('info Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.\n');
  }
  return status;
}; // prettier-ignore

const seconds = (proc: Process, startMs: number): string => ((proc.now() - startMs) / 1000).toFixed(2);

async function install(proc: Process, name: string, production: boolean, frozen: boolean): Promise<number> {
  const startMs = proc.now();
  const project = readProject(proc) ?? {};
  const hasLock = proc.files.exists(joinPath(proc.files.cwd, 'yarn.lock'));
  await proc.out(`yarn ${name} v${YARN_VERSION}\n`);
  if (!hasLock) await proc.out('info No lockfile found.\n');
  await proc.out('[1/4] Resolving packages...\n');
  try {
    const plan = makePlan(project, true);
    const kept = [...plan].filter(([, { dev }]) => !(dev && production));
    const before = installedPackages(proc);
    const missing = kept.filter(([folder]) => !before.has(folder));
    if (missing.length === 0 && hasLock) {
      await proc.out(`success Already up-to-date.\nDone in ${seconds(proc, startMs)}s.\n`);
      return 0;
    }
    if (isOffline(proc)) return await offline(proc, missing[0]?.[0] ?? '');
    await proc.out('[2/4] Fetching packages...\n');
    for (const [folder, { found, version }] of missing) {
      placePackage(proc, folder, found, version);
      await proc.sleep(10);
    }
    await proc.out('[3/4] Linking dependencies...\n[4/4] Building fresh packages...\n');
    if (!frozen) {
      proc.files.writeFile(joinPath(proc.files.cwd, 'yarn.lock'), lockOf(plan));
      if (!hasLock) await proc.out('success Saved lockfile.\n');
    }
    await proc.out(`Done in ${seconds(proc, startMs)}s.\n`);
    return 0;
  } catch (error) {
    if (!(error instanceof NoPackage)) throw error;
    if (isOffline(proc)) return offline(proc, error.message);
    proc.notice(`The simulated registry has no ${error.spec}.`);
    await proc.err(
      error.isVersion
        ? `error Couldn't find any versions for "${error.message}" that matches "${error.spec.slice(error.message.length + 1)}"\n`
        : `error An unexpected error occurred: "https://registry.npmjs.org/${error.message}: Not found".\n`,
    );
    return 1;
  }
}

async function offline(proc: Process, name: string): Promise<number> {
  await proc.err(`error An unexpected error occurred: "https://registry.yarnpkg.com/${name}: getaddrinfo EAI_AGAIN registry.yarnpkg.com".\n`); // prettier-ignore
  return 1;
}

async function add(proc: Process, specs: readonly string[], dev: boolean): Promise<number> {
  const project = readProject(proc) ?? {};
  try {
    for (const spec of specs) {
      const at = spec.lastIndexOf('@');
      const [name, range] = at > 0 ? [spec.slice(0, at), spec.slice(at + 1)] : [spec, '*'];
      const { version } = pick(name, range);
      const key = dev ? 'devDependencies' : 'dependencies';
      project[key] = { ...project[key], [name]: at > 0 ? version : `^${version}` };
    }
  } catch (error) {
    if (!(error instanceof NoPackage)) throw error;
    proc.notice(`The simulated registry has no ${error.spec}.`);
    await proc.err(
      `error An unexpected error occurred: "https://registry.yarnpkg.com/${error.message}: Not found".\n`,
    );
    return 1;
  }
  writeJson(proc, 'package.json', project);
  return install(proc, 'add', false, false);
}

function lockOf(plan: ReturnType<typeof makePlan>): string {
  const entries = [...plan].map(([name, { version }]) => {
    const short = name.split('/').at(-1) ?? name;
    return `${name.startsWith('@') ? `"${name}@^${version}"` : `${name}@^${version}`}:\n  version "${version}"\n  resolved "https://registry.yarnpkg.com/${name}/-/${short}-${version}.tgz"\n`;
  });
  return `# THIS IS AN AUTOGENERATED FILE. DO NOT EDIT THIS FILE DIRECTLY.\n# yarn lockfile v1\n\n\n${entries.join('\n')}`;
}
