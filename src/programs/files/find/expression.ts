import type { Stat } from '../../../kernel/files/inode.ts';

/** What an expression looks at. */
export interface Visited {
  readonly path: string;
  readonly name: string;
  readonly stat: Stat;
  readonly depth: number;
  /** The starting point it was reached from. */
  readonly start: string;
}

/** A test or action: true goes on with `-a`. */
export type Expression = (visited: Visited) => boolean | Promise<boolean>;

export function and(left: Expression, right: Expression): Expression {
  return async (visited) => (await left(visited)) && (await right(visited));
}

export function or(left: Expression, right: Expression): Expression {
  return async (visited) => (await left(visited)) || (await right(visited));
}

export function not(inner: Expression): Expression {
  return async (visited) => !(await inner(visited));
}

/** `+7`, `-7`, `7` → does a number fit? Undefined if it is none of these. */
export function parseComparison(text: string): ((value: number) => boolean) | undefined {
  const match = /^([-+]?)(\d+(?:\.\d+)?)$/.exec(text);
  if (!match) return undefined;
  const limit = Number(match[2]);
  if (match[1] === '+') return (value) => value > limit;
  return match[1] === '-' ? (value) => value < limit : (value) => value === limit;
}
