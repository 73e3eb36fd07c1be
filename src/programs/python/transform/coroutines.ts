import type { SyntaxNode } from '@lezer/common';
import { childrenOf, type Rewriter } from './rewriter.ts';

function* within(node: SyntaxNode): Generator<SyntaxNode> {
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (/^(?:FunctionDefinition|LambdaExpression|ClassDefinition)$/.test(child.name)) continue;
    yield child;
    yield* within(child);
  }
}

/** `async def` with `yield`: its values are told from what it waits for. */
export function rewriteAsyncGenerator(node: SyntaxNode, to: Rewriter): void {
  const [first] = childrenOf(node);
  const body = node.lastChild;
  if (first?.name !== 'async' || body?.name !== 'Body') return;
  const yields = [...within(body)].filter((one) => /^Yield(?:Statement|Expression)$/.test(one.name));
  const indentation = to.indentation(first.from);
  if (yields.length === 0 || indentation === undefined) return;
  to.insert(first.from, `@__async_generator\n${indentation}`);
  for (const one of yields) {
    const [keyword, value] = childrenOf(one);
    if (!keyword) continue;
    to.insert(keyword.to, ' __Yielded(');
    to.insert(one.to, value ? ')' : 'None)');
  }
}

/** A list made with `await` or `async for`: MicroPython waits in functions only, so a loop before the statement makes it. */
export function rewriteAsyncComprehension(node: SyntaxNode, to: Rewriter): 'done' | void {
  const children = childrenOf(node);
  const waits = [...within(node)].some((one) => one.name === 'await' || one.name === 'async');
  let statement: SyntaxNode | null = node;
  while (statement && !/Statement$/.test(statement.name)) statement = statement.parent;
  const indentation = statement ? to.indentation(statement.from) : undefined;
  if (!waits || !statement || indentation === undefined || statement.name === 'WhileStatement') return;
  const value = children[1];
  const clauses: SyntaxNode[][] = [];
  for (const child of children.slice(2, -1)) {
    const last = clauses.at(-1)?.at(-1);
    const begins =
      child.name === 'async' || child.name === 'if' || (child.name === 'for' && last?.name !== 'async');
    if (begins || clauses.length === 0) clauses.push([child]);
    else clauses.at(-1)?.push(child);
  }
  if (!value) return;
  const name = to.uniqueName();
  let text = `${name} = []\n`;
  let depth = indentation;
  for (const clause of clauses) {
    text += `${depth}${to.render(clause)}:\n`;
    depth += ' ';
  }
  text += `${depth}${name}.append(${to.render([value])})\n${indentation}`;
  to.insert(statement.from, text);
  to.replace(node.from, node.to, name);
  return 'done';
}
