import type { Connection } from '../../state/connection.ts';
import type { Completions } from '../../world/queries/queries.ts';
import type { monaco as Monaco } from './monaco.ts';

type Model = Monaco.editor.ITextModel;
export type Query = Connection['query'];

export const fileOf = (model: Model): { path: string; text: string } => ({
  path: model.uri.path,
  text: model.getValue(),
});

/** An answer that is not there (the machine was restarted) is no trouble of the learner's. */
export const orNothing = <T>(answer: Promise<T>): Promise<T | undefined> => answer.catch(() => undefined);

interface Span {
  startLine: number;
  startColumn: number;
  endLine: number;
  endColumn: number;
}

export const rangeOf = ({ startLine, startColumn, endLine, endColumn }: Span): Monaco.IRange => ({
  startLineNumber: startLine,
  startColumn,
  endLineNumber: endLine,
  endColumn,
});

/** What the machine offers to write at the cursor. @param triggerCharacters behind which it is asked at once */
export function completionProvider(
  monaco: typeof Monaco,
  query: Query,
  triggerCharacters: string[],
): Monaco.languages.CompletionItemProvider {
  const { CompletionItemInsertTextRule, CompletionItemKind } = monaco.languages;
  const kinds: Record<Completions['items'][number]['kind'], Monaco.languages.CompletionItemKind> = {
    instruction: CompletionItemKind.Keyword,
    flag: CompletionItemKind.Property,
    image: CompletionItemKind.Module,
    tag: CompletionItemKind.Reference,
    stage: CompletionItemKind.Class,
    variable: CompletionItemKind.Variable,
    file: CompletionItemKind.File,
    folder: CompletionItemKind.Folder,
    value: CompletionItemKind.Value,
    key: CompletionItemKind.Property,
    service: CompletionItemKind.Class,
    network: CompletionItemKind.Interface,
    volume: CompletionItemKind.Folder,
    port: CompletionItemKind.Value,
  };
  return {
    triggerCharacters,
    provideCompletionItems: async (model, { lineNumber: line, column }) => {
      const answer = await orNothing(query('complete', { ...fileOf(model), line, column }));
      if (!answer) return { suggestions: [] };
      const range = rangeOf({
        startLine: line,
        startColumn: answer.startColumn,
        endLine: line,
        endColumn: column,
      });
      const suggestions = answer.items.map(
        ({ label, kind, detail, insert, goesOn }, index): Monaco.languages.CompletionItem => ({
          label: detail ? { label, description: detail } : label,
          kind: kinds[kind],
          insertText: insert ?? label,
          // Further lines come with their indentation.
          insertTextRules: CompletionItemInsertTextRule.KeepWhitespace,
          // What is typed may be part of what is written only: `"no"`.
          filterText: label.replace(/"/g, ''),
          // As they come: tags and stages have an order of their own.
          sortText: String(index).padStart(4, '0'),
          range,
          ...(goesOn ? { command: { id: 'editor.action.triggerSuggest', title: 'Go on' } } : {}),
        }),
      );
      return { suggestions };
    },
  };
}
