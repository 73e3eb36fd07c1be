import type { EditorProps } from './monaco-editor.tsx';

/** The document in a plain text field, until the real editor is there (and where it can't be loaded). */
export function PlainEditor({ path, text, fontSize, onChange }: EditorProps) {
  return (
    <textarea
      className="code-editor plain-editor"
      data-editor="plain"
      aria-label="File text"
      style={{ fontSize }}
      spellCheck={false}
      value={text}
      onChange={(event) => onChange(path, event.target.value)}
    />
  );
}
