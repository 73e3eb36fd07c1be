import { useEffect, useRef, useState, type RefObject } from 'react';
import type { Diagnostic } from '../../world/queries/queries.ts';
import { languageOf } from './language-of.ts';
import { useWorkbench } from '../hooks/workbench-context.ts';
import type { monaco as Monaco } from './monaco.ts';
import type { MonacoModule } from './load-monaco.ts';
import { toMarkdown, type StepMark } from './step-text.ts';

type Editor = Monaco.editor.IStandaloneCodeEditor;
type Model = Monaco.editor.ITextModel;

export interface EditorProps {
  path: string;
  text: string;
  problems: readonly Diagnostic[];
  /** What the last build did, for the gutter. Undefined: leave the marks that are there, they move with the text. */
  marks: readonly StepMark[] | undefined;
  theme: 'light' | 'dark';
  fontSize: number;
  onChange: (path: string, text: string) => void;
  /** A line the learner asked to see; a new object each time. */
  reveal: { line: number } | undefined;
}

/** Of a text field, counted in characters from its beginning. */
export interface TextSelection {
  readonly start: number;
  readonly end: number;
}

interface MonacoEditorProps extends EditorProps {
  module: MonacoModule;
  /** What was selected in the field that had the focus until now. */
  begun: RefObject<TextSelection | undefined>;
}

/** The document in Monaco. Models live as long as the editor, so each file keeps its own undo and place. */
export function MonacoEditor({ module, begun, ...props }: MonacoEditorProps) {
  const { monaco, serveLanguages } = module;
  const { path, text, problems, marks, theme, fontSize, onChange, reveal } = props;
  const { connection } = useWorkbench();
  const host = useRef<HTMLDivElement>(null);
  const [editor, setEditor] = useState<Editor>();
  const callbacks = useRef({ onChange });
  useEffect(() => {
    callbacks.current = { onChange };
  });

  useEffect(() => {
    if (!host.current) return undefined;
    const created = createEditor(monaco, host.current, callbacks);
    setEditor(created);
    return () => {
      setEditor(undefined);
      created.dispose();
      for (const model of monaco.editor.getModels()) model.dispose();
    };
  }, [monaco]);

  useEffect(() => {
    if (editor) showDocument(monaco, editor, path, text);
  }, [monaco, editor, path, text]);
  useEffect(() => {
    if (editor && begun.current) goOn(monaco, editor, begun.current);
  }, [monaco, editor, begun]);
  useEffect(() => {
    const model = editor?.getModel();
    if (model)
      monaco.editor.setModelMarkers(
        model,
        'drydock',
        problems.map((problem) => toMarker(monaco, problem)),
      );
  }, [monaco, editor, path, problems]);
  useEffect(
    () => serveLanguages(monaco, (...asked) => connection.query(...asked)),
    [monaco, serveLanguages, connection],
  );
  useEffect(() => {
    const model = editor?.getModel();
    if (model && marks) showMarks(monaco, model, marks);
    if (marks) editor?.updateOptions({ glyphMargin: marks.length > 0 });
  }, [monaco, editor, path, marks]);
  useEffect(() => {
    monaco.editor.setTheme(`drydock-${theme}`);
    editor?.updateOptions({ fontSize });
  }, [monaco, editor, theme, fontSize]);
  useEffect(() => {
    if (!editor || !reveal) return;
    editor.revealLineInCenterIfOutsideViewport(reveal.line);
    editor.setPosition({ lineNumber: reveal.line, column: 1 });
    editor.focus();
  }, [editor, reveal]);

  return <div className="code-editor" ref={host} data-editor="monaco" />;
}

type Callbacks = { readonly current: Pick<EditorProps, 'onChange'> };

function createEditor(monaco: typeof Monaco, element: HTMLElement, callbacks: Callbacks): Editor {
  const editor = monaco.editor.create(element, {
    ariaLabel: 'File text. Press Ctrl+M to let Tab move the focus.',
    automaticLayout: true,
    fontFamily: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
    minimap: { enabled: false },
    model: null,
    padding: { top: 10, bottom: 10 },
    renderLineHighlight: 'line',
    // The number of the last, empty line is to be read as well.
    renderFinalNewline: 'on',
    renderWhitespace: 'selection',
    scrollBeyondLastLine: false,
    smoothScrolling: false,
    tabSize: 2,
    lineNumbersMinChars: 3,
    overviewRulerLanes: 1,
    fixedOverflowWidgets: true,
    quickSuggestions: { other: true, comments: false, strings: true },
    wordBasedSuggestions: 'off',
    // Enter ends a line unless something was begun that it can finish.
    acceptSuggestionOnEnter: 'smart',
    suggest: { selectionMode: 'whenQuickSuggestion', showStatusBar: false },
  });
  editor.onDidChangeModelContent(() => {
    const model = editor.getModel();
    if (model) callbacks.current.onChange(model.uri.path, model.getValue());
  });
  return editor;
}

function showDocument(monaco: typeof Monaco, editor: Editor, path: string, text: string): void {
  const uri = monaco.Uri.from({ scheme: 'file', path });
  const model = monaco.editor.getModel(uri) ?? monaco.editor.createModel(text, languageOf(path), uri);
  if (model.getValue() !== text) replaceText(model, text);
  if (editor.getModel() !== model) editor.setModel(model);
}

/** Has the focus and the selection that the plain field had. */
function goOn(monaco: typeof Monaco, editor: Editor, { start, end }: TextSelection): void {
  const model = editor.getModel();
  if (!model) return;
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end));
  editor.setSelection(range);
  editor.focus();
}

/** As an edit, so that Ctrl+Z leads back to what was there. */
function replaceText(model: Model, text: string): void {
  model.pushStackElement();
  model.pushEditOperations([], [{ range: model.getFullModelRange(), text }], () => null);
  model.pushStackElement();
}

/** Of each model, the marks in its gutter. */
const shownMarks = new WeakMap<Model, string[]>();

function showMarks(monaco: typeof Monaco, model: Model, marks: readonly StepMark[]): void {
  const decorations = marks.map(({ startLine, status, phrase }) => ({
    range: new monaco.Range(startLine, 1, startLine, 1),
    options: {
      glyphMarginClassName: `step-mark step-${status}`,
      glyphMarginHoverMessage: { value: toMarkdown(phrase) },
      stickiness: monaco.editor.TrackedRangeStickiness.NeverGrowsWhenTypingAtEdges,
    },
  }));
  shownMarks.set(model, model.deltaDecorations(shownMarks.get(model) ?? [], decorations));
}

function toMarker(monaco: typeof Monaco, problem: Diagnostic): Monaco.editor.IMarkerData {
  const { MarkerSeverity } = monaco;
  const severity = {
    error: MarkerSeverity.Error,
    warning: MarkerSeverity.Warning,
    info: MarkerSeverity.Info,
  }[problem.severity];
  return {
    severity,
    message: problem.message,
    startLineNumber: problem.startLine,
    startColumn: problem.startColumn,
    endLineNumber: problem.endLine,
    endColumn: problem.endColumn,
  };
}
