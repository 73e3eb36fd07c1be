import { ownEntry } from '../../lib/table.ts';
/** What a command's options look like. */
export interface OptionSpec {
  /** Letters as getopt(3) takes them: `:` behind one that needs a value, `::` behind one that may have one attached. */
  readonly short: string;
  /** Long name → the key it is stored under, with `:` (needs a value) or `?` (may have one) behind it. */
  readonly long?: Readonly<Record<string, string>>;
  /** Options end at the first operand (getopt's `+`). */
  readonly inOrder?: boolean;
}

/** An option that is wrong; `kind` and `option` let each userland word it. */
export class OptionError extends Error {
  readonly kind:
    'unknown-short' | 'unknown-long' | 'needs-value-short' | 'needs-value-long' | 'no-value' | 'ambiguous';
  readonly option: string;

  constructor(kind: OptionError['kind'], option: string) {
    super(`${kind} ${option}`);
    this.name = 'OptionError';
    this.kind = kind;
    this.option = option;
  }
}

/** The options and operands of one call, in the order given. */
export class Options {
  readonly given: readonly (readonly [key: string, value: string | undefined])[];
  readonly operands: readonly string[];

  constructor(given: readonly (readonly [string, string | undefined])[], operands: readonly string[]) {
    this.given = given;
    this.operands = operands;
  }

  /** True if one of these was given. */
  has(...keys: readonly string[]): boolean {
    return this.given.some(([key]) => keys.includes(key));
  }

  /** The last value of an option. */
  value(key: string): string | undefined {
    return this.given.findLast(([other]) => other === key)?.[1];
  }

  values(key: string): string[] {
    return this.given.filter(([other]) => other === key).map(([, value]) => value ?? '');
  }

  /** Which of these was given last: options that override each other. */
  last(...keys: readonly string[]): string | undefined {
    return this.given.findLast(([key]) => keys.includes(key))?.[0];
  }
}

/** Parses words behind the command name as GNU getopt_long does. @throws OptionError */
export function parseOptions(words: readonly string[], spec: OptionSpec): Options {
  const given: [string, string | undefined][] = [];
  const operands: string[] = [];
  const rest = [...words];
  while (rest.length > 0) {
    const word = rest.shift() as string;
    if (word === '--') {
      operands.push(...rest);
      break;
    }
    if (word.startsWith('--')) given.push(parseLong(word.slice(2), rest, spec));
    else if (word.startsWith('-') && word !== '-') given.push(...parseCluster(word.slice(1), rest, spec));
    else if (spec.inOrder) {
      operands.push(word, ...rest);
      break;
    } else operands.push(word);
  }
  // A list that grew has room for many more, and a program that waits keeps it.
  return new Options(given, operands.slice());
}

function parseLong(word: string, rest: string[], spec: OptionSpec): [string, string | undefined] {
  const equals = word.indexOf('=');
  const name = equals < 0 ? word : word.slice(0, equals);
  const attached = equals < 0 ? undefined : word.slice(equals + 1);
  const target = findLong(name, spec);
  const key = target.replace(/[:?]$/, '');
  if (target.endsWith(':')) {
    const value = attached ?? rest.shift();
    if (value === undefined) throw new OptionError('needs-value-long', name);
    return [key, value];
  }
  if (attached !== undefined && !target.endsWith('?')) throw new OptionError('no-value', name);
  return [key, attached];
}

/** The full name or a prefix that only one option has. */
function findLong(name: string, spec: OptionSpec): string {
  const long: Readonly<Record<string, string>> = { ...spec.long, help: 'help', version: 'version' };
  const exact = ownEntry(long, name);
  if (exact !== undefined) return exact;
  const candidates = Object.keys(long).filter((candidate) => candidate.startsWith(name));
  const targets = new Set(candidates.map((candidate) => long[candidate]));
  if (targets.size > 1) throw new OptionError('ambiguous', name);
  const [target] = targets;
  if (target === undefined) throw new OptionError('unknown-long', name);
  return target;
}

function parseCluster(cluster: string, rest: string[], spec: OptionSpec): [string, string | undefined][] {
  const found: [string, string | undefined][] = [];
  for (let index = 0; index < cluster.length; index++) {
    const letter = cluster[index] as string;
    const at = letter === ':' ? -1 : spec.short.indexOf(letter);
    if (at < 0) throw new OptionError('unknown-short', letter);
    if (spec.short[at + 1] !== ':') {
      found.push([letter, undefined]);
      continue;
    }
    const attached = cluster.slice(index + 1);
    if (attached || spec.short[at + 2] === ':') return [...found, [letter, attached || undefined]];
    const value = rest.shift();
    if (value === undefined) throw new OptionError('needs-value-short', letter);
    return [...found, [letter, value]];
  }
  return found;
}
