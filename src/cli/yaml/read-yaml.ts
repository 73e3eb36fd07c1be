import {
  isAlias,
  isMap as isMapNode,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  visit,
  type Alias,
  type Document,
  type Node,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
} from 'yaml';
import { resolveScalar } from './resolve-scalar.ts';
import type { YamlMap, YamlValue } from './yaml-value.ts';
import { isTooDeep } from '../../lib/yaml-depth.ts';
import { findFault } from './find-fault.ts';
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
  // Simplified: go-yaml goes ten times as deep as we do.
  if (isTooDeep(text)) throw new YamlConstructError('fatal', 'exceeded max depth of 10000');
  const lines = new LineCounter();
  const documents = parseAllDocuments(text, {
    schema: 'failsafe',
    uniqueKeys: false,
    strict: true,
    lineCounter: lines,
    logLevel: 'error',
  });
  return [...documents].flatMap((document) => {
    if (document.errors.length > 0) throw new YamlSyntaxError(findFault(text, document.errors, lines));
    const { contents } = document;
    return contents === null || isEmptyScalar(contents) ? [] : [new Reader(document, lines).read(contents)];
  });
}

function isEmptyScalar(node: Node): boolean {
  return isScalar(node) && node.type === 'PLAIN' && node.source === '' && !node.tag && !node.anchor;
}

/** Past this many nodes the share of those that aliases bring is limited. @see go-yaml/yaml v3 decode.go allowedAliasRatio */
const FEW_NODES = 400_000;
const MANY_NODES = 4_000_000;

class Reader {
  readonly #targets: ReadonlyMap<Alias, Node>;
  readonly #lines: LineCounter;
  readonly #resets: YamlPath[] = [];
  #oddKey: YamlDocument['oddKey'];
  #open = new Set<Node>();
  #nodes = 0;
  #fromAliases = 0;
  #depth = 0;

  constructor(document: Document.Parsed<ParsedNode>, lines: LineCounter) {
    this.#targets = aliasTargets(document);
    this.#lines = lines;
  }

  read(contents: Node): YamlDocument {
    const value = this.#value(contents, []) ?? null;
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
    const lines = new Map<string, number>();
    const own: YamlMap = {};
    const merged: YamlMap[] = [];
    for (const { key, value } of node.items) {
      const name = this.#key(key as Node, path);
      const line = this.#lineOf(key as Node);
      const before = lines.get(name);
      if (before !== undefined)
        throw new YamlConstructError(
          'type',
          `line ${line}: mapping key ${JSON.stringify(name)} already defined at line ${before}`,
        );
      lines.set(name, line);
      if (isMergeKey(key as Node)) merged.push(...this.#merged(value as Node, path));
      else {
        const item = this.#value(value as Node | null, [...path, name]);
        if (item !== undefined) own[name] = item;
      }
    }
    return merged.length > 0 ? Object.assign({}, ...merged.reverse(), own) : own;
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
