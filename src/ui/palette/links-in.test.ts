import { expect, it } from 'vitest';
import { linksIn } from './links-in.ts';

it('finds the newest links of a terminal, each once, without what ends their sentence', () => {
  expect(
    linksIn('see https://a.example/x?y=1, or (http://localhost:80/).\nhttps://a.example/x?y=1 http://'),
  ).toEqual(['https://a.example/x?y=1', 'http://localhost:80/']);
  const many = Array.from({ length: 9 }, (_, index) => `http://h${index}/`).join(' ');
  expect(linksIn(many)).toEqual(['http://h8/', 'http://h7/', 'http://h6/', 'http://h5/', 'http://h4/']);
});
