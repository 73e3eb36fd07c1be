import type { Hook } from '../project-parts.ts';
import type { PathMapping } from './sync-files.ts';
import type { WatchRule } from './watch-rules.ts';

/** What is to be done for changes that came together. */
export interface BatchPlan {
  /** Services. */
  readonly rebuild: readonly string[];
  readonly sync: ReadonlyMap<string, readonly PathMapping[]>;
  readonly restart: readonly string[];
  /** Once, however many files have changed. */
  readonly exec: readonly { readonly service: string; readonly hook: Hook }[];
}

/** @see docker/compose v2.36.2 pkg/compose/watch.go handleWatchBatch */
export function planBatch(rules: readonly WatchRule[], paths: readonly string[]): BatchPlan {
  const sync = new Map<string, PathMapping[]>();
  const hit = new Set<WatchRule>();
  for (const hostPath of paths)
    for (const rule of rules) {
      const containerPath = rule.match(hostPath);
      if (containerPath === undefined) continue;
      hit.add(rule);
      if (!rule.trigger.action.startsWith('sync')) continue;
      const mappings = sync.get(rule.service) ?? [];
      sync.set(rule.service, [...mappings, { hostPath, containerPath }]);
    }
  const inOrder = rules.filter((rule) => hit.has(rule));
  const servicesOf = (...actions: string[]): string[] => [
    ...new Set(
      inOrder.filter(({ trigger }) => actions.includes(trigger.action)).map(({ service }) => service),
    ),
  ];
  return {
    rebuild: servicesOf('rebuild'),
    sync,
    restart: servicesOf('restart', 'sync+restart'),
    exec: inOrder
      .filter(({ trigger }) => trigger.action === 'sync+exec')
      .map(({ service, trigger }) => ({ service, hook: trigger.exec })),
  };
}
