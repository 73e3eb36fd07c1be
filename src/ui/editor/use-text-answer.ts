import { useEffect, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import type { Queries } from '../../world/queries/queries.ts';
import { useSession, useWorkbench } from '../hooks/workbench-context.ts';

const QUIET_MS = 300;

/** What the machine answered of a text, and the text it was asked about. */
export interface TextAnswer<A> {
  readonly path: string;
  readonly text: string;
  readonly answer: A;
}

/**
 * What the machine says of a document's text: asked a moment after typing stopped, and anew whenever `again` is another. Undefined before the first answer and
 * where nothing is asked (`isAsked`); meanwhile, and where the machine refuses, the answer before stays.
 */
export function useTextAnswer<Q extends 'outline' | 'diagnostics'>(
  query: Q,
  document: OpenDocument | undefined,
  isAsked: boolean,
  again: unknown,
): TextAnswer<Queries[Q]['answer']> | undefined {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const [given, setGiven] = useState<TextAnswer<Queries[Q]['answer']>>();
  const path = document?.path;
  const text = document?.text;
  useEffect(() => {
    if (!ready || !isAsked || path === undefined || text === undefined) return undefined;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query(query, { path, text }, cancel.signal).then(
        (answer) => setGiven({ path, text, answer }),
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, ready, query, isAsked, path, text, again]);
  return given?.path === path ? given : undefined;
}
