import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { RegistryCredentials } from '../../api/registry.ts';
import type { Service, ServiceSpec } from '../../api/service-types.ts';
import type { Process } from '../../kernel/process.ts';
import { CliError } from '../cli-error.ts';
import { messageOf } from '../commands/collect-errors.ts';
import { resolveImage } from '../commands/service/resolve-image.ts';
import { inStack } from '../commands/stack/namespace.ts';
import { convertService } from './convert-service.ts';
import { fileReferencesOf } from './file-references.ts';
import type { StackModel } from './stack-model.ts';

export interface DeployOptions {
  readonly resolveImage: string;
  /** The login for an image that is passed on. */
  auth(image: string): { auth?: RegistryCredentials };
}

/** Creates and updates the services of a stack; resolves their IDs. @throws CliError. @see docker/cli v28.2.2 cli/command/stack/swarm/deploy_composefile.go deployServices */
export async function deployServices(
  proc: Process,
  engine: EngineApi,
  stack: string,
  model: StackModel,
  options: DeployOptions,
): Promise<string[]> {
  const specs: ServiceSpec[] = [];
  for (const name of Object.keys(model.services)) specs.push(await convert(proc, engine, stack, model, name));
  const existing = await engine.ServiceList({ filters: inStack(stack) });
  const ids: string[] = [];
  for (const spec of specs) {
    const before = existing.find(({ Spec }) => Spec.Name === spec.Name);
    ids.push(
      before
        ? await updateService(proc, engine, before, spec, options)
        : await createService(proc, engine, spec, options),
    );
  }
  return ids;
}

/** @throws CliError that names the service */
async function convert(
  proc: Process,
  engine: EngineApi,
  stack: string,
  model: StackModel,
  name: string,
): Promise<ServiceSpec> {
  try {
    const spec = convertService(proc, stack, model, name);
    const files = await fileReferencesOf(engine, stack, model, name);
    const container = { ...spec.TaskTemplate.ContainerSpec, ...files };
    return { ...spec, TaskTemplate: { ...spec.TaskTemplate, ContainerSpec: container } };
  } catch (error) {
    if (error instanceof ApiError || !(error instanceof Error)) throw error;
    throw new CliError(`service ${name}: ${error.message}`);
  }
}

const IMAGE_LABEL = 'com.docker.stack.image';
const imageOf = (spec: ServiceSpec): string => spec.TaskTemplate.ContainerSpec?.Image ?? '';

async function createService(
  proc: Process,
  engine: EngineApi,
  spec: ServiceSpec,
  options: DeployOptions,
): Promise<string> {
  await proc.out(`Creating service ${spec.Name}\n`);
  const auth = options.auth(imageOf(spec));
  const asks = options.resolveImage !== 'never';
  // What can't be resolved is told at the next update only.
  const { template } = await resolveImage(engine, spec.TaskTemplate, { asks, ...auth });
  return attempt(`failed to create service ${spec.Name}`, async () => {
    const { ID } = await engine.ServiceCreate({ ...spec, TaskTemplate: template }, auth);
    return ID;
  });
}

/** An image that is the same in the file keeps its digest, unless it is always to be asked for. */
async function updateService(
  proc: Process,
  engine: EngineApi,
  before: Service,
  spec: ServiceSpec,
  options: DeployOptions,
): Promise<string> {
  await proc.out(`Updating service ${spec.Name} (id: ${before.ID})\n`);
  const isSame = imageOf(spec) === before.Spec.Labels[IMAGE_LABEL];
  const asks = options.resolveImage === 'always' || (options.resolveImage === 'changed' && !isSame);
  const auth = options.auth(imageOf(spec));
  const kept = !asks && isSame ? { Image: imageOf(before.Spec) } : {};
  const own = {
    ...spec.TaskTemplate,
    ContainerSpec: { ...spec.TaskTemplate.ContainerSpec, ...kept },
    ForceUpdate: before.Spec.TaskTemplate.ForceUpdate,
  };
  const { template, warnings } = await resolveImage(engine, own, { asks, ...auth });
  const { Warnings } = await attempt(`failed to update service ${spec.Name}`, () =>
    engine.ServiceUpdate(
      before.ID,
      { version: before.Version.Index, ...auth },
      { ...spec, TaskTemplate: template },
    ),
  );
  for (const warning of [...(Warnings ?? []), ...warnings]) await proc.err(`${warning}\n`);
  return before.ID;
}

/** @throws CliError that begins with `what` */
export async function attempt<T>(what: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    throw new CliError(`${what}: ${messageOf(error)}`);
  }
}

/** Removes the services of a stack that its file no longer has. @see docker/cli v28.2.2 cli/command/stack/swarm/deploy.go pruneServices */
export async function pruneServices(
  proc: Process,
  engine: EngineApi,
  stack: string,
  kept: ReadonlySet<string>,
): Promise<void> {
  const existing = await engine.ServiceList({ filters: inStack(stack) });
  const gone = existing.filter(({ Spec }) => !kept.has(Spec.Name));
  for (const { ID, Spec } of gone.sort((a, b) => (a.Spec.Name < b.Spec.Name ? -1 : 1))) {
    await proc.out(`Removing service ${Spec.Name}\n`);
    await attempt(`Failed to remove service ${ID}`, () => engine.ServiceDelete(ID));
  }
}
