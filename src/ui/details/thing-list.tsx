import type { Detailed } from '../../state/session.ts';
import type { RelatedThing } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { useQuery, useRecord } from './use-details.ts';
import { CommandChip } from './fact-list.tsx';

/** Things of a machine, each of which leads to its details. */
export function ThingList({ machine, things }: { machine: string; things: readonly RelatedThing[] }) {
  const { session } = useWorkbench();
  return (
    <ul className="details-rows">
      {things.map(({ type, id, name, note }) => (
        <li key={`${type} ${id} ${note}`}>
          {type !== 'container' && <span className="soft">{type}</span>}
          <button
            type="button"
            className="button button-quiet"
            onClick={() => session.setState({ detailed: { type, id, machine, name } })}
          >
            {name}
          </button>
          <span className="soft">{note}</span>
        </li>
      ))}
    </ul>
  );
}

interface RelatedViewProps {
  what: Detailed & { type: 'container' | 'network' | 'volume' };
  onType: (command: string) => void;
}

/** What a container uses, or which containers use a network or a volume. */
export function RelatedView({ what, onType }: RelatedViewProps) {
  const record = useRecord(what);
  const { answer, problem } = useQuery('related', what, record);
  if (problem) return <p role="alert">{problem}</p>;
  if (!answer) return null;
  return (
    <>
      <CommandChip command={answer.command} onType={onType} />
      {answer.things.length === 0 && <p>No container uses it.</p>}
      <ThingList machine={what.machine} things={answer.things} />
    </>
  );
}
