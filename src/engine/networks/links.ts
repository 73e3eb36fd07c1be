import { ApiError } from '../../api/api-error.ts';
import { isUp } from '../containers/is-up.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';

/** A container that another one was made with a link to (`--link name:alias`), with its address on the default bridge. */
export interface LinkedContainer {
  readonly alias: string;
  readonly target: ContainerRecord;
  readonly address: string;
}

/** Only the default bridge asks. @throws ApiError for a link to a container that does not run @see moby v28 daemon/container_operations_unix.go addLinks, setupLinkedContainers */
export function checkLinks(context: EngineContext, container: ContainerRecord): void {
  if (!['', 'default', 'bridge'].includes(container.hostConfig.NetworkMode ?? '')) return;
  for (const { alias, target } of linkedTo(context, container))
    if (!isUp(target))
      throw new ApiError(
        'system',
        `Cannot link to a non running container: /${target.name} AS /${container.name}/${alias}`,
      );
}

/** Links to containers that run; only the default bridge has them. @see moby v28 daemon/container_operations_unix.go setupLinkedContainers */
export function linkedContainers(context: EngineContext, container: ContainerRecord): LinkedContainer[] {
  return linkedTo(context, container).flatMap(({ alias, target }) => {
    const address = target.endpoints.get('bridge')?.address;
    return address ? [{ alias, target, address }] : [];
  });
}

function linkedTo({ store }: EngineContext, container: ContainerRecord): Omit<LinkedContainer, 'address'>[] {
  return (container.hostConfig.Links ?? []).flatMap((link) => {
    const [name = '', alias = name] = link
      .replace(/^\//, '')
      .split(':')
      .map((part) => part.split('/').at(-1) ?? '');
    const target = [...store.state.containers].find(
      ([, other]) => other.name === name || other.id.startsWith(name),
    )?.[1];
    return target ? [{ alias, target }] : [];
  });
}
