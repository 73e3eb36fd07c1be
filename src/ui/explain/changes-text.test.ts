import { expect, it } from 'vitest';
import type { PointRecord } from '../../world/mirror.ts';
import { changesText } from './changes-text.ts';

const point = (changes: Partial<PointRecord>): PointRecord => ({
  id: 1,
  order: 1,
  cause: 'command',
  label: 'docker run nginx',
  terminal: 'one',
  atMs: 0,
  changes: [{ kind: 'container', name: 'web', change: 'added' }],
  changeCount: 1,
  place: 'current',
  ...changes,
});
const command = { terminal: 'one', line: 'docker run nginx', status: 0 };

it('tells what the last step of that terminal changed', () => {
  expect(changesText(command, [point({}), point({ id: 2, terminal: 'two' })])).toBe(
    'Changed: Container web: new.',
  );
  expect(changesText(command, [point({ changes: [], changeCount: 0 })])).toBe('It changed nothing.');
  expect(changesText(command, [point({ changeCount: 9 })])).toBe('Changed: Container web: new; and 8 more.');
  expect(changesText(command, [point({ place: 'ahead' })])).toBe(
    'It was undone. Changed: Container web: new.',
  );
});

it('says nothing of another command, and of one that runs that it does', () => {
  expect(changesText(command, [point({}), point({ id: 2, label: 'ls' })])).toBeUndefined();
  expect(changesText({ terminal: 'one', line: 'top' }, [])).toBe('It is still running.');
});
