// @vitest-environment jsdom
import type { Terminal } from '@xterm/xterm';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CursorBlink, PHASE_MS } from './cursor-blink.ts';

let element: HTMLElement;
let textarea: HTMLTextAreaElement;
let blink: CursorBlink;
let moveCursor: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('matchMedia', () => ({ matches: false }));
  element = document.body.appendChild(document.createElement('div'));
  textarea = element.appendChild(document.createElement('textarea'));
  const onCursorMove = (listener: () => void) => {
    moveCursor = listener;
    return { dispose: () => (moveCursor = () => undefined) };
  };
  blink = new CursorBlink();
  blink.activate({ element, textarea, onCursorMove } as unknown as Terminal);
});

afterEach(() => {
  blink.dispose();
  element.remove();
  delete document.documentElement.dataset.motion;
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

/** Whether the cursor shows, at the end of each of so many phases. */
function phases(count: number): boolean[] {
  return Array.from({ length: count }, () => {
    vi.advanceTimersByTime(PHASE_MS);
    return !element.classList.contains('cursor-off');
  });
}

test('the cursor blinks while its terminal has the focus', () => {
  expect(phases(2)).toEqual([true, true]);
  textarea.focus();
  expect(phases(4)).toEqual([false, true, false, true]);
  expect(phases(1)).toEqual([false]);
  textarea.blur();
  expect(element.classList.contains('cursor-off')).toBe(false);
  expect(phases(3)).toEqual([true, true, true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('it stays where something is typed or printed', () => {
  textarea.focus();
  expect(phases(1)).toEqual([false]);
  moveCursor();
  expect(element.classList.contains('cursor-off')).toBe(false);
  vi.advanceTimersByTime(PHASE_MS - 1);
  textarea.dispatchEvent(new KeyboardEvent('keydown', { key: 'x' }));
  vi.advanceTimersByTime(PHASE_MS - 1);
  expect(element.classList.contains('cursor-off')).toBe(false);
  expect(phases(1)).toEqual([false]);
});

test('it does not blink in a window that is behind another', () => {
  textarea.focus();
  expect(phases(1)).toEqual([false]);
  vi.spyOn(document, 'hasFocus').mockReturnValue(false);
  textarea.dispatchEvent(new FocusEvent('blur'));
  expect(phases(2)).toEqual([true, true]);
  expect(vi.getTimerCount()).toBe(0);
});

test('it stands still where nothing is to move, and when its terminal has gone', () => {
  document.documentElement.dataset.motion = 'less';
  textarea.focus();
  expect(phases(3)).toEqual([true, true, true]);
  expect(vi.getTimerCount()).toBe(0);
  document.documentElement.dataset.motion = 'system';
  moveCursor();
  expect(phases(2)).toContain(false);
  blink.dispose();
  expect(vi.getTimerCount()).toBe(0);
});
