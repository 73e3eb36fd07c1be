import type { Process } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';

/** Asks on stdout; only `y` and `yes` say yes. @see docker/compose v2.36.2 pkg/prompt/prompt.go */
export async function confirm(proc: Process, question: string): Promise<boolean> {
  await proc.out(`${question} [y/N]: `);
  let line = '';
  while (!line.includes('\n')) {
    const bytes = await proc.stdin.read(256);
    if (!bytes) break;
    line += toText(bytes);
  }
  return /^\s*(y|yes)\s*$/i.test(line.split('\n')[0] ?? '');
}
