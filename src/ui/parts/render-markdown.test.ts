// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';

it('leads to lessons here and to pages elsewhere, and nowhere else', () => {
  expect(renderMarkdown('[a](lesson:02-images/01-names-and-tags)').trim()).toBe(
    '<p><a href="./?lesson=02-images/01-names-and-tags">a</a></p>',
  );
  expect(renderMarkdown('[a](https://docs.docker.com/)').trim()).toBe(
    '<p><a href="https://docs.docker.com/" target="_blank" rel="noopener noreferrer">a</a></p>',
  );
  expect(renderMarkdown('[a](javascript:alert(1)) [b](lesson:../x)').trim()).toBe('<p><a>a</a> <a>b</a></p>');
});
