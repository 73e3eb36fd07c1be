import type { OpenDocument } from '../../state/documents.ts';
import type { DockerfileOutline } from '../../world/queries/queries.ts';
import { useMirror } from '../hooks/workbench-context.ts';
import { languageOf } from './language-of.ts';
import { useTextAnswer, type TextAnswer } from './use-text-answer.ts';

/** What the last build did with a Dockerfile: asked again when a build ends. */
export function useOutline(document: OpenDocument | undefined): TextAnswer<DockerfileOutline> | undefined {
  const builds = useMirror((mirror) => mirror.build);
  return useTextAnswer('outline', document, languageOf(document?.path ?? '') === 'dockerfile', builds);
}
