import { parseDockerignore } from '../../../src/cli/build/dockerignore.ts';
import { lintDockerfile, type LintOptions } from '../../../src/engine/build/dockerfile/lint.ts';
import { createIgnoreMatcher } from '../../../src/lib/ignore-matcher.ts';
import { createCaseAdapter } from '../suite.ts';

interface Input {
  readonly dockerfile: string;
  readonly dockerignore: string | null;
  readonly attrs?: Readonly<Record<string, string>>;
}

interface Warning {
  readonly rule: string;
  readonly line: number;
  readonly detail: string;
}

interface Expected {
  readonly warnings: readonly (Warning & { readonly description: string })[];
  readonly checkAllTargetsWarnings?: readonly Warning[];
  readonly buildError?: string;
  readonly buildErrorRegex?: string;
  readonly buildErrorLine?: number;
}

/** Frontend attributes `build-arg:NAME` are what `--build-arg` sends. */
function toBuildArgs(attrs: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attrs).map(([name, value]) => [name.replace(/^build-arg:/, ''), value]),
  );
}

/** Rules do not determine an order within a line. */
function sorted<T extends Warning>(warnings: readonly T[]): T[] {
  return [...warnings].sort((left, right) => left.line - right.line || (left.detail < right.detail ? -1 : 1));
}

/** The checks of buildkit's Dockerfile frontend: the one in Docker 28, or for cases of a later one, the newest. */
export const dockerfileLint = createCaseAdapter('dockerfile-lint', ({ input, expected, version }) => {
  const { dockerfile, dockerignore, attrs } = input as Input;
  const wanted = expected as Expected;
  const matcher = createIgnoreMatcher(dockerignore === null ? [] : parseDockerignore(dockerignore));
  const options: LintOptions = {
    buildArgs: toBuildArgs(attrs),
    isIgnored: (path) => matcher.excludes(path),
    latest: version === 'head',
  };
  const run = (allTargets: boolean): ReturnType<typeof lintDockerfile> =>
    lintDockerfile(dockerfile, { ...options, allTargets });
  const { warnings, error } = run(false);
  const view = (all: typeof warnings): Warning[] =>
    sorted(all.map(({ rule, range, detail }) => ({ rule, line: range.start, detail })));
  const { buildErrorRegex, buildError = buildErrorRegex, buildErrorLine, checkAllTargetsWarnings } = wanted;
  return {
    actual: {
      warnings: view(warnings),
      descriptions: sorted(
        warnings.map(({ rule, range, detail, description }) => ({
          rule,
          line: range.start,
          detail,
          description,
        })),
      ).map(({ description }) => description),
      ...(checkAllTargetsWarnings && { all: view(run(true).warnings) }),
      buildError: error?.message,
      buildErrorLine: error?.line,
    },
    expected: {
      warnings: sorted(wanted.warnings).map(({ rule, line, detail }) => ({ rule, line, detail })),
      descriptions: sorted(wanted.warnings).map(({ description }) => description),
      ...(checkAllTargetsWarnings && { all: sorted(checkAllTargetsWarnings) }),
      buildError,
      buildErrorLine,
    },
  };
});
