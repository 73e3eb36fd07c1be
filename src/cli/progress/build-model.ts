import type { BuildMessage, BuildVertex, BuildVertexStatus, BuildWarning } from '../../api/build-types.ts';
import { toText } from '../../lib/bytes.ts';
import { formatHumanSize } from '../../lib/human-size.ts';

export interface Step {
  readonly number: number;
  vertex: BuildVertex;
  readonly statuses: Map<string, BuildVertexStatus>;
  readonly log: StepLog;
  shown: boolean;
}

/** A line of a step's output and the milliseconds since the step began. */
export interface LogLine {
  readonly sinceMs: number;
  readonly text: string;
}

/** Output of a step by lines; what has no newline yet is a line too. */
export class StepLog {
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
export function sinceText(ms: number): string {
  const digits = ms < 10_000 ? 3 : ms < 100_000 ? 2 : 1;
  return (ms / 1000).toFixed(digits);
}

/** What a build has told so far. */
export class BuildModel {
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

  /** The build is cancelled: what was not done never will be. */
  cancel(nowMs: number): void {
    for (const step of this.steps.values())
      if (step.vertex.completedMs === undefined)
        step.vertex = { ...step.vertex, completedMs: nowMs, error: CANCELED };
  }
}

/** The error of a step that was cancelled, as Go words it. */
export const CANCELED = 'context canceled';

/** The log of the step that failed, once more; nothing where none did. */
export function failedStepText(model: BuildModel): string {
  const failed = [...model.steps.values()].find(
    ({ vertex }) => vertex.error !== undefined && vertex.error !== CANCELED,
  );
  if (!failed) return '';
  const rows = failed.log.lines.map(({ sinceMs, text }) => `${sinceText(sinceMs)} ${text}\n`).join('');
  return `------\n > ${failed.vertex.name}:\n${rows}------\n`;
}

/** What the checks found, below everything else. @see buildx v0.24 commands/build.go printWarnings */
export function warningText(warnings: readonly BuildWarning[]): string {
  if (warnings.length === 0) return '';
  const rows = warnings.map(({ rule, message, startLine }) => ` - ${rule}: ${message} (line ${startLine})\n`);
  return `\n ${warnings.length} warning${warnings.length === 1 ? '' : 's'} found (use docker --debug to expand):\n${rows.join('')}`;
}

/** `1.5` */
export const seconds = (ms: number): string => (ms / 1000).toFixed(1);

/** `transferring context: 2B`, `sha256:… 1.05MB / 3.62MB` */
export function statusText(status: BuildVertexStatus): string {
  const sizes = status.total
    ? ` ${formatHumanSize(status.current)} / ${formatHumanSize(status.total)}`
    : status.current
      ? ` ${formatHumanSize(status.current)}`
      : '';
  const colon = status.name.startsWith('transferring') ? ':' : '';
  return status.name + colon + sizes.replace(/(\d) ?([kMG]?B)/g, '$1$2');
}

/** Shows a build as it goes on; exactly one of the last three ends it. */
export interface BuildDisplay {
  readonly model: BuildModel;
  take(message: BuildMessage): Promise<void>;
  finish(): Promise<void>;
  fail(): Promise<void>;
  cancel(): Promise<void>;
}
