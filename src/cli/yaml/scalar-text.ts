import { tableOf } from '../../lib/table.ts';
import { resolveScalar } from './resolve-scalar.ts';

/** Texts that YAML 1.1 takes for booleans or numbers to base 60: they are quoted for old readers. */
const OLD_BOOL = /^(y|Y|yes|Yes|YES|on|On|ON|n|N|no|No|NO|off|Off|OFF)$/;
const BASE_60 = /^[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\.[0-9_]*)?$/;

/** Where a text stands: behind a key, or as one. */
export type ScalarPlace = 'value' | 'key';

/**
 * A text as go-yaml writes it: plain where it stays a text then, else in double quotes; in single ones where only its form would mislead. With
 * line breaks it is a literal block, whose lines are indented by that many blanks.
 * @see go-yaml/yaml v3 encode.go stringv, emitterc.go yaml_emitter_analyze_scalar
 */
export function scalarText(text: string, indent: number, place: ScalarPlace = 'value'): string {
  const isText = resolveScalar(text) === text && !OLD_BOOL.test(text) && !BASE_60.test(text);
  if (text.includes('\n')) {
    const fits = place === 'value' && canBeBlock(text);
    return fits ? literalBlock(text, indent) : doubleQuoted(text);
  }
  if (!isText) return doubleQuoted(text);
  if (canBePlain(text)) return text;
  return canBeSingleQuoted(text) ? `'${text.replaceAll("'", "''")}'` : doubleQuoted(text);
}

const SPECIAL = /[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}\n]/u;

function canBePlain(text: string): boolean {
  if (/^(---|\.\.\.)/.test(text) || /^[\s]|\s$/.test(text) || SPECIAL.test(text)) return false;
  if (/^[#,[\]{}&*!|>'"%@`]/.test(text) || /^[-?:](?:\s|$)/.test(text)) return false;
  return !/:(?:\s|$)|\s#/.test(text);
}

function canBeSingleQuoted(text: string): boolean {
  return !SPECIAL.test(text);
}

function canBeBlock(text: string): boolean {
  return (
    !/[^\x20-\x7e\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\u{10000}-\u{10ffff}\n\t]/u.test(text) &&
    !/ \n| $/.test(text)
  );
}

function literalBlock(text: string, indent: number): string {
  const hint = /^[ \n]/.test(text) ? '2' : '';
  const chomp = text.endsWith('\n') ? (/^\n$|\n\n$/.test(text) ? '+' : '') : '-';
  const lines = text.replace(/\n$/, '').split('\n');
  const blanks = ' '.repeat(indent);
  return `|${hint}${chomp}\n${lines.map((line) => (line === '' ? '' : blanks + line)).join('\n')}`;
}

const ESCAPES: Readonly<Record<string, string>> = tableOf({
  '\0': '\\0',
  '\x07': '\\a',
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\v': '\\v',
  '\f': '\\f',
  '\r': '\\r',
  '\x1b': '\\e',
  '"': '\\"',
  '\\': '\\\\',
  '\x85': '\\N',
  '\u2028': '\\L',
  '\u2029': '\\P',
});

function doubleQuoted(text: string): string {
  const escaped = [...text].map((char) => ESCAPES[char] ?? (SPECIAL.test(char) ? escapeCode(char) : char));
  return `"${escaped.join('')}"`;
}

function escapeCode(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  const hex = code.toString(16).toUpperCase();
  if (code <= 0xff) return `\\x${hex.padStart(2, '0')}`;
  return code <= 0xffff ? `\\u${hex.padStart(4, '0')}` : `\\U${hex.padStart(8, '0')}`;
}
