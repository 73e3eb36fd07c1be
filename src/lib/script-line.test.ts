import { expect, it } from 'vitest';
import { readScriptLine } from './script-line.ts';

it.each([
  ['docker ps', { command: 'docker ps' }],
  ['@node2 docker ps # fails', { machine: 'node2', command: 'docker ps # fails' }],
  ['@node3 for i in 1 2\ndo echo; done', { machine: 'node3', command: 'for i in 1 2\ndo echo; done' }],
  ['@node2 join JOIN_TOKEN', { machine: 'node2', command: 'join JOIN_TOKEN', needsToken: true }],
  ['@off node2', { machine: 'node2', deed: 'off', command: '@off node2' }],
  ['@on node2 ', { machine: 'node2', deed: 'on', command: '@on node2 ' }],
  ['@cut node2', { machine: 'node2', deed: 'unplug', command: '@cut node2' }],
  ['@plug node2', { machine: 'node2', deed: 'plug', command: '@plug node2' }],
  ['@cut', { command: '@cut' }],
])('%s', (line, read) => {
  expect(readScriptLine(line)).toEqual(read);
});
