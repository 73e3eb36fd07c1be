import type { Detailed } from '../../state/session.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { instructionOf } from '../world/layer-view.ts';
import { showSize } from '../parts/show-amount.ts';
import { CommandChip } from './fact-list.tsx';
import { ThingList } from './thing-list.tsx';

interface ViewProps {
  what: Detailed;
  onType: (command: string) => void;
}

/** How an image came to be: its history, the newest first, and which steps have a layer. */
export function HistoryView({ what, onType }: ViewProps) {
  const layers = useMirror((mirror) => mirror.image.get(what.id)?.layers) ?? [];
  return (
    <>
      <CommandChip command={`docker history ${what.name}`} onType={onType} />
      <ol className="details-rows" reversed>
        {layers.toReversed().map(({ createdBy, sizeBytes, empty }, index) => (
          <li key={index}>
            <code>{instructionOf(createdBy)}</code>
            <span className="soft">{empty ? 'no layer' : showSize(sizeBytes)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The containers that are made from an image. */
export function UsedByView({ what, onType }: ViewProps) {
  const records = useMirror((mirror) => mirror.container);
  const users = [...records.values()].filter(
    ({ imageId, machine }) => imageId === what.id && machine === what.machine,
  );
  return (
    <>
      <CommandChip command={`docker ps -a --filter ancestor=${what.name}`} onType={onType} />
      {users.length === 0 && <p>No container is made from it.</p>}
      <ThingList
        machine={what.machine}
        things={users.map(({ id, name, state }) => ({ type: 'container', id, name, note: state }))}
      />
    </>
  );
}

/** The tasks of a service, or on a node. */
export function TasksView({ what, onType }: ViewProps) {
  const services = useMirror((mirror) => mirror.service);
  const nodes = useMirror((mirror) => mirror.node);
  const tasks = [...services.values()].flatMap((service) =>
    what.type === 'service' && service.id !== what.id ? [] : service.tasks,
  );
  const shown = tasks.filter(({ nodeId }) => what.type === 'service' || nodeId === what.id);
  return (
    <>
      <CommandChip command={`docker ${what.type} ps ${what.name}`} onType={onType} />
      {shown.length === 0 && <p>There are none.</p>}
      <ul className="details-rows">
        {shown.map(({ id, name, state, error, nodeId }) => (
          <li key={id}>
            <code>{name.replace(nodeId, nodes.get(nodeId)?.hostname ?? nodeId)}</code>
            <span className="soft">
              {state}
              {nodes.has(nodeId) && ` on ${nodes.get(nodeId)?.hostname ?? ''}`}
              {error && `: ${error}`}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
