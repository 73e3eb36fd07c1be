import { CliError } from '../cli-error.ts';

/**
 * The part of Go's text/template that `--format` is used with: fields, indexes, pipelines, the usual functions, `if`, `range`, `with`, variables.
 * @see https://pkg.go.dev/text/template
 */
export type TemplateValue = unknown;

type Node =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'action'; readonly pipeline: Pipeline; readonly variable?: string }
  | {
      readonly kind: 'if' | 'with' | 'range';
      readonly pipeline: Pipeline;
      readonly names: readonly string[];
      readonly body: readonly Node[];
      readonly otherwise: readonly Node[];
    };

type Pipeline = readonly Term[][];
type Term =
  | { readonly kind: 'literal'; readonly value: unknown }
  | { readonly kind: 'field'; readonly path: readonly string[] }
  | { readonly kind: 'variable'; readonly name: string; readonly path: readonly string[] }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'group'; readonly pipeline: Pipeline; readonly path: readonly string[] };

/** A template that was read and can be filled in. */
export interface Template {
  execute(data: TemplateValue): string;
}

/** @throws CliError in the words of Docker's `template parsing error` */
export function parseTemplate(source: string): Template {
  const parser = new Parser(source);
  const nodes = parser.parse();
  return { execute: (data) => new Executor(data).run(nodes, data) };
}

class Parser {
  readonly #tokens: { kind: 'text' | 'action'; text: string }[] = [];
  #at = 0;

  constructor(source: string) {
    const pattern = /\{\{(-)?([\s\S]*?)(-)?\}\}/g;
    let last = 0;
    let trimNext = false;
    for (const match of source.matchAll(pattern)) {
      let text = source.slice(last, match.index);
      if (trimNext) text = text.trimStart();
      if (match[1]) text = text.trimEnd();
      if (text) this.#tokens.push({ kind: 'text', text });
      this.#tokens.push({ kind: 'action', text: (match[2] ?? '').trim() });
      trimNext = match[3] !== undefined;
      last = match.index + match[0].length;
    }
    const rest = trimNext ? source.slice(last).trimStart() : source.slice(last);
    if (rest.includes('{{')) throw parsingError('unclosed action');
    if (rest) this.#tokens.push({ kind: 'text', text: rest });
  }

  parse(): Node[] {
    const { nodes, end } = this.#block();
    if (end) throw parsingError(`unexpected {{${end}}}`);
    return nodes;
  }

  #block(): { nodes: Node[]; end: string | undefined } {
    const nodes: Node[] = [];
    for (let token = this.#tokens[this.#at++]; token; token = this.#tokens[this.#at++]) {
      if (token.kind === 'text') nodes.push({ kind: 'text', text: token.text });
      else if (token.text === 'end' || token.text.startsWith('else')) return { nodes, end: token.text };
      else if (!token.text.startsWith('/*')) nodes.push(this.#action(token.text));
    }
    return { nodes, end: undefined };
  }

  #action(text: string): Node {
    const control = /^(if|with|range)\s+([\s\S]*)$/.exec(text);
    if (!control) {
      const assigned = /^\$(\w+)\s*:?=\s*([\s\S]*)$/.exec(text);
      if (assigned)
        return {
          kind: 'action',
          pipeline: parsePipeline(assigned[2] as string),
          variable: assigned[1] as string,
        };
      return { kind: 'action', pipeline: parsePipeline(text) };
    }
    const declared = /^((?:\$\w+\s*,\s*)?\$\w+)\s*:=\s*([\s\S]*)$/.exec(control[2] as string);
    const names = declared ? (declared[1] as string).split(',').map((name) => name.trim().slice(1)) : [];
    const pipeline = parsePipeline(declared ? (declared[2] as string) : (control[2] as string));
    const { nodes: body, end } = this.#block();
    let otherwise: Node[] = [];
    if (end === undefined) throw parsingError('unexpected EOF');
    if (end.startsWith('else if')) {
      otherwise = [this.#action(end.slice('else '.length))];
    } else if (end === 'else') {
      const rest = this.#block();
      if (rest.end !== 'end') throw parsingError('unexpected EOF');
      otherwise = rest.nodes;
    }
    return { kind: control[1] as 'if' | 'with' | 'range', pipeline, names, body, otherwise };
  }
}

function parsingError(message: string): CliError {
  return new CliError(`template parsing error: template: :1: ${message}`);
}

const TOKEN =
  /\s*(?:("(?:[^"\\]|\\.)*")|(`[^`]*`)|(\()|(\)((?:\.\w+)*))|(\|)|(\$\w*(?:\.\w+)*)|((?:\.\w+)+|\.)|(-?\d+(?:\.\d+)?)|([A-Za-z_]\w*))/y;

function parsePipeline(source: string): Pipeline {
  TOKEN.lastIndex = 0;
  const stack: { commands: Term[][] }[] = [{ commands: [[]] }];
  let at = 0;
  while (source.slice(at).trim() !== '') {
    TOKEN.lastIndex = at;
    const match = TOKEN.exec(source);
    if (!match) throw parsingError(`unexpected ${JSON.stringify(source.slice(at).trim()[0])} in operand`);
    at = TOKEN.lastIndex;
    const top = stack.at(-1) as { commands: Term[][] };
    const command = top.commands.at(-1) as Term[];
    const [, quoted, raw, open, close, closePath, pipe, variable, field, number, name] = match;
    if (quoted) command.push({ kind: 'literal', value: JSON.parse(quoted) as string });
    else if (raw) command.push({ kind: 'literal', value: raw.slice(1, -1) });
    else if (open) stack.push({ commands: [[]] });
    else if (close) {
      const inner = stack.pop();
      const outer = stack.at(-1)?.commands.at(-1);
      if (!inner || !outer) throw parsingError('unexpected right paren');
      outer.push({ kind: 'group', pipeline: inner.commands, path: pathOf(closePath ?? '') });
    } else if (pipe) top.commands.push([]);
    else if (variable) {
      const [head = '', ...path] = variable.slice(1).split('.');
      command.push({ kind: 'variable', name: head, path });
    } else if (field) command.push({ kind: 'field', path: pathOf(field) });
    else if (number) command.push({ kind: 'literal', value: Number(number) });
    else if (name === 'true' || name === 'false') command.push({ kind: 'literal', value: name === 'true' });
    else if (name === 'nil') command.push({ kind: 'literal', value: null });
    else {
      if (!((name as string) in FUNCTIONS)) throw parsingError(`function "${name ?? ''}" not defined`);
      command.push({ kind: 'name', name: name as string });
    }
  }
  if (stack.length > 1) throw parsingError('unclosed left paren');
  const [only] = stack as [{ commands: Term[][] }];
  if (only.commands.some((command) => command.length === 0)) throw parsingError('missing value for command');
  return only.commands;
}

function pathOf(text: string): string[] {
  return text.split('.').filter((part) => part !== '');
}

class Executor {
  readonly #variables = new Map<string, unknown>();

  constructor(root: unknown) {
    this.#variables.set('', root);
  }

  run(nodes: readonly Node[], dot: unknown): string {
    return nodes.map((node) => this.#node(node, dot)).join('');
  }

  #node(node: Node, dot: unknown): string {
    if (node.kind === 'text') return node.text;
    const value = this.#pipeline(node.pipeline, dot);
    if (node.kind === 'action') {
      if (node.variable === undefined) return printValue(value);
      this.#variables.set(node.variable, value);
      return '';
    }
    if (node.kind === 'range') return this.#range(node, value, dot);
    const truth = isTrue(value);
    const [name] = node.names;
    if (name) this.#variables.set(name, value);
    return this.run(truth ? node.body : node.otherwise, truth && node.kind === 'with' ? value : dot);
  }

  #range(node: Extract<Node, { kind: 'if' | 'with' | 'range' }>, value: unknown, dot: unknown): string {
    const entries = entriesOf(value);
    if (entries.length === 0) return this.run(node.otherwise, dot);
    return entries
      .map(([key, item]) => {
        const [first, second] = node.names;
        if (first !== undefined) this.#variables.set(first, second === undefined ? item : key);
        if (second !== undefined) this.#variables.set(second, item);
        return this.run(node.body, item);
      })
      .join('');
  }

  #pipeline(pipeline: Pipeline, dot: unknown): unknown {
    let piped: { value: unknown } | undefined;
    for (const command of pipeline) piped = { value: this.#command(command, dot, piped) };
    return piped?.value;
  }

  #command([first, ...rest]: Term[], dot: unknown, piped: { value: unknown } | undefined): unknown {
    if (!first) return undefined;
    if (first.kind === 'name') {
      const args = rest.map((term) => this.#term(term, dot));
      return FUNCTIONS[first.name]?.(...args, ...(piped ? [piped.value] : []));
    }
    return this.#term(first, dot);
  }

  #term(term: Term, dot: unknown): unknown {
    switch (term.kind) {
      case 'literal':
        return term.value;
      case 'field':
        return walk(dot, term.path);
      case 'variable':
        return walk(this.#variables.get(term.name), term.path);
      case 'group':
        return walk(this.#pipeline(term.pipeline, dot), term.path);
      case 'name':
        return FUNCTIONS[term.name]?.();
    }
  }
}

/** A value whose fields are computed when a template asks for them. */
export interface FieldSource {
  field(name: string): unknown;
}

function isFieldSource(value: unknown): value is FieldSource {
  return typeof value === 'object' && value !== null && typeof (value as FieldSource).field === 'function';
}

function walk(value: unknown, path: readonly string[]): unknown {
  let at = value;
  for (const name of path) {
    if (isFieldSource(at)) at = at.field(name);
    else if (typeof at === 'object' && at !== null && !Array.isArray(at)) {
      const record = at as Record<string, unknown>;
      at = name in record ? record[name] : missing(name, record);
    } else if (at === null || at === undefined)
      throw executionError(`nil pointer evaluating interface {}.${name}`, path);
    else
      throw executionError(
        `can't evaluate field ${name} in type ${typeof at === 'string' ? 'string' : 'interface {}'}`,
        path,
      );
  }
  return at;
}

function missing(name: string, record: Record<string, unknown>): unknown {
  const known = Object.keys(record).find((key) => key.toLowerCase() === name.toLowerCase() && key !== name);
  if (known !== undefined || !/^[A-Z]/.test(name)) return undefined;
  throw executionError(`map has no entry for key "${name}"`, [name]);
}

function executionError(message: string, path: readonly string[]): CliError {
  return new CliError(`template: :1:2: executing "" at <.${path.join('.')}>: ${message}`);
}

function isTrue(value: unknown): boolean {
  if (Array.isArray(value)) return value.length > 0;
  if (typeof value === 'object' && value !== null && !isFieldSource(value))
    return Object.keys(value).length > 0;
  return value !== undefined && value !== null && value !== false && value !== 0 && value !== '';
}

function entriesOf(value: unknown): [unknown, unknown][] {
  if (Array.isArray(value)) return value.map((item, index) => [index, item]);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return [];
}

/** As fmt prints a value. */
export function printValue(value: unknown): string {
  if (value === undefined) return '<no value>';
  if (value === null) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(printValue).join(' ')}]`;
  if (isFieldSource(value)) return '{}';
  if (typeof value === 'object') {
    const entries = entriesOf(value);
    return `map[${entries.map(([key, item]) => `${String(key)}:${printValue(item)}`).join(' ')}]`;
  }
  return String(value as string | number | boolean);
}

function compare(a: unknown, b: unknown): number {
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : String(a) < String(b)
      ? -1
      : String(a) > String(b)
        ? 1
        : 0;
}

/** JSON as Go's encoder writes it. */
export function goJson(value: unknown): string {
  return JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

const FUNCTIONS: Readonly<Record<string, (...args: unknown[]) => unknown>> = {
  json: (value) => goJson(value ?? null),
  upper: (text) => String(text).toUpperCase(),
  lower: (text) => String(text).toLowerCase(),
  title: (text) => String(text).replace(/\b\w/g, (letter) => letter.toUpperCase()),
  split: (text, separator) => String(text).split(String(separator)),
  join: (list, separator) => (Array.isArray(list) ? list : []).map(String).join(String(separator)),
  pad: (text, before, after) => ' '.repeat(Number(before)) + String(text) + ' '.repeat(Number(after)),
  truncate: (text, length) => String(text).slice(0, Number(length)),
  println: (...values) => `${values.map(printValue).join(' ')}\n`,
  print: (...values) => values.map(printValue).join(''),
  printf: (format, ...values) => printf(String(format), values),
  len: (value) =>
    typeof value === 'string' || Array.isArray(value) ? value.length : Object.keys(value as object).length,
  index: (value, ...keys) =>
    keys.reduce<unknown>(
      (at, key) =>
        Array.isArray(at)
          ? (at as unknown[])[Number(key)]
          : (at as Record<string, unknown> | undefined)?.[String(key)],
      value,
    ),
  slice: (value, from, to) =>
    (value as string | unknown[]).slice(Number(from ?? 0), to === undefined ? undefined : Number(to)),
  eq: (first, ...others) => others.some((other) => first === other || String(first) === String(other)),
  ne: (a, b) => a !== b && String(a) !== String(b),
  lt: (a, b) => compare(a, b) < 0,
  le: (a, b) => compare(a, b) <= 0,
  gt: (a, b) => compare(a, b) > 0,
  ge: (a, b) => compare(a, b) >= 0,
  and: (...values) => values.find((value) => !isTrue(value)) ?? values.at(-1),
  or: (...values) => values.find(isTrue) ?? values.at(-1),
  not: (value) => !isTrue(value),
  html: (text) => String(text),
  js: (text) => String(text),
  urlquery: (text) => encodeURIComponent(String(text)),
};

function printf(format: string, values: readonly unknown[]): string {
  let next = 0;
  return format.replace(
    /%(-?\d*)(?:\.(\d+))?([sdvqtf%])/g,
    (_, width: string, digits: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      const value = values[next++];
      const text =
        verb === 'q'
          ? JSON.stringify(String(value))
          : verb === 'f'
            ? Number(value).toFixed(Number(digits ?? 6))
            : printValue(value);
      return width.startsWith('-') ? text.padEnd(Number(width.slice(1))) : text.padStart(Number(width || 0));
    },
  );
}
