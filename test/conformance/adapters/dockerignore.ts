import { parseDockerignore } from '../../../src/cli/build/dockerignore.ts';
import { createIgnoreMatcher } from '../../../src/lib/ignore-matcher.ts';
import { attempt, createCaseAdapter } from '../suite.ts';

/** moby/patternmatcher */
export const dockerignore = createCaseAdapter('dockerignore', ({ fn, input, expected, errorText }) => {
  if (fn === 'readIgnoreFile') return { actual: parseDockerignore(String(input)), expected };
  const { patterns, path } = input as { patterns: string[]; path: string };
  const result = attempt(() => createIgnoreMatcher(patterns).excludes(path));
  if ('value' in result) return { actual: { match: result.value }, expected };
  const isError = (expected as { error?: boolean }).error === true;
  return {
    actual: { error: result.error },
    expected: isError ? { error: errorText ?? result.error } : expected,
  };
});
