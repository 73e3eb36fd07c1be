import { expect, it } from 'vitest';
import { decodePath, encodePath } from './percent-path.ts';

it.each([
  ['/a%20b', '/a b', '/a%20b'],
  ['/caf%C3%A9', '/caf\u00e9', '/caf%C3%A9'],
  ['/old/%ff', '/old/\udcff', '/old/%ff'],
  ['/%c3%a4%fe%41', '/\u00e4\udcfeA', '/%C3%A4%feA'],
  ['/%F0%9F%98%80', '/\u{1f600}', '/%F0%9F%98%80'],
  ['/100%', '/100%', '/100%25'],
])('%s is decoded and comes back', (raw, path, again) => {
  expect([decodePath(raw), encodePath(path)]).toEqual([path, again]);
});
