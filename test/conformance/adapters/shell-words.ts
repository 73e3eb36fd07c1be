import { expand } from '../../../src/engine/build/dockerfile/shell-words.ts';
import { attempt, createCaseAdapter } from '../suite.ts';

interface Input {
  readonly word?: string;
  readonly words?: string;
  readonly env: readonly string[];
  readonly escape: string;
}

function toVariables(env: readonly string[]): Map<string, string> {
  return new Map(
    env.map((entry) => {
      const equals = entry.indexOf('=');
      return equals < 0 ? [entry, ''] : [entry.slice(0, equals), entry.slice(equals + 1)];
    }),
  );
}

/** BuildKit's shell.Lex */
export const shellWords = createCaseAdapter('shell-words', ({ input, expected, errorText }) => {
  const { word, words, env, escape } = input as Input;
  const variables = toVariables(env);
  const result = attempt(() => expand(word ?? words ?? '', (name) => variables.get(name), { escape }));
  const wanted = expected as Readonly<Record<string, unknown>>;
  if ('error' in result) {
    const isError = wanted.error === true;
    return { actual: { error: result.error }, expected: isError ? { error: errorText } : wanted };
  }
  const { value, words: split, matched, unmatched } = result.value;
  const all: Record<string, unknown> = {
    value,
    words: split,
    matched: [...matched].sort(),
    unmatched: [...unmatched].sort(),
  };
  const keys = Object.keys(wanted).filter((key) => key in all);
  return { actual: Object.fromEntries(keys.map((key) => [key, all[key]])), expected: wanted };
});
