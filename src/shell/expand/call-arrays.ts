import type { ShellState } from '../shell-state.ts';

const NAMES = ['FUNCNAME', 'BASH_SOURCE', 'BASH_LINENO'] as const;
type CallArray = (typeof NAMES)[number];

/** The arrays in which bash shows what called what. */
export function isCallArray(name: string): name is CallArray {
  return NAMES.includes(name as CallArray);
}

/** One of them, the innermost call first; a script file is `main` at the end. @see bash variables.c, push_args and function frames */
export function callArray({ calls, sourceKind, name: script }: ShellState, array: CallArray): string[] {
  const inner = [...calls].reverse();
  const fromFile = sourceKind === 'file';
  switch (array) {
    case 'FUNCNAME':
      return calls.length === 0 ? [] : [...inner.map(({ name }) => name), ...(fromFile ? ['main'] : [])];
    case 'BASH_SOURCE':
      return [...inner.map(({ file }) => file), ...(fromFile ? [script] : [])];
    case 'BASH_LINENO':
      return [...inner.map(({ line }) => String(line)), ...(fromFile ? ['0'] : [])];
  }
}
