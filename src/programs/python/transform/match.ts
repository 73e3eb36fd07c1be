import type { SyntaxNode } from '@lezer/common';
import { childrenOf, elementsOf, type Rewriter } from './rewriter.ts';

/** `match`: a chain of `if` and `elif`, whose conditions bind the names of the patterns. @see PEP 634 */
export function rewriteMatch(node: SyntaxNode, to: Rewriter): 'done' | void {
  const children = childrenOf(node);
  const [keyword, body] = [children[0], children.find((child) => child.name === 'MatchBody')];
  const clauses = body ? childrenOf(body).filter((child) => child.name === 'MatchClause') : [];
  if (!keyword || !body || clauses.length === 0) return;
  const subject = children.slice(1, children.indexOf(body));
  const name = to.uniqueName();
  const value = to.render(subject, keyword.to, body.from).trim();
  to.replace(keyword.from, body.from, `if ((${name} := (${value})),)`);
  for (const [index, clause] of clauses.entries()) rewriteClause(clause, name, index === 0, to);
  return 'done';
}

function rewriteClause(clause: SyntaxNode, name: string, first: boolean, to: Rewriter): void {
  const children = childrenOf(clause);
  const guard = children.find((child) => child.name === 'Guard');
  const body = children.find((child) => child.name === 'Body');
  if (!body) return;
  const patterns = children.slice(1, children.indexOf(guard ?? body));
  const test = testOf(patterns, name, to);
  const condition = guard?.lastChild ? `${test} and (${to.render([guard.lastChild])})` : test;
  to.replace(clause.from, body.from, `${first ? 'if' : 'elif'} ${condition}`);
  to.visitChildren(body);
}

/** Several patterns without brackets are a sequence. */
function testOf(patterns: readonly SyntaxNode[], subject: string, to: Rewriter): string {
  if (patterns.length === 1 && patterns[0]) return pattern(patterns[0], subject, to);
  return sequence(elementsOf(patterns), subject, to);
}

const bind = (name: string, value: string): string => (name === '_' ? 'True' : `((${name} := ${value}),)`);

/** An expression that is true where the pattern fits. */
function pattern(node: SyntaxNode, subject: string, to: Rewriter): string {
  const children = childrenOf(node);
  switch (node.name) {
    case 'CapturePattern':
      return bind(to.text(node), subject);
    case 'LiteralPattern':
      return literal(node, subject, to);
    case 'AttributePattern':
      return `${subject} == ${to.text(node)}`;
    case 'OrPattern': {
      const options = children.filter((child) => child.name !== 'LogicOp' && to.text(child) !== '|');
      // The grammar has `A | (B as name)` for `(A | B) as name`.
      const last = options.at(-1);
      const named = last?.name === 'AsPattern' ? last.lastChild : undefined;
      if (named && last?.firstChild) options.splice(-1, 1, last.firstChild);
      const either = `(${options.map((option) => pattern(option, subject, to)).join(' or ')})`;
      return named ? `(${either} and ${bind(to.text(named), subject)})` : either;
    }
    case 'AsPattern': {
      const [inner, name] = [children[0], children.at(-1)];
      if (!inner || !name) return 'False';
      return `(${pattern(inner, subject, to)} and ${bind(to.text(name), subject)})`;
    }
    case 'GroupPattern':
    case 'SequencePattern': {
      const elements = elementsOf(children.slice(1, -1));
      const comma = children.some((child) => child.name === ',');
      const group = children[0]?.name === '(' && !comma && elements.length === 1;
      const only = elements[0]?.[0];
      return group && only ? pattern(only, subject, to) : sequence(elements, subject, to);
    }
    case 'MappingPattern':
      return mapping(elementsOf(children.slice(1, -1)), subject, to);
    case 'ClassPattern':
      return classPattern(children, subject, to);
    default:
      return `${subject} == (${to.text(node)})`;
  }
}

function literal(node: SyntaxNode, subject: string, to: Rewriter): string {
  const text = to.text(node);
  return /^(?:None|True|False)$/.test(text) ? `${subject} is ${text}` : `${subject} == (${text})`;
}

function sequence(all: readonly SyntaxNode[][], subject: string, to: Rewriter): string {
  const elements = all.filter(([first]) => first && first.from < first.to);
  const star = elements.findIndex(([first]) => first?.name === 'StarPattern');
  const tests = [`__is_sequence(${subject}, ${elements.length - (star < 0 ? 0 : 1)}, ${star < 0 ? 'False' : 'True'})`];
  for (const [index, [element]] of elements.entries()) {
    if (!element) continue;
    const after = elements.length - index - 1;
    if (index === star) {
      const name = childrenOf(element).at(-1);
      tests.push(bind(name ? to.text(name) : '_', `list(${subject}[${index}:len(${subject}) - ${after}])`));
    } else tests.push(pattern(element, `${subject}[${star >= 0 && index > star ? -after - 1 : index}]`, to));
  }
  return `(${tests.join(' and ')})`;
} // prettier-ignore

function mapping(elements: readonly SyntaxNode[][], subject: string, to: Rewriter): string {
  const tests: string[] = [];
  const keys: string[] = [];
  for (const element of elements) {
    const [key, last] = [element[0], element.at(-1)];
    if (!key || !last) continue;
    if (key.name === '**') tests.push(bind(to.text(last), `__rest(${subject}, ${keys.join(', ')})`));
    else {
      keys.push(to.text(key));
      tests.push(pattern(last, `${subject}[${to.text(key)}]`, to));
    }
  }
  return `(${[`__is_mapping(${[subject, ...keys].join(', ')})`, ...tests].join(' and ')})`;
}

function classPattern(children: readonly SyntaxNode[], subject: string, to: Rewriter): string {
  const list = children.at(-1);
  const [first, last] = [children[0], children.at(-2)];
  if (!list || !first || !last) return 'False';
  const name = to.source.slice(first.from, last.to);
  const tests = [`isinstance(${subject}, ${name})`];
  const patterns = elementsOf(childrenOf(list).slice(1, -1));
  for (const [index, [element]] of patterns.entries()) {
    if (!element || element.from === element.to) continue;
    const value = to.uniqueName();
    const [attribute, inner] =
      element.name === 'KeywordPattern' ? [element.firstChild, element.lastChild] : [];
    const which = attribute ? `'${to.text(attribute)}'` : String(index);
    tests.push(`__has_part(${subject}, ${name}, ${which})`);
    tests.push(`((${value} := __part(${subject}, ${name}, ${which})),)`);
    tests.push(pattern(inner ?? element, value, to));
  }
  return `(${tests.join(' and ')})`;
}
