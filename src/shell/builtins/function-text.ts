import type { ShellFunction } from '../shell-state.ts';

/** The text of a function as `declare -f` writes it. Simplified: its body as it was typed, not laid out anew as bash does. */
export function functionText(name: string, { body, source }: ShellFunction): string {
  return `${name} () \n${source.slice(body)}\n`;
}
