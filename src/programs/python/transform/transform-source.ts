import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { rewriteAsyncComprehension, rewriteAsyncGenerator } from './coroutines.ts';
import {
  rewriteClass,
  rewriteDocumented,
  rewriteName,
  rewriteProgramClass,
  rewriteSuper,
  SEVERAL_BASES,
} from './classes.ts';
import { rewriteWith } from './contexts.ts';
import type { Edited } from './edits.ts';
import {
  rewriteAssignment,
  rewriteBinary,
  rewriteCall,
  rewriteDelete,
  rewriteProgramCall,
  rewriteSlice,
  rewriteSpread,
} from './expressions.ts';
import { rewriteContinuedString, rewriteFormatString } from './format-strings.ts';
import { rewriteRaise, rewriteTry } from './handlers.ts';
import { rewriteFunction, rewriteIterables, rewriteWhile } from './loops.ts';
import { rewriteMatch } from './match.ts';
import { nameParameters, rewriteParameters } from './parameters.ts';
import { Rewriter, type Rewrite } from './rewriter.ts';
import { dropTypeParameters, rewriteTypeAlias, rewriteTypedClass } from './type-parameters.ts';

/**
 * Python as MicroPython can run it: loops and functions call `__tick`, so that they can be interrupted and take virtual time, and what
 * MicroPython's grammar lacks is written with calls of helpers (see lib/prelude). A line may become several: the result tells which.
 */
export function transformSource(source: string, of: 'program' | 'library' = 'program'): Edited {
  const rewrites = of === 'library' ? COMMON : PROGRAM;
  const documented = /__doc__|\bhelp\(/.test(source);
  const rewriter = new Rewriter(source, {
    ...rewrites,
    ...(documented ? DOCUMENTED : {}),
    ...(SEVERAL_BASES.test(source) ? MANY_BASES : {}),
  });
  rewriter.visit(parser.parse(source).topNode);
  return rewriter.finish();
} // prettier-ignore

function rewriteFunctionDefinition(node: SyntaxNode, to: Rewriter): void {
  rewriteAsyncGenerator(node, to);
  dropTypeParameters(node, to);
  nameParameters(node, to);
  rewriteFunction(node, to);
}

const COMMON: Readonly<Record<string, Rewrite>> = {
  WhileStatement: rewriteWhile,
  ForStatement: rewriteIterables,
  ArrayComprehensionExpression: (node, to) =>
    rewriteAsyncComprehension(node, to) ?? rewriteIterables(node, to),
  DictionaryComprehensionExpression: rewriteIterables,
  SetComprehensionExpression: rewriteIterables,
  ComprehensionExpression: rewriteIterables,
  ArgList: rewriteIterables,
  FunctionDefinition: rewriteFunctionDefinition,
  ClassDefinition: rewriteClass,
  ParamList: rewriteParameters,
  MatchStatement: rewriteMatch,
  FormatString: rewriteFormatString,
  ContinuedString: rewriteContinuedString,
  RaiseStatement: rewriteRaise,
  MemberExpression: rewriteSlice,
  AssignStatement: rewriteAssignment,
  DeleteStatement: rewriteDelete,
  BinaryExpression: rewriteBinary,
  CallExpression: rewriteCall,
  DictionaryExpression: rewriteSpread('**', '__dict_of', '{', '}'),
  ArrayExpression: rewriteSpread('*', '__list_of', '(', ',)'),
  TupleExpression: rewriteSpread('*', '__tuple_of', '(', ',)'),
  SetExpression: rewriteSpread('*', '__set_of', '(', ',)'),
};

/** The library says `__name` for what the prelude gave, within classes too. */
const PROGRAM: Readonly<Record<string, Rewrite>> = {
  ...COMMON,
  ClassDefinition: (node, to) => {
    rewriteTypedClass(node, to);
    rewriteProgramClass(node, to);
  },
  TypeDefinition: rewriteTypeAlias,
  WithStatement: rewriteWith,
  CallExpression: rewriteProgramCall,
  TryStatement: rewriteTry,
  VariableName: rewriteName,
  PropertyName: rewriteName,
};

const DOCUMENTED: Readonly<Record<string, Rewrite>> = {
  FunctionDefinition: (node, to) => {
    rewriteDocumented(node, to);
    rewriteFunctionDefinition(node, to);
  },
};

const MANY_BASES: Readonly<Record<string, Rewrite>> = {
  MemberExpression: (node, to) => rewriteSuper(node, to) ?? rewriteSlice(node, to),
};
