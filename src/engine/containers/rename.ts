import { ApiError } from '../../api/api-error.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerRecord } from '../state.ts';
import { checkNameFree } from './create.ts';
import { findContainer, updateContainer } from './find.ts';

export function containerRename(context: EngineContext, reference: string, name: string): void {
  const container = findContainer(context.store.state, reference);
  const wanted = name.replace(/^\//, '');
  if (wanted === '') throw new ApiError('invalidParameter', 'Neither old nor new names may be empty');
  if (!/^[a-zA-Z0-9][a-zA-Z0-9_.-]+$/.test(wanted)) {
    throw new ApiError(
      'invalidParameter',
      `Error when allocating new name: Invalid container name (${wanted}), only [a-zA-Z0-9][a-zA-Z0-9_.-] are allowed`,
    );
  }
  if (wanted === container.name)
    throw new ApiError('invalidParameter', 'Renaming a container with the same name as its current name');
  try {
    checkNameFree(context, wanted);
  } catch (error) {
    if (error instanceof ApiError)
      throw new ApiError(error.kind, `Error when allocating new name: ${error.message}`);
    throw error;
  }
  updateContainer(context, container.id, { name: wanted, endpoints: renamedEndpoints(container, wanted) }, [
    { action: 'rename', attributes: { oldName: `/${container.name}` } },
  ]);
}

/** The name servers of its networks know the new name at once. */
function renamedEndpoints(
  { name, endpoints }: ContainerRecord,
  wanted: string,
): ContainerRecord['endpoints'] {
  const renamed = (alias: string): string => (alias === name ? wanted : alias);
  return new Map(
    [...endpoints].map(([network, endpoint]) => [
      network,
      { ...endpoint, aliases: endpoint.aliases.map(renamed) },
    ]),
  );
}
