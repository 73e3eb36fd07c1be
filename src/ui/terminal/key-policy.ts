/** What a key does in the terminal before the shell sees it. */
export type KeyAction = 'shell' | 'leave' | 'copy' | 'paste' | 'find';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/**
 * `leave`: the page has it: Shift+Tab is the way out of the terminal (WCAG 2.1.2), Ctrl+S saves the open file, Ctrl+Alt and a letter are the
 * page's own keys. `copy`: there is a selection, so Ctrl+C does not
 * interrupt. `paste`: the browser's own paste event does it. `find`: Ctrl+Shift+F, as in other terminals. Everything else is the shell's.
 */
export function keyAction(press: KeyPress, hasSelection: boolean): KeyAction {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = press;
  if (pageKey(press)) return 'leave';
  if (key === 'Tab' && shiftKey && !ctrlKey && !altKey) return 'leave';
  if (altKey) return 'shell';
  if (key === 'Insert' && shiftKey) return 'paste';
  if (key === 'Insert' && ctrlKey) return hasSelection ? 'copy' : 'shell';
  const letter = key.toLowerCase();
  const command = ctrlKey || metaKey;
  if (command && letter === 's') return 'leave';
  if (command && shiftKey && letter === 'f') return 'find';
  if (command && letter === 'v') return 'paste';
  if (command && letter === 'c' && (hasSelection || shiftKey || metaKey)) return 'copy';
  return 'shell';
}

/** What keys of the page do wherever the focus is. */
export type PageKey = 'undo' | 'redo' | 'palette' | 'next' | 'explain' | 'split' | 'pane' | 'picture';

const PAGE_KEYS: Readonly<Record<string, PageKey>> = {
  z: 'undo',
  k: 'palette',
  n: 'next',
  e: 'explain',
  p: 'split',
  o: 'pane',
  w: 'picture',
};

/** Ctrl+Alt and a letter: no program of a terminal has them. What AltGr types is text, which only the caller can know. */
export function pageKey({ key, ctrlKey, shiftKey, altKey, metaKey }: KeyPress): PageKey | undefined {
  if (!ctrlKey || !altKey || metaKey) return undefined;
  const letter = key.toLowerCase();
  if (shiftKey) return letter === 'z' ? 'redo' : undefined;
  return PAGE_KEYS[letter];
}
