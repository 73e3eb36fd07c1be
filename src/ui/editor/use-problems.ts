import { useEffect, useMemo, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import type { MarkerRecord } from '../../world/mirror.ts';
import type { Diagnostic } from '../../world/queries/queries.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { languageOf } from './language-of.ts';
import { mergeProblems } from './problems.ts';

const QUIET_MS = 300;
/** Languages of which the machine knows what is wrong. */
const CHECKED: ReadonlySet<string> = new Set(['dockerfile', 'yaml']);
const NONE: readonly MarkerRecord[] = [];
const NOTHING: readonly Diagnostic[] = [];

/** What is wrong with the document: the machine's own parser says so, a moment after typing stopped. */
export function useProblems(document: OpenDocument | undefined): Diagnostic[] {
  const found = useDiagnostics(document);
  const built = useMirror((mirror) => (document ? mirror.markers.get(document.path) : undefined));
  return useMemo(() => {
    if (!document) return [];
    // A build says nothing of a text that it did not see.
    const marks = built?.text === document.text ? built.markers : NONE;
    return mergeProblems(found, marks, document.text.split('\n'));
  }, [document, found, built]);
}

function useDiagnostics(document: OpenDocument | undefined): readonly Diagnostic[] {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const [answer, setAnswer] = useState({ path: '', text: '', found: NOTHING });
  const path = document?.path;
  const text = document?.text;
  const language = languageOf(path ?? '');
  // A compose file speaks of files beside it.
  const files = useMirror((mirror) => (language === 'yaml' ? mirror.file : undefined));
  useEffect(() => {
    if (!ready || path === undefined || text === undefined || !CHECKED.has(language)) return undefined;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query('diagnostics', { path, text }, cancel.signal).then(
        (found) => setAnswer({ path, text, found }),
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, ready, path, text, language, files]);
  return useMemo(() => {
    if (answer.path !== path) return NOTHING;
    return answer.text === text ? answer.found : answer.found.map(withoutFix);
  }, [answer, path, text]);
}

/** Edits fit the text that they were made for only. */
function withoutFix({ fix, ...problem }: Diagnostic): Diagnostic {
  void fix;
  return problem;
}
