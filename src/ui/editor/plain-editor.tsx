import type { KeyboardEvent } from 'react';
import type { EditorProps } from './monaco-editor.tsx';

/** The document in a plain text field, until the real editor is there (and where it can't be loaded). */
export function PlainEditor({ path, text, fontSize, onChange, onSave }: EditorProps) {
  const save = (event: KeyboardEvent): void => {
    if (event.key.toLowerCase() !== 's' || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    onSave(path);
  };
  return (
    <textarea
      className="code-editor plain-editor"
      data-editor="plain"
      aria-label="File text"
      style={{ fontSize }}
      spellCheck={false}
      value={text}
      onChange={(event) => onChange(path, event.target.value)}
      onKeyDown={save}
    />
  );
}
