import type { Process } from '../kernel/process.ts';
import { formatQuoted } from '../lib/go-format.ts';

/** A warning as the client's log has it: for people on a terminal, as fields elsewhere. @see sirupsen/logrus v1.9.3 text_formatter.go */
export async function logWarning(proc: Process, message: string): Promise<void> {
  if (proc.stderr.tty) {
    await proc.err(`\x1b[33mWARN\x1b[0m[0000] ${message.padEnd(44)} \n`);
    return;
  }
  const time = new Date(proc.now()).toISOString().replace(/\.\d+Z$/, 'Z');
  await proc.err(`time=${formatQuoted(time)} level=warning msg=${quotedIfNeeded(message)}\n`);
}

function quotedIfNeeded(text: string): string {
  return /^[a-zA-Z0-9\-._/@^+]+$/.test(text) ? text : formatQuoted(text);
}
