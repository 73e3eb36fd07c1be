import { expect, it } from 'vitest';
import { copiedMode, copyModeKey, isCopyMode } from './copy-mode.ts';

it.each([
  ['', 0o640, 0o640],
  ['755', 0o640, 0o755],
  ['01777', 0o640, 0o1777],
  ['+x', 0o640, 0o751],
  ['u=rwX,go=rX', 0o600, 0o644],
  ['u=rwX,go=rX', 0o700, 0o755],
  ['g=u,o-rwx', 0o604, 0o660],
])('--chmod=%s of a file with %d', (text, mode, wanted) => {
  expect(copiedMode(text, mode, false)).toBe(wanted);
});

it('lets folders be entered with X', () => {
  expect(copiedMode('u=rwX,go=rX', 0o600, true)).toBe(0o755);
});

it('knows what is no mode, and which are the same', () => {
  expect(['644', '07777', 'a+rX', 'u=g'].map(isCopyMode)).toEqual([true, true, true, true]);
  expect(['10000', '888', 'rwx', 'u+q'].map(isCopyMode)).toEqual([false, false, false, false]);
  expect(copyModeKey('0644')).toBe(copyModeKey('644'));
});
