import type { Assignment } from 'unbash';
import type { Flavour } from '../flavour.ts';
import { drive, type Steps } from '../maybe.ts';
import { quoteTraced } from '../variables.ts';
import type { Interpreter } from './interpreter.ts';

/** True under `set -x`. */
export function traces({ state }: Interpreter): boolean {
  return state.options.has('xtrace');
}

/** Writes what is about to run to stderr, after PS4, whose first character is repeated for each substitution, eval or sourced file around it. */
export function* traceSteps(shell: Interpreter, text: string): Steps<void> {
  const { state, flavour, expander } = shell;
  const given = state.get('PS4') ?? '+ ';
  // Not traced itself, whatever its expansions run.
  state.options.delete('xtrace');
  const status = state.status;
  const prompt = /[$`]/.test(given) ? yield* expander.expandText(given) : given;
  state.status = status;
  state.options.add('xtrace');
  const prefix = flavour === 'bash' ? prompt.slice(0, 1).repeat(state.indirection) + prompt : prompt;
  const slow = shell.proc.err(`${prefix}${text}\n`);
  if (slow) yield slow;
}

/** dash quotes nothing; ash what is not a plain word, but a closing bracket. */
const QUOTES: Readonly<Record<Flavour, (text: string) => string>> = {
  bash: quoteTraced,
  dash: (text) => text,
  ash: (text) =>
    text === ']' ? text : /[=]/.test(text) ? `'${text.replaceAll("'", "'\\''")}'` : quoteTraced(text),
};

/** A command's words, quoted so that they could be typed again. */
export async function traceWords(shell: Interpreter, words: readonly string[]): Promise<void> {
  const quote = QUOTES[shell.flavour];
  await drive(traceSteps(shell, words.map(quote).join(' ')));
}

/** An assignment: its value, or an array's elements as written. */
export function* traceAssignment(shell: Interpreter, assignment: Assignment, value: string): Steps<void> {
  const { name, index, append = false } = assignment;
  const text = assignment.value.type === 'ArrayValue' ? value : quoteTraced(value);
  yield* traceSteps(
    shell,
    `${name}${index ? `[${index.text}]` : ''}${append ? '+=' : '='}${text === "''" ? '' : text}`,
  );
}
