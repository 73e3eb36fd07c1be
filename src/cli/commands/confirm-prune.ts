import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';

/** Asks before `docker NOUN prune`, unless --force was given. @throws CliError where the answer is no */
export async function confirmPrune(context: CommandContext, noun: string, warning: string): Promise<void> {
  if (context.flags.bool('force')) return;
  if (await confirm(context, `WARNING! ${warning}\nAre you sure you want to continue?`)) return;
  throw new CliError(`${noun} prune has been cancelled`);
}

/** Asks on stdin; anything but y is no. */
async function confirm({ proc }: CommandContext, question: string): Promise<boolean> {
  await proc.out(`${question} [y/N] `);
  const bytes = await proc.stdin.read(1024);
  const answer = bytes ? new TextDecoder().decode(bytes).trim().toLowerCase() : '';
  return answer === 'y' || answer === 'yes';
}
