import type { ImageRecord } from '../../world/mirror.ts';
import { formatHumanSize } from '../../lib/human-size.ts';
import { DetailsButton } from '../details/details-button.tsx';
import { CommandButtons } from './command-buttons.tsx';
import { ExploreButton } from './explore-button.tsx';
import { imageCommands } from './commands.ts';
import { imageName, layerWeight, shortId, type LayerView } from './layer-view.ts';

/** An image: its names, its size, and the layers it is made of, as a picture and as a table. */
export function ImageCard({ image, layers }: { image: ImageRecord; layers: readonly LayerView[] }) {
  const name = imageName(image);
  return (
    <article className="card image-card" aria-label={`Image ${name}`}>
      <div className="card-head">
        <h4>{image.tags.length > 0 ? image.tags.join(', ') : '<no tag>'}</h4>
        <span className="soft">{size(image.sizeBytes)}</span>
      </div>
      <LayerBar name={name} layers={layers} />
      <details className="layer-details">
        <summary>
          {layers.length === 1 ? '1 layer' : `${layers.length} layers`}{' '}
          <span className="soft">{shortId(image.id)}</span>
        </summary>
        <LayerTable layers={layers} />
      </details>
      <div className="card-actions">
        <CommandButtons of={name} commands={imageCommands(image)} machine={image.machine} />
        <DetailsButton what={{ type: 'image', id: image.id, machine: image.machine, name }} />
        <ExploreButton what={{ type: 'image', id: image.id, machine: image.machine }} text="layers" />
      </div>
    </article>
  );
}

/** The layers side by side, oldest first. The table beneath says the same in words. */
function LayerBar({ name, layers }: { name: string; layers: readonly LayerView[] }) {
  const shared = layers.filter(({ sharedWith }) => sharedWith.length > 0).length;
  const label = `Layers of ${name}: ${layers.length}, of which ${shared} shared with other images`;
  return (
    <div className="layer-bar" role="img" aria-label={label}>
      {layers.map((layer) => (
        <span
          key={layer.number}
          className={
            layer.pattern === undefined ? 'layer layer-own' : `layer layer-shared layer-${layer.pattern}`
          }
          style={{ flexGrow: layerWeight(layer.sizeBytes) }}
          title={`${layer.number}. ${layer.instruction}\n${size(layer.sizeBytes)}${sharedText(layer)}`}
        />
      ))}
    </div>
  );
}

function LayerTable({ layers }: { layers: readonly LayerView[] }) {
  return (
    <table className="layer-table">
      <thead>
        <tr>
          <th scope="col">#</th>
          <th scope="col">Made by</th>
          <th scope="col">Size</th>
        </tr>
      </thead>
      <tbody>
        {layers.map((layer) => (
          <tr key={layer.number}>
            <td>
              <span
                className={
                  layer.pattern === undefined
                    ? 'swatch layer-own'
                    : `swatch layer-shared layer-${layer.pattern}`
                }
                aria-hidden="true"
              />
              {layer.number}
            </td>
            <td>
              <code>{layer.instruction}</code>
              {layer.sharedWith.length > 0 && (
                <span className="soft shared-text">shared with {layer.sharedWith.join(', ')}</span>
              )}
            </td>
            <td>{size(layer.sizeBytes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const size = (bytes: number): string => formatHumanSize(bytes, 3);

const sharedText = ({ sharedWith }: LayerView): string =>
  sharedWith.length > 0 ? `\nshared with ${sharedWith.join(', ')}` : '';
