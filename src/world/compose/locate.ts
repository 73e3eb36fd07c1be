import type { YamlEntry } from './scan-yaml.ts';

/** A part of a text: lines and columns from 1, the last column exclusive. */
export interface TextSpan {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/**
 * Where in a compose file is what a message of Compose speaks of: at the entry whose path it names (`services.web.ports[0]`, `service "web"`), and there at
 * the key or value that it quotes, or at the line that it tells; else the first line. Compose itself tells no place but for syntax.
 */
export function locateMessage(message: string, text: string, entries: readonly YamlEntry[]): TextSpan {
  const lines = text.split('\n');
  const told = /\byaml: (?:unmarshal errors:\s+)?line (\d+)/.exec(message)?.[1];
  if (told !== undefined) return lineSpan(text, Number(told));
  const words = quotedWords(message);
  const base = deepest(message, entries) ?? named(message, entries);
  const inside = base ? entries.filter(({ path }) => isWithin(base.path, path)) : entries;
  for (const word of words.toReversed()) {
    const found = inside.find((entry) => entry !== base && mentions(entry, word));
    if (found) return spanOf(found, word);
  }
  const variable = words.map((word) => variableSpan(word, lines)).find((span) => span !== undefined);
  if (variable) return variable;
  return base ? spanOf(base) : lineSpan(text, 1);
}

const quotedWords = (message: string): string[] =>
  [...message.matchAll(/["'`]([^"'`\s]+)["'`]|undefined [\w ]*?([\w.-]+)(?=:|$)/g)].map(
    ([, quoted, plain]) => quoted ?? plain ?? '',
  );

/** The entry with the longest of the paths that the message names. */
function deepest(message: string, entries: readonly YamlEntry[]): YamlEntry | undefined {
  const paths = [...message.matchAll(/[\w-]+(?:\.[\w-]+|\[\d+\])+/g)].map(([path]) =>
    path.replace(/\[(\d+)\]/g, '.$1'),
  );
  let best: YamlEntry | undefined;
  for (const entry of entries) {
    const own = entry.path.join('.');
    const isNamed = paths.some((path) => path === own || path.startsWith(`${own}.`));
    if (isNamed && entry.path.length > 1 && entry.path.length > (best?.path.length ?? 0)) best = entry;
  }
  return best ?? entries.find(({ path }) => path.length === 1 && message.includes(` ${path[0]}: `));
}

/** `service "web"`, `service web` */
function named(message: string, entries: readonly YamlEntry[]): YamlEntry | undefined {
  const [, kind, name] = /\b(service|network|volume|secret|config) "?([\w.-]+)"?/.exec(message) ?? [];
  return kind === undefined
    ? undefined
    : entries.find(({ path }) => path.join('.') === `${kind}s.${name ?? ''}`);
}

const isWithin = (base: YamlEntry['path'], path: YamlEntry['path']): boolean =>
  base.every((step, index) => step === path[index]);

const mentions = ({ path, value }: YamlEntry, word: string): boolean =>
  path.at(-1) === word || value === word || value.split(/[:=\s,[\]]/).includes(word);

function spanOf(entry: YamlEntry, word?: string): TextSpan {
  const { line, startColumn, endColumn, value, valueColumn, path } = entry;
  const isValue = word !== undefined && path.at(-1) !== word;
  const [start, end] = isValue ? [valueColumn, valueColumn + value.length] : [startColumn, endColumn];
  return { startLine: line, startColumn: start, endLine: line, endColumn: end };
}

/** Where a variable is used. */
function variableSpan(name: string, lines: readonly string[]): TextSpan | undefined {
  const use = new RegExp(`\\$\\{?${name.replace(/\W/g, '\\$&')}\\b`);
  for (const [index, line] of lines.entries()) {
    const found = use.exec(line);
    if (!found) continue;
    const startColumn = found.index + 1;
    return {
      startLine: index + 1,
      startColumn,
      endLine: index + 1,
      endColumn: startColumn + found[0].length,
    };
  }
  return undefined;
}

/** All of a line but its indentation. */
export function lineSpan(text: string, wanted: number): TextSpan {
  const lines = text.split('\n');
  const line = Math.min(Math.max(1, wanted), lines.length);
  const own = lines[line - 1] ?? '';
  const startColumn = own.length - own.trimStart().length + 1;
  return { startLine: line, startColumn, endLine: line, endColumn: Math.max(own.length, startColumn) + 1 };
}
