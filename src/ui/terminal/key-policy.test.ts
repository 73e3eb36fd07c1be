import { describe, expect, it } from 'vitest';
import { keyAction, type KeyPress } from './key-policy.ts';

const press = (text: string): KeyPress => {
  const parts = text.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
    metaKey: parts.includes('Meta'),
  };
};

describe('keyAction', () => {
  it.each([
    ['Tab', false, 'shell'],
    ['Shift+Tab', false, 'leave'],
    ['Ctrl+c', false, 'shell'],
    ['Ctrl+c', true, 'copy'],
    ['Ctrl+Shift+C', true, 'copy'],
    ['Meta+c', true, 'copy'],
    ['Ctrl+v', false, 'paste'],
    ['Ctrl+Shift+V', false, 'paste'],
    ['Meta+v', false, 'paste'],
    ['Shift+Insert', false, 'paste'],
    ['Ctrl+Insert', true, 'copy'],
    ['Ctrl+s', false, 'leave'],
    ['Ctrl+Alt+k', false, 'leave'],
    ['Ctrl+d', true, 'shell'],
    ['Alt+c', true, 'shell'],
    ['Ctrl+Alt+e', true, 'leave'],
    ['Ctrl+Alt+w', false, 'leave'],
    ['Ctrl+Alt+€', false, 'shell'],
    ['Ctrl+Alt+p', false, 'leave'],
    ['Ctrl+Alt+o', false, 'leave'],
    ['Alt+o', false, 'shell'],
    ['Ctrl+p', false, 'shell'],
    ['Ctrl+f', false, 'shell'],
    ['Ctrl+Shift+F', false, 'find'],
    ['Meta+Shift+f', false, 'find'],
    ['a', true, 'shell'],
  ] as const)('%s with selection %s: %s', (keys, selection, action) => {
    expect(keyAction(press(keys), selection)).toBe(action);
  });
});
