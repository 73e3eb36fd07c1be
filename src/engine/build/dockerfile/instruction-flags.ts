import { InstructionError } from './dockerfile-error.ts';
import { withSuggestion } from '../../../lib/suggest.ts';
import { ownEntry } from '../../../lib/table.ts';

export type FlagKind = 'string' | 'strings' | 'bool';

/** The flags of one instruction after reading. */
export interface InstructionFlags {
  /** In the order of first use. */
  readonly used: readonly string[];
  text(name: string): string;
  list(name: string): readonly string[];
  isSet(name: string): boolean;
}

const NO_FLAGS: InstructionFlags = { used: [], text: () => '', list: () => [], isSet: () => false };

/**
 * Reads an instruction's `--name=value` words.
 * @throws InstructionError
 * @see buildkit v0.22 frontend/dockerfile/instructions/bflag.go
 */
export function parseFlags(
  words: readonly string[],
  known: Readonly<Record<string, FlagKind>> = {},
): InstructionFlags {
  if (words.length === 0) return NO_FLAGS;
  const values = new Map<string, string[]>();
  for (const word of words) {
    if (!word.startsWith('--')) throw new InstructionError(`arg should start with -- : ${word}`);
    if (word === '--') break;
    const equals = word.indexOf('=');
    const name = equals < 0 ? word.slice(2) : word.slice(2, equals);
    const value = equals < 0 ? undefined : word.slice(equals + 1);
    const kind = ownEntry(known, name);
    if (kind === undefined) {
      throw new InstructionError(
        withSuggestion(`unknown flag: --${name}`, name, Object.keys(known).sort(), true),
      );
    }
    const before = values.get(name);
    if (before && kind !== 'strings') throw new InstructionError(`duplicate flag specified: ${name}`);
    values.set(name, [...(before ?? []), readValue(name, kind, value)]);
  }
  return {
    used: [...values.keys()],
    text: (name) => values.get(name)?.[0] ?? '',
    list: (name) => values.get(name) ?? [],
    isSet: (name) => values.get(name)?.[0] === 'true',
  };
}

function readValue(name: string, kind: FlagKind, value: string | undefined): string {
  if (kind !== 'bool') {
    if (value === undefined) throw new InstructionError(`missing a value on flag: ${name}`);
    return value;
  }
  if (value === '') throw new InstructionError(`missing a value on flag: ${name}`);
  const lower = (value ?? 'true').toLowerCase();
  if (lower === 'true' || lower === 'false') return lower;
  throw new InstructionError(`expecting boolean value for flag ${name}, not: ${value ?? ''}`);
}
