import { useEffect, useState } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import type { DockerfileOutline } from '../../world/queries/queries.ts';
import { useMirror, useSession, useWorkbench } from '../hooks/workbench-context.ts';
import { languageOf } from './language-of.ts';

const QUIET_MS = 300;

/** An outline of the text it was made from. */
export interface TextOutline {
  readonly path: string;
  readonly text: string;
  readonly outline: DockerfileOutline;
}

/** What the last build did with a Dockerfile: asked again when a build ends, and a moment after typing stopped. The one before stays meanwhile. */
export function useOutline(document: OpenDocument | undefined): TextOutline | undefined {
  const { connection } = useWorkbench();
  const ready = useSession(({ status }) => status === 'ready');
  const builds = useMirror((mirror) => mirror.build);
  const [answer, setAnswer] = useState<TextOutline>();
  const path = document?.path;
  const text = document?.text;
  useEffect(() => {
    if (!ready || path === undefined || text === undefined || languageOf(path) !== 'dockerfile')
      return undefined;
    const cancel = new AbortController();
    const timer = setTimeout(() => {
      connection.query('outline', { path, text }, cancel.signal).then(
        (outline) => setAnswer({ path, text, outline }),
        () => undefined,
      );
    }, QUIET_MS);
    return () => {
      clearTimeout(timer);
      cancel.abort();
    };
  }, [connection, ready, path, text, builds]);
  return answer?.path === path ? answer : undefined;
}
