import type { FileSource } from '../../api/file-source.ts';
import { sourceOf } from '../../kernel/files/tree.ts';
import type { EngineContext } from '../engine-context.ts';
import { cellOf, containerEvent, findContainer } from './find.ts';

/** The container's own files as they are now, without its volumes. @throws ApiError notFound @see moby v28 daemon/export.go */
export function containerExport(context: EngineContext, reference: string): FileSource {
  const container = findContainer(context.store.state, reference);
  const { kernel, store } = context;
  const copy = kernel.createFileSystem({ from: cellOf(context, container.id).fs.freeze() });
  store.commit((state) => state, [containerEvent(container, 'export')]);
  return sourceOf(kernel.viewAsRoot(kernel.createMountTable({ fs: copy, ino: copy.root })), '/');
}
