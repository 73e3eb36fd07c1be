import type { SerializeAddon } from '@xterm/addon-serialize';
import type { Terminal } from '@xterm/xterm';

/** Rows of a terminal kept over a reload: enough to read on, not enough to slow a save. */
const KEPT_ROWS = 600;

/**
 * What the terminal shows, as text that draws it again, ending at the start of a line. At a prompt the prompt's own line is left out: the next
 * shell draws its own.
 */
export function serializeScrollback(terminal: Terminal, addon: SerializeAddon, atPrompt: boolean): string {
  const buffer = terminal.buffer.normal;
  let last = buffer.baseY + buffer.cursorY;
  if (atPrompt) {
    while (last > 0 && buffer.getLine(last)?.isWrapped) last -= 1;
    last -= 1;
  }
  if (last < 0) return '';
  const range = { start: Math.max(0, last - KEPT_ROWS + 1), end: last };
  const text = addon.serialize({ range, excludeAltBuffer: true, excludeModes: true });
  return text === '' ? '' : `${text}\x1b[0m\r\n`;
}

/** Everything in the terminal as plain lines, wrapped rows joined, without the empty rest of the screen. */
export function plainText(terminal: Terminal): string {
  const buffer = terminal.buffer.active;
  const lines: string[] = [];
  for (let row = 0; row < buffer.length; row += 1) {
    const line = buffer.getLine(row);
    const continued = buffer.getLine(row + 1)?.isWrapped ?? false;
    const text = line?.translateToString(!continued) ?? '';
    if (line?.isWrapped) lines.push(`${lines.pop() ?? ''}${text}`);
    else lines.push(text);
  }
  return lines.join('\n').trimEnd();
}
