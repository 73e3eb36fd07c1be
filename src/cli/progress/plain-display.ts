import type { BuildMessage, BuildVertex, BuildVertexLog, BuildVertexStatus } from '../../api/build-types.ts';
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
} from './build-model.ts';

/** `--progress=plain`: a block of lines a step. @see buildkit v0.22 util/progress/progressui/printer.go */
export class PlainDisplay implements BuildDisplay {
  readonly model = new BuildModel();
  readonly #out: OpenFile;
  readonly #now: () => number;
  /** The number of the last step that was named. */
  #last = 0;
  readonly #partial = new Map<string, string>();

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
    for (const { digest } of message.vertexes ?? []) await this.#nameStep(digest);
    for (const status of message.statuses ?? []) await this.#showStatus(status);
    for (const log of message.logs ?? []) await this.#showLog(log);
    for (const { digest, completedMs } of message.vertexes ?? [])
      if (completedMs !== undefined) await this.#endStep(digest);
  }

  async finish(): Promise<void> {
    await this.#write(warningText(this.model.warnings));
  }

  async fail(): Promise<void> {
    await this.#write(failedStepText(this.model) + warningText(this.model.warnings));
  }

  async cancel(): Promise<void> {
    const running = [...this.model.steps].filter(([, { vertex }]) => vertex.completedMs === undefined);
    this.model.cancel(this.#now());
    for (const [digest] of running) await this.#endStep(digest);
    await this.finish();
  }

  async #nameStep(digest: string): Promise<void> {
    const step = this.model.steps.get(digest);
    if (!step || step.shown) return;
    step.shown = true;
    await this.#write(`${this.#last ? '\n' : ''}#${step.number} ${step.vertex.name}\n`);
    this.#last = step.number;
  }

  async #showStatus(status: BuildVertexStatus): Promise<void> {
    const step = this.model.steps.get(status.vertex);
    const end = status.completedMs === undefined ? '' : timed(status);
    if (step) await this.#write(`#${step.number} ${statusText(status)}${end}\n`);
  }

  async #showLog({ vertex, data, timeMs }: BuildVertexLog): Promise<void> {
    const step = this.model.steps.get(vertex);
    if (!step) return;
    const lines = ((this.#partial.get(vertex) ?? '') + toText(data)).split('\n');
    this.#partial.set(vertex, lines.pop() ?? '');
    const since = sinceText(timeMs - (step.vertex.startedMs ?? 0));
    for (const line of lines) await this.#write(`#${step.number} ${since} ${line}\n`);
  }

  async #endStep(digest: string): Promise<void> {
    const step = this.model.steps.get(digest);
    if (step) await this.#write(`#${step.number} ${ending(step.vertex)}\n`);
  }

  async #write(text: string): Promise<void> {
    if (text) await this.#out.write(toBytes(text));
  }
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
