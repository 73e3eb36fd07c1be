import { parse, YAMLParseError } from 'yaml';
import { isTooDeep } from '../../lib/yaml-depth.ts';

/** What of a registry's configuration decides something here. */
export interface RegistrySettings {
  readonly host: string;
  readonly port: number;
  readonly rootDirectory: string;
  readonly deletes: boolean;
  readonly hasSecret: boolean;
  readonly logLevel: string;
  /** File of names and bcrypt hashes, where a login is wanted. */
  readonly passwords: { readonly path: string; readonly realm: string } | undefined;
  /** What the configuration asks for and the simulation lacks. */
  readonly unsupported: readonly string[];
}

/** A configuration that the registry does not start with. */
export class ConfigurationError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ConfigurationError';
  }
}

type Tree = Record<string, unknown>;

/** A configuration file with `REGISTRY_…` variables laid over it. @throws ConfigurationError @see distribution docs/content/about/configuration.md */
export function readSettings(text: string, env: ReadonlyMap<string, string>): RegistrySettings {
  const tree = withVariables(parseTree(text), env);
  const [, host = '', port = ''] = /^(.*):(\d+)$/.exec(textAt(tree, 'http', 'addr') ?? '') ?? [];
  if (port === '') throw new ConfigurationError('no http.addr configured');
  const auth = treeAt(tree, 'auth');
  const passwordFile = textAt(auth, 'htpasswd', 'path');
  if ('htpasswd' in auth && (passwordFile === undefined || textAt(auth, 'htpasswd', 'realm') === undefined))
    throw new ConfigurationError(
      'unable to configure authorization (htpasswd): "realm" must be set for htpasswd access controller',
    );
  return {
    host: host === '' ? '0.0.0.0' : host,
    port: Number(port),
    rootDirectory: textAt(tree, 'storage', 'filesystem', 'rootdirectory') ?? '/var/lib/registry',
    deletes: textAt(tree, 'storage', 'delete', 'enabled') === 'true',
    hasSecret: textAt(tree, 'http', 'secret') !== undefined,
    logLevel: textAt(tree, 'log', 'level') ?? 'info',
    passwords:
      passwordFile === undefined
        ? undefined
        : { path: passwordFile, realm: textAt(auth, 'htpasswd', 'realm') ?? '' },
    unsupported: [
      ...(textAt(tree, 'http', 'tls', 'certificate') ? ['TLS'] : []),
      ...(textAt(tree, 'proxy', 'remoteurl') ? ['a pull-through cache'] : []),
      ...(treeAt(auth, 'token').realm ? ['a token server'] : []),
    ],
  };
}

function parseTree(text: string): Tree {
  if (isTooDeep(text)) throw new ConfigurationError('yaml: exceeded max depth of 10000');
  try {
    const value: unknown = parse(text);
    if (isTree(value)) return value;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    throw new ConfigurationError(`yaml: ${error.message}`);
  }
  throw new ConfigurationError('Version expected');
}

/** `REGISTRY_HTTP_ADDR` is `http.addr`; a variable replaces what was there. */
function withVariables(tree: Tree, env: ReadonlyMap<string, string>): Tree {
  let result = tree;
  for (const [name, value] of [...env].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const path = /^REGISTRY_([A-Z0-9_]+)$/.exec(name)?.[1]?.toLowerCase().split('_');
    if (path) result = withValue(result, path, value);
  }
  return result;
}

function withValue(tree: Tree, [first = '', ...rest]: readonly string[], value: string): Tree {
  // A kind may be named before its settings: REGISTRY_AUTH=htpasswd.
  if (rest.length === 0)
    return { ...tree, [first]: first === 'auth' || first === 'storage' ? { [value]: {} } : value };
  const below = tree[first];
  return { ...tree, [first]: withValue(isTree(below) ? below : {}, rest, value) };
}

function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function treeAt(tree: Tree, name: string): Tree {
  const value = tree[name];
  return isTree(value) ? value : {};
}

function textAt(tree: Tree, ...path: readonly string[]): string | undefined {
  const value = path.reduce<unknown>((at, name) => (isTree(at) ? at[name] : undefined), tree);
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}
