import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { toText } from '../../lib/bytes.ts';
import { sha256Hex } from '../../lib/sha256.ts';

/** A password as /etc/shadow keeps it. Simplified: looks like SHA-256 crypt, is one round of SHA-256. */
export function hashPassword(password: string, salt: string): string {
  return `$5$${salt}$${sha256Hex(`${salt}:${password}`).slice(0, 43)}`;
}

/** A hash with a fresh salt. */
export function newHash(proc: Process, password: string): string {
  return hashPassword(password, proc.random().toString(36).padStart(8, '0').slice(-8));
}

/** Does the password belong to this field of /etc/shadow? An empty field takes anything, a locked one nothing. */
export function isPassword(field: string | undefined, password: string): boolean {
  if (field === '') return true;
  const salt = /^\$5\$([^$]*)\$/.exec(field ?? '')?.[1];
  return salt !== undefined && hashPassword(password, salt) === field;
}

/** A line typed without echo; undefined at the end of input or after Ctrl-C. */
export async function askSecret(proc: Process, prompt: string): Promise<string | undefined> {
  const { tty } = proc.stdin;
  const mode = tty?.getMode();
  await proc.err(prompt);
  if (tty && mode) tty.setMode({ ...mode, echo: false });
  try {
    return await readLine(proc);
  } finally {
    if (tty && mode) {
      tty.setMode(mode);
      await proc.err('\n');
    }
  }
}

/** A line of stdin, byte by byte so that nothing behind it is taken. */
export async function readLine(proc: Process): Promise<string | undefined> {
  const bytes: number[] = [];
  try {
    for (let byte = await proc.stdin.read(1); byte; byte = await proc.stdin.read(1)) {
      if (byte[0] === 10) return toText(Uint8Array.from(bytes));
      bytes.push(byte[0] ?? 0);
    }
  } catch (error) {
    if (!isSysError(error, 'EINTR')) throw error;
  }
  return bytes.length > 0 ? toText(Uint8Array.from(bytes)) : undefined;
}
