import './layers.css';
import { useEffect, useState, type FormEvent } from 'react';
import type { ExploredLayer, LayersReport, Queries } from '../../world/queries/queries.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { Dialog } from '../parts/dialog.tsx';
import { Phrased, type Phrase } from '../parts/phrase.tsx';
import { showSize } from '../parts/show-amount.ts';
import { imageName, instructionOf } from '../world/layer-view.ts';
import { LayerPicture } from './layer-picture.tsx';
import { placePhrases } from './place-text.ts';

type What = Queries['layers']['parameters'] & { readonly machine: string };

/** The layers of an image or a container: what each holds, what of it is wasted, and where a path comes from. */
export function LayerExplorer({ what, onClose }: { what: What; onClose: () => void }) {
  const { connection } = useWorkbench();
  const image = useMirror((mirror) => findRecord(mirror.image, what));
  const container = useMirror((mirror) => findRecord(mirror.container, what));
  const [report, setReport] = useState<LayersReport>();
  const [problem, setProblem] = useState('');
  const [selected, setSelected] = useState<number>();
  useEffect(() => {
    const cancel = new AbortController();
    connection.query('layers', what, cancel.signal).then(setReport, (error: unknown) => {
      if (!cancel.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    });
    return () => cancel.abort();
  }, [connection, what]);
  const name = image ? imageName(image) : (container?.name ?? what.id.slice(0, 12));
  const index = selected ?? (report ? report.layers.length - 1 : 0);
  const layer = report?.layers[index];
  return (
    <Dialog title={`Layers of ${name}`} onClose={onClose} size="large">
      {problem && <p role="alert">{problem}</p>}
      {report && (
        <>
          <p className="layers-sum">
            Efficiency <strong>{Math.round(report.efficiency * 100)} %</strong>:{' '}
            {report.wastedBytes > 0
              ? `${showSize(report.wastedBytes)} in lower layers are hidden by later ones, and still stored.`
              : 'no layer hides bytes of another.'}
          </p>
          <PathSearch what={what} layers={report.layers} />
          <LayerPicture image={container?.imageId ?? what.id} machine={what.machine} />
          <div className="layers-panes">
            <ol className="layers-list" aria-label="Layers, lowest first">
              {report.layers.map((each, position) => (
                <li key={position}>
                  <button
                    ref={position === index ? showInList : undefined}
                    type="button"
                    aria-pressed={position === index}
                    className="layers-item"
                    onClick={() => setSelected(position)}
                  >
                    <code>{layerTitle(each)}</code>
                    <span className="soft">
                      {showSize(each.sizeBytes)}
                      {each.wastedBytes > 0 && `, ${showSize(each.wastedBytes)} wasted`}
                      {each.sharedWith.length > 0 && `, shared with ${each.sharedWith.join(', ')}`}
                    </span>
                  </button>
                </li>
              ))}
            </ol>
            {layer && <LayerFiles layer={layer} />}
          </div>
          {report.mounts.length > 0 && (
            <ul className="plain-list" aria-label="Mounts">
              {report.mounts.map(({ type, name: source, destination, readOnly }) => (
                <li key={destination}>
                  <code>{destination}</code>
                  <span className="soft">
                    {type} {source}
                    {readOnly && ', read-only'}: covers what the layers have there
                  </span>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Dialog>
  );
}

/** Scrolls the list, and not the dialog around it, where the chosen layer is not in sight. */
function showInList(item: HTMLElement | null): void {
  const list = item?.closest('ol');
  if (!item || !list) return;
  const [box, frame] = [item.getBoundingClientRect(), list.getBoundingClientRect()];
  const above = Math.min(0, box.top - frame.top);
  list.scrollTop += above || Math.max(0, box.bottom - frame.bottom);
}

const layerTitle = ({ writable, createdBy }: ExploredLayer): string =>
  writable ? 'The container’s writable layer' : instructionOf(createdBy);

const SIGNS = { added: '+', modified: '~', deleted: '−' } as const;

function LayerFiles({ layer }: { layer: ExploredLayer }) {
  const { added, changed, removed, files, more } = layer;
  return (
    <div className="layers-files" tabIndex={0} role="group" aria-label="Files of the layer">
      <p className="soft">
        {added} added, {changed} changed, {removed} removed
      </p>
      <ul>
        {files.map(({ path, kind, sizeBytes, hiddenBy }) => (
          <li key={path}>
            <span className={`file-${kind}`} role="img" aria-label={kind}>
              {SIGNS[kind]}
            </span>
            <code>{path}</code>
            <span className="soft">
              {kind !== 'deleted' && showSize(sizeBytes)}
              {hiddenBy !== undefined && ` wasted: hidden by layer ${hiddenBy + 1}`}
            </span>
          </li>
        ))}
      </ul>
      {more > 0 && <p className="soft">and {more} more</p>}
    </div>
  );
}

function findRecord<T extends { id: string; machine: string }>(
  records: ReadonlyMap<string, T>,
  { id, machine }: What,
): T | undefined {
  return [...records.values()].find((record) => record.id === id && record.machine === machine);
}

/** Where a path comes from. */
function PathSearch({ what, layers }: { what: What; layers: readonly ExploredLayer[] }) {
  const { connection } = useWorkbench();
  const [path, setPath] = useState('');
  const [answer, setAnswer] = useState<Phrase[]>([]);
  const ask = (event: FormEvent): void => {
    event.preventDefault();
    const nameOf = (layer: number): string => {
      const found = layers[layer];
      return found?.writable ? 'the container’s writable layer' : `layer ${layer + 1}`;
    };
    connection.query('pathPlaces', { ...what, path }).then(
      (found) => setAnswer(placePhrases(found.path, found.places, nameOf)),
      () => setAnswer([]),
    );
  };
  return (
    <>
      <form className="layers-search" onSubmit={ask}>
        <label htmlFor="layers-path">Where does a file come from?</label>
        <input
          id="layers-path"
          value={path}
          placeholder="/etc/passwd"
          spellCheck={false}
          onChange={(event) => setPath(event.target.value)}
        />
        <button type="submit" className="button">
          Find
        </button>
      </form>
      <div role="status" aria-label="Where it comes from">
        {answer.map((phrase, index) => (
          <p key={index} className="layers-answer">
            <Phrased of={phrase} />
          </p>
        ))}
      </div>
    </>
  );
}
