import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A package that is installed, as `package-lock.json` has it. */
export interface Installed {
  /** Below the project, such as `node_modules/react`. */
  readonly path: string;
  readonly name: string;
  readonly version: string;
  /** An SPDX expression; empty where the package names none. */
  readonly license: string;
  /** Only for building and testing. */
  readonly isTool: boolean;
}

/** Built from by hand into a file that is committed, so what it is made of is shipped although npm calls it a tool. */
const COMMITTED = new Set(['@jitl/quickjs-wasmfile-release-sync']);

/** What may be in the page: all of these ask for no more than to be named with their text. */
export const SHIPPED_LICENSES = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'ISC',
  'MIT',
  'MIT-0',
]);

/** What may build and test it besides: nothing of it goes into the page. */
export const TOOL_LICENSES = new Set([
  ...SHIPPED_LICENSES,
  'BlueOak-1.0.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'MPL-2.0',
]);

/** All that `npm ci` installs, in the order of their paths. */
export function installedPackages(project: string): Installed[] {
  const lock = JSON.parse(readFileSync(join(project, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, { version?: string; license?: string; dev?: boolean; devOptional?: boolean }>;
  };
  return Object.entries(lock.packages)
    .filter(([path]) => path !== '')
    .map(([path, { version = '', license = '', dev = false, devOptional = false }]) => {
      const name = path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length);
      return { path, name, version, license, isTool: (dev || devOptional) && !COMMITTED.has(name) };
    });
}

/** Whether an SPDX expression (`A`, `A OR B`, `A AND B`, with brackets around all of it) can be met with those licences alone. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const bare = expression.replace(/^\((.*)\)$/, '$1');
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((license) => allowed.has(license)));
}

/** The notice of each package that is shipped, and of what those are built from themselves; one text. */
export function thirdPartyNotices(project: string): string {
  const shipped = installedPackages(project).filter(({ isTool }) => !isTool);
  const packages = shipped.flatMap((each) => {
    // An npm package of nothing but types leaves nothing in the page.
    if (each.name.startsWith('@types/')) return [];
    return [`${each.name} ${each.version} (${each.license})\n\n${licenseText(project, each)}`];
  });
  const folder = join(project, 'src/app/notices/built-from');
  const builtFrom = readdirSync(folder).map((file) => readFileSync(join(folder, file), 'utf8'));
  const head =
    'Drydock is made with the software of others. Their names, versions and licences follow; what is not named here is Drydock’s own (Apache-2.0).\n';
  return (
    [head, ...packages, ...builtFrom].map((text) => text.trim()).join(`\n\n${'-'.repeat(80)}\n\n`) + '\n'
  );
}

/** The texts a package brings; where it brings none, that of a sister package by the same authors. @throws where there is neither */
function licenseText(project: string, { path, name }: Installed): string {
  const folder = join(project, path);
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|notice|thirdpartynotices)/i.test(file));
  if (files.length > 0)
    return files.map((file) => readFileSync(join(folder, file), 'utf8').trim()).join('\n\n');
  const sister = SISTERS[name];
  if (sister === undefined) throw new Error(`${name} brings no licence text: name where its text stands`);
  const text = join(project, sister);
  if (!existsSync(text)) throw new Error(`${name}: there is no ${sister}`);
  return readFileSync(text, 'utf8').trim();
}

/** Where the text stands for packages that were published without theirs. */
const SISTERS: Readonly<Record<string, string>> = {
  '@xterm/addon-serialize': 'node_modules/@xterm/xterm/LICENSE',
  '@micropython/micropython-webassembly-pyscript': 'src/app/notices/built-from/micropython.txt',
};
