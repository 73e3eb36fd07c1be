import { withoutEnd } from '../../../lib/trim-end.ts';
import { createIgnoreMatcher, type IgnoreMatcher } from '../../../lib/ignore-matcher.ts';
import { CliError } from '../../cli-error.ts';
import type { Trigger } from '../project-build.ts';
import type { Project, Service } from '../project.ts';

/** What is to be done where something changes. */
export interface WatchRule {
  readonly service: string;
  readonly trigger: Trigger;
  /** Where a changed path stands in the container; undefined where the rule does not mean it. */
  match(path: string): string | undefined;
}

/** Files that editors leave for a moment. @see docker/compose v2.36.2 pkg/watch/ephemeral.go */
const EPHEMERAL = '**/*___jb_old___ **/*___jb_tmp___ **/.idea/** **/.#* **/#*# **/4913 **/*~ **/.*.swpx **/.*.swp **/.*.kate-swp'; // prettier-ignore

/**
 * The rules of a project's services.
 * @param ignored what the .dockerignore of a build context says, line by line
 * @throws CliError where a rule can't be followed
 * @see docker/compose v2.36.2 pkg/compose/watch.go getWatchRules
 */
export function watchRules(
  { services }: Project,
  ignored: (context: string) => readonly string[],
): WatchRule[] {
  return Object.entries(services).flatMap(([name, service]) => {
    const { build } = service;
    const general = [
      matcherBelow('/', [...EPHEMERAL.split(' '), '**/.git', '.git']),
      ...(build ? [matcherBelow(build.context, ignored(build.context))] : []),
    ];
    return watched(service).map((trigger): WatchRule => {
      if (trigger.action === 'rebuild' && !build)
        throw new CliError(
          `can't watch service ${JSON.stringify(name)} with action rebuild without a build context`,
        );
      const { include = [], ignore = [] } = trigger;
      const included = include.length > 0 ? matcherBelow(trigger.path, include) : undefined;
      const excluded = [...general, matcherBelow(trigger.path, ignore)];
      return {
        service: name,
        trigger,
        match: (path) => {
          const relative = pathBelow(trigger.path, path);
          if (relative === undefined || included?.(path) === false) return undefined;
          if (excluded.some((matches) => matches(path))) return undefined;
          const target = withoutEnd(trigger.target ?? '', '/');
          return relative === '' ? target : `${target}/${relative}`;
        },
      };
    });
  });
}

/** What a service wants to be watched, but for what it has mounted anyway. */
export function watched({ develop, volumes = [] }: Service): readonly Trigger[] {
  const isMounted = ({ path }: Trigger): boolean =>
    volumes.some(({ type, source }) => type === 'bind' && source !== undefined && pathBelow(source, path) !== undefined); // prettier-ignore
  return (develop?.watch ?? []).filter(
    (trigger) => !/^sync(\+restart)?$/.test(trigger.action) || !isMounted(trigger),
  );
}

/** `a/b` of `/src/a/b` below `/src`; undefined for what is elsewhere. */
function pathBelow(folder: string, path: string): string | undefined {
  const root = withoutEnd(folder, '/');
  if (path === root || path === folder) return '';
  return path.startsWith(`${root}/`) ? path.slice(root.length + 1) : undefined;
}

function matcherBelow(folder: string, patterns: readonly string[]): (path: string) => boolean {
  const matcher: IgnoreMatcher = createIgnoreMatcher(patterns);
  return (path) => {
    const relative = pathBelow(folder, path);
    return relative !== undefined && relative !== '' && matcher.excludes(relative);
  };
}
