import type { SyntaxNode, Tree } from '@lezer/common';
import { parser } from '@lezer/python';

/** The source of a file that errors come from. */
export interface Source {
  readonly path: string;
  readonly text: string;
  readonly lines: readonly string[];
  readonly tree: Tree;
  /** Where each line begins. */
  readonly starts: readonly number[];
  /** The line of the source that a line of what ran was. */
  lineOf(transformed: number): number;
}

export function createSource(path: string, text: string, map: readonly number[]): Source {
  const lines = text.split('\n');
  const starts: number[] = [];
  let at = 0;
  for (const line of lines) {
    starts.push(at);
    at += line.length + 1;
  }
  return { path, text, lines, starts, tree: parser.parse(text), lineOf: (line) => map[line] ?? line };
}

/** Where a place of the text is: line from 1, column from 0. */
export function placeOf(source: Source, at: number): { line: number; column: number } {
  let low = 0;
  let high = source.starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((source.starts[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return { line: low + 1, column: at - (source.starts[low] ?? 0) };
}

export function textOf(source: Source, node: { from: number; to: number }): string {
  return source.text.slice(node.from, node.to);
}

export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    yield child;
    yield* descendants(child);
  }
}

/** The parts of a statement that run with its line, not with lines of its own: no bodies, no functions. */
function* outside(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name === 'Body' || child.name === 'LambdaExpression') continue;
    yield child;
    yield* outside(child);
  }
}

/** The parts of a statement that run when the function that is named runs; a lambda's are those of all lambdas of the line. */
export function expressionsOf(source: Source, statement: SyntaxNode, line: number, name: string): SyntaxNode[] {
  if (name !== '<lambda>') return [...outside(statement)];
  return [...descendants(statement)]
    .filter((node) => node.name === 'LambdaExpression' && placeOf(source, node.from).line === line)
    .flatMap((node) => [...outside(node)]);
} // prettier-ignore

/** The smallest statement that has the line. */
export function statementAt(source: Source, line: number): SyntaxNode | undefined {
  let found: SyntaxNode | undefined;
  const visit = (node: SyntaxNode): void => {
    for (let child = node.firstChild; child; child = child.nextSibling) {
      if (placeOf(source, child.from).line > line || placeOf(source, child.to).line < line) continue;
      if (/Statement$|^(?:FunctionDefinition|ClassDefinition|Decorator)$/.test(child.name)) found = child;
      visit(child);
    }
  };
  visit(source.tree.topNode);
  return found;
}
