import { isSysError } from '../../kernel/errno.ts';
import type { FileView } from '../../kernel/files/file-view.ts';
import { joinPath, normalizePath } from '../../kernel/files/path.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';
import { ConfigError, directiveError, splitWords, type ConfigNode } from './config-node.ts';
import { isLoaded, STATIC_MODULES } from './modules.ts';

/** What reading a configuration gathers on the way. */
export interface ReadState {
  serverRoot: string;
  /** Modules that `LoadModule` names, with those within httpd. */
  readonly modules: Set<string>;
  /** Names that `-D` or `Define` set. */
  readonly defines: Map<string, string>;
  /** Lines for stderr. */
  readonly warnings: string[];
}

/** Goes wrong while files are read; the place is put before it on the way up. */
class ReadError extends Error {
  readonly notice: string | undefined;

  constructor(message: string, notice?: string) {
    super(message);
    this.notice = notice;
  }
}

interface Line {
  readonly text: string;
  readonly number: number;
}

/** The state that reading starts with. */
export function createReadState(serverRoot: string, defines: readonly string[]): ReadState {
  return {
    serverRoot,
    modules: new Set(STATIC_MODULES.keys()),
    defines: new Map(defines.map((name) => [name, ''])),
    warnings: [],
  };
}

/**
 * Reads a configuration file with all that it includes. What decides about the rest is carried out here: Include, LoadModule, IfModule, Define.
 * @throws ConfigError @see httpd server/config.c ap_build_config
 */
export function readConfig(files: FileView, path: string, state: ReadState, called: string): ConfigNode[] {
  try {
    return new ConfigReader(files, state).file(path, 0);
  } catch (error) {
    if (error instanceof ReadError) throw new ConfigError(`${called}: ${error.message}`, error.notice);
    throw error;
  }
}

/** Reads the directives of a `.htaccess`, where sections that decide about modules work as everywhere. @throws ConfigError */
export function readDirectives(text: string, path: string, files: FileView, state: ReadState): ConfigNode[] {
  try {
    return new ConfigReader(files, state).text(text, path, 0);
  } catch (error) {
    if (error instanceof ReadError) throw new ConfigError(error.message);
    throw error;
  }
}

/** Files that include each other are stopped here. */
const MAX_DEPTH = 128;

class ConfigReader {
  readonly #files: FileView;
  readonly #state: ReadState;

  constructor(files: FileView, state: ReadState) {
    this.#files = files;
    this.#state = state;
  }

  file(path: string, depth: number): ConfigNode[] {
    if (depth > MAX_DEPTH)
      throw new ReadError(
        `Exceeded the maximum include directory nesting level. You have probably a recursion somewhere.`,
      );
    let text: string;
    try {
      text = this.#files.readText(path);
    } catch (error) {
      if (!isSysError(error)) throw error;
      throw new ReadError(`Could not open configuration file ${path}: ${error.message}`);
    }
    return this.text(text, path, depth);
  }

  text(text: string, path: string, depth: number): ConfigNode[] {
    const lines = joinLines(text);
    const nodes: ConfigNode[] = [];
    const open: { name: string; nodes: ConfigNode[]; node: ConfigNode | undefined; line: number }[] = [];
    let skipping = 0;
    for (const { text: raw, number } of lines) {
      const place = `Syntax error on line ${number} of ${path}: `;
      const line = this.#expand(raw.trim());
      if (line === '' || line.startsWith('#')) continue;
      const target = open.at(-1)?.nodes ?? nodes;
      if (line.startsWith('</')) {
        const name = /^<\/([^>\s]*)/.exec(line)?.[1] ?? '';
        const section = open.pop();
        if (!section) throw new ReadError(`${place}</${name}> without matching <${name}> section`);
        if (section.name.toLowerCase() !== name.toLowerCase())
          throw new ReadError(`${place}Expected </${section.name}> but saw </${name}>`);
        if (skipping > 0) skipping--;
        continue;
      }
      if (line.startsWith('<')) {
        const [, name = '', after = ''] = /^<([^\s>]*)(.*)/s.exec(line) ?? [];
        const rest = after.trim().replace(/>$/, '');
        if (skipping > 0) {
          skipping++;
          open.push({ name, nodes: [], node: undefined, line: number });
          continue;
        }
        const holds = this.#condition(name, rest);
        if (holds !== undefined) {
          if (!holds) skipping = 1;
          open.push({ name, nodes: holds ? target : [], node: undefined, line: number });
          continue;
        }
        if (!line.endsWith('>'))
          throw directiveError({ file: path, line: number }, `<${name}> directive missing closing '>'`);
        const block: ConfigNode[] = [];
        const node = { name: `<${name}`, args: splitWords(rest), raw: rest, block, file: path, line: number };
        target.push(node);
        open.push({ name, nodes: block, node, line: number });
        continue;
      }
      if (skipping > 0) continue;
      const [, name = '', rest = ''] = /^(\S+)\s*([^]*)$/.exec(line) ?? [];
      try {
        const included = this.#carryOut(name, splitWords(rest), { file: path, line: number }, depth);
        if (included) target.push(...included);
        else target.push({ name, args: splitWords(rest), raw: rest, file: path, line: number });
      } catch (error) {
        if (error instanceof ReadError) throw new ReadError(place + error.message, error.notice);
        throw error;
      }
    }
    const left = open.at(-1);
    if (left)
      throw new ReadError(
        `Syntax error on line ${left.line} of ${path}: ${path}:${left.line}: <${left.name}> was not closed.`,
      );
    return nodes;
  }

  #expand(line: string): string {
    return line.replace(/\$\{([^}]+)\}/g, (whole, name: string) => this.#state.defines.get(name) ?? whole);
  }

  /** Whether a section of this name lets its lines in; undefined if it is none of those. */
  #condition(name: string, argument: string): boolean | undefined {
    const negated = argument.startsWith('!');
    const what = splitWords(negated ? argument.slice(1) : argument)[0] ?? '';
    const { modules, defines } = this.#state;
    switch (name.toLowerCase()) {
      case 'ifmodule':
        return isLoaded(modules, what) !== negated;
      case 'ifdefine':
        return defines.has(what) !== negated;
      case 'iffile':
        return this.#files.exists(this.#absolute(what)) !== negated;
      case 'ifversion':
        return true;
      default:
        return undefined;
    }
  }

  #absolute(path: string): string {
    return normalizePath(path, this.#state.serverRoot);
  }

  /** Carries out what can't wait; the directives that come in its place, or undefined for everything else. */
  #carryOut(
    name: string,
    args: readonly string[],
    place: { file: string; line: number },
    depth: number,
  ): ConfigNode[] | undefined {
    const [first = '', second = ''] = args;
    switch (name.toLowerCase()) {
      case 'include':
      case 'includeoptional':
        if (args.length !== 1)
          throw directiveError(
            place,
            `${name} takes one argument, ${/optional/i.test(name) ? 'Name or pattern of the config file to be included' : 'Name of the config file to be included'}`,
          );
        return this.#include(this.#absolute(first), name.toLowerCase() === 'includeoptional', depth);
      case 'loadmodule': {
        if (args.length !== 2)
          throw directiveError(
            place,
            'LoadModule takes two arguments, a module name and the name of a shared object file to load it from',
          );
        if (this.#state.modules.has(first)) {
          this.#state.warnings.push(`AH01574: module ${first} is already loaded, skipping`);
          return [];
        }
        const path = this.#absolute(second);
        if (!this.#files.exists(path))
          throw new ReadError(
            `Cannot load ${second} into server: ${path}: cannot open shared object file: No such file or directory`,
            `httpd: the module ${first} is not simulated.`,
          );
        this.#state.modules.add(first);
        return [];
      }
      case 'serverroot':
        if (args.length !== 1)
          throw directiveError(
            place,
            'ServerRoot takes one argument, Common directory of server-related files (logs, confs, etc.)',
          );
        if (this.#files.statIfAny(first)?.type !== 'directory')
          throw new ReadError('ServerRoot must be a valid directory');
        this.#state.serverRoot = first.replace(/(?<=.)\/$/, '');
        return [];
      case 'define':
        if (args.length < 1 || args.length > 2)
          throw directiveError(
            place,
            'Define takes 1-2 arguments, Define a variable, optionally to a value.  Same as passing -D to the command line.',
          );
        this.#state.defines.set(first, second);
        return [];
      case 'undefine':
        this.#state.defines.delete(first);
        return [];
      default:
        return undefined;
    }
  }

  #include(path: string, optional: boolean, depth: number): ConfigNode[] {
    if (!/[*?[]/.test(path)) {
      const type = this.#files.statIfAny(path)?.type;
      if (type === undefined && optional) return [];
      if (type !== 'directory') return this.file(path, depth + 1);
      return this.#files
        .readDir(path)
        .map(({ name }) => joinPath(path, name))
        .sort()
        .flatMap((file) => this.#include(file, optional, depth + 1));
    }
    const at = path.lastIndexOf('/', path.search(/[*?[]/));
    const [directory, pattern = ''] = [path.slice(0, at) || '/', path.slice(at + 1).split('/')[0]];
    const rest = path.slice(at + 1 + pattern.length);
    const matches = nameMatcher(pattern, false);
    const found =
      this.#files.statIfAny(directory)?.type === 'directory'
        ? this.#files.readDir(directory).filter(({ name }) => matches(name) && !name.startsWith('.'))
        : [];
    if (found.length === 0 && !optional)
      throw new ReadError(
        `Include/IncludeOptional: No matches for the wildcard '${pattern}' in '${directory}', failing`,
      );
    return found
      .map(({ name }) => joinPath(directory, name) + rest)
      .sort()
      .flatMap((file) => this.#include(file, optional, depth + 1));
  }
}

/** Lines with their numbers; one that ends in a backslash goes on in the next, and counts as the last of them. */
function joinLines(text: string): Line[] {
  const lines: Line[] = [];
  let held = '';
  for (const [index, line] of text.split('\n').entries()) {
    if (/(?:^|[^\\])\\\r?$/.test(line)) {
      held += line.replace(/\\\r?$/, '');
      continue;
    }
    lines.push({ text: held + line, number: index + 1 });
    held = '';
  }
  return lines;
}
