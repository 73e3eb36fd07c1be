import type { Process } from '../../../kernel/process.ts';
import type { Tty } from '../../../kernel/tty/tty.ts';
import type { KeySource } from '../../support/key-source.ts';
import type { PagedText } from './paged-text.ts';

/** Forward only; over at the last line. @see more(1) */
export async function more(proc: Process, screen: Tty, keys: KeySource, text: PagedText): Promise<void> {
  let at = 0;
  for (let count = screen.getSize().rows - 1; ;) {
    await text.load(at + count + 1);
    const rows = text.rows.slice(at, at + count);
    await proc.out(rows.map((line) => `${line}\n`).join(''));
    at += count;
    if (at >= text.rows.length && text.ended) return;
    await text.load(Infinity);
    await proc.out(`\x1b[7m--More--(${Math.floor((at * 100) / text.rows.length)}%)\x1b[27m`);
    const key = await keys.next();
    await proc.out('\r\x1b[K');
    if (key === undefined || /^[qQ]?$/.test(key)) return;
    count = /^[\r\nj]/.test(key) ? 1 : screen.getSize().rows - 1;
  }
}
