import { useEffect, useState } from 'react';
import type { BuildReport } from '../../world/queries/queries.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';

/** A build with its explanation, beside another one if asked for; the one before stays until the world has answered. */
export function useBuildReport(
  machine: string,
  id: string,
  against: string | undefined,
): BuildReport | undefined {
  const { connection } = useWorkbench();
  const [report, setReport] = useState<BuildReport>();
  useEffect(() => {
    const cancel = new AbortController();
    const parameters = { machine, id, ...(against === undefined ? {} : { against }) };
    connection.query('build', parameters, cancel.signal).then(setReport, () => undefined);
    return () => cancel.abort();
  }, [connection, machine, id, against]);
  return report;
}
