import type { FilesystemChange } from '../../api/container-types.ts';
import type { EngineContext } from '../engine-context.ts';
import { findContainer } from './find.ts';
import { changesOf } from './sizes.ts';

const KINDS = { modified: 0, added: 1, deleted: 2 } as const;

/** `docker diff`. @throws ApiError notFound */
export function containerChanges(context: EngineContext, reference: string): FilesystemChange[] {
  const container = findContainer(context.store.state, reference);
  return changesOf(context, container).map(({ path, kind }) => ({ Path: path, Kind: KINDS[kind] }));
}
