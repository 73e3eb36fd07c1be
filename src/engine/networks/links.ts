import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';

/** A container that another one was made with a link to (`--link name:alias`), with its address on the default bridge. */
export interface LinkedContainer {
  readonly alias: string;
  readonly target: ContainerRecord;
  readonly address: string;
}

/** Links to containers that run; only the default bridge has them. @see moby v28 daemon/container_operations_unix.go setupLinkedContainers */
export function linkedContainers({ store }: EngineContext, container: ContainerRecord): LinkedContainer[] {
  return (container.hostConfig.Links ?? []).flatMap((link) => {
    const [name = '', alias = name] = link
      .replace(/^\//, '')
      .split(':')
      .map((part) => part.split('/').at(-1) ?? '');
    const target = [...store.state.containers].find(
      ([, other]) => other.name === name || other.id.startsWith(name),
    )?.[1];
    const address = target?.endpoints.get('bridge')?.address;
    return target && address ? [{ alias, target, address }] : [];
  });
}
