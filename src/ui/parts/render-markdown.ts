/** Markdown to HTML that may be put into the page. Loaded when the first text is to be shown; nothing else imports these libraries. */
import DOMPurify from 'dompurify';
import { marked } from 'marked';

/** `lesson:01-part/02-name` is a lesson of the course. */
const LESSON = /^lesson:([a-z0-9-]+\/[a-z0-9-]+)$/;

DOMPurify.addHook('uponSanitizeAttribute', (_, attribute) => {
  const id = LESSON.exec(attribute.attrValue)?.[1];
  if (attribute.attrName === 'href' && id !== undefined) attribute.attrValue = `./?lesson=${id}`;
});

// Whoever reads on elsewhere does not lose the page.
DOMPurify.addHook('afterSanitizeAttributes', (element) => {
  if (!/^https?:/.test(element.getAttribute('href') ?? '')) return;
  element.setAttribute('target', '_blank');
  element.setAttribute('rel', 'noopener noreferrer');
});

/** Undefined where it is nested too deep for the parser, which reads it by recursion. */
export function renderMarkdown(markdown: string): string | undefined {
  const html = parse(markdown);
  return (
    html &&
    DOMPurify.sanitize(html, {
      FORBID_TAGS: ['style', 'form', 'input', 'iframe'],
      FORBID_ATTR: ['style'],
    })
  );
}

function parse(markdown: string): string | undefined {
  try {
    return marked.parse(markdown, { async: false, gfm: true });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
