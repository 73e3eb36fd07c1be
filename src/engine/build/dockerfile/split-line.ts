/** An instruction's line in its parts. */
export interface SplitLine {
  readonly name: string;
  readonly flags: readonly string[];
  readonly rest: string;
}

/**
 * Splits a line into instruction, flags and arguments.
 * @see buildkit v0.22 frontend/dockerfile/parser/split_command.go
 */
export function splitInstruction(line: string): SplitLine {
  const trimmed = line.trim();
  const end = trimmed.search(/[\t\v\f\r ]/);
  if (end < 0) return { name: trimmed, flags: [], rest: '' };
  const { flags, rest } = takeFlags(trimmed.slice(end).trimStart());
  return { name: trimmed.slice(0, end), flags, rest: rest.trim() };
}

/** Leading words that begin with `--`; a lone `--` ends them. Quotes and backslashes are removed. */
function takeFlags(text: string): { flags: string[]; rest: string } {
  const flags: string[] = [];
  if (!text.startsWith('--')) return { flags, rest: text };
  let index = 0;
  for (;;) {
    while (/\s/.test(text[index] ?? '')) index += 1;
    if (!text.startsWith('--', index)) return { flags, rest: text.slice(index) };
    const word = readFlag(text, index);
    index = word.end;
    if (word.value === '--') return { flags, rest: text.slice(index) };
    flags.push(word.value);
  }
}

function readFlag(text: string, start: number): { value: string; end: number } {
  let value = '';
  let quote = '';
  let index = start;
  while (index < text.length) {
    const char = text[index] ?? '';
    if (quote === '' && /\s/.test(char)) break;
    if (char === quote) quote = '';
    else if (quote === '' && (char === '"' || char === "'")) quote = char;
    else if (char === '\\') {
      index += 1;
      value += text[index] ?? '';
    } else value += char;
    index += 1;
  }
  return { value, end: Math.min(index, text.length) };
}
