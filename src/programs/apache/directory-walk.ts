import { isSysError } from '../../kernel/errno.ts';
import { baseName, dirName } from '../../kernel/files/path.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { checkConfig } from './check-config.ts';
import { ConfigError, type ConfigNode } from './config-node.ts';
import { DEFAULT_SETTINGS, foldSettings } from './fold-settings.ts';
import { directoryPatterns, directorySections, fileSections, locationSections } from './match-request.ts';
import { createReadState, readDirectives } from './read-config.ts';
import type { ApacheConfig, DirSettings, Host } from './settings.ts';

/** A request can't go on; `log` is for the error log, as module, level and text. */
export interface WalkFailure {
  readonly status: 403 | 500;
  readonly notes?: string;
  readonly log: readonly [module: string, level: 'error' | 'crit' | 'alert', text: string];
}

/** What holds for a path that no file stands behind: server and locations. */
export function locationSettings(host: Host, path: string): DirSettings {
  const base = foldSettings({ ...DEFAULT_SETTINGS, redirects: [] }, serverNodes(host));
  return locationSections(host.sections, path).reduce(
    (settings, { nodes }) => foldSettings(settings, nodes),
    base,
  );
}

/** Of the directives outside of sections, those that a directory could have. Redirects are the server's own business. */
const serverNodes = ({ nodes }: Host): readonly ConfigNode[] =>
  nodes.filter(({ name }) => !/^(redirect|proxypass|alias)/i.test(name));

/** What holds for a file: server, directories with their `.htaccess`, files, locations, in this order. @see httpd ap_directory_walk */
export function fileSettings(
  files: FileView,
  config: ApacheConfig,
  host: Host,
  fileName: string,
  path: string,
): DirSettings | WalkFailure {
  let settings = foldSettings(DEFAULT_SETTINGS, serverNodes(host));
  const isDirectory = files.statIfAny(fileName)?.type === 'directory';
  const last = isDirectory ? fileName.replace(/(?<=.)\/$/, '') : dirName(fileName);
  const fromAccessFiles: ConfigNode[] = [];
  for (const directory of parentsOf(last)) {
    for (const { nodes } of directorySections(host.sections, directory))
      settings = foldSettings(settings, nodes);
    if (settings.allowOverride.size === 0) continue;
    const own = readAccessFile(files, config, directory);
    if ('status' in own) return own;
    settings = foldSettings(settings, own.nodes);
    fromAccessFiles.push(...own.nodes);
  }
  for (const { nodes } of directoryPatterns(host.sections, last)) settings = foldSettings(settings, nodes);
  const name = isDirectory ? '' : baseName(fileName);
  const inAccessFiles = fromAccessFiles.filter(({ name: kind }) => /^<files/i.test(kind));
  const more = inAccessFiles.map((node) => ({
    kind: 'files' as const,
    pattern: /match$/i.test(node.name) ? new RegExp(node.args[0] ?? '') : (node.args[0] ?? ''),
    nodes: node.block ?? [],
  }));
  for (const { nodes } of name === '' ? [] : fileSections([...host.sections, ...more], name))
    settings = foldSettings(settings, nodes);
  for (const { nodes } of locationSections(host.sections, path)) settings = foldSettings(settings, nodes);
  return settings;
}

function parentsOf(directory: string): string[] {
  const parents = ['/'];
  for (const part of directory.split('/').filter((one) => one !== ''))
    parents.push(`${parents.at(-1) === '/' ? '' : (parents.at(-1) ?? '')}/${part}`);
  return parents;
}

/** The directives of a directory's own file; none where there is none. */
function readAccessFile(
  files: FileView,
  config: ApacheConfig,
  directory: string,
): { readonly nodes: readonly ConfigNode[] } | WalkFailure {
  const path = `${directory === '/' ? '' : directory}/${config.accessFile}`;
  let text: string;
  try {
    if (files.statIfAny(directory)?.type !== 'directory') return { nodes: [] };
    files.stat(path);
    text = files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    if (error.code !== 'EACCES') return { nodes: [] };
    return {
      status: 403,
      notes: 'Server unable to read htaccess file, denying access to be safe',
      log: ['core', 'crit', `(13)Permission denied: {client}AH00529: ${path} pcfg_openfile: unable to check htaccess file, ensure it is readable and that '${directory}/' is executable`], // prettier-ignore
    };
  }
  try {
    const state = { ...createReadState(config.serverRoot, []), modules: new Set(config.modules) };
    const nodes = readDirectives(text, path, files, state);
    checkConfig(nodes, 'h', config.modules, files);
    return { nodes };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const message = error.message.replace(/^AH00526: Syntax error on line \d+ of [^\n]*:\n/, '');
    return { status: 500, log: ['core', 'alert', `{client}${path}: ${message}`] };
  }
}
