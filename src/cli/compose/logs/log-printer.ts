import type { ContainerSummary } from '../../../api/container-types.ts';
import type { LogOptions } from '../../../api/engine-api.ts';
import type { Process } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';
import type { FlagValues } from '../../flags/flag.ts';
import type { Session } from '../session.ts';
import { LogPrefixes, prefixLines } from './log-prefix.ts';
import { logName } from '../names.ts';

/** Prints what containers write, each line with the name of its container. */
export class LogPrinter {
  readonly #proc: Process;
  readonly #prefixes: LogPrefixes;
  readonly #timestamps: boolean;
  /** Lines that are not at their end yet, by container and stream. */
  readonly #rests = new Map<string, string>();

  constructor(proc: Process, options: { colour: boolean; prefix: boolean; timestamps?: boolean }) {
    this.#proc = proc;
    this.#prefixes = new LogPrefixes(options);
    this.#timestamps = options.timestamps ?? false;
  }

  register(container: Pick<ContainerSummary, 'Names' | 'Labels'>): void {
    this.#prefixes.register(logName(container));
  }

  async print(name: string, stream: 'stdout' | 'stderr', text: string): Promise<void> {
    const key = `${name} ${stream}`;
    const whole = (this.#rests.get(key) ?? '') + text;
    const end = whole.lastIndexOf('\n') + 1;
    this.#rests.set(key, whole.slice(end));
    if (end > 0) await this.#write(name, stream, whole.slice(0, end));
  }

  /** Ends lines that have no end. */
  async flush(name: string): Promise<void> {
    for (const stream of ['stdout', 'stderr'] as const) {
      const rest = this.#rests.get(`${name} ${stream}`);
      if (rest) await this.print(name, stream, '\n');
    }
  }

  /** `web-1 exited with code 0`, in the colour of its container. */
  async status(name: string, text: string): Promise<void> {
    await this.#proc.out(this.#prefixes.paint(name, `\r\x1b[K${name} ${text}\n`));
  }

  /** A line of the watching of files. */
  async watch(line: string): Promise<void> {
    await this.#proc.out(prefixLines(`${line}\n`, this.#prefixes.watchPrefix()));
  }

  /** Prints the log of a container up to its end. */
  async follow(
    { engine }: Session,
    container: ContainerSummary,
    options: Partial<LogOptions>,
  ): Promise<void> {
    const name = logName(container);
    const records = engine.ContainerLogs(container.Id, {
      stdout: true,
      stderr: true,
      timestamps: this.#timestamps,
      ...options,
    });
    for await (const { stream, data } of records) await this.print(name, stream, toText(data));
    await this.flush(name);
  }

  async #write(name: string, stream: 'stdout' | 'stderr', text: string): Promise<void> {
    const lines = prefixLines(text.replaceAll('\r\n', '\n'), this.#prefixes.prefix(name));
    await (stream === 'stderr' ? this.#proc.err(lines) : this.#proc.out(lines));
  }
}

/** Whether prefixes are coloured: on terminals, unless told otherwise. @see docker/compose v2.36.2 cmd/formatter/colors.go SetANSIMode */
export function hasColours(proc: Process, root: FlagValues, flags: FlagValues): boolean {
  const mode = root.string('ansi') || proc.env.get('COMPOSE_ANSI') || 'auto';
  if (flags.bool('no-color') || mode === 'never' || root.bool('no-ansi')) return false;
  return mode === 'always' || (proc.stdout.tty !== undefined && !proc.env.get('NO_COLOR'));
}
