import { OutOfMemory } from '../control-flow.ts';

/** Brace expansion of a word's raw source: `a{b,c}{1..3}` → the words it stands for, in order. @see bash braces.c */
export function expandBraces(source: string): string[] {
  const open = findBrace(source);
  if (!open) return [source];
  const before = source.slice(0, open.start);
  const rest = expandBraces(source.slice(open.end + 1));
  const middle = open.parts.length > 1 ? open.parts.flatMap(expandBraces) : sequence(open.parts[0] ?? '');
  if (middle.length * rest.length > MAX_WORDS) throw new OutOfMemory(middle.length * rest.length * 32);
  return middle.flatMap((part) => rest.map((after) => before + part + after));
}

interface Brace {
  readonly start: number;
  readonly end: number;
  readonly parts: string[];
}

/** The first brace group that is one: it has a comma at its own level or is a sequence. */
function findBrace(source: string): Brace | undefined {
  for (let i = 0; i < source.length; i++) {
    const next = skipQuoted(source, i);
    if (next > i) {
      i = next - 1;
      continue;
    }
    if (source[i] !== '{') continue;
    const brace = readBrace(source, i);
    if (brace) return brace;
  }
  return undefined;
}

function readBrace(source: string, start: number): Brace | undefined {
  const parts = [''];
  let depth = 0;
  for (let i = start + 1; i < source.length; i++) {
    const next = skipQuoted(source, i);
    if (next > i) {
      parts[parts.length - 1] += source.slice(i, next);
      i = next - 1;
      continue;
    }
    const char = source[i] as string;
    if (char === '}' && depth === 0) {
      const isSequence = parts.length === 1 && SEQUENCE.test(parts[0] as string);
      return parts.length > 1 || isSequence ? { start, end: i, parts } : undefined;
    }
    if (char === '{') depth++;
    if (char === '}') depth--;
    if (char === ',' && depth === 0) parts.push('');
    else parts[parts.length - 1] += char;
  }
  return undefined;
}

/** Where a quoted piece or an expansion that begins at `i` ends; `i` itself where none does. */
function skipQuoted(source: string, i: number): number {
  const char = source[i];
  if (char === '\\') return i + 2;
  if (char === "'" || char === '"' || char === '`') {
    let end = i + 1;
    while (end < source.length && source[end] !== char) end += source[end] === '\\' && char !== "'" ? 2 : 1;
    return end + 1;
  }
  if (char === '$' && (source[i + 1] === '{' || source[i + 1] === '(')) {
    const [open, close] = source[i + 1] === '{' ? ['{', '}'] : ['(', ')'];
    let depth = 0;
    for (let end = i + 1; end < source.length; end++) {
      if (source[end] === open) depth++;
      if (source[end] === close && --depth === 0) return end + 1;
    }
  }
  return i;
}

const SEQUENCE = /^(?:-?\d+\.\.-?\d+|[A-Za-z]\.\.[A-Za-z])(?:\.\.-?\d+)?$/;

function sequence(text: string): string[] {
  const numbers = /^(-?\d+)\.\.(-?\d+)(?:\.\.(-?\d+))?$/.exec(text);
  if (numbers) return numberSequence(numbers[1] as string, numbers[2] as string, Number(numbers[3] ?? 1));
  const letters = /^([A-Za-z])\.\.([A-Za-z])(?:\.\.(-?\d+))?$/.exec(text);
  if (!letters) return [];
  const [from, to] = [letters[1] as string, letters[2] as string].map((letter) => letter.charCodeAt(0)) as [
    number,
    number,
  ];
  return range(from, to, Number(letters[3] ?? 1)).map((code) => String.fromCharCode(code));
}

function numberSequence(from: string, to: string, step: number): string[] {
  const padded = [from, to].some((text) => /^-?0\d/.test(text));
  const width = padded ? Math.max(from.length, to.length) : 0;
  return range(Number(from), Number(to), step).map((n) =>
    n < 0 ? `-${String(-n).padStart(width - 1, '0')}` : String(n).padStart(width, '0'),
  );
}

/** At most this many words come out of one word. */
const MAX_WORDS = 2_000_000;

/** A sequence has more elements than there is memory for; its word stays as it is. @see bash braces.c mkseq */
export class SequenceTooLong extends Error {
  constructor(count: number) {
    super(`brace expansion: failed to allocate memory for ${count} elements`);
  }
}

function range(from: number, to: number, step: number): number[] {
  const by = Math.abs(step) || 1;
  const count = Math.floor(Math.abs(to - from) / by) + 1;
  if (count > MAX_WORDS) throw new SequenceTooLong(count);
  return Array.from({ length: count }, (_, i) => from + (to >= from ? i : -i) * by);
}
