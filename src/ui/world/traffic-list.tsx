import { useState } from 'react';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { requestsText, trafficRows } from './traffic.ts';

/** More than so many rows help nobody. */
const MOST_ROWS = 30;

/** The moving dots in words: who got how many requests, and by which way. */
export function TrafficList() {
  const traffic = useMirror((mirror) => mirror.traffic);
  const [isOpen, setIsOpen] = useState(false);
  let total = 0;
  for (const { requests } of traffic.values()) total += requests;
  if (total === 0) return null;
  return (
    <details className="traffic" onToggle={(event) => setIsOpen(event.currentTarget.open)}>
      <summary>
        {requestsText(total)} to {traffic.size === 1 ? '1 container' : `${traffic.size} containers`} so far
      </summary>
      {isOpen && <Rows />}
    </details>
  );
}

function Rows() {
  const { mirror } = useWorkbench();
  // Told of each change of the traffic by its parent, which draws it again.
  const rows = trafficRows(mirror.getState(), MOST_ROWS);
  return (
    <ul className="plain-list" aria-label="Requests">
      {rows.map(({ id, name, requests, ways }) => (
        <li key={id}>
          <span className="mono-name">{name}</span>
          <span className="soft">
            {requestsText(requests)}: {ways.join(', ')}
          </span>
        </li>
      ))}
    </ul>
  );
}
