import { CliError } from '../cli-error.ts';
import type { CommandContext } from '../command.ts';

/** Asks before a prune, unless --force was given. @throws CliError that ends the client quietly where the answer is no */
export async function confirmPrune(context: CommandContext, warning: string): Promise<void> {
  if (context.flags.bool('force')) return;
  if (await confirm(context, `WARNING! ${warning}Are you sure you want to continue?`)) return;
  throw new CliError('', 0);
}

/** Asks on stdin; anything but y is no. */
export async function confirm({ proc }: CommandContext, question: string): Promise<boolean> {
  await proc.out(`${question} [y/N] `);
  const bytes = await proc.stdin.read(1024);
  const answer = bytes ? new TextDecoder().decode(bytes).trim().toLowerCase() : '';
  return answer === 'y' || answer === 'yes';
}
