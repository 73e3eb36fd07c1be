import { expect, it } from 'vitest';
import { fileToOpen, folderOf, folderText, freeName, isLeftOut, tooMuch } from './bring-files.ts';

const MB = 1024 * 1024;

it('is too much over 64 MB, alone or together, or over 5,000 files', () => {
  expect(tooMuch([{ path: 'a', sizeBytes: 64 * MB }])).toBeUndefined();
  expect(tooMuch([{ path: 'a', sizeBytes: 65 * MB }])).toBe('a is too large: over 64 MB.');
  expect(tooMuch(['a', 'b'].map((path) => ({ path, sizeBytes: 40 * MB })))).toMatch('together');
  expect(tooMuch(Array.from({ length: 5001 }, () => ({ path: 'x', sizeBytes: 1 })))).toMatch('too many');
});

it('leaves out what nobody wants', () => {
  expect(['app/.git/config', 'node_modules/x/y.js', '.DS_Store', '__MACOSX/a'].every(isLeftOut)).toBe(true);
  expect(['.gitignore', 'app/node_modules.txt', '.dockerignore'].some(isLeftOut)).toBe(false);
});

it('goes into the folder of the shell it is dropped on', () => {
  const session = { terminalMachines: { 'terminal-2': 'node2' } };
  expect(folderOf(session, 'terminal-1', '/tmp')).toEqual({ machine: 'node1', path: '/tmp' });
  expect(folderOf(session, 'terminal-1', undefined)).toBeUndefined();
  expect(folderOf(session, 'terminal-2', undefined)).toEqual({ machine: 'node2', path: '/root' });
  expect(folderText({ machine: 'node2', path: '/tmp' })).toBe('/tmp on node2');
  expect(folderText({ machine: 'node1', path: '/tmp' })).toBe('/tmp');
});

it('opens a compose file, else a Dockerfile, the outermost', () => {
  expect(fileToOpen(['a/compose.yaml', 'docker-compose.yml', 'Dockerfile'])).toBe('docker-compose.yml');
  expect(fileToOpen(['app/Dockerfile', 'app/x/dockerfile', 'index.html'])).toBe('app/Dockerfile');
  expect(fileToOpen(['api.Dockerfile'])).toBe('api.Dockerfile');
  expect(fileToOpen(['index.html'])).toBeUndefined();
});

it('finds a name that is not taken', () => {
  expect(freeName('app', [])).toBe('app');
  expect(freeName('app', ['app', 'app-2'])).toBe('app-3');
});
