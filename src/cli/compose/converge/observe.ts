import type { ContainerSummary } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { LABEL } from '../labels.ts';
import { isOneOff, serviceOf } from '../names.ts';

export interface ObserveOptions {
  /** Also those that do not run. */
  readonly all: boolean;
  /** Those of `compose run`: left out, too, or alone. */
  readonly oneOff: 'exclude' | 'include' | 'only';
  /** Of these services only; none means all. */
  readonly services?: readonly string[];
}

/** The containers of a project as the daemon has them, by their labels. @see docker/compose v2.36.2 pkg/compose/containers.go getContainers */
export async function observe(
  engine: EngineApi,
  project: string,
  { all, oneOff, services = [] }: ObserveOptions,
): Promise<ContainerSummary[]> {
  const label = [
    `${LABEL.project}=${project}`,
    LABEL.configHash,
    ...(oneOff === 'include' ? [] : [`${LABEL.oneOff}=${oneOff === 'only' ? 'True' : 'False'}`]),
  ];
  const containers = await engine.ContainerList({ all, filters: { label } });
  return services.length === 0
    ? containers
    : containers.filter((container) => services.includes(serviceOf(container)));
}

/** The containers of `up`, by service. */
export function byService(containers: readonly ContainerSummary[]): Map<string, ContainerSummary[]> {
  const map = new Map<string, ContainerSummary[]>();
  for (const container of containers.filter((one) => !isOneOff(one))) {
    const own = map.get(serviceOf(container)) ?? [];
    map.set(serviceOf(container), [...own, container]);
  }
  return map;
}
