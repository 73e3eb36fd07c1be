import { depthFirst } from '../../../lib/depth-first.ts';
import type { Service } from '../project.ts';

type Services = Readonly<Record<string, Service>>;

const dependencies = (services: Services, name: string): string[] =>
  Object.keys(services[name]?.depends_on ?? {}).sort();

/** Services so that each stands behind what it depends on; of those that could be next the first by name. */
export function startOrder(services: Services): readonly string[] {
  const isKnown = (name: string): boolean => services[name] !== undefined;
  const next = (name: string): string[] => dependencies(services, name).filter(isKnown);
  return depthFirst(Object.keys(services).sort(), next).order;
}

/** Names of services that depend on each other in a circle, its first one also at the end. @see compose-spec/compose-go v2 graph/cycle.go */
export function findCycle(services: Services): readonly string[] | undefined {
  return depthFirst(Object.keys(services).sort(), (name) => dependencies(services, name)).cycle;
}
