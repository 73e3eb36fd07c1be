import type { BuildMessage } from '../../api/build-types.ts';

/**
 * A message of one of several builds that are shown together: its steps say whose they are.
 * @see docker/buildx v0.24 util/progress/multiwriter.go addPrefix
 */
export function messageOfTarget(target: string, message: BuildMessage): BuildMessage {
  if ('result' in message) return message;
  const own = <T extends { vertex: string }>(items: readonly T[]): T[] =>
    items.map((item) => ({ ...item, vertex: `${target} ${item.vertex}` }));
  const { vertexes, statuses, logs, warnings } = message;
  return {
    ...message,
    ...(vertexes && {
      vertexes: vertexes.map((vertex) => ({
        ...vertex,
        digest: `${target} ${vertex.digest}`,
        name: withTarget(target, vertex.name),
      })),
    }),
    ...(statuses && { statuses: own(statuses) }),
    ...(logs && { logs: own(logs) }),
    ...(warnings && { warnings: own(warnings) }),
  };
}

/** `[2/3] RUN …` → `[web 2/3] RUN …`, `exporting to image` → `[web] exporting to image` */
function withTarget(target: string, name: string): string {
  return name.startsWith('[') ? `[${target} ${name.slice(1)}` : `[${target}] ${name}`;
}
