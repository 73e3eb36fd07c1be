import type { BuildMessage, BuildVertex, BuildVertexStatus, BuildWarning } from '../../api/build-types.ts';
import { formatHumanSize } from '../../lib/human-size.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import { truncateText } from '../../lib/text-width.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';

interface Step {
  readonly number: number;
  vertex: BuildVertex;
  readonly statuses: Map<string, BuildVertexStatus>;
  readonly log: StepLog;
  shown: boolean;
}

/** A line of a step's output and the milliseconds since the step began. */
interface LogLine {
  readonly sinceMs: number;
  readonly text: string;
}

/** Output of a step by lines; what has no newline yet is a line too. */
class StepLog {
  readonly lines: LogLine[] = [];
  #open: LogLine | undefined;

  add(text: string, sinceMs: number): void {
    const parts = text.split('\n');
    if (this.#open) {
      this.lines[this.lines.length - 1] = { ...this.#open, text: this.#open.text + (parts.shift() ?? '') };
    }
    const rest = parts.at(-1) === '' ? parts.slice(0, -1) : parts;
    for (const part of rest) this.lines.push({ sinceMs, text: part });
    this.#open = text.endsWith('\n') ? undefined : this.lines.at(-1);
  }
}

/** Three digits after the point below 10 s, two below 100 s, one above. @see buildkit v0.22 util/progress/progressui/display.go */
function sinceText(ms: number): string {
  const digits = ms < 10_000 ? 3 : ms < 100_000 ? 2 : 1;
  return (ms / 1000).toFixed(digits);
}

/** What a build has told so far. */
class BuildModel {
  readonly steps = new Map<string, Step>();
  readonly warnings: BuildWarning[] = [];
  imageId = '';

  take(message: BuildMessage): void {
    if ('result' in message) {
      this.imageId = message.result.imageId;
      return;
    }
    for (const vertex of message.vertexes ?? []) {
      const step = this.steps.get(vertex.digest);
      if (step) step.vertex = { ...step.vertex, ...vertex };
      else
        this.steps.set(vertex.digest, {
          number: this.steps.size + 1,
          vertex,
          statuses: new Map(),
          log: new StepLog(),
          shown: false,
        });
    }
    for (const status of message.statuses ?? [])
      this.steps.get(status.vertex)?.statuses.set(status.id, status);
    for (const { vertex, timeMs, data } of message.logs ?? []) {
      const step = this.steps.get(vertex);
      step?.log.add(toText(data), timeMs - (step.vertex.startedMs ?? timeMs));
    }
    this.warnings.push(...(message.warnings ?? []));
  }
}

const seconds = (ms: number): string => (ms / 1000).toFixed(1);

function statusText(status: BuildVertexStatus): string {
  const sizes = status.total
    ? ` ${formatHumanSize(status.current)} / ${formatHumanSize(status.total)}`
    : status.current
      ? ` ${formatHumanSize(status.current)}`
      : '';
  const colon = status.name.startsWith('transferring') ? ':' : '';
  return status.name + colon + sizes.replace(/(\d) ?([kMG]?B)/g, '$1$2');
}

/** `--progress=plain`: a block of lines a step. @see buildkit v0.22 util/progress/progressui */
export async function printPlain(out: OpenFile, messages: AsyncIterable<BuildMessage>): Promise<string> {
  const model = new BuildModel();
  const write = (text: string): void | Promise<void> => out.write(toBytes(text));
  await write('#0 building with "default" instance using docker driver\n\n');
  let last = 0;
  const partial = new Map<string, string>();
  try {
    for await (const message of messages) {
      model.take(message);
      if ('result' in message) continue;
      for (const { digest } of message.vertexes ?? []) {
        const step = model.steps.get(digest);
        if (!step || step.shown) continue;
        step.shown = true;
        await write(`${last ? '\n' : ''}#${step.number} ${step.vertex.name}\n`);
        last = step.number;
      }
      for (const status of message.statuses ?? []) {
        const step = model.steps.get(status.vertex);
        if (step)
          await write(
            `#${step.number} ${statusText(status)}${status.completedMs === undefined ? '' : timed(status)}\n`,
          );
      }
      for (const log of message.logs ?? []) {
        const step = model.steps.get(log.vertex);
        if (!step) continue;
        const text = (partial.get(log.vertex) ?? '') + toText(log.data);
        const lines = text.split('\n');
        partial.set(log.vertex, lines.pop() ?? '');
        for (const line of lines)
          await write(`#${step.number} ${sinceText(log.timeMs - (step.vertex.startedMs ?? 0))} ${line}\n`);
      }
      for (const vertex of message.vertexes ?? []) {
        const step = model.steps.get(vertex.digest);
        if (step && vertex.completedMs !== undefined) await write(`#${step.number} ${ending(step.vertex)}\n`);
      }
    }
  } catch (error) {
    await printFailedStep(out, model);
    throw error;
  }
  await write(warningText(model.warnings));
  return model.imageId;
}

function timed(status: BuildVertexStatus): string {
  const ms = (status.completedMs ?? 0) - (status.startedMs ?? 0);
  return ms >= 100 && status.total ? ` ${seconds(ms)}s done` : ' done';
}

function ending(vertex: BuildVertex): string {
  if (vertex.error !== undefined) return `ERROR: ${vertex.error}`;
  return vertex.cached ? 'CACHED' : `DONE ${seconds((vertex.completedMs ?? 0) - (vertex.startedMs ?? 0))}s`;
}

/** The log of the step that failed, once more. */
async function printFailedStep(out: OpenFile, model: BuildModel): Promise<void> {
  const failed = [...model.steps.values()].find((step) => step.vertex.error !== undefined);
  if (!failed) return;
  const rows = failed.log.lines.map(({ sinceMs, text }) => `${sinceText(sinceMs)} ${text}\n`).join('');
  await out.write(toBytes(`------\n > ${failed.vertex.name}:\n${rows}------\n`));
}

function warningText(warnings: readonly BuildWarning[]): string {
  if (warnings.length === 0) return '';
  const rows = warnings.map(({ rule, message, startLine }) => ` - ${rule}: ${message} (line ${startLine})\n`);
  return `\n ${warnings.length} warning${warnings.length === 1 ? '' : 's'} found (use docker --debug to expand):\n${rows.join('')}`;
}

/** The display that is redrawn on a terminal. */
export async function printTerminal(
  out: OpenFile,
  messages: AsyncIterable<BuildMessage>,
  now: () => number,
  thread: (redraw: () => Promise<boolean>) => void,
): Promise<string> {
  const model = new BuildModel();
  const started = now();
  let drawn = 0;
  let finished = false;
  const draw = async (header: string): Promise<void> => {
    const size = out.tty?.getSize() ?? { columns: 80, rows: 24 };
    const rows = screenRows(model, now(), size.columns).slice(-(size.rows - 2));
    const text = [
      `[+] Building ${seconds(now() - started)}s (${doneCount(model)}/${model.steps.size}) ${header.padStart(0)}`,
      ...rows,
    ];
    const up = drawn ? `\x1b[${drawn}A` : '';
    drawn = text.length;
    await out.write(toBytes(`${up}\x1b[J${text.map((row) => `${row}\n`).join('')}`));
  };
  thread(async () => {
    if (finished) return false;
    if (model.steps.size) await draw('docker:default');
    return true;
  });
  try {
    for await (const message of messages) {
      model.take(message);
      if (!('result' in message) && message.vertexes) await draw('docker:default');
    }
  } catch (error) {
    finished = true;
    await draw('ERROR'.padEnd(8) + ' docker:default');
    await printFailedStep(out, model);
    throw error;
  }
  finished = true;
  await draw('FINISHED docker:default');
  await out.write(toBytes(warningText(model.warnings)));
  return model.imageId;
}

function doneCount(model: BuildModel): number {
  return [...model.steps.values()].filter((step) => step.vertex.completedMs !== undefined).length;
}

const LOG_ROWS = 5;

function screenRows(model: BuildModel, nowMs: number, columns: number): string[] {
  const rows: string[] = [];
  for (const step of model.steps.values()) {
    const { vertex } = step;
    const running = vertex.completedMs === undefined;
    const mark = vertex.error === undefined ? (vertex.cached ? 'CACHED ' : '') : 'ERROR ';
    rows.push(
      row(
        ` => ${mark}${vertex.name}`,
        seconds((vertex.completedMs ?? nowMs) - (vertex.startedMs ?? nowMs)),
        columns,
      ),
    );
    const parts = [...step.statuses.values()];
    for (const status of parts)
      rows.push(
        row(
          ` => => ${statusText(status)}`,
          seconds((status.completedMs ?? nowMs) - (status.startedMs ?? nowMs)),
          columns,
        ),
      );
    if (running)
      for (const { text } of step.log.lines.slice(-LOG_ROWS))
        rows.push(truncateText(` => => # ${text}`, columns - 1));
  }
  return rows;
}

function row(left: string, time: string, columns: number): string {
  const width = Math.max(20, columns - time.length - 3);
  const text = truncateText(left, width);
  return `${text}${' '.repeat(Math.max(1, width - text.length))}${time}s`;
}
