import { expect, it } from 'vitest';
import { linksIn } from './links-in.ts';

it('finds the newest links of a terminal, each once, without what ends their sentence', () => {
  expect(
    linksIn('see https://a.example/x?y=1, or (http://localhost:80/).\nhttps://a.example/x?y=1 http://'),
  ).toEqual(['https://a.example/x?y=1', 'http://localhost:80/']);
  const many = Array.from({ length: 9 }, (_, index) => `http://h${index}/`).join(' ');
  expect(linksIn(many)).toEqual(['http://h8/', 'http://h7/', 'http://h6/', 'http://h5/', 'http://h4/']);
});

it('leaves a link the brackets that are its own', () => {
  const page = 'https://en.wikipedia.org/wiki/A_(b)';
  for (const text of [page, `(${page})`, `see ${page}.`, `[it](${page}),`, `{${page}}`])
    expect(linksIn(text)).toEqual([page]);
  expect(linksIn('[http://[::1]:80/x]')).toEqual(['http://[::1]:80/x']);
});
