import { textWidth } from '../../../lib/text-width.ts';
import type { ProgressEvent } from './progress-event.ts';

/** A row of the screen: a thing, and since when. */
interface Row {
  readonly event: ProgressEvent;
  readonly startMs: number;
  readonly endMs: number | undefined;
}

const SPINNER = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏'];
const SPIN_MS = 100;

const colour = (code: string) => (text: string) => (text === '' ? '' : `\x1b[${code}m${text}\x1b[0m`);
const GREEN = colour('32');
const CYAN = colour('36');
const BLUE = colour('34');
const YELLOW = colour('33');
const STATUS = {
  working: (text: string) => text,
  done: GREEN,
  warning: colour('33;1'),
  error: colour('31;1'),
};
const MARK = { done: '✔', warning: '!', error: '✘' };

/** What a terminal shows of a run of operations: a headline with a count, a row for each thing. @see docker/compose v2.36.2 pkg/progress/tty.go */
export class ProgressScreen {
  readonly #title: string;
  readonly #prefix: string;
  readonly #rows = new Map<string, Row>();
  #lines = 0;
  #drawn = false;

  /** @param prefix before each name, coloured */
  constructor(title: string, prefix = '') {
    this.#title = title;
    this.#prefix = prefix;
  }

  see(event: ProgressEvent, nowMs: number): void {
    const known = this.#rows.get(event.id);
    const ended = event.status !== 'working';
    const endMs = ended ? (known?.endMs ?? nowMs) : undefined;
    this.#rows.set(event.id, { event, startMs: known?.startMs ?? nowMs, endMs });
  }

  /** The bytes that draw it anew over what was drawn before. */
  draw(nowMs: number, columns: number): string {
    if (this.#rows.size === 0) return '';
    const up = this.#drawn ? `\x1b[${this.#lines + 1}A` : '';
    const rows = [...this.#rows.values()];
    const finished = rows.filter(({ event }) => event.status === 'done').length;
    const headline = `[+] ${this.#title} ${finished}/${this.#lines}`;
    const all = this.#lines !== 0 && finished === this.#lines;
    const padding = Math.max(...rows.map(({ event }) => textWidth(nameOf(event))));
    const lines = rows
      .filter(({ event }) => event.parent === undefined)
      .flatMap((row) => [
        formatRow(row, this.#prefix, '', padding, nowMs, columns),
        ...rows
          .filter(({ event }) => event.parent === row.event.id)
          .map((child) => formatRow(child, this.#prefix, '  ', padding - 2, nowMs, columns)),
      ]);
    this.#drawn = true;
    this.#lines = lines.length;
    return `${up}\x1b[0G\x1b[?25l${all ? BLUE(headline) : headline}\x1b[K\n${lines.join('')}\x1b[?25h`;
  }
}

function nameOf({ id, text = '' }: ProgressEvent): string {
  return `${id} ${text}`;
}

function formatRow(
  { event, startMs, endMs }: Row,
  prefix: string,
  indent: string,
  padding: number,
  nowMs: number,
  columns: number,
): string {
  const { status, statusText = '' } = event;
  const spin = SPINNER[Math.floor((nowMs - startMs) / SPIN_MS) % SPINNER.length] ?? '';
  const mark = status === 'working' ? spin : MARK[status];
  const paint = status === 'working' ? YELLOW : STATUS[status];
  const name = nameOf(event);
  const gap = ' '.repeat(Math.max(0, padding - textWidth(name)));
  const room = columns - textWidth(name) - padding - 15;
  const shown = room > 0 && statusText.length > room ? `${statusText.slice(0, room)}...` : statusText;
  const timer = `${(((endMs ?? nowMs) - startMs) / 1000).toFixed(1)}s `;
  const width = textWidth(`${indent} ${mark}${prefix} ${name}${gap} ${shown}`);
  const space = ' '.repeat(Math.max(0, columns - width - timer.length));
  return `${indent} ${paint(mark)}${CYAN(prefix)} ${name}${gap} ${STATUS[status](shown)}${space}${BLUE(timer)}\n`;
}
