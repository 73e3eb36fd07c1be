import type { ContainerSummary } from '../../api/container-types.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import { CliError } from '../cli-error.ts';
import { observe } from './converge/observe.ts';
import { numberOf } from './names.ts';

/**
 * The running container of a service with an index, or its first one. @throws CliError where none runs
 * @see docker/compose v2.36.2 pkg/compose/containers.go getSpecifiedContainer
 */
export async function findContainer(
  engine: EngineApi,
  project: string,
  service: string,
  index: number,
  all = false,
): Promise<ContainerSummary> {
  const found = await observe(engine, project, { all, oneOff: 'exclude', services: [service] });
  const [container] = found
    .filter((one) => index === 0 || numberOf(one) === index)
    .sort((a, b) => numberOf(a) - numberOf(b));
  if (container) return container;
  if (index > 0) throw new CliError(`service ${JSON.stringify(service)} is not running container #${index}`);
  throw new CliError(`service ${JSON.stringify(service)} is not running`);
}
