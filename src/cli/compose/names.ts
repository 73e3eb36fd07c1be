import type { ContainerSummary } from '../../api/container-types.ts';
import { LABEL } from './labels.ts';
import type { Project, Service } from './project.ts';

/** `PROJECT-SERVICE-N`, or the name that the service asks for. */
export function containerName(
  project: string,
  service: string,
  { container_name }: Pick<Service, 'container_name'>,
  number: number,
): string {
  return container_name || `${project}-${service}-${number}`;
}

/** The image that a service runs: what it names, or what its build is called. */
export function imageName(project: Pick<Project, 'name'>, name: string, { image }: Service): string {
  return image || `${project.name}-${name}`;
}

/** A container's own name, without those it has in links. */
export function canonicalName({ Names }: Pick<ContainerSummary, 'Names'>): string {
  const own = Names.find((name) => name.lastIndexOf('/') === 0) ?? Names[0] ?? '';
  return own.replace(/^\//, '');
}

/** As progress calls it. */
export function progressName(container: Pick<ContainerSummary, 'Names'>): string {
  return `Container ${canonicalName(container)}`;
}

/** As logs call it: `web-1` where Compose has named it. @see docker/compose v2.36.2 pkg/compose/containers.go getContainerNameWithoutProject */
export function logName(container: Pick<ContainerSummary, 'Names' | 'Labels'>): string {
  const name = canonicalName(container);
  const project = container.Labels[LABEL.project] ?? '';
  const generated = `${project}-${container.Labels[LABEL.service] ?? ''}-${container.Labels[LABEL.number] ?? ''}`;
  return name === generated ? name.slice(project.length + 1) : name;
}

export function serviceOf({ Labels }: Pick<ContainerSummary, 'Labels'>): string {
  return Labels[LABEL.service] ?? '';
}

export function numberOf({ Labels }: Pick<ContainerSummary, 'Labels'>): number {
  return Number(Labels[LABEL.number] ?? 'NaN');
}

export function isOneOff({ Labels }: Pick<ContainerSummary, 'Labels'>): boolean {
  return Labels[LABEL.oneOff] === 'True';
}

/** How many containers a service should have. @see compose-spec/compose-go v2.6.3 types/types.go GetScale */
export function scaleOf({ scale, deploy }: Service): number {
  return scale ?? deploy?.replicas ?? 1;
}
