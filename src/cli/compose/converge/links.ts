import type { ContainerSummary } from '../../../api/container-types.ts';
import { canonicalName } from '../names.ts';
import type { Service } from '../project.ts';

/**
 * `CONTAINER:ALIAS` for each container that a service is linked with.
 * @see docker/compose v2.36.2 pkg/compose/convergence.go getLinks
 */
export function serviceLinks(
  project: string,
  { links = [], external_links = [] }: Service,
  number: number,
  containers: ReadonlyMap<string, readonly ContainerSummary[]>,
): string[] {
  const own = links.flatMap((text) => {
    const [target = '', alias = target] = text.split(':');
    return (containers.get(target) ?? []).flatMap((container) =>
      [alias, `${target}-${number}`, `${project}-${target}-${number}`].map(
        (name) => `${canonicalName(container)}:${name}`,
      ),
    );
  });
  const others = external_links.map((text) => {
    const [target = '', alias = target] = text.split(':');
    return `${target}:${alias}`;
  });
  return [...own, ...others];
}
