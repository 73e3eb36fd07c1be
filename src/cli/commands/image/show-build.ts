import type { BuildMessage } from '../../../api/build-types.ts';
import type { Process } from '../../../kernel/process.ts';
import { CliError } from '../../cli-error.ts';
import type { CommandContext } from '../../command.ts';
import { printPlain, printTerminal } from '../../progress/build-progress.ts';

const REDRAW_MS = 150;

/** Shows a build's progress as --progress wants it. Resolves the image's ID. @throws CliError for an unknown --progress, BuildError */
export async function showBuild(
  { proc, flags }: CommandContext,
  messages: AsyncIterable<BuildMessage>,
): Promise<string> {
  const kind = flags.string('progress') ?? proc.env.get('BUILDKIT_PROGRESS') ?? 'auto';
  if (!['auto', 'plain', 'tty', 'quiet', 'rawjson'].includes(kind))
    throw new CliError(`ERROR: invalid progress mode ${kind}`);
  return showBuildAs(proc, flags.bool('quiet') ? 'quiet' : kind, messages);
}

/** The same for a kind of progress that is known; `auto` is drawn on terminals. @throws BuildError */
export async function showBuildAs(
  proc: Process,
  kind: string,
  messages: AsyncIterable<BuildMessage>,
): Promise<string> {
  if (kind === 'quiet') {
    let id = '';
    for await (const message of messages) if ('result' in message) id = message.result.imageId;
    return id;
  }
  if (kind !== 'tty' && !(kind === 'auto' && proc.stderr.tty)) return printPlain(proc.stderr, messages);
  return printTerminal(
    proc.stderr,
    messages,
    () => proc.now(),
    (redraw) => {
      proc.thread('progress', async () => {
        while (await redraw()) await proc.sleep(REDRAW_MS);
      });
    },
  );
}
