import type { Interpreter } from '../run/interpreter.ts';
import { usage } from './builtin.ts';

/** `name: usage: …` of one of bash's builtins after `problem`, where there is one; status 2. How it is written stands with its help. */
export async function showUsage(shell: Interpreter, name: string, problem?: string): Promise<number> {
  const { HELP_TOPICS } = await shell.proc.load(import('./help-topics.ts'));
  return usage(shell, name, (HELP_TOPICS.get(name)?.[0] ?? '').slice(name.length + 1), problem);
}
