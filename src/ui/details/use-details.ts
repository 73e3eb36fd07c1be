import { useEffect, useState } from 'react';
import type { Detailed } from '../../state/session.ts';
import type { Queries, QueryName } from '../../world/queries/queries.ts';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';

/** An answer, why there is none, or nothing yet. */
export interface Asked<T> {
  readonly answer?: T;
  readonly problem?: string;
}

/** Asks the world, and again whenever `since` is another; the last answer stays meanwhile. */
export function useQuery<Q extends QueryName>(
  query: Q,
  parameters: Queries[Q]['parameters'],
  since: unknown = 0,
): Asked<Queries[Q]['answer']> {
  const { connection } = useWorkbench();
  const [asked, setAsked] = useState<Asked<Queries[Q]['answer']>>({});
  const key = JSON.stringify(parameters);
  useEffect(() => {
    const cancel = new AbortController();
    connection.query(query, JSON.parse(key) as Queries[Q]['parameters'], cancel.signal).then(
      (answer) => setAsked({ answer }),
      (error: unknown) => {
        if (!cancel.signal.aborted)
          setAsked({ problem: error instanceof Error ? error.message : String(error) });
      },
    );
    return () => cancel.abort();
  }, [connection, query, key, since]);
  return asked;
}

/** The mirror's record of a thing: another one whenever it changed, undefined once it is gone. */
export function useRecord({ type, id, machine }: Detailed): unknown {
  return useMirror((mirror) => {
    const record = mirror[type].get(id);
    if (record || (type !== 'volume' && type !== 'network')) return record;
    for (const each of mirror[type].values())
      if (each.machine === machine && ('id' in each ? each.id : each.name) === id) return each;
    return undefined;
  });
}
