import { InstructionError } from './dockerfile-error.ts';
import type { Directive } from './types.ts';

const NAMES: readonly Directive['name'][] = ['syntax', 'escape', 'check'];

type Marker = '#' | '//';

const PATTERNS: Readonly<Record<Marker, RegExp>> = {
  '#': /^#\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)$/,
  '//': /^\/\/\s*([a-zA-Z][a-zA-Z0-9]*)\s*=(.+)$/,
};

/** Reads directives line by line: they end at the first line that is none. */
export interface DirectiveReader {
  /** @returns the directive, undefined where the line is none. @throws InstructionError for one that was there before. */
  read(line: string, lineNumber: number): Directive | undefined;
}

/**
 * A reader of directives in comments with that marker.
 * @see buildkit v0.22 frontend/dockerfile/parser/directives.go
 */
export function createDirectiveReader(marker: Marker = '#'): DirectiveReader {
  const pattern = PATTERNS[marker];
  const seen = new Set<string>();
  let done = false;
  return {
    read(line, lineNumber) {
      if (done) return undefined;
      const match = pattern.exec(line);
      const lower = match?.[1]?.toLowerCase();
      const name = NAMES.find((known) => known === lower);
      if (name === undefined) {
        done = true;
        return undefined;
      }
      if (seen.has(name)) throw new InstructionError(`only one ${name} parser directive can be used`);
      seen.add(name);
      return { name, value: valueOf(match?.[2] ?? ''), line: lineNumber };
    },
  };
}

/** Where nothing but blanks is there, the last of them is the value, as Go's expression has it. */
const valueOf = (text: string): string => text.trim() || text.slice(-1);

/** All directives at the top of a text. */
export function parseDirectives(text: string, marker: Marker = '#', firstLine = 1): Directive[] {
  const reader = createDirectiveReader(marker);
  const directives: Directive[] = [];
  for (let from = 0, line = firstLine; from < text.length; line += 1) {
    const end = text.indexOf('\n', from);
    const directive = reader.read(text.slice(from, end < 0 ? undefined : end).trim(), line);
    if (!directive) break;
    directives.push(directive);
    if (end < 0) break;
    from = end + 1;
  }
  return directives;
}

/**
 * The frontend a file asks for (`# syntax=`), its line where it has one. Other languages than Dockerfile may ask in `//` comments
 * or in a JSON object.
 * @see buildkit v0.22 frontend/dockerfile/parser/directives.go DetectSyntax
 */
export function detectSyntax(text: string): { value: string; line?: number } | undefined {
  const directive = findDirective(text, 'syntax', '#') ?? findDirective(text, 'syntax', '//');
  if (directive) return { value: firstWord(directive.value), line: directive.line };
  const value = syntaxInJson(withoutShebang(text).rest);
  return value === undefined ? undefined : { value: firstWord(value) };
}

/** The value of `# check=`. @see buildkit v0.22 frontend/dockerfile/parser/directives.go ParseDirective */
export function detectCheck(text: string): Directive | undefined {
  return findDirective(text, 'check', '#');
}

function findDirective(text: string, name: Directive['name'], marker: Marker): Directive | undefined {
  const { rest, lines } = withoutShebang(text);
  try {
    return parseDirectives(rest, marker, lines + 1).find((directive) => directive.name === name);
  } catch {
    return undefined;
  }
}

function withoutShebang(text: string): { rest: string; lines: number } {
  const plain = text.replace(/^\uFEFF/, '');
  if (!plain.startsWith('#!')) return { rest: plain, lines: 0 };
  const end = plain.indexOf('\n');
  return { rest: end < 0 ? '' : plain.slice(end + 1), lines: 1 };
}

function syntaxInJson(text: string): string | undefined {
  if (!/^\s*\{/.test(text)) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || !('syntax' in value)) return undefined;
    return typeof value.syntax === 'string' ? value.syntax : undefined;
  } catch {
    return undefined;
  }
}

function firstWord(value: string): string {
  return value.split(' ', 1)[0] ?? '';
}
