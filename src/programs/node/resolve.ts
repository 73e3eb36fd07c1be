import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { dirName, joinPath } from '../../kernel/files/path.ts';
import { ProgramError } from './runtime/program-error.ts';

/** The part of a package.json that says where its modules are. */
interface PackageFile {
  readonly name?: unknown;
  readonly main?: unknown;
  readonly type?: unknown;
  readonly exports?: unknown;
  readonly imports?: unknown;
}

/** What asks: `require`, or `import`. */
export type Asker = 'require' | 'import';

/** Where a module is, or undefined. @throws ProgramError ERR_PACKAGE_PATH_NOT_EXPORTED @see https://nodejs.org/api/modules.html#all-together */
export function resolveModule(files: FileView, request: string, from: string, asker: Asker): string | undefined {
  const folder = from.endsWith('/') ? from : dirName(from);
  if (/^\.{0,2}\/|^\.{1,2}$/.test(request)) {
    const path = request.startsWith('/') ? request : joinPath(folder, request);
    return asFile(files, path, asker, request.endsWith('/')) ?? asFolder(files, path, asker);
  }
  if (request.startsWith('#')) return resolveImports(files, request, folder, asker);
  const [, name = '', rest = ''] = /^((?:@[^/]+\/)?[^/]+)(.*)$/.exec(request) ?? [];
  const own = ownPackage(files, folder);
  if (own && own.json.name === name && own.json.exports !== undefined)
    return exported(files, own.folder, own.json, `.${rest}`, asker);
  for (let at = folder.replace(/(.)\/$/, '$1'); ; at = dirName(at)) {
    const base = joinPath(at, `node_modules/${name}`);
    if (!at.endsWith('/node_modules') && isFolder(files, base)) {
      const json = readPackage(files, base);
      if (json && json.exports !== undefined && json.exports !== null)
        return exported(files, base, json, `.${rest}`, asker);
      const path = joinPath(base, `.${rest}`);
      const found = (rest === '' ? undefined : asFile(files, path, asker, false)) ?? asFolder(files, path, asker);
      if (found !== undefined) return found;
    }
    if (at === '/') return undefined;
  }
} // prettier-ignore

/** How a file is read: by its extension, for .js by the package around it. */
export function moduleFormat(files: FileView, path: string): 'module' | 'commonjs' | 'json' {
  if (path.endsWith('.mjs')) return 'module';
  if (path.endsWith('.json')) return 'json';
  if (path.endsWith('.cjs')) return 'commonjs';
  const type = ownPackage(files, dirName(path))?.json.type;
  if (type === 'module' || type === 'commonjs' || path.includes('/node_modules/'))
    return type === 'module' ? 'module' : 'commonjs';
  return hasModuleSyntax(files, path) ? 'module' : 'commonjs';
}

/**
 * Whether a file that no package says anything about is an ES module. Simplified: by a statement that only they have, where Node parses it first.
 * @see https://nodejs.org/api/packages.html#syntax-detection
 */
function hasModuleSyntax(files: FileView, path: string): boolean {
  if (!isFile(files, path)) return false;
  const source = files.readText(path).replace(/\/\*.*?(?:\*\/|$)/gs, '');
  return /^(?:import\s*(?:[\w$*{][^(]*?\sfrom\s*)?['"]|export\s+(?:default|const|let|var|function|class|async|\{|\*)|export\s*\{)/m.test(
    source,
  );
}

/** Whether the package around a file says what its .js files are. */
export function saysFormat(files: FileView, path: string): boolean {
  return !path.endsWith('.js') || ownPackage(files, dirName(path))?.json.type !== undefined;
}

const isFolder = (files: FileView, path: string): boolean => files.statIfAny(path)?.type === 'directory';
const isFile = (files: FileView, path: string): boolean => files.statIfAny(path)?.type === 'file';

function asFile(files: FileView, path: string, asker: Asker, onlyFolder: boolean): string | undefined {
  if (onlyFolder) return undefined;
  const endings = asker === 'require' ? ['', '.js', '.json', '.node'] : [''];
  const found = endings.map((ending) => path + ending).find((one) => isFile(files, one));
  return found === undefined ? undefined : files.realpath(found);
}

function asFolder(files: FileView, path: string, asker: Asker): string | undefined {
  if (!isFolder(files, path)) return undefined;
  if (asker === 'import' && !path.includes('/node_modules/')) return undefined;
  const main = readPackage(files, path)?.main;
  if (typeof main === 'string' && main !== '') {
    const at = joinPath(path, main);
    const found = asFile(files, at, 'require', false) ?? asFile(files, joinPath(at, 'index'), 'require', false);
    if (found !== undefined) return found;
  }
  return asFile(files, joinPath(path, 'index'), 'require', false);
} // prettier-ignore

function readPackage(files: FileView, folder: string): PackageFile | undefined {
  const path = joinPath(folder, 'package.json');
  if (!isFile(files, path)) return undefined;
  try {
    const json = JSON.parse(files.readText(path)) as unknown;
    return typeof json === 'object' && json !== null ? json : {};
  } catch (error) {
    if (isSysError(error)) return undefined;
    throw new ProgramError('ERR_INVALID_PACKAGE_CONFIG', `Invalid package config ${path}.`);
  }
}

function ownPackage(files: FileView, from: string): { folder: string; json: PackageFile } | undefined {
  for (let at = from; ; at = dirName(at)) {
    if (at.endsWith('/node_modules')) return undefined;
    const json = readPackage(files, at);
    if (json) return { folder: at, json };
    if (at === '/') return undefined;
  }
}

function exported(files: FileView, folder: string, json: PackageFile, subpath: string, asker: Asker): string {
  const { exports } = json;
  const isMap =
    typeof exports === 'object' && exports !== null && !Array.isArray(exports) && Object.keys(exports).some((key) => key.startsWith('.'));
  const map = (isMap ? exports : { '.': exports }) as Readonly<Record<string, unknown>>;
  const target = matchTarget(map, subpath, asker);
  if (target !== undefined) return files.realpath(joinPath(folder, target));
  const file = joinPath(folder, 'package.json');
  throw new ProgramError(
    'ERR_PACKAGE_PATH_NOT_EXPORTED',
    subpath === '.' ? `No "exports" main defined in ${file}` : `Package subpath '${subpath}' is not defined by "exports" in ${file}`,
  );
} // prettier-ignore

function resolveImports(files: FileView, request: string, folder: string, asker: Asker): string | undefined {
  const own = ownPackage(files, folder);
  const target = own && matchTarget((own.json.imports ?? {}) as Record<string, unknown>, request, asker);
  if (!own || target === undefined)
    throw new ProgramError('ERR_PACKAGE_IMPORT_NOT_DEFINED', `Package import specifier "${request}" is not defined`);
  return target.startsWith('.')
    ? files.realpath(joinPath(own.folder, target))
    : resolveModule(files, target, joinPath(own.folder, 'package.json'), asker);
} // prettier-ignore

/** The target of a subpath, with at most one `*` in the pattern. */
function matchTarget(map: Readonly<Record<string, unknown>>, subpath: string, asker: Asker): string | undefined {
  if (subpath in map && !subpath.includes('*')) return conditional(map[subpath], asker);
  for (const pattern of Object.keys(map).sort((a, b) => b.length - a.length)) {
    const [before = '', after] = pattern.split('*');
    if (after === undefined || !subpath.startsWith(before) || !subpath.endsWith(after)) continue;
    if (subpath.length < before.length + after.length) continue;
    const part = subpath.slice(before.length, subpath.length - after.length);
    return conditional(map[pattern], asker)?.replaceAll('*', () => part);
  }
  return undefined;
} // prettier-ignore

function conditional(target: unknown, asker: Asker): string | undefined {
  if (typeof target === 'string') return target;
  if (Array.isArray(target)) {
    for (const one of target as unknown[]) {
      const found = conditional(one, asker);
      if (found !== undefined) return found;
    }
    return undefined;
  }
  if (typeof target !== 'object' || target === null) return undefined;
  for (const [condition, inner] of Object.entries(target)) {
    if (!['default', 'node', asker].includes(condition)) continue;
    const found = conditional(inner, asker);
    if (found !== undefined) return found;
  }
  return undefined;
}
