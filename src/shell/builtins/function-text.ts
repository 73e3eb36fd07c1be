import { SourceText } from '../run/source-text.ts';
import type { ShellFunction } from '../shell-state.ts';
import { FunctionLayout } from './function-layout.ts';

/** The text of a function as `declare -f` writes it. */
export function functionText(name: string, { body, source }: ShellFunction): string {
  return `${new FunctionLayout(source).define(name, body)}\n`;
}

/** What a function is in the environment of a child shell, under `BASH_FUNC_name%%`. */
export function exportedFunction({ body, source }: ShellFunction): string {
  return `() ${new FunctionLayout(source).define('', body).replace(/^ \(\) \n/, '')}`;
}

/** The same read back; undefined where it is none. */
export function importFunction(name: string, value: string): ShellFunction | undefined {
  if (!value.startsWith('() {')) return undefined;
  const source = new SourceText(`${name} ${value}`);
  const [statement] = source.script.commands;
  if (statement?.command.type !== 'Function' || source.script.errors?.length) return undefined;
  return { body: statement.command.body, source, name: 'environment', exported: true };
}
