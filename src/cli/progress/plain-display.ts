import type { BuildMessage, BuildVertex, BuildVertexStatus } from '../../api/build-types.ts';
import type { OpenFile } from '../../kernel/files/open-file.ts';
import { toBytes, toText } from '../../lib/bytes.ts';
import {
  BuildModel,
  CANCELED,
  failedStepText,
  seconds,
  sinceText,
  statusText,
  warningText,
  type BuildDisplay,
  type Step,
} from './build-model.ts';
import { chooseStep } from './plain-turns.ts';

/** A step that has something to show, or had. */
export interface PlainStep {
  readonly step: Step;
  /** 0 until it is first shown. */
  number: number;
  /** Lines that wait for their turn, without the number. */
  waiting: string[];
  /** Output without its newline yet, with the time before it. */
  partial: string;
  /** What it told since `busySinceMs`; 0 after it had to stand back. */
  told: number;
  busySinceMs: number;
}

/** A layer that is fetched is told of again when so much more of it is there, or after so long. @see buildkit v0.22 progressui/printer.go */
const MIN_SHARE = 0.05;
const MIN_MS = 5000;
/** Between two looks at what was told. */
const LOOK_MS = 100;

/**
 * `--progress=plain`: a block of lines a step. One step has the floor until it ends, others wait with what they tell, but not for ever; a step that comes
 * back is named again. @see buildkit v0.22 util/progress/progressui/printer.go textMux
 */
export class PlainDisplay implements BuildDisplay {
  readonly model = new BuildModel();
  readonly #out: OpenFile;
  readonly #now: () => number;
  readonly #steps = new Map<string, PlainStep>();
  readonly #progress = new Map<string, { current: number; atMs: number }>();
  /** Those that have told something since the last look. */
  #touched = new Set<PlainStep>();
  #current: PlainStep | undefined;
  #count = 0;
  #shownMs = -Infinity;
  #ended = false;

  constructor(out: OpenFile, now: () => number) {
    this.#out = out;
    this.#now = now;
  }

  async begin(): Promise<void> {
    await this.#write('#0 building with "default" instance using docker driver\n\n');
  }

  async take(message: BuildMessage): Promise<void> {
    this.model.take(message);
    if ('result' in message) return;
    const { vertexes = [], statuses = [], warnings = [], logs = [] } = message;
    for (const { digest } of vertexes) this.#touch(digest);
    for (const status of statuses) {
      const of = this.#tell(status.vertex);
      if (this.#isNews(status)) of?.waiting.push(statusLine(status));
    }
    for (const { vertex, rule, message: text, startLine } of warnings)
      this.#tell(vertex)?.waiting.push(`WARN: ${rule}: ${text} (line ${startLine})`);
    for (const { vertex, data, timeMs } of logs) {
      const of = this.#tell(vertex);
      if (of) takeLog(of, toText(data), timeMs);
    }
    if (this.#now() - this.#shownMs >= LOOK_MS) await this.redraw();
  }

  /** Shows what was told since the last look. Resolves false once the build has ended. */
  async redraw(): Promise<boolean> {
    if (!this.#ended) await this.#write(this.#look());
    return !this.#ended;
  }

  finish(): Promise<void> {
    return this.#end(warningText(this.model.warnings));
  }

  fail(): Promise<void> {
    return this.#end(failedStepText(this.model) + warningText(this.model.warnings));
  }

  cancel(): Promise<void> {
    for (const of of this.#steps.values()) if (isRunning(of.step.vertex)) this.#touched.add(of);
    this.model.cancel(this.#now());
    return this.finish();
  }

  #end(text: string): Promise<void> {
    this.#ended = true;
    return this.#write(this.#look() + text);
  }

  #stepOf(digest: string): PlainStep | undefined {
    const known = this.#steps.get(digest);
    const step = this.model.steps.get(digest);
    if (known || !step) return known;
    const made = { step, number: 0, waiting: [], partial: '', told: 0, busySinceMs: this.#now() };
    this.#steps.set(digest, made);
    return made;
  }

  #touch(digest: string): PlainStep | undefined {
    const of = this.#stepOf(digest);
    if (of) this.#touched.add(of);
    return of;
  }

  /** Counts what a step tells. */
  #tell(digest: string): PlainStep | undefined {
    const of = this.#touch(digest);
    if (!of) return undefined;
    if (of.told === 0) of.busySinceMs = this.#now();
    of.told++;
    return of;
  }

  #isNews({ id, current, total, completedMs }: BuildVertexStatus): boolean {
    const last = this.#progress.get(id);
    const share = total > 0 && last ? (current - last.current) / total : 0;
    if (last && completedMs === undefined && share < MIN_SHARE && this.#now() - last.atMs < MIN_MS)
      return false;
    this.#progress.set(id, { current, atMs: this.#now() });
    return true;
  }

  /** What has ended, then the step whose turn it is. */
  #look(): string {
    const touched = [...this.#touched];
    this.#touched = new Set();
    this.#shownMs = this.#now();
    const ended = touched.filter(({ step }) => !isRunning(step.vertex)).sort(byEnd);
    const before = this.#current;
    let text = '';
    if (before && touched.includes(before)) text += this.#show(before);
    for (const of of ended) if (of !== before) text += this.#show(of);
    const running = [...this.#steps.values()].filter(({ step }) => isRunning(step.vertex));
    const next = chooseStep(running, this.#current, this.#now());
    return next && next !== this.#current ? text + this.#show(next) : text;
  }

  #show(of: PlainStep): string {
    const { vertex } = of.step;
    let text = '';
    if (of !== this.#current) {
      const blank = this.#count > 0 ? '\n' : '';
      text += this.#leave() + blank;
      of.number ||= ++this.#count;
      text += `#${of.number} ${vertex.name}\n`;
      this.#current = of;
    }
    if (!isRunning(vertex) && of.partial) of.waiting.push(of.partial);
    for (const line of of.waiting.splice(0)) text += `#${of.number} ${line}\n`;
    if (isRunning(vertex)) return text;
    this.#current = undefined;
    return `${text}#${of.number} ${ending(vertex)}\n`;
  }

  /** The step that has the floor stands back. */
  #leave(): string {
    if (!this.#current) return '';
    this.#current.told = 0;
    return `#${this.#current.number} ...\n`;
  }

  async #write(text: string): Promise<void> {
    if (text) await this.#out.write(toBytes(text));
  }
}

const byEnd = (one: PlainStep, other: PlainStep): number =>
  (one.step.vertex.completedMs ?? 0) - (other.step.vertex.completedMs ?? 0);

const isRunning = ({ completedMs }: BuildVertex): boolean => completedMs === undefined;

function takeLog(of: PlainStep, text: string, timeMs: number): void {
  const since = `${sinceText(timeMs - (of.step.vertex.startedMs ?? timeMs))} `;
  for (const [index, line] of text.split('\n').entries()) {
    if (index > 0) {
      of.waiting.push(of.partial || since);
      of.partial = '';
    }
    if (line) of.partial = (of.partial || since) + line;
  }
}

function statusLine(status: BuildVertexStatus): string {
  return `${statusText(status)}${status.completedMs === undefined ? '' : timed(status)}`;
}

function timed(status: BuildVertexStatus): string {
  const ms = (status.completedMs ?? 0) - (status.startedMs ?? 0);
  return ms >= 100 && status.total ? ` ${seconds(ms)}s done` : ' done';
}

function ending(vertex: BuildVertex): string {
  if (vertex.error === CANCELED) return 'CANCELED';
  if (vertex.error !== undefined) return `ERROR: ${vertex.error}`;
  return vertex.cached ? 'CACHED' : `DONE ${seconds((vertex.completedMs ?? 0) - (vertex.startedMs ?? 0))}s`;
}
