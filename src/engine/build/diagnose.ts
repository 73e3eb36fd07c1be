import type { LintRuleName } from './dockerfile/lint-rules.ts';
import { lintDockerfile } from './dockerfile/lint.ts';

/** A problem of a Dockerfile, for an editor. Lines 1-based. */
export interface DockerfileProblem {
  readonly startLine: number;
  readonly endLine: number;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  /** Name of the check; none for an error. */
  readonly rule?: LintRuleName;
  readonly url?: string;
}

/** What the builder would say about this text: its errors and its checks. */
export function diagnoseDockerfile(text: string): DockerfileProblem[] {
  const { warnings, error } = lintDockerfile(text, { allTargets: true });
  const problems: DockerfileProblem[] = warnings.map(({ rule, detail, url, range }) => ({
    startLine: range.start,
    endLine: range.end,
    severity: 'warning',
    message: `${rule}: ${detail}`,
    rule,
    url,
  }));
  if (error)
    problems.push({
      startLine: error.range.start || 1,
      endLine: error.range.end || 1,
      severity: 'error',
      message: error.message,
    });
  return problems;
}
