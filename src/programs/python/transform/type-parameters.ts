import type { SyntaxNode } from '@lezer/common';
import { putFirst } from './classes.ts';
import { childrenOf, type Rewriter } from './rewriter.ts';

/** `def f[T](x: T)`: annotations are forgotten, so the parameters may be too. @see PEP 695, Python 3.12 */
export function dropTypeParameters(node: SyntaxNode, to: Rewriter): void {
  const list = node.getChild('TypeParamList');
  if (list) to.replace(list.from, list.to, '');
}

/** `class Box[T](Base[T])`: `Box[int]` is Box. The names are there for the bases. */
export function rewriteTypedClass(node: SyntaxNode, to: Rewriter): void {
  const list = node.getChild('TypeParamList');
  const first = node.getChild('Body')?.firstChild?.nextSibling;
  const indentation = to.indentation(node.from);
  if (!list || !first) return;
  putFirst('__class_getitem__ = classmethod(lambda cls, key: cls)', first, to);
  const names = childrenOf(list).flatMap((one) => one.getChild('VariableName') ?? []);
  const bases = node.getChild('ArgList');
  if (bases && indentation !== undefined)
    to.insert(node.from, names.map((name) => `${to.text(name)} = __type_variable('${to.text(name)}')\n${indentation}`).join(''));
  dropTypeParameters(node, to);
} // prettier-ignore

/** `type Pair[T] = tuple[T, T]`: the value is worked out when it is asked for. */
export function rewriteTypeAlias(node: SyntaxNode, to: Rewriter): 'done' | void {
  const children = childrenOf(node);
  const value = children.at(-1);
  const name = children[1];
  if (node.parent?.name === 'FunctionDefinition' || children[0]?.name !== 'type' || !name || !value) return;
  const parameters = childrenOf(node.getChild('TypeParamList') ?? value)
    .filter((one) => one.name === 'TypeParam')
    .flatMap((one) => one.getChild('VariableName') ?? [])
    .map((one) => `${to.text(one)}=__type_variable('${to.text(one)}')`);
  to.replace(
    node.from,
    node.to,
    `${to.text(name)} = __type_alias('${to.text(name)}', lambda ${parameters.join(', ')}: (${to.render([value])}))`,
  );
  return 'done';
}
