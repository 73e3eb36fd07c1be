import type { Interpreter } from './interpreter.ts';

/** How this shell begins an error message of its own or of one of its builtins. @see bash error.c, busybox ash.c ash_vmsg, dash error.c */
export function errorPrefix(shell: Interpreter, builtin?: string): string {
  const { state, flavour, options, source } = shell;
  const own = builtin === undefined ? '' : `${builtin}: `;
  const name = flavour === 'bash' ? (source.name ?? state.name) : state.name;
  switch (flavour) {
    case 'bash':
      return options.interactive && source.name === undefined
        ? `${state.name}: ${own}`
        : `${name}: line ${state.line}: ${own}`;
    case 'dash':
      return `${name}: ${state.line}: ${own}`;
    case 'ash': {
      const fromFile = state.sourceKind === 'file';
      const line =
        options.interactive || (!own && !fromFile) ? '' : `line ${state.line - (fromFile ? 0 : 1)}: `;
      return `${name}: ${own}${line}`;
    }
  }
}
