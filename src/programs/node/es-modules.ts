import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { dirName, joinPath } from '../../kernel/files/path.ts';
import { cleanPath } from '../../lib/clean-path.ts';
import { moduleFormat, resolveModule } from './resolve.ts';
import { ProgramError } from './runtime/program-error.ts';

/** Prefix of a CommonJS module's name where an ES module imports it. */
const CJS = 'cjs:';

/** What names of builtin modules export. */
export type BuiltinNames = (name: string) => readonly string[];

/** A module's name, as an ES module in `importer` writes it → its own. @see https://nodejs.org/api/esm.html#resolution-algorithm */
export function resolveImport(
  files: FileView,
  specifier: string,
  importer: string,
  isBuiltin: (name: string) => boolean,
): string {
  if (isBuiltin(specifier)) return specifier.startsWith('node:') ? specifier : `node:${specifier}`;
  if (specifier.startsWith('node:'))
    throw new ProgramError('ERR_UNKNOWN_BUILTIN_MODULE', `No such built-in module: ${specifier}`);
  const from = importer.replace(/^cjs:/, '');
  const base = from.startsWith('/') ? from : `${files.cwd}/`;
  if (/^(?:data|https?):/.test(specifier))
    throw new ProgramError(
      'ERR_UNSUPPORTED_ESM_URL_SCHEME',
      `Only URLs with a scheme in: file, data, and node are supported by the default ESM loader. Received protocol '${specifier.split(':')[0] ?? ''}:'`,
    );
  const request = specifier.startsWith('file://') ? decodeURIComponent(specifier.slice(7)) : specifier.replace(/[?#](?!\/).*$/, (rest) => (specifier.startsWith('#') ? rest : ''));
  const found = resolveModule(files, request, base, 'import');
  if (found === undefined) throw notFound(files, request, base);
  return moduleFormat(files, found) === 'commonjs' ? CJS + found : found;
} // prettier-ignore

function notFound(files: FileView, request: string, base: string): ProgramError {
  const where = base.endsWith('/') ? base : base;
  if (!/^\.{0,2}\//.test(request)) {
    const name = /^(?:@[^/]+\/)?[^/]+/.exec(request)?.[0] ?? request;
    return new ProgramError('ERR_MODULE_NOT_FOUND', `Cannot find package '${name}' imported from ${where}`);
  }
  const path = request.startsWith('/') ? request : cleanPath(joinPath(base.endsWith('/') ? base : dirName(base), request));
  return files.statIfAny(path)?.type === 'directory'
    ? new ProgramError('ERR_UNSUPPORTED_DIR_IMPORT', `Directory import '${path}' is not supported resolving ES modules imported from ${where}`)
    : new ProgramError('ERR_MODULE_NOT_FOUND', `Cannot find module '${path}' imported from ${where}`);
} // prettier-ignore

const BRIDGE = "globalThis[Symbol.for('drydock.modules')]";

/** What stands before a module's first line. */
export function moduleHead(name: string): string {
  return `${BRIDGE}.meta(import.meta,${JSON.stringify(name)});`;
}

/** Source of a module by the name that `resolveImport` gave. */
export function loadModule(files: FileView, name: string, builtinNames: BuiltinNames): string {
  if (name.startsWith('node:')) {
    const names = builtinNames(name);
    return bridge(`builtin(${JSON.stringify(name.slice(5))})`, names);
  }
  if (name.startsWith(CJS)) {
    const path = name.slice(CJS.length);
    return bridge(`cjs(${JSON.stringify(path)})`, exportNames(files, path, new Set()));
  }
  if (name.endsWith('.json')) return bridge(`cjs(${JSON.stringify(name)})`, []);
  return moduleHead(name) + files.readText(name).replace(/^\ufeff/, '').replace(/^#!/, '//');
} // prettier-ignore

function bridge(call: string, names: readonly string[]): string {
  const bindings = names.map((name, at) => `const $${at} = m[${JSON.stringify(name)}];`).join('');
  const list = names.map((name, at) => `$${at} as ${name}`).join(', ');
  return `const m = ${BRIDGE}.${call}; export default m; ${bindings} export { ${list} };`;
}

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/;

/**
 * The names that a CommonJS module visibly gives to its exports, without running it.
 * Simplified: patterns over the text, where Node has a lexer. @see https://github.com/nodejs/cjs-module-lexer
 */
function exportNames(files: FileView, path: string, seen: Set<string>): string[] {
  if (seen.has(path) || path.endsWith('.json')) return [];
  seen.add(path);
  let source: string;
  try {
    source = files.readText(path);
  } catch (error) {
    if (isSysError(error)) return [];
    throw error;
  }
  const names = new Set<string>();
  for (const [, dotted, quoted] of source.matchAll(/\bexports(?:\.([\w$]+)|\[(?:'|")([\w$]+)(?:'|")\])\s*=(?!=)/g))
    names.add(dotted ?? quoted ?? '');
  for (const [, name] of source.matchAll(/defineProperty\(\s*(?:module\.)?exports\s*,\s*['"]([\w$]+)['"]/g))
    names.add(name ?? '');
  for (const [, body = ''] of source.matchAll(/\bmodule\.exports\s*=\s*\{([^{}]*)\}/g))
    for (const part of body.split(',')) names.add(/^\s*(?:\/\/.*\n\s*)*['"]?([\w$]+)['"]?\s*(?::|$|\(|\n)/.exec(part)?.[1] ?? '');
  for (const [, request = ''] of source.matchAll(/\b(?:module\.exports\s*=\s*|__exportStar\(|__export\()require\(['"]([^'"]+)['"]\)/g)) {
    const inner = resolveModule(files, request, path, 'require');
    if (inner !== undefined) for (const name of exportNames(files, inner, seen)) names.add(name);
  }
  return [...names].filter((name) => IDENTIFIER.test(name) && name !== 'default' && !RESERVED.has(name));
} // prettier-ignore

/** `__esModule` says how the module was made, not what it exports. */
const RESERVED = new Set(['__esModule']);
