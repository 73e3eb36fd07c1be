import { decodeBase64, encodeBase64 } from '../lib/base64.ts';
import type { ProjectFile } from '../world/queries/queries.ts';

/** A line to run, and where if that is not the first machine. */
export interface SharedCommand {
  readonly line: string;
  readonly machine?: string;
}

/** What a link carries: the project's files, and the commands that lead from a fresh machine to the state. */
export interface Share {
  readonly title: string;
  readonly files: readonly ProjectFile[];
  readonly commands: readonly SharedCommand[];
  readonly machines: number;
}

/** Of the JSON; a link is made and read within these bounds only. */
export const MOST_SHARE_BYTES = 2 * 1024 * 1024;
const MOST_FILES = 300;
const MOST_COMMANDS = 200;
const MOST_LETTERS = 4000;
const MOST_MACHINES = 9;
const MOST_TITLE = 80;

const EXECUTABLE = 1;
const BASE64 = 2;

/** `[path, content, flags]` */
type SharedFile = readonly [string, string, number];

export class ShareError extends Error {
  override name = 'ShareError';
}

export function formatShare({ title, files, commands, machines }: Share): string {
  return JSON.stringify({
    v: 1,
    t: title.slice(0, MOST_TITLE),
    f: files.map(toShared),
    c: commands.map(({ line, machine }) => (machine ? [line, machine] : [line])),
    m: machines,
  });
}

function toShared({ path, bytes, executable }: ProjectFile): SharedFile {
  const text = asText(bytes);
  const flags = executable ? EXECUTABLE : 0;
  return text === undefined ? [path, encodeBase64(bytes), flags | BASE64] : [path, text, flags];
}

function asText(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads what `formatShare` made, believing nothing. @throws ShareError */
export function parseShare(text: string): Share {
  const { v, t, f, c, m } = readObject(text);
  if (typeof v === 'number' && v > 1)
    throw new ShareError('A newer Drydock made this link: reload the page to get that one.');
  const isGood =
    v === 1 &&
    Array.isArray(f) &&
    f.length <= MOST_FILES &&
    f.every(isFile) &&
    Array.isArray(c) &&
    c.length <= MOST_COMMANDS &&
    c.every(isCommand);
  if (!isGood) throw new ShareError('This link is damaged: a part of it is missing.');
  return {
    title: typeof t === 'string' ? plain(t).slice(0, MOST_TITLE) : '',
    files: (f as SharedFile[]).map(fromShared),
    commands: (c as string[][]).map(([line = '', machine]) => ({
      line,
      ...(machine === undefined || machine === 'node1' ? {} : { machine }),
    })),
    machines: Number.isInteger(m) ? Math.min(Math.max(m as number, 1), MOST_MACHINES) : 1,
  };
}

function readObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function fromShared([path, content, flags]: SharedFile): ProjectFile {
  const bytes = flags & BASE64 ? decode(content) : new TextEncoder().encode(content);
  return flags & EXECUTABLE ? { path, bytes, executable: true } : { path, bytes };
}

function decode(content: string): Uint8Array {
  const { bytes, complete } = decodeBase64(content);
  if (!complete) throw new ShareError('This link is damaged: a file in it can’t be read.');
  return bytes;
}

function isFile(value: unknown): value is SharedFile {
  if (!Array.isArray(value)) return false;
  const [path, content, flags] = value as unknown[];
  return (
    typeof path === 'string' && isProjectPath(path) && typeof content === 'string' && Number.isInteger(flags)
  );
}

/** A plain path below the project's folder, that can be shown as it is. */
export function isProjectPath(path: string): boolean {
  if (path.length > 500 || path !== plain(path) || /[\n\t]/.test(path)) return false;
  return path.split('/').every((name) => name !== '' && name !== '.' && name !== '..');
}

/** Characters that could make a line look like another one are no part of a command. */
export function isCommandLine(line: string): boolean {
  return line.trim() !== '' && line.length <= MOST_LETTERS && line === plain(line);
}

function isCommand(value: unknown): boolean {
  if (!Array.isArray(value) || value.length > 2) return false;
  const [line, machine] = value as unknown[];
  return (
    typeof line === 'string' &&
    isCommandLine(line) &&
    (machine === undefined || (typeof machine === 'string' && /^node[1-9]$/.test(machine)))
  );
}

/** Without control characters (but lines and tabs), and without those that turn the direction of text or are not seen. */
const plain = (text: string): string =>
  text.replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g, '');

/** Commands of `?run=`: one a line, one or several times. @throws ShareError */
export function commandsOf(run: readonly string[]): SharedCommand[] {
  const lines = run.flatMap((text) => text.split('\n')).filter((line) => line.trim() !== '');
  if (lines.length > MOST_COMMANDS || !lines.every(isCommandLine))
    throw new ShareError('The commands in this link can’t be read.');
  return lines.map((line) => ({ line }));
}
