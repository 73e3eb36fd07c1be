import { useMemo } from 'react';
import type { OpenDocument } from '../../state/documents.ts';
import type { MarkerRecord } from '../../world/mirror.ts';
import type { Diagnostic } from '../../world/queries/queries.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { languageOf } from './language-of.ts';
import { mergeProblems } from './problems.ts';
import { useTextAnswer } from './use-text-answer.ts';

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
  const language = languageOf(document?.path ?? '');
  // A compose file speaks of files beside it.
  const files = useMirror((mirror) => (language === 'yaml' ? mirror.file : undefined));
  const given = useTextAnswer('diagnostics', document, CHECKED.has(language), files);
  const text = document?.text;
  return useMemo(() => {
    if (!given) return NOTHING;
    return given.text === text ? given.answer : given.answer.map(withoutFix);
  }, [given, text]);
}

/** Edits fit the text that they were made for only. */
function withoutFix({ fix, ...problem }: Diagnostic): Diagnostic {
  void fix;
  return problem;
}
