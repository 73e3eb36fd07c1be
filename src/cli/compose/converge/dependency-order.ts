import { depthFirst } from '../../../lib/depth-first.ts';
import type { Process } from '../../../kernel/process.ts';
import type { Service } from '../project.ts';
import { CliError } from '../../cli-error.ts';
import { startThread } from '../parallel.ts';

type Services = Readonly<Record<string, Service>>;

/**
 * Visits services, each as soon as all that it depends on (or, reversed, all that depend on it) have been visited; what is not in each other's way goes at
 * once. After a failure nothing new is begun, and `hasFailed` tells those under way. @throws the first failure; CliError for a circle
 * @see docker/compose v2.36.2 pkg/compose/dependencies.go InDependencyOrder
 */
export async function inDependencyOrder(
  proc: Process,
  services: Services,
  visit: (name: string, hasFailed: () => boolean) => Promise<void>,
  reverse = false,
): Promise<void> {
  const before = reverse ? dependentsOf(services) : dependenciesOf(services);
  const tasks = new Map<string, ReturnType<typeof startThread<void>>>();
  let failure: { error: unknown } | undefined;
  const visitUnlessFailed = async (name: string): Promise<void> => {
    try {
      if (!failure) await visit(name, () => failure !== undefined);
    } catch (error) {
      failure ??= { error };
      throw error;
    }
  };
  const earlier = (name: string): readonly string[] => before.get(name) ?? [];
  const { order, cycle } = depthFirst(Object.keys(services).sort(), earlier);
  if (cycle) throw new CliError(`cycle found: ${cycle.join(' -> ')}`);
  for (const name of order) {
    const waitFor = earlier(name).map((other) => tasks.get(other));
    const task = startThread(proc, `service ${name}`, async () => {
      for (const other of waitFor) await other?.join();
      await visitUnlessFailed(name);
    });
    tasks.set(name, task);
  }
  for (const task of tasks.values()) await task.join();
  if (failure) throw failure.error;
}

function dependenciesOf(services: Services): Map<string, string[]> {
  const known = (name: string): boolean => services[name] !== undefined;
  return new Map(
    Object.entries(services).map(([name, { depends_on = {} }]) => [
      name,
      Object.keys(depends_on).sort().filter(known),
    ]),
  );
}

/** Which services depend on each. */
export function dependentsOf(services: Services): Map<string, string[]> {
  const names = Object.keys(services).sort();
  const dependents = new Map(names.map((name): [string, string[]] => [name, []]));
  for (const name of names)
    for (const dependency of Object.keys(services[name]?.depends_on ?? {}))
      dependents.get(dependency)?.push(name);
  return dependents;
}
