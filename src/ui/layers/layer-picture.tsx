import { useMemo } from 'react';
import { useMirror } from '../hooks/workbench-context.ts';
import { showSize } from '../parts/show-amount.ts';
import { layerTree, type LayerTree } from './layer-tree.ts';

/** The image among those it shares layers with: what is shared is drawn once, under all that stand on it. The list of layers says the same in words. */
export function LayerPicture({ image, machine }: { image: string; machine: string }) {
  const records = useMirror((mirror) => mirror.image);
  const tree = useMemo(
    () =>
      layerTree(
        [...records.values()].filter((record) => record.machine === machine),
        image,
      ),
    [records, image, machine],
  );
  if (!tree) return null;
  const { images, boxes, rows } = tree;
  const rowOf = (depth: number): number => rows - depth;
  return (
    <figure className="layers-figure">
      <figcaption className="soft">
        Images that share layers, each layer drawn once. Below is what they stand on.
      </figcaption>
      <div
        className="layers-picture"
        role="img"
        aria-label={describe(tree)}
        style={{ gridTemplateColumns: `repeat(${images.length}, minmax(5rem, 1fr))` }}
      >
        {images.map(({ name, column, depth, own }) => (
          <div
            key={name}
            className={own ? 'picture-name picture-own' : 'picture-name'}
            style={{ gridColumn: column + 1, gridRow: rowOf(depth) }}
          >
            {name}
          </div>
        ))}
        {boxes.map(({ chainId, instruction, sizeBytes, depth, start, end, own }) => (
          <div
            key={chainId}
            className={own ? 'picture-layer picture-own' : 'picture-layer'}
            title={`${instruction}: ${showSize(sizeBytes)}`}
            style={{ gridColumn: `${start + 1} / ${end + 1}`, gridRow: rowOf(depth) }}
          >
            <code>{instruction}</code>
            <span>{showSize(sizeBytes)}</span>
          </div>
        ))}
      </div>
    </figure>
  );
}

function describe({ images, boxes }: LayerTree): string {
  const shared = boxes.filter(({ start, end }) => end - start > 1);
  const sharedBytes = shared.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const names = images.map(({ name }) => name).join(', ');
  return `${names}: ${shared.length} of ${boxes.length} layers are shared (${showSize(sharedBytes)}).`;
}
