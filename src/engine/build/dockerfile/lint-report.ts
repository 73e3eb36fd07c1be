import type { LineRange } from './dockerfile-error.ts';
import { LINT_RULES, type LintRuleName } from './lint-rules.ts';

/** A finding of the checks. */
export interface LintWarning {
  readonly rule: LintRuleName;
  /** What was found, without the rule's name. */
  readonly detail: string;
  readonly description: string;
  readonly url: string;
  readonly range: LineRange;
}

/** Which rules count: `skip=A,B;experimental=C;error=true`. */
export interface CheckConfig {
  readonly skip: readonly string[];
  readonly experimental: readonly string[];
  /** Findings make the build fail. */
  readonly error: boolean;
}

/** Reads `# check=` or the build argument BUILDKIT_DOCKERFILE_CHECK. @see buildkit v0.22 linter/linter.go ParseLintOptions */
export function parseCheckConfig(text: string): CheckConfig {
  const values = new Map<string, string>();
  for (const part of text.split(';')) {
    const [key = '', value = ''] = part.split('=', 2);
    values.set(key.trim(), value.trim());
  }
  const list = (key: string): string[] => (values.get(key) ?? '').split(',').map((name) => name.trim());
  return {
    skip: list('skip'),
    experimental: list('experimental'),
    error: ['1', 't', 'true'].includes((values.get('error') ?? '').toLowerCase()),
  };
}

/** Whether a rule counts. */
export function isRuleEnabled(rule: LintRuleName, config: CheckConfig, isLatest: boolean): boolean {
  const { experimental, latestOnly } = LINT_RULES[rule];
  if (latestOnly && !isLatest) return false;
  // What newer frontends took out of the experimental ones.
  const opensOnly = experimental && !(isLatest && rule === 'CopyIgnoredFile');
  if (opensOnly) return config.experimental.includes('all') || config.experimental.includes(rule);
  return !config.skip.includes('all') && !config.skip.includes(rule);
}

/** The error of a build whose findings count as errors. @see buildkit v0.22 linter/linter.go Error */
export function formatLintError(warnings: readonly LintWarning[]): string {
  const rules = [...new Set(warnings.map(({ rule }) => rule))].sort();
  return `lint violation found for rules: ${rules.join(', ')}`;
}
