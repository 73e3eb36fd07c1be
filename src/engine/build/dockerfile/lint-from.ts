import { formatQuoted } from '../../../lib/go-format.ts';
import { parseImageReference } from '../../../lib/image-reference.ts';
import { expand, ExpansionError, type Expansion } from './shell-words.ts';
import type { Report } from './lint-text.ts';
import { nearestName } from '../../../lib/suggest.ts';
import type { ParsedDockerfile, Stage } from './types.ts';

/** Variables by name. */
export type Variables = ReadonlyMap<string, string>;

/** The variables of FROM lines: predefined ones and the ARGs before the first stage, with values from the command line. */
export function globalVariables(
  { metaArgs }: Pick<ParsedDockerfile, 'metaArgs'>,
  predefined: Variables,
  buildArgs: Readonly<Record<string, string>>,
): Map<string, string> {
  const variables = new Map(predefined);
  for (const { key, value } of metaArgs.flatMap(({ args }) => args)) {
    const given = buildArgs[key] ?? value;
    if (given === undefined) continue;
    const isGiven = buildArgs[key] !== undefined;
    variables.set(key, isGiven ? given : (tryExpand(given, variables)?.value ?? given));
  }
  return variables;
}

/** Undefined where the text can't be expanded: then the build says so. */
export function tryExpand(text: string, variables: Variables): Expansion | undefined {
  try {
    return expand(text, (name) => variables.get(name));
  } catch (error) {
    if (error instanceof ExpansionError) return undefined;
    throw error;
  }
}

/** What is to be said about FROM lines. */
export function lintFroms(
  file: ParsedDockerfile,
  variables: Variables,
  predefined: Variables,
  report: Report,
): void {
  const declared = new Set([
    ...predefined.keys(),
    ...file.metaArgs.flatMap(({ args }) => args.map(({ key }) => key)),
  ]);
  const defaults = globalVariables(file, predefined, {});
  const names = new Set<string>();
  for (const stage of file.stages) {
    lintName(stage, names, report);
    lintUndeclared(stage, stage.base, variables, declared, report);
    lintPlatform(stage, variables, declared, report);
    lintDefaultBase(stage, defaults, report);
  }
}

function lintName({ name, node }: Stage, names: Set<string>, report: Report): void {
  if (name === '') return;
  if (name === 'scratch' || name === 'context') {
    const detail = `Stage name should not use the same name as reserved stage ${formatQuoted(name)}`;
    report('ReservedStageName', node, detail);
  }
  if (names.has(name)) {
    report(
      'DuplicateStageName',
      node,
      `Duplicate stage name ${formatQuoted(name)}, stage names should be unique`,
    );
  }
  names.add(name);
}

function lintUndeclared(
  { node }: Stage,
  text: string,
  variables: Variables,
  declared: ReadonlySet<string>,
  report: Report,
): void {
  for (const name of tryExpand(text, variables)?.unmatched ?? []) {
    if (declared.has(name)) continue;
    const near = nearestName(name, [...declared], true);
    const hint = near === undefined ? '' : ` (did you mean ${near}?)`;
    report('UndefinedArgInFrom', node, `FROM argument '${name}' is not declared${hint}`);
  }
}

function lintPlatform(
  stage: Stage,
  variables: Variables,
  declared: ReadonlySet<string>,
  report: Report,
): void {
  if (stage.platform === '') return;
  lintUndeclared(stage, stage.platform, variables, declared, report);
  const match = tryExpand(stage.platform, variables);
  if (!match) return;
  if (
    match.matched.size === 1 &&
    match.value === variables.get('TARGETPLATFORM') &&
    match.matched.has('TARGETPLATFORM')
  ) {
    const rule = 'in FROM is redundant as this is the default behavior';
    report('RedundantTargetPlatform', stage.node, `Setting platform to predefined ${stage.platform} ${rule}`);
  }
  if (match.matched.size > 0 || match.unmatched.size > 0) return;
  // A stage that is named after its platform means it.
  const [os = '', architecture = ''] = match.value.split('/');
  if ([os, architecture].some((part) => part !== '' && stage.name.includes(part))) return;
  const detail = `FROM --platform flag should not use constant value ${formatQuoted(stage.platform)}`;
  report('FromPlatformFlagConstDisallowed', stage.node, detail);
}

function lintDefaultBase(stage: Stage, defaults: Variables, report: Report): void {
  const match = tryExpand(stage.base, defaults);
  if (!match || isReference(match.value)) return;
  const detail = `Default value for ARG ${stage.base} results in empty or invalid base image name`;
  report('InvalidDefaultArgInFrom', stage.node, detail);
}

function isReference(text: string): boolean {
  try {
    parseImageReference(text);
    return true;
  } catch {
    return false;
  }
}
