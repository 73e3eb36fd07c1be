/** What a key does in the terminal before the shell sees it. */
export type KeyAction = 'shell' | 'leave' | 'copy' | 'paste';

export type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'shiftKey' | 'altKey' | 'metaKey'>;

/**
 * `leave`: the page has it: Shift+Tab is the way out of the terminal (WCAG 2.1.2), Ctrl+S saves the open file, Ctrl+Alt+Z undoes,
 * Ctrl+Alt+E explains. `copy`: there is a selection, so Ctrl+C does not
 * interrupt. `paste`: the browser's own paste event does it. Everything else is the shell's.
 */
export function keyAction(press: KeyPress, hasSelection: boolean): KeyAction {
  const { key, ctrlKey, shiftKey, altKey, metaKey } = press;
  if (timelineKey(press) || isExplainKey(press)) return 'leave';
  if (key === 'Tab' && shiftKey && !ctrlKey && !altKey) return 'leave';
  if (altKey) return 'shell';
  if (key === 'Insert' && shiftKey) return 'paste';
  if (key === 'Insert' && ctrlKey) return hasSelection ? 'copy' : 'shell';
  const letter = key.toLowerCase();
  const command = ctrlKey || metaKey;
  if (command && letter === 's') return 'leave';
  if (command && letter === 'v') return 'paste';
  if (command && letter === 'c' && (hasSelection || shiftKey || metaKey)) return 'copy';
  return 'shell';
}

/** Ctrl+Alt+Z and, with Shift, the way back: no program of a terminal has them. What AltGr types is text. */
export function timelineKey({
  key,
  ctrlKey,
  shiftKey,
  altKey,
  metaKey,
}: KeyPress): 'undo' | 'redo' | undefined {
  if (!ctrlKey || !altKey || metaKey || key.toLowerCase() !== 'z') return undefined;
  return shiftKey ? 'redo' : 'undo';
}

/** Ctrl+Alt+E shows and hides the explanation. */
export function isExplainKey({ key, ctrlKey, altKey, metaKey }: KeyPress): boolean {
  return ctrlKey && altKey && !metaKey && key.toLowerCase() === 'e';
}
