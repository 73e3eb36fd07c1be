import type { Process } from '../../kernel/process.ts';
import type { Flag, FlagValues } from './flag.ts';

/** What is accepted and has no effect is said beside the terminal: stdout and stderr stay Docker's. */
export function tellUnmodelled(proc: Process, flags: readonly Flag[], given: FlagValues): void {
  for (const { name } of flags.filter((flag) => flag.unmodelled && given.has(flag.name)))
    proc.notice(`Drydock accepts --${name} but does not simulate it: it has no effect here.`);
}
