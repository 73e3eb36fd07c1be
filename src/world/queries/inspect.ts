import { ApiError } from '../../api/api-error.ts';
import type { EngineApi } from '../../api/engine-api.ts';
import type { Queries } from './queries.ts';
import { QueryRefused, type QueryHandler } from './query.ts';

type What = Queries['inspect']['parameters']['type'];

function inspectOne(api: EngineApi, type: What, id: string): Promise<unknown> {
  switch (type) {
    case 'image':
      return api.ImageInspect(id);
    case 'container':
      return api.ContainerInspect(id);
    case 'network':
      return api.NetworkInspect(id);
    case 'volume':
      return api.VolumeInspect(id);
  }
}

export const inspect: QueryHandler<'inspect'> = async ({ machine }, { type, id }) => {
  try {
    return { json: JSON.stringify(await inspectOne(machine.engine.api, type, id), null, 2) };
  } catch (error) {
    if (error instanceof ApiError) throw new QueryRefused(error.message);
    throw error;
  }
};
