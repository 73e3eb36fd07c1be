import { useState } from 'react';
import type { Answerer } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import { formatTook, type LoggedRequest } from './request-log.ts';

interface RequestTableProps {
  log: readonly LoggedRequest[];
  /** The tab that shows. */
  tab: string;
  onClear: () => void;
}

/** What pages asked for, the newest first: what came, how long it took in the world's time, and which container answered. */
export function RequestTable({ log, tab, onClear }: RequestTableProps) {
  const [all, setAll] = useState(false);
  const shown = log.filter((entry) => all || entry.tab === tab).toReversed();
  return (
    <section className="request-log" aria-label="Request log">
      <div className="request-log-head">
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> of all
          tabs
        </label>
        <button type="button" className="button button-quiet" onClick={onClear}>
          Clear
        </button>
      </div>
      <div className="request-log-rows" tabIndex={0} role="group" aria-label="Requests">
        {shown.length === 0 ? (
          <p>No requests yet.</p>
        ) : (
          <table>
            <thead>
              <tr>
                <th scope="col">Method</th>
                <th scope="col">Address</th>
                <th scope="col">Status</th>
                <th scope="col">Time</th>
                <th scope="col">Answered by</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((entry) => (
                <RequestRow key={entry.id} entry={entry} />
              ))}
            </tbody>
          </table>
        )}
      </div>
    </section>
  );
}

function RequestRow({ entry }: { entry: LoggedRequest }) {
  const { method, address, outcome, isProblem, tookMs, answeredBy } = entry;
  return (
    <tr>
      <td>{method}</td>
      <td>{address}</td>
      <td className={isProblem ? 'request-problem' : undefined}>{outcome}</td>
      <td>{formatTook(tookMs)}</td>
      <td>{answeredBy ? <AnswererButton of={answeredBy} /> : '–'}</td>
    </tr>
  );
}

function AnswererButton({ of: { id, machine, name } }: { of: Answerer }) {
  const { session } = useWorkbench();
  return (
    <button
      type="button"
      className="link-button"
      title={`All about ${name}`}
      onClick={() => session.setState({ detailed: { type: 'container', id, machine, name } })}
    >
      {name}
      {machine !== 'node1' && ` on ${machine}`}
    </button>
  );
}
