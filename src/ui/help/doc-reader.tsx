import { useEffect, useState } from 'react';
import { Dialog } from '../parts/dialog.tsx';
import { Markdown } from '../parts/markdown.tsx';

/** One of the documents of `public/docs/`, to read without leaving the workbench. */
export function DocReader({ name, title, onClose }: { name: string; title: string; onClose: () => void }) {
  const [text, setText] = useState<string>();
  useEffect(() => {
    const cancel = new AbortController();
    readDoc(name, cancel.signal).then(setText, () => {
      if (!cancel.signal.aborted) setText('This page could not be loaded. Is the network there?');
    });
    return () => cancel.abort();
  }, [name]);
  return (
    <Dialog title={title} onClose={onClose} size="large">
      {text === undefined ? <p>Loading…</p> : <Markdown text={text} />}
    </Dialog>
  );
}

/** The document without its own first heading, which the dialog shows. */
async function readDoc(name: string, signal: AbortSignal): Promise<string> {
  const response = await fetch(`./docs/${name}.md`, { signal });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return (await response.text()).replace(/^# .*\n/, '');
}
