import { Download, File, Folder } from 'lucide-react';
import { useState } from 'react';
import type { Detailed } from '../../state/session.ts';
import type { PlaceName } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { downloadFile } from '../keep/keep-files.ts';
import { placePhrases } from '../layers/place-text.ts';
import { IconButton } from '../parts/icon-button.tsx';
import { Phrased } from '../parts/phrase.tsx';
import { showSize } from '../parts/show-amount.ts';
import { CommandChip } from './fact-list.tsx';
import { TextView } from './text-view.tsx';
import { useQuery } from './use-details.ts';

interface FilesViewProps {
  what: Detailed;
  place: PlaceName;
  /** Where it begins; nothing above is shown. */
  root: string;
  onType: (command: string) => void;
}

/** Files, folder by folder; of a container also where each comes from. */
export function FilesView({ what, place, root, onType }: FilesViewProps) {
  const workbench = useWorkbench();
  const { session } = workbench;
  const [path, setPath] = useState(root);
  const [file, setFile] = useState<string>();
  const { answer, problem } = useQuery('readFolder', { place, path });
  const isContainer = what.type === 'container';
  const commandFor = (command: string, target: string): string =>
    isContainer ? `docker exec ${what.name} ${command} ${target}` : `${command} ${target}`;
  const parent = path.slice(0, path.lastIndexOf('/')) || '/';
  const open = (to: string): void => {
    setPath(to);
    setFile(undefined);
  };
  return (
    <>
      <p className="details-path">
        <code>{path}</code>
        <CommandChip command={commandFor('ls -la', path)} onType={onType} />
        {isContainer && (
          <button
            type="button"
            className="command-button"
            onClick={() =>
              session.setState({
                detailed: undefined,
                explored: { type: 'container', id: what.id, machine: what.machine },
              })
            }
          >
            layer by layer
          </button>
        )}
      </p>
      {problem && <p role="alert">{problem}</p>}
      <ul className="details-files" aria-label={`Files in ${path}`}>
        {path !== root && (
          <li>
            <button type="button" onClick={() => open(parent.startsWith(root) ? parent : root)}>
              <Folder size={14} aria-hidden="true" /> ..
            </button>
          </li>
        )}
        {answer?.map(({ name, path: full, type, sizeBytes }) => (
          <li key={full}>
            <button type="button" onClick={() => (type === 'directory' ? open(full) : setFile(full))}>
              {type === 'directory' ? (
                <Folder size={14} aria-label="folder" />
              ) : (
                <File size={14} aria-hidden="true" />
              )}{' '}
              {name}
            </button>
            {type === 'file' && <span className="soft">{showSize(sizeBytes)}</span>}
            {type === 'file' && (
              <IconButton
                label={`Download ${name}`}
                size="small"
                onClick={() => void downloadFile(workbench, place, full)}
              >
                <Download size={14} />
              </IconButton>
            )}
          </li>
        ))}
      </ul>
      {file !== undefined && (
        <FileText key={file} place={place} path={file} command={commandFor('cat', file)} onType={onType} />
      )}
      {isContainer && (file ?? path) !== '/' && <Origin what={what} path={file ?? path} />}
    </>
  );
}

/** What a file holds. */
function FileText({
  place,
  path,
  command,
  onType,
}: {
  place: PlaceName;
  path: string;
  command: string;
  onType: (command: string) => void;
}) {
  const { answer, problem } = useQuery('readFile', { place, path });
  if (problem) return <p role="alert">{problem}</p>;
  if (!answer) return null;
  if (answer.text === undefined) return <p>This is no text: {showSize(answer.sizeBytes)}.</p>;
  return <TextView label={`Text of ${path}`} text={answer.text} command={command} onType={onType} />;
}

/** Where a path of a container comes from. */
function Origin({ what: { id, machine }, path }: { what: Detailed; path: string }) {
  const { answer } = useQuery('pathPlaces', { type: 'container', id, machine, path });
  const layers = useQuery('layers', { type: 'container', id, machine }).answer?.layers;
  const nameOf = (layer: number): string =>
    layers?.[layer]?.writable ? 'the container’s writable layer' : `layer ${layer + 1} of the image`;
  return (
    <div role="status" aria-label="Where it comes from">
      {answer &&
        placePhrases(answer.path, answer.places, nameOf).map((phrase, index) => (
          <p key={index} className="layers-answer">
            <Phrased of={phrase} />
          </p>
        ))}
    </div>
  );
}
