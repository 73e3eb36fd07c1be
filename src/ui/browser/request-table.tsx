import { Fragment, useState } from 'react';
import type { Answerer } from '../../world/queries/queries.ts';
import { useSettings, useWorkbench } from '../hooks/workbench-context.ts';
import type { LoggedRequest } from './request-log.ts';
import { formatTook, outcomeText } from './request-text.ts';

interface RequestTableProps {
  log: readonly LoggedRequest[];
  /** The tab that shows. */
  tab: string;
  onClear: () => void;
}

/** What pages asked for, the newest first: what came, how long it took in the world's time, and which container answered. */
export function RequestTable({ log, tab, onClear }: RequestTableProps) {
  const { settings } = useWorkbench();
  const reloads = useSettings(({ autoReload }) => autoReload);
  const [all, setAll] = useState(false);
  const shown = log.filter((entry) => all || entry.tab === tab).toReversed();
  return (
    <section className="request-log" aria-label="Request log">
      <div className="request-log-head">
        <label>
          <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} /> of all
          tabs
        </label>
        <label title="When you save a file that a container serves from a bind mount, or change one by a command">
          <input
            type="checkbox"
            checked={reloads}
            onChange={(event) => settings.setState({ autoReload: event.target.checked })}
          />{' '}
          reload with its files
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
                <th scope="col">Status</th>
                <th scope="col">Request</th>
                <th scope="col" aria-label="Answered by">
                  By
                </th>
                <th scope="col">Time</th>
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
      <td className={isProblem ? 'request-problem' : undefined}>
        <Breakable text={outcomeText(outcome)} />
      </td>
      <td className="request-what">
        {method} {address}
      </td>
      <td>{answeredBy ? <AnswererButton of={answeredBy} /> : '–'}</td>
      <td className="request-took">{formatTook(tookMs)}</td>
    </tr>
  );
}

/** `ERR_EMPTY_RESPONSE` may go on in another line after each `_`. */
const Breakable = ({ text }: { text: string }) =>
  text.split(/(?<=_)/).map((part, index) => (
    <Fragment key={index}>
      {index > 0 && <wbr />}
      {part}
    </Fragment>
  ));

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
