import { expect, it } from 'vitest';
import { linkTarget } from './link-target.ts';

const addressOf = (name: string): string | undefined => ({ node2: '192.168.0.17' })[name];

it.each([
  ['http://localhost:8080/a?b=1', 'localhost:8080/a?b=1'],
  ['http://127.0.0.1:5000', '127.0.0.1:5000/'],
  ['http://0.0.0.0:5000/', 'localhost:5000/'],
  ['http://172.17.0.2/', '172.17.0.2/'],
  ['http://192.168.0.17:4000', '192.168.0.17:4000/'],
  ['http://node2:4000/x', '192.168.0.17:4000/x'],
  ['https://localhost:8443/', 'https://localhost:8443/'],
])('%s is shown in the browser panel', (url, address) => {
  expect(linkTarget(url, addressOf)).toEqual({ kind: 'machine', address });
});

it.each([
  'https://docs.docker.com/go/',
  'http://172.217.1.1/',
  'http://192.0.2.1/',
  'http://node7/',
  'http://10.evil.example/x',
])('%s is outside', (url) => {
  expect(linkTarget(url, addressOf)).toEqual({ kind: 'outside', url });
});
