import { baseName, joinPath } from '../../../kernel/files/path.ts';
import type { Process, Program } from '../../../kernel/process.ts';
import type { Signal } from '../../../kernel/signals.ts';
import { exitStatus, spawnCommand, waitForEnd } from '../../support/spawn.ts';
import { NODE_VERSION, NPM_VERSION } from '../version.ts';
import { cleanInstall, install, uninstall } from './install.ts';
import { fail } from './npm-errors.ts';
import { installedPackages, readProject, writeJson, type PackageJson } from './project.ts';

/** What options mean for an installation. */
export interface Flags {
  readonly dev: boolean;
  readonly exact: boolean;
  readonly save: boolean;
  readonly noLock: boolean;
  readonly omitDev: boolean;
  readonly silent: boolean;
  readonly noAudit: boolean;
  readonly noFund: boolean;
  readonly global: boolean;
  readonly all: boolean;
}

/** npm: init, install, ci, run and what goes with them, over a small registry that comes with the simulator. @see npm(1) */
export const npm: Program = async (proc) => {
  const args = proc.argv.slice(1);
  const words = args.filter((arg, at) => !arg.startsWith('-') && !/^(?:--omit|--only|--loglevel|--prefix|--registry)$/.test(args[at - 1] ?? ''));
  const cut = args.indexOf('--');
  const options = (cut < 0 ? args : args.slice(0, cut)).filter((arg) => arg.startsWith('-'));
  const [command, ...names] = words;
  if (command === undefined && options.some((one) => one === '-v' || one === '--version')) {
    await proc.out(`${NPM_VERSION}\n`);
    return 0;
  }
  const flags = flagsOf(proc, args, options);
  switch (command) {
    case 'install': case 'i': case 'add': case 'in':
      if (flags.global) return refuse(proc, 'global packages');
      return install(proc, names, flags);
    case 'ci': case 'clean-install':
      return cleanInstall(proc, flags);
    case 'uninstall': case 'remove': case 'rm': case 'un':
      return uninstall(proc, names, flags);
    case 'init': case 'create':
      return init(proc, options.some((one) => /^(?:-y|--yes)$/.test(one)));
    case 'run': case 'run-script':
      return names.length === 0 ? listScripts(proc) : runScript(proc, names[0] ?? '', scriptArguments(args, names[0] ?? ''), flags.silent);
    case 'start': case 'test': case 't': case 'stop': case 'restart':
      return runScript(proc, command === 't' ? 'test' : command, scriptArguments(args, command), flags.silent);
    case 'ls': case 'list': case 'll':
      return list(proc, flags.all);
    case 'exec':
      return execute(proc, cut < 0 ? names : args.slice(cut + 1));
    case 'version':
      await proc.out(`{\n  npm: '${NPM_VERSION}',\n  node: '${NODE_VERSION.slice(1)}'\n}\n`);
      return 0;
    case 'cache': case 'config': case 'set': case 'fund': case 'audit': case 'outdated': case 'prune':
      if (command === 'audit') await proc.out('found 0 vulnerabilities\n');
      return 0;
    case undefined: case 'help':
      await proc.out(HELP);
      return command === undefined && options.length === 0 ? 1 : 0;
    default:
      await proc.err(`Unknown command: "${command}"\n\nTo see a list of supported npm commands, run:\n  npm help\n`);
      return 1;
  }
}; // prettier-ignore

const HELP =
  'npm <command>\n\nUsage:\n\nnpm install        install all the dependencies in your project\nnpm install <foo>  add the <foo> dependency to your project\nnpm test           run this project\'s tests\nnpm run <foo>      run the script named <foo>\nnpm <command> -h   quick help on <command>\nnpm -l             display usage info for all commands\nnpm help <term>    search for help on <term>\nnpm help npm       more involved overview\n\nAll commands:\n\n    ci, exec, help, init, install, ls, run, start, test,\n    uninstall, version\n'; // prettier-ignore

function flagsOf(proc: Process, args: readonly string[], options: readonly string[]): Flags {
  const has = (pattern: RegExp): boolean => options.some((one) => pattern.test(one));
  const omits = args.some((arg, at) => /^--omit(?:=dev)$|^--only=prod/.test(arg) || (/^--omit$/.test(arg) && args[at + 1] === 'dev'));
  return {
    dev: has(/^(?:-D|--save-dev)$/),
    exact: has(/^(?:-E|--save-exact)$/),
    save: !has(/^--no-save$/),
    noLock: has(/^--no-package-lock$/),
    omitDev: omits || has(/^--production(?:=true)?$/) || (proc.env.get('NODE_ENV') === 'production' && !has(/^--include=dev$/)),
    silent: has(/^(?:-s|--silent|--quiet|-q|--loglevel=silent)$/),
    noAudit: has(/^--no-audit$/),
    noFund: has(/^--no-fund$/),
    global: has(/^(?:-g|--global)$/),
    all: has(/^(?:-a|--all)$/),
  };
} // prettier-ignore

async function refuse(proc: Process, what: string): Promise<number> {
  proc.notice(`The simulated npm does not have ${what}.`);
  return 1;
}

const scriptArguments = (args: readonly string[], name: string): readonly string[] => {
  const cut = args.indexOf('--');
  if (cut >= 0) return args.slice(cut + 1);
  return args.slice(args.indexOf(name) + 1).filter((arg) => !arg.startsWith('-'));
};

async function init(proc: Process, yes: boolean): Promise<number> {
  if (!yes && proc.stdin.tty === undefined) proc.notice('npm init asks nothing here; it takes its defaults, as with -y.');
  const old = readProject(proc) ?? {};
  const name = old.name ?? baseName(proc.files.cwd).toLowerCase().replace(/[^a-z0-9._-]/g, '-');
  const made = {
    name,
    version: '1.0.0',
    main: proc.files.exists(joinPath(proc.files.cwd, 'server.js')) ? 'server.js' : 'index.js',
    scripts: { test: 'echo "Error: no test specified" && exit 1', ...(proc.files.exists(joinPath(proc.files.cwd, 'server.js')) ? { start: 'node server.js' } : {}) },
    keywords: [], author: '', license: 'ISC', description: '',
    ...old,
  };
  writeJson(proc, 'package.json', made);
  await proc.out(`Wrote to ${joinPath(proc.files.cwd, 'package.json')}:\n\n${JSON.stringify(made, null, 2)}\n\n\n\n`);
  return 0;
} // prettier-ignore

async function listScripts(proc: Process): Promise<number> {
  const project = readProject(proc) ?? {};
  const scripts = Object.entries(project.scripts ?? {});
  if (scripts.length === 0) return 0;
  const title = `${project.name ?? ''}@${project.version ?? ''}`;
  const isLifecycle = (name: string): boolean => /^(?:pre|post)?(?:start|test|stop|restart|install)$/.test(name);
  const lines = (wanted: boolean): string => scripts.filter(([name]) => isLifecycle(name) === wanted).map(([name, text]) => `  ${name}\n    ${text}\n`).join('');
  if (lines(true)) await proc.out(`Lifecycle scripts included in ${title}:\n${lines(true)}`);
  if (lines(false)) await proc.out(`${lines(true) ? '\navailable via `npm run-script`' : `Scripts available in ${title} via \`npm run-script\``}:\n${lines(false)}`);
  return 0;
} // prettier-ignore

/** Where a script's commands are found, before PATH. */
export function scriptEnvironment(proc: Process, project: PackageJson, event: string): Map<string, string> {
  const path = `${joinPath(proc.files.cwd, 'node_modules/.bin')}:${proc.env.get('PATH') ?? '/usr/local/bin:/usr/bin:/bin'}`;
  return new Map([
    ...proc.env,
    ['PATH', path],
    ['npm_lifecycle_event', event],
    ['npm_lifecycle_script', project.scripts?.[event] ?? ''],
    ['npm_package_name', project.name ?? ''],
    ['npm_package_version', project.version ?? ''],
    ['npm_config_user_agent', `npm/${NPM_VERSION} node/${NODE_VERSION} linux x64 workspaces/false`],
    ['npm_execpath', '/usr/local/lib/node_modules/npm/bin/npm-cli.js'],
    ['npm_node_execpath', '/usr/local/bin/node'],
    ['NODE', '/usr/local/bin/node'],
    ['INIT_CWD', proc.files.cwd],
  ]);
}

async function runScript(
  proc: Process,
  name: string,
  args: readonly string[],
  silent: boolean,
): Promise<number> {
  const project = readProject(proc);
  if (!project) {
    const path = joinPath(proc.files.cwd, 'package.json');
    return fail(proc, 'ENOENT', ['syscall open', `path ${path}`, 'errno -2', `enoent Could not read package.json: Error: ENOENT: no such file or directory, open '${path}'`, 'enoent This is related to npm not being able to find a file.', 'enoent'], 254); // prettier-ignore
  }
  const hasServer = name === 'start' && proc.files.exists(joinPath(proc.files.cwd, 'server.js'));
  const script = project.scripts?.[name] ?? (hasServer ? 'node server.js' : undefined);
  if (script === undefined)
    return fail(proc, '', [`Missing script: "${name}"`, '', 'To see a list of scripts, run:', '  npm run']);
  for (const event of [`pre${name}`, name, `post${name}`]) {
    const text = event === name ? [script, ...args.map(quote)].join(' ') : project.scripts?.[event];
    if (text === undefined) continue;
    if (!silent) await proc.out(`\n> ${project.name ?? ''}@${project.version ?? ''} ${event}\n> ${text}\n\n`);
    const status = await runShell(proc, text, scriptEnvironment(proc, project, event));
    if (status !== 0) return status;
  }
  return 0;
}

const quote = (word: string): string =>
  /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;

/** A command line in a shell of its own; signals that ask npm to end are passed on. */
export async function runShell(
  proc: Process,
  text: string,
  env: ReadonlyMap<string, string>,
): Promise<number> {
  const pid = spawnCommand(proc, ['sh', '-c', text], { env });
  if (typeof pid !== 'number') return pid.status;
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const satisfies readonly Signal[])
    proc.onSignal(signal, () => {
      // A Ctrl-C reaches the child from the terminal as well.
      if (signal !== 'SIGINT') proc.kill(pid, signal);
    });
  return exitStatus(await waitForEnd(proc, pid));
}

async function list(proc: Process, all: boolean): Promise<number> {
  const project = readProject(proc) ?? {};
  const installed = installedPackages(proc);
  const wanted = { ...project.dependencies, ...project.devDependencies };
  const title = project.name === undefined ? `${baseName(proc.files.cwd)}@` : `${project.name}@${project.version ?? ''}`;
  const missing: string[] = [];
  const lines: string[] = [];
  const names = Object.keys(wanted).sort();
  const print = (name: string, range: string, indent: string, last: boolean, depth: number): void => {
    const found = installed.get(name);
    if (!found) {
      missing.push(`missing: ${name}@${range}, required by ${title}`);
      lines.push(`${indent}${last ? '└──' : '├──'} UNMET DEPENDENCY ${name}@${range}`);
      return;
    }
    const inner = all && depth < 2 ? Object.entries(found.dependencies ?? {}) : [];
    lines.push(`${indent}${last ? '└─' : '├─'}${inner.length > 0 ? '┬' : '─'} ${name}@${found.version ?? ''}`);
    inner.forEach(([one, wantedOne], at) => print(one, wantedOne, `${indent}${last ? '  ' : '│ '}`, at === inner.length - 1, depth + 1));
  };
  names.forEach((name, at) => print(name, wanted[name] ?? '', '', at === names.length - 1, 0));
  await proc.out(`${title} ${proc.files.cwd}\n${names.length === 0 ? '└── (empty)' : lines.join('\n')}\n\n`);
  return missing.length > 0 ? fail(proc, 'ELSPROBLEMS', missing) : 0;
} // prettier-ignore

/** npx: a command of an installed package. Simplified: nothing is fetched for it. */
export const npx: Program = async (proc) => {
  const args = proc.argv.slice(1).filter((arg, at, all) => !/^(?:-y|--yes|--no-install)$/.test(arg) || all.slice(0, at).some((one) => !one.startsWith('-')));
  if (args[0] === '--version' || args[0] === '-v') {
    await proc.out(`${NPM_VERSION}\n`);
    return 0;
  }
  return execute(proc, args);
}; // prettier-ignore

async function execute(proc: Process, words: readonly string[]): Promise<number> {
  const [command = '', ...rest] = words;
  const env = scriptEnvironment(proc, readProject(proc) ?? {}, 'npx');
  const local = joinPath(proc.files.cwd, `node_modules/.bin/${command}`);
  if (command !== '' && !proc.files.exists(local)) {
    proc.notice(`npx runs commands of installed packages only; there is no ${command} in node_modules.`);
    return fail(proc, 'E404', [`404 Not Found - GET https://registry.npmjs.org/${command} - Not found`, '404', `404  '${command}@*' is not in this registry.`]); // prettier-ignore
  }
  return runShell(proc, [command, ...rest.map(quote)].join(' '), env);
}
