import type { FileSource } from '../../api/file-source.ts';
import type { FrozenTree } from '../../kernel/files/mem-fs.ts';
import { writeSource } from '../../kernel/files/tree.ts';
import type { Kernel } from '../../kernel/kernel.ts';

const WHITEOUT = '.wh.';
const OPAQUE = '.wh..wh..opq';

/** The tree below with a layer's files laid over it; `.wh.` names take away. @see OCI image-spec layer.md */
export function applyLayer(
  kernel: Kernel,
  below: FrozenTree | undefined,
  layer: FileSource | undefined,
): FrozenTree {
  const fs = kernel.createFileSystem(below ? { from: below } : {});
  const view = kernel.viewAsRoot(kernel.createMountTable({ fs, ino: fs.root }));
  if (!layer) return fs.freeze();
  const plain: FileSource = {
    *entries() {
      for (const entry of layer.entries()) {
        const slash = entry.path.lastIndexOf('/') + 1;
        const [directory, name] = [entry.path.slice(0, slash), entry.path.slice(slash)];
        if (name === OPAQUE)
          for (const { name: old } of view.readDir(`/${directory}`)) view.removeAll(`/${directory}${old}`);
        else if (name.startsWith(WHITEOUT)) view.removeAll(`/${directory}${name.slice(WHITEOUT.length)}`);
        else yield entry;
      }
    },
  };
  writeSource(view, '/', plain);
  return fs.freeze();
}
