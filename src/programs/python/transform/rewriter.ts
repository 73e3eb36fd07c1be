import type { SyntaxNode } from '@lezer/common';
import { applyEdits, type Edit, type Edited } from './edits.ts';

/** Rewrites nodes of one kind. `done`: its children were seen to. */
export type Rewrite = (node: SyntaxNode, to: Rewriter) => 'done' | void;

/** What a rewriting pass over one source knows. */
export class Rewriter {
  readonly source: string;
  readonly #rewrites: Readonly<Record<string, Rewrite>>;
  #edits: Edit[] = [];
  #names = 0;

  constructor(source: string, rewrites: Readonly<Record<string, Rewrite>>) {
    this.source = source;
    this.#rewrites = rewrites;
  }

  visit(node: SyntaxNode): void {
    if (this.#rewrites[node.name]?.(node, this) === 'done') return;
    for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child);
  }

  visitChildren(node: SyntaxNode): void {
    for (let child = node.firstChild; child; child = child.nextSibling) this.visit(child);
  }

  replace(from: number, to: number, text: string): void {
    this.#edits.push({ from, to, text });
  }

  insert(at: number, text: string): void {
    this.replace(at, at, text);
  }

  surround(first: SyntaxNode, last: SyntaxNode, before: string, after: string): void {
    this.insert(first.from, before);
    this.insert(last.to, after);
  }

  text(node: SyntaxNode): string {
    return this.source.slice(node.from, node.to);
  }

  /** The nodes' part of the source as it is rewritten, for use in another place. */
  render(nodes: readonly SyntaxNode[], from = nodes[0]?.from ?? 0, to = nodes.at(-1)?.to ?? from): string {
    const outer = this.#edits;
    this.#edits = [];
    for (const node of nodes) this.visit(node);
    const text = applyEdits(this.source, this.#edits, from, to).code;
    this.#edits = outer;
    return text;
  }

  /** A name that the source does not have. */
  uniqueName(): string {
    return `__m${this.#names++}`;
  }

  /** The white space before the statement at a place; undefined where something else stands before it. */
  indentation(at: number): string | undefined {
    const start = this.source.lastIndexOf('\n', at - 1) + 1;
    const before = this.source.slice(start, at);
    return /^[ \t]*$/.test(before) ? before : undefined;
  }

  finish(): Edited {
    return applyEdits(this.source, this.#edits);
  }
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child);
  return children;
}

/** The children between commas. */
export function elementsOf(children: readonly SyntaxNode[]): SyntaxNode[][] {
  const elements: SyntaxNode[][] = [];
  let element: SyntaxNode[] = [];
  for (const child of children) {
    if (child.name !== ',') {
      element.push(child);
      continue;
    }
    elements.push(element);
    element = [];
  }
  if (element.length > 0) elements.push(element);
  return elements;
}
