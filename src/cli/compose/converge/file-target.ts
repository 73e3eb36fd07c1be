import type { FileReference } from '../project-parts.ts';

/** Where a container sees a secret or a config. @see docker/compose v2.36.2 pkg/compose/secrets.go */
export function fileTarget(kind: 'secrets' | 'configs', { source, target }: FileReference): string {
  if (target?.startsWith('/')) return target;
  return kind === 'secrets' ? `/run/secrets/${target ?? source}` : `/${target ?? source}`;
}
