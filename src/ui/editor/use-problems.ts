import { useEffect, useMemo, useState } from 'react';
import { isDirty, type OpenDocument } from '../../state/documents.ts';
import type { MarkerRecord } from '../../world/mirror.ts';
import type { Diagnostic } from '../../world/queries/queries.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { languageOf } from './language-of.ts';
import { mergeProblems } from './problems.ts';

const QUIET_MS = 300;
const NONE: readonly MarkerRecord[] = [];
const NOTHING: readonly Diagnostic[] = [];

/** What is wrong with the document: the machine's own parser says so, a moment after typing stopped. */
export function useProblems(document: OpenDocument | undefined): Diagnostic[] {
  const found = useDiagnostics(document);
  const built =
    useMirror((mirror) => (document ? mirror.markers.get(document.path)?.markers : undefined)) ?? NONE;
  return useMemo(() => {
    if (!document) return [];
    return mergeProblems(found, isDirty(document) ? NONE : built, document.text.split('\n'));
  }, [document, found, built]);
}

function useDiagnostics(document: OpenDocument | undefined): readonly Diagnostic[] {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const [answer, setAnswer] = useState<{ path: string; found: readonly Diagnostic[] }>({
    path: '',
    found: [],
  });
  const path = document?.path;
  const text = document?.text;
  useEffect(() => {
    if (!ready || path === undefined || text === undefined || languageOf(path) !== 'dockerfile')
      return undefined;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query('diagnostics', { path, text }, cancel.signal).then(
        (found) => setAnswer({ path, found }),
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, ready, path, text]);
  return answer.path === path ? answer.found : NOTHING;
}
