import type { BuildMessage } from '../../../api/build-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { ProcessKilled } from '../../../kernel/scheduler.ts';
import { CliError } from '../../cli-error.ts';
import { BuildModel, type BuildDisplay } from '../../progress/build-model.ts';
import { PlainDisplay } from '../../progress/plain-display.ts';
import { TerminalDisplay } from '../../progress/terminal-display.ts';

const REDRAW_MS = 150;

/**
 * Shows a build's progress: `plain`, `quiet`, or drawn, as `auto` is on terminals; Ctrl-C cancels the build. Resolves what it told.
 * @throws CliError for a build that was cancelled, BuildError
 */
export async function showBuild(
  proc: Process,
  kind: string,
  messages: AsyncIterable<BuildMessage>,
): Promise<BuildModel> {
  const display = await createDisplay(proc, kind);
  let canceled = false;
  const build = proc.thread('build', async () => {
    for await (const message of messages) await display.take(message);
  });
  const before = proc.getSignalAction('SIGINT');
  proc.onSignal('SIGINT', () => {
    canceled = true;
    build.kill();
  });
  try {
    await build.join();
  } catch (error) {
    if (canceled && error instanceof ProcessKilled) {
      await display.cancel();
      throw new CliError('failed to solve: Canceled: context canceled', CANCELED_STATUS);
    }
    await display.fail();
    throw error;
  } finally {
    proc.onSignal('SIGINT', before);
  }
  await display.finish();
  return display.model;
}

/** @see buildx v0.24 cmd/buildx/main.go */
const CANCELED_STATUS = 130;

async function createDisplay(proc: Process, kind: string): Promise<BuildDisplay> {
  if (kind === 'quiet') return new QuietDisplay();
  const now = (): number => proc.now();
  if (kind !== 'tty' && !(kind === 'auto' && proc.stderr.tty)) {
    const display = new PlainDisplay(proc.stderr, now);
    await display.begin();
    return redrawn(proc, display);
  }
  return redrawn(proc, new TerminalDisplay(proc.stderr, now, !proc.env.get('NO_COLOR')));
}

/** What has not changed is shown again too: how time goes by, or whose turn it is now. */
function redrawn<D extends PlainDisplay | TerminalDisplay>(proc: Process, display: D): D {
  proc.thread('progress', async () => {
    while (await display.redraw()) await proc.sleep(REDRAW_MS);
  });
  return display;
}

/** `--quiet` */
class QuietDisplay implements BuildDisplay {
  readonly model = new BuildModel();

  async take(message: BuildMessage): Promise<void> {
    this.model.take(message);
  }

  async finish(): Promise<void> {}
  async fail(): Promise<void> {}
  async cancel(): Promise<void> {}
}
