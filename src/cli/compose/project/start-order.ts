import type { Service } from '../project.ts';

type Services = Readonly<Record<string, Service>>;

/** Services so that each stands behind what it depends on; of those that could be next the first by name. */
export function startOrder(services: Services): string[] {
  const order = new Set<string>();
  const visit = (name: string): void => {
    const service = services[name];
    if (!service || order.has(name)) return;
    Object.keys(service.depends_on ?? {})
      .sort()
      .forEach(visit);
    order.add(name);
  };
  Object.keys(services).sort().forEach(visit);
  return [...order];
}

/** Names of services that depend on each other in a circle, its first one also at the end. @see compose-spec/compose-go v2 graph/cycle.go */
export function findCycle(services: Services): string[] | undefined {
  const done = new Set<string>();
  const search = (name: string, path: readonly string[]): string[] | undefined => {
    const from = path.indexOf(name);
    if (from >= 0) return [...path.slice(from), name];
    if (done.has(name)) return undefined;
    for (const next of Object.keys(services[name]?.depends_on ?? {}).sort()) {
      const cycle = search(next, [...path, name]);
      if (cycle) return cycle;
    }
    done.add(name);
    return undefined;
  };
  for (const name of Object.keys(services).sort()) {
    const cycle = search(name, []);
    if (cycle) return cycle;
  }
  return undefined;
}
