import type { BuildMessage } from '../../api/build-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes } from '../../lib/bytes.ts';
import { textWidth, truncateText } from '../../lib/text-width.ts';
import {
  BuildModel,
  CANCELED,
  failedStepText,
  seconds,
  statusText,
  warningText,
  type BuildDisplay,
  type Step,
} from './build-model.ts';

/** A row of the display. */
interface Row {
  readonly text: string;
  /** What it took so far. */
  readonly ms: number;
  readonly done: boolean;
  readonly colour: string;
  /** The last lines of what its step wrote, while that runs. */
  readonly log: readonly string[];
}

const BLUE = '34';
const RED = '31';
const YELLOW = '33';
/** Lines of a running step's output, and those that have to be free for them. */
const LOG_ROWS = 6;
const FREE_ROWS = LOG_ROWS + 3;
const BUILDER = 'docker:default';

/** The display that is redrawn on a terminal. @see buildkit v0.22 util/progress/progressui/display.go ttyDisplay */
export class TerminalDisplay implements BuildDisplay {
  readonly model = new BuildModel();
  readonly #out: OpenFile;
  readonly #now: () => number;
  readonly #startedMs: number;
  readonly #colours: boolean;
  #drawnRows = 0;
  #ended = false;

  constructor(out: OpenFile, now: () => number, colours: boolean) {
    this.#out = out;
    this.#now = now;
    this.#startedMs = now();
    this.#colours = colours;
  }

  async take(message: BuildMessage): Promise<void> {
    this.model.take(message);
    if (!('result' in message) && message.vertexes) await this.#draw();
  }

  /** Shows how time goes by. Resolves false once the build has ended. */
  async redraw(): Promise<boolean> {
    if (!this.#ended && this.model.steps.size > 0) await this.#draw();
    return !this.#ended;
  }

  finish(): Promise<void> {
    return this.#end('');
  }

  fail(): Promise<void> {
    return this.#end(failedStepText(this.model));
  }

  cancel(): Promise<void> {
    this.model.cancel(this.#now());
    return this.#end('');
  }

  async #end(text: string): Promise<void> {
    this.#ended = true;
    await this.#draw();
    const below = text + warningText(this.model.warnings);
    if (below) await this.#out.write(toBytes(below));
  }

  async #draw(): Promise<void> {
    const { columns, rows: height } = this.#out.tty?.getSize() ?? { columns: 80, rows: 24 };
    const all = [...this.model.steps.values()].flatMap((step) => rowsOf(step, this.model, this.#now()));
    const shown = this.#ended ? all : fitHeight(all, height - 2);
    const hasRoom = !this.#ended && height - 2 - shown.length > FREE_ROWS;
    const lines = [this.#header(columns), ...shown.flatMap((row) => this.#format(row, columns, hasRoom))];
    const up = this.#drawnRows ? `\x1b[${this.#drawnRows}A` : '';
    this.#drawnRows = lines.length;
    await this.#out.write(toBytes(`${up}\x1b[J${lines.map((line) => `${line}\n`).join('')}`));
  }

  #header(columns: number): string {
    const steps = [...this.model.steps.values()];
    const done = steps.filter(({ vertex }) => vertex.completedMs !== undefined).length;
    const state = this.#ended && done > 0 && done === steps.length ? 'FINISHED' : '';
    const time = seconds(this.#now() - this.#startedMs);
    return align(`[+] Building ${time}s (${done}/${steps.length}) ${state}`, BUILDER, columns - 1);
  }

  #format(row: Row, columns: number, hasRoom: boolean): string[] {
    const time = ` ${seconds(row.ms < 50 ? 0 : row.ms)}s`;
    const text = truncateText(row.text, Math.max(12, columns - time.length - 2));
    const line = align(text, time, columns - 1);
    const coloured = row.done && this.#colours ? `\x1b[${row.colour}m${line}\x1b[0m` : line;
    const log = hasRoom ? row.log.map((entry) => truncateText(` => => # ${entry}`, columns - 1)) : [];
    return [coloured, ...log];
  }
}

/** Both sides of a line of this width. */
function align(left: string, right: string, width: number): string {
  return `${left}${' '.repeat(Math.max(0, width - textWidth(left) - right.length - 1))} ${right}`;
}

function rowsOf(step: Step, model: BuildModel, nowMs: number): Row[] {
  const { vertex } = step;
  const done = vertex.completedMs !== undefined;
  const row = (text: string, ms: number, isDone: boolean, colour = BLUE): Row => ({
    text: ` => ${text}`,
    ms,
    done: isDone,
    colour,
    log: [],
  });
  const since = (from: number | undefined, to: number | undefined): number => (to ?? nowMs) - (from ?? nowMs);
  const canceled = vertex.error === CANCELED;
  const failed = vertex.error !== undefined && !canceled;
  const mark = `${vertex.cached ? 'CACHED ' : ''}${canceled ? 'CANCELED ' : ''}${failed ? 'ERROR ' : ''}`;
  const colour = canceled ? YELLOW : failed ? RED : BLUE;
  return [
    {
      ...row(
        mark + vertex.name.replaceAll('\t', ' '),
        since(vertex.startedMs, vertex.completedMs),
        done,
        colour,
      ),
      log: done ? [] : step.log.lines.slice(-LOG_ROWS).map(({ text }) => text),
    },
    ...[...step.statuses.values()].map((status) =>
      row(
        `=> ${statusText(status)}`,
        since(status.startedMs, status.completedMs),
        status.completedMs !== undefined,
      ),
    ),
    ...model.warnings
      .filter((warning) => warning.vertex === vertex.digest)
      .map(({ rule, message, startLine }) =>
        row(`WARN: ${rule}: ${message} (line ${startLine})`, 0, true, YELLOW),
      ),
  ];
}

/** The last rows that there is room for; what still goes on is not cut off for what is done. @see buildkit v0.22 display.go wrapHeight */
function fitHeight(rows: readonly Row[], limit: number): readonly Row[] {
  if (rows.length <= limit) return rows;
  const hidden = rows.slice(0, rows.length - limit).filter(({ done }) => !done);
  const visible = rows.slice(rows.length - limit);
  const doneFirst = visible.filter(({ done }) => done).slice(0, hidden.length);
  const kept = visible.filter((row) => !doneFirst.includes(row));
  const room = limit - kept.length;
  return room > 0 ? [...hidden.slice(-room), ...kept] : kept;
}
