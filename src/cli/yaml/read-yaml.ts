import {
  isAlias,
  isMap as isMapNode,
  isScalar,
  isSeq,
  LineCounter,
  visit,
  type Alias,
  type Document,
  type Node,
  type Pair,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { resolveScalar } from './resolve-scalar.ts';
import type { YamlMap, YamlValue } from './yaml-value.ts';
import { finish, type Work } from '../../lib/work.ts';
import { findFault } from './find-fault.ts';
import { parseNodes } from './parse-nodes.ts';
import { YamlConstructError, YamlSyntaxError } from './yaml-error.ts';

/** Keys and indices. */
export type YamlPath = readonly (string | number)[];

/** One document of a file. */
export interface YamlDocument {
  readonly value: YamlValue;
  /** Where the tags `!reset` and `!override` stand; what is reset is not in the value. */
  readonly resets: readonly YamlPath[];
  /** The first key that is no text, and the mapping that has it. */
  readonly oddKey?: { readonly key: YamlValue; readonly path: YamlPath };
}

/**
 * The documents of a text as go-yaml reads them.
 * @throws YamlSyntaxError, YamlConstructError
 * @see go-yaml/yaml v3 decode.go, compose-spec/compose-go v2 loader/reset.go
 */
export function readYaml(text: string): YamlDocument[] {
  return finish(readYamlInPieces(text));
}

/** The same a piece at a time. @throws YamlSyntaxError, YamlConstructError */
export function* readYamlInPieces(text: string): Work<YamlDocument[]> {
  const lines = new LineCounter();
  const parsed = yield* parseNodes(text, lines);
  const read: YamlDocument[] = [];
  for (const document of parsed.documents) {
    if (document.errors.length > 0) throw new YamlSyntaxError(findFault(text, document.errors, lines));
    const { contents } = document;
    if (contents === null || isEmptyScalar(contents)) continue;
    const targets = parsed.hasAliases ? aliasTargets(document) : new Map<Alias, Node>();
    read.push(yield* new Reader(targets, lines, parsed.large).read(contents));
  }
  return read;
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '' && !node.tag && !node.anchor;
}

/** Past this many nodes the share of those that aliases bring is limited. @see go-yaml/yaml v3 decode.go allowedAliasRatio */
const FEW_NODES = 400_000;
const MANY_NODES = 4_000_000;

/** Looking up a key's line, and making a value of what stands there. */
const OPERATIONS_AN_ITEM = 5;

/** A mapping that is being read. */
class FoundMap {
  readonly lines = new Map<string, number>();
  readonly merged: YamlMap[] = [];
  readonly #own: YamlMap = {};

  put(name: string, value: YamlValue | undefined): void {
    if (value !== undefined) this.#own[name] = value;
  }

  value(): YamlMap {
    return this.merged.length > 0 ? Object.assign({}, ...this.merged.reverse(), this.#own) : this.#own;
  }
}

class Reader {
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #lines: LineCounter;
  readonly #large: ReadonlySet<Node>;
  readonly #resets: YamlPath[] = [];
  #oddKey: YamlDocument['oddKey'];
  #open = new Set<Node>();
  #nodes = 0;
  #fromAliases = 0;
  #depth = 0;

  constructor(targets: ReadonlyMap<Alias, Node>, lines: LineCounter, large: ReadonlySet<Node>) {
    this.#targets = targets;
    this.#lines = lines;
    this.#large = large;
  }

  *read(contents: Node): Work<YamlDocument> {
    const value = (yield* this.#pieces(contents, [])) ?? null;
    return { value, resets: this.#resets, ...(this.#oddKey ? { oddKey: this.#oddKey } : {}) };
  }

  /** Undefined where it is reset. */
  #value(node: Node | null, path: YamlPath): YamlValue | undefined {
    this.#count();
    if (node === null) return null;
    if (isAlias(node)) return this.#alias(node, path);
    if (node.tag === '!reset' || node.tag === '!override') this.#resets.push(path);
    if (node.tag === '!reset') return undefined;
    if (isScalar(node)) return scalarValue(node);
    if (isSeq(node)) {
      const items = node.items.map((item, index) => this.#value(item as Node, [...path, index]));
      return items.filter((item) => item !== undefined);
    }
    return isMapNode(node) ? this.#map(node, path) : null;
  }

  /** The same of what is in large collections, an item at a time. */
  *#pieces(node: Node | null, path: YamlPath): Work<YamlValue | undefined> {
    if (node === null || node.tag === '!reset' || !this.#large.has(node)) return this.#value(node, path);
    this.#count();
    if (node.tag === '!override') this.#resets.push(path);
    if (isSeq(node)) {
      const items: YamlValue[] = [];
      for (const [index, item] of node.items.entries()) {
        const value = yield* this.#pieces(item as Node, [...path, index]);
        yield OPERATIONS_AN_ITEM;
        if (value !== undefined) items.push(value);
      }
      return items;
    }
    return isMapNode(node) ? yield* this.#mapPieces(node, path) : null;
  }

  #count(): void {
    this.#nodes++;
    if (this.#depth > 0) this.#fromAliases++;
    const part = Math.min(Math.max((this.#nodes - FEW_NODES) / (MANY_NODES - FEW_NODES), 0), 1);
    const allowed = 0.99 - 0.89 * part;
    if (this.#fromAliases > 100 && this.#nodes > 1000 && this.#fromAliases / this.#nodes > allowed)
      throw new YamlConstructError('fatal', 'document contains excessive aliasing');
  }

  #alias(alias: Alias, path: YamlPath): YamlValue | undefined {
    const target = this.#targets.get(alias);
    if (!target) throw this.#unknownAnchor(alias);
    if (this.#open.has(target))
      throw new YamlConstructError('fatal', `anchor '${alias.source}' value contains itself`);
    this.#open.add(target);
    this.#depth++;
    const value = this.#value(target, path);
    this.#depth--;
    this.#open.delete(target);
    return value;
  }

  #unknownAnchor(alias: Alias): YamlSyntaxError {
    // Without a place in version 3.
    const problem = `unknown anchor '${alias.source}' referenced`;
    return new YamlSyntaxError({ problem, line: this.#lineOf(alias), stage: 'parser' });
  }

  #map(node: YAMLMap, path: YamlPath): YamlMap {
    const found = new FoundMap();
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = this.#newKey(key, path, found);
      if (isMergeKey(key)) found.merged.push(...this.#merged(value as Node, path));
      else found.put(name, this.#value(value, [...path, name]));
    }
    return found.value();
  }

  *#mapPieces(node: YAMLMap, path: YamlPath): Work<YamlMap> {
    const found = new FoundMap();
    for (const { key, value } of node.items as Pair<Node, Node | null>[]) {
      const name = this.#newKey(key, path, found);
      if (isMergeKey(key)) found.merged.push(...this.#merged(value as Node, path));
      else found.put(name, yield* this.#pieces(value, [...path, name]));
      yield OPERATIONS_AN_ITEM;
    }
    return found.value();
  }

  /** @throws YamlConstructError where it was there before */
  #newKey(key: Node, path: YamlPath, { lines }: FoundMap): string {
    const name = this.#key(key, path);
    const line = this.#lineOf(key);
    const before = lines.get(name);
    if (before !== undefined)
      throw new YamlConstructError(
        'type',
        `line ${line}: mapping key ${JSON.stringify(name)} already defined at line ${before}`,
      );
    lines.set(name, line);
    return name;
  }

  /** The mappings of `<<`, the strongest first. */
  #merged(node: Node, path: YamlPath): YamlMap[] {
    const source = isAlias(node) ? this.#targets.get(node) : node;
    const nodes = isSeq(source) ? (source.items as Node[]) : [node];
    return nodes.map((item) => {
      const value = this.#value(item, path);
      if (typeof value !== 'object' || value === null || Array.isArray(value))
        throw new YamlConstructError('fatal', 'map merge requires map or sequence of maps as the value');
      return value;
    });
  }

  #key(node: Node, path: YamlPath): string {
    const key = isAlias(node) ? this.#value(node, path) : isScalar(node) ? scalarValue(node) : {};
    if (typeof key === 'string') return key;
    this.#oddKey ??= { key: key ?? null, path };
    return String(key);
  }

  #lineOf(node: Node): number {
    return this.#lines.linePos(node.range?.[0] ?? 0).line;
  }
}

function isMergeKey(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.value === '<<';
}

/** An alias means the anchor of its name that stands last before it. */
function aliasTargets(document: Document.Parsed<ParsedNode>): Map<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  visit(document, {
    Alias(_, alias) {
      const target = anchors.get(alias.source);
      if (target) targets.set(alias, target);
    },
    Value(_, node) {
      if (node.anchor) anchors.set(node.anchor, node);
    },
  });
  return targets;
}

const TAG = 'tag:yaml.org,2002:';

function scalarValue(node: Scalar): string | number | boolean | null {
  const text = String(node.value ?? '');
  const tag = node.tag?.startsWith(TAG) ? node.tag.slice(TAG.length) : undefined;
  if (tag === 'str' || (node.tag && tag === undefined && node.tag !== '!override')) return text;
  if (tag !== undefined) return resolveScalar(text);
  return node.type === 'PLAIN' ? resolveScalar(text) : text;
}

/** The place of a key as compose-go names it: `services.web.ports[0]`. */
export function showPlace(path: YamlPath): string {
  return path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? part : `${text}.${part}`),
    '',
  );
}
