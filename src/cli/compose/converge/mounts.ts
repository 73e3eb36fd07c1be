import type { ContainerSummary, Mount } from '../../../api/container-types.ts';
import { CliError } from '../../cli-error.ts';
import type { Project, Service, ServiceVolume } from '../project.ts';
import { fileTarget } from './file-target.ts';

/** What a container mounts, in the two forms that the API has for it. */
export interface Mounts {
  readonly Binds: string[];
  readonly Mounts: Mount[];
}

/**
 * The mounts of a service's container: its volumes, and the files of secrets and configs. Anonymous volumes are those of the container that it replaces, if any.
 * @throws CliError for a secret or config that only Swarm has
 * @see docker/compose v2.36.2 pkg/compose/create.go buildContainerVolumes
 */
export function serviceMounts(
  project: Project,
  service: Service,
  replaced: Pick<ContainerSummary, 'Mounts'> | undefined,
  imageVolumes: readonly string[],
): Mounts {
  const mounts: Mounts = { Binds: [], Mounts: [] };
  for (const volume of service.volumes ?? []) addVolume(mounts, project, volume, replaced);
  const targets = new Set((service.volumes ?? []).map(({ target }) => target));
  for (const { Type, Name, Destination, RW } of replaced?.Mounts ?? [])
    if (Type === 'volume' && Name && imageVolumes.includes(Destination) && !targets.has(Destination))
      mounts.Mounts.push({ Type: 'volume', Source: Name, Target: Destination, ReadOnly: !RW });
  mounts.Mounts.push(...fileMounts(project, service));
  return mounts;
}

function addVolume(
  mounts: Mounts,
  project: Project,
  volume: ServiceVolume,
  replaced: Pick<ContainerSummary, 'Mounts'> | undefined,
): void {
  const { type, source, target } = volume;
  const isPlain = type === 'bind' ? isPlainBind(volume) : type === 'volume' && !volume.volume?.subpath;
  const named = type === 'volume' && source ? (project.volumes?.[source]?.name ?? source) : source;
  const hasOptions = Boolean(volume.volume?.labels ?? volume.volume?.nocopy);
  if (isPlain && named && !hasOptions) {
    mounts.Binds.push(`${named}:${target}:${bindMode(volume)}`);
    return;
  }
  const inherited = replaced?.Mounts.find(
    ({ Type, Destination }) => Type === 'volume' && Destination === target,
  );
  const from = named ?? (type === 'volume' ? inherited?.Name : undefined);
  mounts.Mounts.push(toMount(volume, from));
}

/** A folder that is not there is made, as with `docker run -v`. */
function isPlainBind({ bind }: ServiceVolume): boolean {
  return bind?.create_host_path !== false && !bind?.recursive;
}

function bindMode({ read_only, bind }: ServiceVolume): string {
  const options = [read_only ? 'ro' : 'rw', bind?.selinux, bind?.propagation];
  return options.filter(Boolean).join(',');
}

function toMount(volume: ServiceVolume, source: string | undefined): Mount {
  const { type, target, read_only, bind, tmpfs } = volume;
  const { labels, nocopy, subpath } = volume.volume ?? {};
  return {
    Type: type,
    Target: target,
    ...(source === undefined ? {} : { Source: source }),
    ...(read_only ? { ReadOnly: true } : {}),
    ...(bind?.propagation ? { BindOptions: { Propagation: bind.propagation } } : {}),
    ...(labels || nocopy || subpath
      ? {
          VolumeOptions: {
            ...(labels ? { Labels: { ...labels } } : {}),
            ...(nocopy ? { NoCopy: true } : {}),
            ...(subpath ? { Subpath: subpath } : {}),
          },
        }
      : {}),
    ...(tmpfs ? { TmpfsOptions: tmpfsOptions(tmpfs) } : {}),
    ...(volume.image?.subpath ? { ImageOptions: { Subpath: volume.image.subpath } } : {}),
  };
}

function tmpfsOptions({ size, mode }: NonNullable<ServiceVolume['tmpfs']>): Mount['TmpfsOptions'] & object {
  return {
    ...(size === undefined ? {} : { SizeBytes: Number(size) }),
    ...(mode === undefined ? {} : { Mode: mode }),
  };
}

/** Secrets and configs that are files of the host. */
function fileMounts(project: Project, service: Service): Mount[] {
  return (['secrets', 'configs'] as const).flatMap((kind) =>
    (service[kind] ?? []).flatMap((reference) => {
      const object = project[kind]?.[reference.source];
      if (object?.external) throw new CliError(`unsupported external ${kind.slice(0, -1)} ${object.name}`);
      if (!object?.file) return [];
      return [
        { Type: 'bind' as const, Source: object.file, Target: fileTarget(kind, reference), ReadOnly: true },
      ];
    }),
  );
}
