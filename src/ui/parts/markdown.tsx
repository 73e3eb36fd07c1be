import { useEffect, useState } from 'react';

type Render = typeof import('./render-markdown.ts').renderMarkdown;

/** Markdown as the page shows it. Until the renderer is loaded, and where it gives up, the text stands as it was written. */
export function Markdown({ text }: { text: string }) {
  const [render, setRender] = useState<Render>();
  useEffect(() => {
    let wanted = true;
    import('./render-markdown.ts').then(
      ({ renderMarkdown }) => wanted && setRender(() => renderMarkdown),
      () => undefined, // The text as written is better than none.
    );
    return () => {
      wanted = false;
    };
  }, []);
  const html = render?.(text);
  if (html === undefined) return <div className="prose prose-plain">{text}</div>;
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
