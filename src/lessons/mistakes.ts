/** What is wrong with a lesson's YAML, in words for its author. */
import {
  isAlias,
  isCollection,
  isNode,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type YAMLParseError,
} from 'yaml';
import type * as z from 'zod/mini';
import { withSuggestion } from '../lib/suggest.ts';
import { isTooDeep } from '../lib/yaml-depth.ts';
import { fieldsAt } from './schema-fields.ts';

type Path = readonly PropertyKey[];
type Issue = z.core.$ZodIssue;

/** Something in a piece of YAML is not as it should be. */
export class YamlMistake extends Error {
  /** Of the YAML, counted from 1; 0 where it is about all of it. */
  readonly line: number;

  constructor(what: string, line: number) {
    super(what);
    this.name = 'YamlMistake';
    this.line = line;
  }
}

/** A field has the right form, and names what there is not. */
export class FieldMistake extends Error {
  readonly path: Path;

  constructor(what: string, path: Path) {
    super(what);
    this.name = 'FieldMistake';
    this.path = path;
  }
}

/** What a piece of YAML holds. @throws YamlMistake */
export function readYaml<T extends z.ZodMiniType>(schema: T, yaml: string): z.infer<T> {
  try {
    return read(schema, yaml);
  } catch (error) {
    if (error instanceof YamlMistake) throw error;
    // What is read may be anybody's: whatever it makes go wrong is a mistake in it.
    throw new YamlMistake(`it can't be read: ${error instanceof Error ? error.message : String(error)}`, 0);
  }
}

/** @throws YamlMistake, or what the YAML makes the parser or the schema throw */
function read<T extends z.ZodMiniType>(schema: T, yaml: string): z.infer<T> {
  const value = parse(yaml);
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const { path, what } = describeIssue(firstIssue(parsed.error.issues), schema, value);
  throw new YamlMistake(what, lineOf(yaml, path));
}

function parse(yaml: string): unknown {
  if (isTooDeep(yaml)) throw new YamlMistake(TOO_DEEP, 1);
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  const strange = findStrange(document, yaml);
  if (strange) throw new YamlMistake(strange.what, lineCounter.linePos(strange.at).line);
  const [error] = document.errors;
  if (error) throw new YamlMistake(yamlWords(error), error.linePos?.[0].line ?? 1);
  return document.toJS();
}

/** Lists and groups of fields in each other: no lesson has a dozen, and what reads them calls itself for each. */
const MOST_LEVELS = 40;
const TOO_DEEP = 'lists in lists without end';

/** What YAML can do and a lesson may not: a value that stands for another (it can be its own part), or lies too deep. `at`: where, in characters. */
function findStrange(document: Document, yaml: string): { what: string; at: number } | undefined {
  let found: { what: string; at: number } | undefined;
  visit(document, {
    Node(_, node, above) {
      const at = node.range?.[0] ?? 0;
      if (isAlias(node)) found = { what: inQuotes('*'), at };
      else if (node.anchor !== undefined)
        found = { what: inQuotes('&'), at: yaml.lastIndexOf(`&${node.anchor}`, at) };
      else if (above.filter(isCollection).length > MOST_LEVELS) found = { what: TOO_DEEP, at };
      return found ? visit.BREAK : undefined;
    },
  });
  return found;
}

const inQuotes = (sign: string): string => `a value that begins with ${sign} has to be in quotes`;

const YAML_WORDS: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: 'indented with a tab: YAML wants blanks',
  BLOCK_AS_IMPLICIT_KEY: 'a text with a colon in it: put it in quotes',
  BAD_SCALAR_START: 'a text that begins with ` or @: put it in quotes',
  DUPLICATE_KEY: 'the same field twice',
  MISSING_CHAR: 'a quote or a bracket is not closed, or a comma or colon is missing',
  BAD_INDENT: 'this line is indented otherwise than those it belongs to',
};

function yamlWords({ code, message }: YAMLParseError): string {
  const isBracket = code === 'BAD_INDENT' && message.startsWith('Flow');
  const words = YAML_WORDS[isBracket ? 'MISSING_CHAR' : code];
  return words ?? `not YAML: ${message.replace(/ at line \d[\s\S]*/, '')}`;
}

/** A misspelt field also leaves one missing: it is told first. */
const firstIssue = (issues: readonly Issue[]): Issue => {
  const all = issues.map((issue) => insideUnion(issue));
  return all.find(({ code }) => code === 'unrecognized_keys') ?? (all[0] as Issue);
};

/** Of the forms that a value may have, the one that was meant. */
function insideUnion(issue: Issue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const meant = issue.errors.find((branch) =>
    branch.some(({ code, path }) => code === 'unrecognized_keys' || path.length > 0),
  );
  if (!meant) return issue;
  const inner = firstIssue(meant);
  return { ...inner, path: [...issue.path, ...inner.path] };
}

function describeIssue(issue: Issue, schema: z.ZodMiniType, value: unknown): { path: Path; what: string } {
  const { path } = issue;
  if (issue.code === 'unrecognized_keys') {
    const [key = ''] = issue.keys;
    const known = fieldsAt(schema, path);
    const words = withSuggestion(`there is no field ${key}`, key, known, true);
    const all =
      words.endsWith('?)') || known.length === 0 ? words : `${words}; there are ${known.join(', ')}`;
    return { path: [...path, key], what: at(path, all) };
  }
  const own = valueAt(value, path);
  if (own === undefined)
    return { path, what: at(path.slice(0, -1), `${String(path.at(-1) ?? 'all of it')} is missing`) };
  return { path, what: at(path, typeWords(issue, own)) };
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a whole number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of fields',
  record: 'a group of fields',
};

function typeWords(issue: Issue, value: unknown): string {
  if (value === null) return 'it is empty';
  switch (issue.code) {
    case 'invalid_type':
      if (issue.expected === 'string' && typeof value !== 'object')
        return `it must be a text: put it in quotes`;
      return `it must be ${KINDS[issue.expected] ?? issue.expected}`;
    case 'invalid_union': {
      const kinds = issue.errors.flatMap(([first]) =>
        first?.code === 'invalid_type' ? [first.expected] : [],
      );
      return `it must be ${kinds.map((kind) => KINDS[kind] ?? kind).join(' or ')}`;
    }
    case 'invalid_value':
      return `it must be one of ${issue.values.map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string' || issue.origin === 'array'
        ? 'it must not be empty'
        : `it must be at least ${issue.minimum}`;
    case 'too_big':
      return `it must be at most ${issue.maximum}`;
    default:
      return 'it is not as it should be';
  }
}

const at = (path: Path, what: string): string => (path.length === 0 ? what : `${placeWords(path)}: ${what}`);

/** `step 1, check 2, container` of `['steps', 0, 'checks', 1, 'container']`. */
function placeWords(path: Path): string {
  const words: string[] = [];
  for (const [index, key] of path.entries()) {
    if (typeof key === 'number') continue;
    const number = path[index + 1];
    words.push(typeof number === 'number' ? `${String(key).replace(/s$/, '')} ${number + 1}` : String(key));
  }
  return words.join(', ');
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((own, key) => (own as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

/** The line of the YAML, counted from 1, in which a value stands; that of what it is in where it is missing; 0 where that is all of it. */
export function lineOf(yaml: string, path: Path): number {
  const lineCounter = new LineCounter();
  const document = parseDocument(yaml, { lineCounter });
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true);
    if (isNode(node) && node.range) return lineCounter.linePos(node.range[0]).line;
  }
  return 0;
}
