import { useEffect, useState } from 'react';
import { useMirror, useWorkbench } from '../hooks/workbench-context.ts';
import { showSize } from '../parts/show-amount.ts';
import type { ContextReport } from '../../world/queries/queries.ts';

const QUIET_MS = 300;

type Files = ContextReport['sent'];

/** What a `.dockerignore`, as it is written, leaves of the build context. */
export function ContextStrip({ path, text }: { path: string; text: string }) {
  const { connection } = useWorkbench();
  const files = useMirror((mirror) => mirror.file);
  const [report, setReport] = useState<ContextReport | string>();
  useEffect(() => {
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query('contextReport', { path, text }, cancel.signal).then(setReport, (error: unknown) => {
        if (!cancel.signal.aborted) setReport(error instanceof Error ? error.message : String(error));
      });
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, path, text, files]);
  if (report === undefined) return null;
  if (typeof report === 'string')
    return (
      <p className="context-strip" role="status" aria-label="Build context">
        This can’t be read as patterns: {report}
      </p>
    );
  return (
    <div className="context-strip">
      <p role="status" aria-label="Build context">
        {contextSentence(report)}
      </p>
      <details>
        <summary>Which files</summary>
        <div className="context-files">
          <FileList title="Would be sent" files={report.sent} count={report.count} />
          <FileList title="Stay out" files={report.ignored} count={report.ignoredCount} />
        </div>
      </details>
    </div>
  );
}

/** `12 files, 34 kB would be sent; 3 files, 1 kB stay out.` */
function contextSentence({ count, sizeBytes, ignoredCount, ignoredBytes }: ContextReport): string {
  const sent = `${countFiles(count)}, ${showSize(sizeBytes)} would be sent`;
  if (ignoredCount === 0) return `${sent}; nothing stays out.`;
  const verb = ignoredCount === 1 ? 'stays' : 'stay';
  return `${sent}; ${countFiles(ignoredCount)}, ${showSize(ignoredBytes)} ${verb} out.`;
}

const countFiles = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

function FileList({ title, files, count }: { title: string; files: Files; count: number }) {
  const more = count - files.length;
  return (
    <section aria-label={title} tabIndex={0}>
      <h3>{title}</h3>
      <ul>
        {files.map(({ path, sizeBytes }) => (
          <li key={path}>
            <code>{path}</code> <span className="soft">{showSize(sizeBytes)}</span>
          </li>
        ))}
        {more > 0 && <li>and {more} more</li>}
      </ul>
    </section>
  );
}
