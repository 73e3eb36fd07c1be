import { useState } from 'react';
import { MonacoEditor, type EditorProps } from './monaco-editor.tsx';
import { PlainEditor } from './plain-editor.tsx';
import { useMonaco } from './use-monaco.ts';

/** The document in the best editor there is. Monaco does not take the place of a field that is being typed in. */
export function CodeEditor(props: EditorProps) {
  const module = useMonaco(props.path);
  const [typing, setTyping] = useState(false);
  if (module && !typing) return <MonacoEditor module={module} {...props} />;
  return (
    <div className="code-editor" onFocus={() => setTyping(true)} onBlur={() => setTyping(false)}>
      <PlainEditor {...props} />
    </div>
  );
}
