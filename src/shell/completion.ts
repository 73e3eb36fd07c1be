import type { Candidate, Completion } from '../kernel/readline/candidates.ts';
import { completeCommand, completeFile, completeVariable } from './complete-names.ts';
import { completionsOf, type CompletionSpec } from './completion-spec.ts';
import { cursorWord, type CursorWord } from './cursor-word.ts';
import type { Interpreter } from './run/interpreter.ts';
import type { ShellHooks } from './shell-program.ts';

/** What could stand at the cursor: a command, a variable, arguments that a command knows of, a file. */
export async function completeLine(
  shell: Interpreter,
  hooks: ShellHooks,
  line: string,
  cursor: number,
): Promise<Completion> {
  const word = cursorWord([...line].slice(0, cursor).join(''));
  const candidates = await candidatesFor(shell, hooks, word);
  const unique = new Map(candidates.map((candidate) => [candidate.text, candidate]));
  return {
    replace: [...word.raw].length,
    candidates: [...unique.values()].sort((a, b) => (a.text < b.text ? -1 : 1)),
  };
}

async function candidatesFor(shell: Interpreter, hooks: ShellHooks, word: CursorWord): Promise<Candidate[]> {
  const variable = word.quote === "'" ? undefined : /(?<!\\)\$(\{?)(\w*)$/.exec(word.raw);
  if (variable)
    return completeVariable(
      shell,
      word.raw.slice(0, variable.index + 1 + (variable[1] ?? '').length),
      variable[2] ?? '',
    );
  const [command] = word.before;
  if (word.isRedirection) return completeFile(shell, word, 'any');
  if (command === undefined && !word.value.includes('/')) return completeCommand(shell, word.value);
  if (command === undefined)
    return completeFile(shell, word, word.value.includes('=') ? 'any' : 'executable');
  if (command === 'export' || command === 'unset') return completeVariable(shell, '', word.value);
  if (command === 'which' || command === 'type') return completeCommand(shell, word.value);
  const spec = shell.state.completions.get(command) ?? shell.state.completions.get('-D');
  if (spec) return completeBySpec(shell, spec, word);
  const known = (await hooks.completeArguments?.([...word.before, word.value])) ?? [];
  const fitting = known.filter((text) => text.startsWith(word.value));
  if (fitting.length > 0)
    return fitting.map((text) => ({ text, label: text, end: /[/=:]$/.test(text) ? '' : ' ' }));
  return completeFile(shell, word, /^(cd|pushd|rmdir)$/.test(command) ? 'directory' : 'any');
}

/** What the learner's own `complete` asked for. */
async function completeBySpec(
  shell: Interpreter,
  spec: CompletionSpec,
  word: CursorWord,
): Promise<Candidate[]> {
  const found = await completionsOf(shell, spec, word.value, [...word.before, word.value]);
  const files = found.length === 0 && spec.options.some((option) => /^(bash)?default$/.test(option));
  if (files) return completeFile(shell, word, 'any');
  const end = spec.options.includes('nospace') ? '' : ' ';
  return found.map((text) => {
    const isFolder =
      /[df]/.test(spec.actions.join('')) && shell.proc.files.statIfAny(text)?.type === 'directory';
    return isFolder ? { text: `${text}/`, label: text, end: '' } : { text, label: text, end };
  });
}
