import { useRef, useState, type SyntheticEvent } from 'react';
import { MonacoEditor, type EditorProps, type TextSelection } from './monaco-editor.tsx';
import { PlainEditor } from './plain-editor.tsx';
import { useMonaco } from './use-monaco.ts';

/** The document in the best editor there is. Monaco takes over from a field that has the focus, with its place in the text, but not from one that is being typed in. */
export function CodeEditor(props: EditorProps) {
  const [asked, setAsked] = useState(false);
  const [typing, setTyping] = useState(false);
  const selection = useRef<TextSelection>(undefined);
  const module = useMonaco(props.path, asked);
  if (module && !typing) return <MonacoEditor module={module} begun={selection} {...props} />;
  const ask = (): void => setAsked(true);
  const note = ({ target }: SyntheticEvent): void => {
    const { selectionStart, selectionEnd } = target as HTMLTextAreaElement;
    selection.current = { start: selectionStart, end: selectionEnd };
  };
  const leave = (): void => {
    selection.current = undefined;
    setTyping(false);
  };
  return (
    <div
      className="code-editor"
      onPointerEnter={ask}
      onFocus={(event) => {
        ask();
        note(event);
      }}
      onSelect={note}
      onInput={() => setTyping(true)}
      onBlur={leave}
    >
      <PlainEditor {...props} />
    </div>
  );
}
