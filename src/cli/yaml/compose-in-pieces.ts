import { Composer, isPair, type CST, type Document, type Node } from 'yaml';
import type { Work } from '../../lib/work.ts';

/** So many letters are a piece of work. */
export const PIECE = 16_384;
export const LETTERS_AN_OPERATION = 16;

const OPTIONS = { schema: 'failsafe', uniqueKeys: false, strict: true, logLevel: 'error' } as const;

type Collection = CST.BlockMap | CST.BlockSequence | CST.FlowCollection;

/** Items of a collection that stand beside each other. */
interface Run {
  readonly items: readonly CST.CollectionItem[];
  readonly isFirst: boolean;
  readonly letters: number;
  /** What the last item's value really has in it, and where it ends: among the items it is empty. */
  readonly large: { readonly token: Collection; readonly end: number } | undefined;
}

/** Documents as nodes, and which collections of them were made in pieces. */
export interface ComposedText {
  readonly documents: readonly Document.Parsed[];
  readonly large: ReadonlySet<Node>;
}

/** The documents of a text's tokens, made at once. */
export function composeWhole(tokens: Iterable<CST.Token>): Document.Parsed[] {
  return [...new Composer(OPTIONS).compose(tokens)] as Document.Parsed[];
}

/** A parser still looks at the last items of what it is in. */
const OPEN_ITEMS = 3;
const FEW_ITEMS = 16;

/**
 * Makes large collections a run of items at a time, which the library can't do, and while it still parses: tokens take ten times the room of
 * the values that they become.
 */
export class PieceComposer {
  /** Something is wrong: only all at once tells what. */
  failed = false;
  readonly #large = new Set<Node>();
  /** The nodes of items that were taken out of a collection, which are its first. */
  readonly #taken = new Map<CST.Token, unknown[]>();

  /** Takes finished items out of the collections that a parser is in. */
  *take(stack: readonly CST.Token[]): Work<void> {
    for (const token of stack) {
      if (this.failed) return;
      if ((token.type !== 'block-map' && token.type !== 'block-seq') || token.items.length < FEW_ITEMS)
        continue;
      const items = (token.items as CST.CollectionItem[]).splice(0, token.items.length - OPEN_ITEMS);
      const [next] = token.items;
      const nodes = this.#taken.get(token) ?? [];
      this.#taken.set(token, nodes);
      yield* this.#make(nodes, { ...token, items } as Collection, next ? offsetOf(next, 0) : 0);
    }
  }

  /** @param length of the text */
  *compose(tokens: readonly CST.Token[], length: number): Work<ComposedText | undefined> {
    const documents = composeWhole(tokens.map(emptied));
    this.failed ||= documents.some(({ errors }) => errors.length > 0);
    const contents = tokens.flatMap((token) => (token.type === 'document' ? [token.value] : []));
    for (const [index, token] of contents.entries()) {
      const node = documents[index]?.contents;
      if (isCollection(token) && node) yield* this.#fill(node, token, contents[index + 1]?.offset ?? length);
    }
    return this.failed ? undefined : { documents, large: this.#large };
  }

  /** Puts its items into the node of a collection. */
  *#fill(node: Node, token: Collection, end: number): Work<void> {
    this.#large.add(node);
    const nodes = this.#taken.get(token) ?? [];
    this.#taken.delete(token);
    yield* this.#make(nodes, token, end);
    (node as { items: unknown[] }).items = nodes;
  }

  /** Adds the nodes of a collection's items. */
  *#make(nodes: unknown[], token: Collection, end: number): Work<void> {
    for (const run of runsOf(token, end, this.#taken)) {
      if (this.failed) return;
      const made = composeRun(token, run);
      this.failed ||= !made;
      for (const node of made ?? []) nodes.push(node);
      yield Math.ceil(run.letters / LETTERS_AN_OPERATION);
      const last = made?.at(-1);
      if (run.large && made)
        yield* this.#fill((isPair(last) ? last.value : last) as Node, run.large.token, run.large.end);
    }
  }
}

function emptied(token: CST.Token): CST.Token {
  if (token.type === 'document' && isCollection(token.value))
    return { ...token, value: { ...token.value, items: [] } };
  return token;
}

/** @param taken collections that have items elsewhere */
function* runsOf(token: Collection, end: number, taken: ReadonlyMap<CST.Token, unknown>): Generator<Run> {
  let items: CST.CollectionItem[] = [];
  let [letters, isFirst] = [0, true];
  for (const [index, item] of token.items.entries()) {
    const next = token.items[index + 1];
    const itemEnd = next ? offsetOf(next, end) : end;
    const length = itemEnd - offsetOf(item, end);
    const isLarge = length > PIECE || (item.value !== undefined && taken.has(item.value));
    const inner = isLarge ? innerOf(item, token) : undefined;
    items.push(inner ? { ...item, value: { ...inner, items: [] } } : item);
    letters += inner ? 0 : length;
    // Whether one without anything in it may be there depends on whether it is the very last.
    const canEnd = (item.key ?? item.sep ?? item.value) !== undefined && (letters >= PIECE || inner);
    if (next && !canEnd) continue;
    yield { items, isFirst, letters, large: inner && { token: inner, end: itemEnd } };
    [items, letters, isFirst] = [[], 0, false];
  }
}

/** The collection that is an item's value, where its node can be found again. */
function innerOf({ sep, value }: CST.CollectionItem, outer: Collection): Collection | undefined {
  if (!isCollection(value)) return undefined;
  // `[a: b]` is a list of a mapping.
  const isPairOfList = outer.type === 'flow-collection' && outer.start.source === '[' && sep !== undefined;
  return isPairOfList ? undefined : value;
}

/** Undefined where something is wrong with them. */
function composeRun(token: Collection, { items, isFirst }: Run): readonly unknown[] | undefined {
  const begin = items[0] ? offsetOf(items[0], token.offset) : token.offset;
  // In brackets what follows begins with the comma behind what stands before it.
  const hasBefore = token.type === 'flow-collection' && !isFirst;
  const all = hasBefore ? [itemBefore(token, begin), ...items] : items;
  const value = { ...token, offset: begin, items: all } as Collection;
  const [document] = composeWhole([{ type: 'document', offset: begin, start: [], value }]);
  if (!document || document.errors.length > 0) return undefined;
  const { items: made } = document.contents as unknown as { readonly items: readonly unknown[] };
  return hasBefore ? made.slice(1) : made;
}

function itemBefore({ start, indent }: CST.FlowCollection, offset: number): CST.CollectionItem {
  const value: CST.FlowScalar = { type: 'scalar', offset, indent, source: 'x' };
  return start.source === '{' ? { start: [], key: value, sep: [] } : { start: [], value };
}

function offsetOf({ start, key, sep, value }: CST.CollectionItem, otherwise: number): number {
  return (start[0] ?? key ?? sep?.[0] ?? value)?.offset ?? otherwise;
}

function isCollection(token: CST.Token | null | undefined): token is Collection {
  return token !== null && token !== undefined && 'items' in token;
}
