import { detectCheck } from './directives.ts';
import { DockerfileError } from './dockerfile-error.ts';
import { findStagePlatform } from './from-platform.ts';
import { globalVariables, lintFroms, tryExpand } from './lint-from.ts';
import {
  formatLintError,
  isRuleEnabled,
  parseCheckConfig,
  type CheckConfig,
  type LintWarning,
} from './lint-report.ts';
import { LINT_RULES } from './lint-rules.ts';
import { lintStage, type StageLintOptions, type StageState } from './lint-stage.ts';
import { lintCasing, lintNode, type Report } from './lint-text.ts';
import { parseDockerfile } from './parse-dockerfile.ts';
import { parseNodes } from './parse-nodes.ts';
import { findStage, reachableStages } from './stage-graph.ts';
import type { DockerfileAst, DockerfileNode, ParsedDockerfile } from './types.ts';

export interface LintOptions {
  readonly buildArgs?: Readonly<Record<string, string>>;
  /** Stage to build; the last one where it is not given. */
  readonly target?: string;
  /** Looks at all stages, as `--check` does, and not only at those that are needed. */
  readonly allTargets?: boolean;
  /** The platform built for: `linux/amd64`. */
  readonly platform?: string;
  /** Names of the environment variables a base image brings. */
  readonly baseEnvironment?: (image: string) => readonly string[];
  /** Whether `.dockerignore` excludes a path of the build context. */
  readonly isIgnored?: (path: string) => boolean;
  /** Rules of the newest frontend, which `# syntax=docker/dockerfile:1` fetches, and not of the one built into Docker 28. */
  readonly latest?: boolean;
}

export interface LintResult {
  /** In the order of lines. */
  readonly warnings: readonly LintWarning[];
  /** Why the file can't be built; warnings then are those up to there. */
  readonly error?: DockerfileError;
  /** The words of that error, where it is that warnings count as errors. */
  readonly violation?: string;
}

const NO_ENVIRONMENT: readonly string[] = ['PATH'];

/**
 * Checks a Dockerfile for what builds but should not be written so.
 * @see buildkit v0.22 frontend/dockerfile/linter, dockerfile2llb/convert.go
 */
export function lintDockerfile(text: string, options: LintOptions = {}): LintResult {
  const config = parseCheckConfig(
    options.buildArgs?.BUILDKIT_DOCKERFILE_CHECK ?? detectCheck(text)?.value ?? '',
  );
  const isLatest = options.latest === true;
  const warnings: LintWarning[] = [];
  const report: Report = (rule, node, detail) => {
    if (!isRuleEnabled(rule, config, isLatest)) return;
    if (isLatest && isSkippedHere(rule, node)) return;
    const { description, url } = LINT_RULES[rule];
    warnings.push({ rule, detail, description, url, range: node.range });
  };
  const error = lintAll(text, options, report);
  warnings.sort((left, right) => left.range.start - right.range.start);
  return withError(warnings, config, error);
}

function withError(
  warnings: readonly LintWarning[],
  config: CheckConfig,
  error?: DockerfileError,
): LintResult {
  if (error) return { warnings, error };
  const [first] = warnings;
  if (!config.error || !first) return { warnings };
  const violation = formatLintError(warnings);
  return { warnings, error: new DockerfileError(violation, first.range), violation };
}

/** `# check=skip=…` right above an instruction counts for that one only. */
function isSkippedHere(rule: LintWarning['rule'], node: DockerfileNode): boolean {
  return node.comments.some((comment) => {
    const value = /^check\s*=\s*(\S+)/.exec(comment)?.[1];
    if (value === undefined) return false;
    const { skip } = parseCheckConfig(value);
    return skip.includes('all') || skip.includes(rule);
  });
}

function lintAll(text: string, options: LintOptions, report: Report): DockerfileError | undefined {
  const ast = attempt(() => parseNodes(text));
  if (ast instanceof DockerfileError) return ast;
  const file = attempt(() => parseDockerfile(text));
  const isWrong = file instanceof DockerfileError;
  lintNodes(ast, isWrong ? file.line : Number.POSITIVE_INFINITY, report);
  if (isWrong) return file;
  return attempt(() => {
    lintParsed(file, options, report);
    return undefined;
  });
}

function attempt<T>(compute: () => T): T | DockerfileError {
  try {
    return compute();
  } catch (error) {
    if (error instanceof DockerfileError) return error;
    throw error;
  }
}

function lintNodes(ast: DockerfileAst, end: number, report: Report): void {
  for (const node of ast.nodes) {
    if (node.range.start < end) lintNode(node, report);
  }
  for (const { range } of ast.warnings) {
    const node = ast.nodes.find((candidate) => candidate.range.end >= range.end);
    if (node) report('NoEmptyContinuation', { ...node, range }, 'Empty continuation line');
  }
}

function lintParsed(file: ParsedDockerfile, options: LintOptions, report: Report): void {
  lintCasing({ ...file }, report);
  const buildArgs = options.buildArgs ?? {};
  const predefined = platformVariables(options.platform ?? 'linux/amd64');
  const globals = globalVariables(file, predefined, buildArgs);
  lintFroms(file, globals, predefined, report);
  for (const stage of file.stages) findStagePlatform(stage, globals);
  const isIgnored = options.isIgnored ?? ((): boolean => false);
  const stageOptions: StageLintOptions = { buildArgs, globals, isLatest: options.latest === true, isIgnored };
  const baseOf = (base: string): string => tryExpand(base, globals)?.value ?? base;
  const wanted = wantedStages(file, options, baseOf);
  const states: StageState[] = [];
  for (const index of wanted) {
    const stage = file.stages[index];
    if (!stage) continue;
    const base = baseOf(stage.base);
    const parent = file.stages
      .slice(0, index)
      .findLastIndex(({ name }) => name !== '' && name === base.toLowerCase());
    const before = states[parent] ?? imageState(base, options);
    states[index] = lintStage(stage, before, stageOptions, report);
  }
}

function wantedStages(
  file: ParsedDockerfile,
  options: LintOptions,
  baseOf: (base: string) => string,
): number[] {
  const last = file.stages.length - 1;
  if (options.allTargets === true) return file.stages.map((_, index) => index);
  const target = options.target === undefined ? last : findStage(file.stages, options.target, last + 1);
  return reachableStages(file, target ?? last, ({ base }) => baseOf(base));
}

function imageState(image: string, options: LintOptions): StageState {
  const names = options.baseEnvironment?.(image) ?? NO_ENVIRONMENT;
  const environment = new Map(names.map((name) => [name, '']));
  return { environment, args: new Set(), hasShell: false, hasWorkdir: false };
}

/** The arguments that are there without being declared. @see buildkit v0.22 dockerfile2llb/platform.go */
function platformVariables(platform: string): Map<string, string> {
  const [os = '', architecture = '', variant = ''] = platform.split('/');
  return new Map(
    ['BUILD', 'TARGET'].flatMap((prefix): [string, string][] => [
      [`${prefix}PLATFORM`, platform],
      [`${prefix}OS`, os],
      [`${prefix}OSVERSION`, ''],
      [`${prefix}ARCH`, architecture],
      [`${prefix}VARIANT`, variant],
    ]),
  );
}
