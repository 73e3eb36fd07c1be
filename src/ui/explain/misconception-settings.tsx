import './explain.css';
import { useEffect, useState } from 'react';
import type { Queries } from '../../world/queries/queries.ts';
import { useSettings, useWorkbench } from '../hooks/workbench-context.ts';

/** Each misconception that is looked for, to be switched on and off. */
export function MisconceptionSettings() {
  const { connection, settings } = useWorkbench();
  const off = useSettings((state) => state.unnoticed);
  const [all, setAll] = useState<Queries['misconceptions']['answer']>([]);
  useEffect(() => {
    const cancel = new AbortController();
    connection.query('misconceptions', {}, cancel.signal).then(setAll, () => undefined);
    return () => cancel.abort();
  }, [connection]);
  const turn = (id: string, on: boolean): void =>
    settings.setState(({ unnoticed }) => ({
      unnoticed: on ? unnoticed.filter((each) => each !== id) : [...unnoticed, id],
    }));
  return (
    <ul className="settings-list">
      {all.map(({ id, title }) => (
        <li key={id}>
          <label className="settings-check">
            <input
              type="checkbox"
              checked={!off.includes(id)}
              onChange={(event) => turn(id, event.target.checked)}
            />
            {title}
          </label>
        </li>
      ))}
    </ul>
  );
}
