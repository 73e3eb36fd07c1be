import { EMPTY_TREE } from '../../kernel/files/tree.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import type { EngineContext } from '../engine-context.ts';
import type { ContainerCell } from './container-cell.ts';
import { initLayer } from './init-layer.ts';
import { LogBuffer } from './log-buffer.ts';
import { OutputHub } from './output-hub.ts';

/** The data plane of a container: a new one's files start as the image's, at no cost; a restored one's `tree` has the space it takes beyond that. */
export function createCell(context: EngineContext, chainId: string, tree?: FrozenTree): ContainerCell {
  const { kernel, layerTrees } = context;
  const image = layerTrees.get(chainId) ?? EMPTY_TREE;
  return {
    fs: kernel.createFileSystem({
      type: 'overlay',
      from: tree ?? initLayer(image),
      startBytes: image.bytes,
      onDisk: true,
    }),
    log: new LogBuffer(kernel.scheduler),
    hub: new OutputHub(kernel.scheduler),
    changed: kernel.scheduler.createWaitQueue(),
    runtime: undefined,
    execs: undefined,
    stopping: false,
    restarting: false,
  };
}
