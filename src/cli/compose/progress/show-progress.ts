import type { Process } from '../../../kernel/process.ts';
import type { FlagValues } from '../../flags/flag.ts';
import type { ProgressEvent, Report } from './progress-event.ts';
import { ProgressScreen } from './progress-screen.ts';

const REDRAW_MS = 100;
const COLUMNS = 80;

export type ProgressMode = 'tty' | 'plain' | 'json' | 'quiet';

/** How progress is shown: as --progress or COMPOSE_PROGRESS say, otherwise drawn on terminals. @see docker/compose v2.36.2 cmd/compose/compose.go */
export function progressMode(proc: Process, root: FlagValues): ProgressMode {
  const wanted = root.string('progress') || proc.env.get('COMPOSE_PROGRESS') || 'auto';
  if (wanted === 'plain' || wanted === 'json' || wanted === 'quiet' || wanted === 'tty') return wanted;
  if (wanted === 'none') return 'quiet';
  const ansi = root.bool('no-ansi') ? 'never' : root.string('ansi') || proc.env.get('COMPOSE_ANSI') || 'auto';
  return ansi === 'always' || (ansi === 'auto' && proc.stderr.tty) ? 'tty' : 'plain';
}

export interface ProgressOptions {
  readonly mode: ProgressMode;
  /** `Running`, before the count. */
  readonly title: string;
  /** Before each row. */
  readonly prefix: string;
}

/** Runs operations that tell of themselves on stderr. @see docker/compose v2.36.2 pkg/progress/writer.go RunWithTitle */
export async function withProgress<T>(
  proc: Process,
  { mode, title, prefix }: ProgressOptions,
  run: (report: Report) => Promise<T>,
): Promise<T> {
  if (mode === 'tty') return onScreen(proc, new ProgressScreen(title, prefix), run);
  return run(async (event) => {
    if (mode !== 'quiet') await proc.err(mode === 'json' ? jsonLine(event) : plainLine(event, prefix));
  });
}

async function onScreen<T>(
  proc: Process,
  screen: ProgressScreen,
  run: (report: Report) => Promise<T>,
): Promise<T> {
  const draw = async (): Promise<void> =>
    proc.err(screen.draw(proc.now(), proc.stderr.tty?.getSize().columns ?? COLUMNS));
  const task = proc.thread('progress', async () => {
    for (;;) {
      await proc.sleep(REDRAW_MS);
      await draw();
    }
  });
  try {
    return await run(async (event) => {
      screen.see(event, proc.now());
      return Promise.resolve();
    });
  } finally {
    task.kill();
    await draw();
  }
}

/** @see docker/compose v2.36.2 pkg/progress/plain.go */
function plainLine({ id, text = '', statusText = '' }: ProgressEvent, prefix: string): string {
  return `${prefix} ${id} ${text} ${statusText}\n`;
}

/** @see docker/compose v2.36.2 pkg/progress/json.go */
function jsonLine({ id, parent, text, statusText, status }: ProgressEvent): string {
  const fields = {
    id,
    ...(parent === undefined ? {} : { parent_id: parent }),
    ...(text ? { text } : {}),
    ...(statusText ? { status: statusText } : {}),
    ...(status === 'error' ? { error: true } : {}),
  };
  return `${JSON.stringify(fields)}\n`;
}
