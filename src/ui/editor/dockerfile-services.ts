import { completionProvider, fileOf, orNothing, rangeOf, type Query } from './completion-provider.ts';
import type { monaco as Monaco } from './monaco.ts';
import { stepPhrase, toMarkdown } from './step-text.ts';

const LANGUAGE = 'dockerfile';

/** What the editor knows of Dockerfiles, all of it asked from the machine: its parser, its checks, its builds. Returns what ends it. */
export function serveDockerfiles(monaco: typeof Monaco, query: Query): () => void {
  const { languages } = monaco;
  const services = [
    languages.registerCodeActionProvider(LANGUAGE, quickFixes(query), {
      providedCodeActionKinds: ['quickfix'],
    }),
    languages.registerCompletionItemProvider(
      LANGUAGE,
      completionProvider(monaco, query, [' ', '$', '{', ':', '=', '/', '-', '"']),
    ),
    languages.registerHoverProvider(LANGUAGE, hovers(query)),
    languages.registerFoldingRangeProvider(LANGUAGE, folding(query)),
    languages.registerDocumentFormattingEditProvider(LANGUAGE, formatting(query)),
  ];
  return () => services.forEach((service) => service.dispose());
}

function quickFixes(query: Query): Monaco.languages.CodeActionProvider {
  return {
    provideCodeActions: async (model, range, { markers }) => {
      const problems = (await orNothing(query('diagnostics', fileOf(model)))) ?? [];
      const actions = problems
        .filter(
          ({ startLine, endLine }) => startLine <= range.endLineNumber && range.startLineNumber <= endLine,
        )
        .flatMap(({ message, fix }): Monaco.languages.CodeAction[] => {
          if (!fix) return [];
          const edits = fix.edits.map((edit) => ({
            resource: model.uri,
            versionId: model.getVersionId(),
            textEdit: { range: rangeOf(edit), text: edit.text },
          }));
          const diagnostics = markers.filter((marker) => marker.message === message);
          return [{ title: fix.title, kind: 'quickfix', diagnostics, isPreferred: true, edit: { edits } }];
        });
      return { actions, dispose: () => undefined };
    },
  };
}

function hovers(query: Query): Monaco.languages.HoverProvider {
  return {
    provideHover: async (model, position) => {
      const outline = await orNothing(query('outline', fileOf(model)));
      const at = outline?.instructions.find(
        ({ startLine, endLine }) => startLine <= position.lineNumber && position.lineNumber <= endLine,
      );
      if (!outline || !at) return null;
      const onName = position.lineNumber === at.startLine && position.column <= at.name.length + 1;
      const words = onName
        ? (await orNothing(query('instructionWords', { name: at.name })))?.words
        : undefined;
      const step = outline.build?.steps[at.step ?? -1];
      const contents = [
        ...(words ? [`**${at.name}**: ${words.text}`, `\`\`\`dockerfile\n${words.example}\n\`\`\``] : []),
        ...(step && outline.build ? [toMarkdown(stepPhrase(step, outline.build))] : []),
      ].map((value) => ({ value }));
      if (contents.length === 0) return null;
      const endColumn = model.getLineMaxColumn(at.endLine);
      return { contents, range: rangeOf({ ...at, startColumn: 1, endColumn }) };
    },
  };
}

function folding(query: Query): Monaco.languages.FoldingRangeProvider {
  return {
    provideFoldingRanges: async (model) => {
      const outline = await orNothing(query('outline', fileOf(model)));
      const blocks = [...(outline?.stages ?? []), ...(outline?.instructions ?? [])];
      return blocks
        .filter(({ startLine, endLine }) => endLine > startLine)
        .map(({ startLine, endLine }) => ({ start: startLine, end: endLine }));
    },
  };
}

function formatting(query: Query): Monaco.languages.DocumentFormattingEditProvider {
  return {
    displayName: 'Drydock',
    provideDocumentFormattingEdits: async (model) => {
      const answer = await orNothing(query('formatDockerfile', { text: model.getValue() }));
      return answer ? [{ range: model.getFullModelRange(), text: answer.text }] : [];
    },
  };
}
