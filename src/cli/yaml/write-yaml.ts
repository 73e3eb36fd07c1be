import { scalarText } from './scalar-text.ts';
import { finish, mapInPieces, type Work } from '../../lib/work.ts';
import { goText, isMap, type YamlMap, type YamlValue } from './yaml-value.ts';

/** How far each level is indented, also lists in mappings. */
const STEP = 2;

/** A mapping as a document in go-yaml's layout, its keys in the order that they have. @see go-yaml/yaml v3 with SetIndent(2) */
export function writeYaml(value: YamlMap): string {
  return finish(writeYamlInPieces(value));
}

/** The same of a mapping of large mappings. */
export function* writeYamlInPieces(value: YamlMap): Work<string> {
  if (Object.keys(value).length === 0) return '{}\n';
  const pieces: string[] = [];
  for (const [key, item] of Object.entries(value)) {
    if (!isMap(item) || !isBlock(item)) {
      pieces.push(mapLines({ [key]: item }, 0));
      continue;
    }
    pieces.push(`${scalarText(key, 0, 'key')}:\n`);
    const lines = ([name, inner]: [string, YamlValue]): string => mapLines({ [name]: inner }, STEP);
    pieces.push(...(yield* mapInPieces(Object.entries(item), lines)));
  }
  return pieces.join('');
}

function mapLines(map: YamlMap, indent: number): string {
  return Object.entries(map)
    .map(([key, value]) => `${' '.repeat(indent)}${scalarText(key, 0, 'key')}:${behindKey(value, indent)}`)
    .join('');
}

function behindKey(value: YamlValue, indent: number): string {
  if (isBlock(value)) return `\n${blockLines(value, indent + STEP)}`;
  return ` ${inline(value, indent + STEP)}\n`;
}

/** It has lines of its own. */
function isBlock(value: YamlValue): value is YamlValue[] | YamlMap {
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0;
}

function blockLines(value: YamlValue[] | YamlMap, indent: number): string {
  return isMap(value) ? mapLines(value, indent) : listLines(value, indent);
}

function listLines(list: readonly YamlValue[], indent: number): string {
  return list
    .map((item) => {
      const dash = `${' '.repeat(indent)}- `;
      // The first line of what is in the item goes behind the dash.
      return isBlock(item)
        ? dash + blockLines(item, indent + STEP).slice(indent + STEP)
        : `${dash}${inline(item, indent + STEP)}\n`;
    })
    .join('');
}

function inline(value: YamlValue, indent: number): string {
  if (Array.isArray(value)) return '[]';
  if (isMap(value)) return '{}';
  if (typeof value === 'string') return scalarText(value, indent);
  if (typeof value !== 'number' || Number.isFinite(value)) return value === null ? 'null' : goText(value);
  return Number.isNaN(value) ? '.nan' : value > 0 ? '.inf' : '-.inf';
}

/**
 * Keys in the order in which go-yaml writes those of a map: numbers in them count as numbers, and letters come after everything else.
 * @see go-yaml/yaml v3 sorter.go
 */
export function sortKeys(keys: readonly string[]): string[] {
  const split = keys.map((key) => ({ key, chars: [...key] }));
  return split.sort((a, b) => compareKeys(a.chars, b.chars)).map(({ key }) => key);
}

function compareKeys(left: readonly string[], right: readonly string[]): number {
  let inDigits = false;
  for (let at = 0; at < left.length && at < right.length; at++) {
    const [one = '', other = ''] = [left[at], right[at]];
    if (one === other) {
      inDigits = isDigit(one);
      continue;
    }
    const [isLetter, isOtherLetter] = [/\p{L}/u.test(one), /\p{L}/u.test(other)];
    if (isLetter && isOtherLetter) return one < other ? -1 : 1;
    if (isLetter || isOtherLetter) return (inDigits ? isLetter : isOtherLetter) ? -1 : 1;
    return compareNumbers(left, right, at);
  }
  return left.length - right.length;
}

function compareNumbers(left: readonly string[], right: readonly string[], at: number): number {
  const digits = (chars: readonly string[]): string => /^\d*/.exec(chars.slice(at).join(''))?.[0] ?? '';
  const [one, other] = [digits(left), digits(right)];
  // Behind other digits a zero is one of a number, not one before it.
  const isInside = (left[at] === '0' || right[at] === '0') && /[1-9]0*$/.test(runBefore(left, at));
  const value = (text: string): number => Number(`${isInside ? '1' : ''}${text}`);
  if (value(one) !== value(other)) return value(one) - value(other);
  if (one.length !== other.length) return one.length - other.length;
  return (left[at] ?? '') < (right[at] ?? '') ? -1 : 1;
}

/** The digits right before a place. */
function runBefore(chars: readonly string[], at: number): string {
  return /\d*$/.exec(chars.slice(0, at).join(''))?.[0] ?? '';
}

const isDigit = (char: string): boolean => /\d/.test(char);
