import type { ContainerInspect, ContainerSummary } from '../../../api/container-types.ts';
import type { EngineApi } from '../../../api/engine-api.ts';
import { LABEL } from '../labels.ts';
import { imageName } from '../names.ts';
import type { Report } from '../progress/progress-event.ts';
import type { Project, Service } from '../project.ts';
import type { Session } from '../session.ts';
import { containerConfig } from './container-config.ts';
import { endpoints, legacyLinks } from './endpoints.ts';
import { hostConfig } from './host-config.ts';
import { injectFiles } from './inject-files.ts';
import { serviceLinks } from './links.ts';
import { serviceMounts } from './mounts.ts';

/** What a container is made from. */
export interface NewContainer {
  readonly project: Project;
  readonly name: string;
  /** With references to other services resolved. */
  readonly service: Service;
  readonly containerName: string;
  readonly number: number;
  /** Without the number. */
  readonly labels: Readonly<Record<string, string>>;
  readonly replaced?: ContainerSummary;
  readonly useAliases: boolean;
  readonly attachStdin?: boolean;
  readonly autoRemove?: boolean;
  /** By service: what it may be linked with. */
  readonly containers: ReadonlyMap<string, readonly ContainerSummary[]>;
}

/**
 * Creates a container of a service and puts into it the secrets and configs that are no files of the host.
 * @throws ApiError, CliError
 * @see docker/compose v2.36.2 pkg/compose/convergence.go createMobyContainer
 */
export async function createContainer(
  { proc, engine }: Session,
  input: NewContainer,
  report: Report,
): Promise<ContainerSummary> {
  const { project, name, service, number, replaced } = input;
  const image = imageName(project, name, service);
  const links = serviceLinks(project.name, service, number, input.containers);
  const network = endpoints(project, name, service, { number, links, useAliases: input.useAliases });
  const imageVolumes = replaced ? await volumesOf(engine, image) : [];
  const labels = { ...input.labels, ...(number > 0 ? { [LABEL.number]: String(number) } : {}) };
  const { Id, Warnings } = await engine.ContainerCreate(
    {
      ...containerConfig({ service, image, labels, attachStdin: input.attachStdin ?? false }),
      HostConfig: {
        ...hostConfig(service),
        ...serviceMounts(project, service, replaced, imageVolumes),
        ...legacyLinks(network, links),
        NetworkMode: network.NetworkMode,
        ...(input.autoRemove ? { AutoRemove: true } : {}),
      },
      NetworkingConfig: { EndpointsConfig: network.EndpointsConfig },
    },
    { name: input.containerName, ...(service.platform ? { platform: service.platform } : {}) },
  );
  for (const text of Warnings) await report({ id: name, status: 'warning', text });
  await injectFiles(engine, project, service, Id, proc.now());
  return toSummary(await engine.ContainerInspect(Id));
}

async function volumesOf(engine: EngineApi, image: string): Promise<string[]> {
  const { Config } = await engine.ImageInspect(image);
  return Object.keys(Config.Volumes ?? {});
}

/** What is asked of a new container later, as a list would have it. */
function toSummary({
  Id,
  Name,
  Image,
  Config,
  State,
  NetworkSettings,
  Mounts,
}: ContainerInspect): ContainerSummary {
  return {
    Id,
    Names: [Name],
    Image: Config.Image,
    ImageID: Image,
    Command: '',
    Created: 0,
    Ports: [],
    Labels: Config.Labels ?? {},
    State: State.Status,
    Status: '',
    HostConfig: { NetworkMode: '' },
    NetworkSettings: { Networks: NetworkSettings.Networks },
    Mounts,
  };
}
