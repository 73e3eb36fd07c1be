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

export function renderMarkdown(markdown: string): string {
  const html = marked.parse(markdown, { async: false, gfm: true });
  return DOMPurify.sanitize(html, {
    FORBID_TAGS: ['style', 'form', 'input', 'iframe'],
    FORBID_ATTR: ['style'],
  });
}
