import { EMPTY_TREE } from '../../kernel/files/tree.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerMoment } from './cell-table.ts';
import type { ContainerCell } from './container-cell.ts';
import { initLayer } from './init-layer.ts';
import { LogBuffer } from './log-buffer.ts';
import { OutputHub } from './output-hub.ts';

/** The data plane of a container: a new one's files start as the image's, at no cost; a restored one is as it was at `moment`, with the space it takes beyond that. */
export function createCell(
  context: EngineContext,
  id: string,
  chainId: string,
  moment?: ContainerMoment,
): ContainerCell {
  const { kernel, layerTrees } = context;
  const image = layerTrees.get(chainId) ?? EMPTY_TREE;
  const changes = context.containers.markOf(id);
  return {
    fs: kernel.createFileSystem({
      type: 'overlay',
      from: moment?.tree ?? initLayer(image),
      startBytes: image.bytes,
      onDisk: true,
      changes,
    }),
    log: new LogBuffer(kernel.scheduler, changes, moment?.log),
    hub: new OutputHub(kernel.scheduler),
    changed: kernel.scheduler.createWaitQueue(),
    runtime: undefined,
    execs: undefined,
    stopping: false,
    restarting: false,
  };
}
