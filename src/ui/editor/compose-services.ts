import { completionProvider, fileOf, orNothing, rangeOf, type Query } from './completion-provider.ts';
import type { monaco as Monaco } from './monaco.ts';

const LANGUAGE = 'yaml';

/** What the editor knows of compose files: their language, and what the machine has of what they say. Returns what ends it. */
export function serveComposeFiles(monaco: typeof Monaco, query: Query): () => void {
  const services = [
    monaco.languages.registerCompletionItemProvider(
      LANGUAGE,
      completionProvider(monaco, query, [' ', ':', '/', '-', '"', '[']),
    ),
    monaco.languages.registerHoverProvider(LANGUAGE, {
      provideHover: async (model, { lineNumber: line, column }) => {
        const answer = await orNothing(query('composeHover', { ...fileOf(model), line, column }));
        const hover = answer?.hover;
        if (!hover) return null;
        const range = rangeOf({ ...hover, startLine: hover.line, endLine: hover.line });
        return { contents: hover.paragraphs.map((value) => ({ value })), range };
      },
    }),
  ];
  return () => services.forEach((service) => service.dispose());
}
