// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

const html = (markdown: string) => renderMarkdown(markdown)?.trim();

it('gives up on what is nested too deep', () => {
  expect(renderMarkdown('>'.repeat(60_000))).toBeUndefined();
});

it('leads to lessons here and to pages elsewhere, and nowhere else', () => {
  expect(html('[a](lesson:02-images/01-names-and-tags)')).toBe(
    '<p><a href="./?lesson=02-images/01-names-and-tags">a</a></p>',
  );
  expect(html('[a](https://docs.docker.com/)')).toBe(
    '<p><a href="https://docs.docker.com/" target="_blank" rel="noopener noreferrer">a</a></p>',
  );
  expect(html('[a](javascript:alert(1)) [b](lesson:../x)')).toBe('<p><a>a</a> <a>b</a></p>');
});
