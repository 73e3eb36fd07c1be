import { concatBytes, toBytes, toText } from '../lib/bytes.ts';
import { sha256Hex } from '../lib/sha256.ts';
import type { Storage } from '../host/host.ts';
import { ABOUT, BLOB, loadWorld, MANIFEST } from './saved-world.ts';

/**
 * A sandbox as one file: a line that says so with the format's number, then (compressed by whoever writes it) four bytes of length, a list as
 * JSON, and the bytes of each entry in the list's order.
 */
export const SANDBOX_FILE_HEAD = 'drydock sandbox 1\n';
const HEAD = /^drydock sandbox (\d+)\n/;

const MOST_ENTRIES = 200_000;
const MOST_LETTERS = 60;

/** What a file holds; entries as a storage has them. */
export interface SandboxContent {
  readonly name: string;
  readonly exportedMs: number;
  readonly entries: ReadonlyMap<string, Uint8Array>;
}

/** Says what is wrong with a file, for the learner. */
export class SandboxFileError extends Error {
  override name = 'SandboxFileError';
}

/** @throws SandboxFileError for what does not begin as one of this format */
export function checkHead(start: Uint8Array): void {
  const [, version] = HEAD.exec(new TextDecoder().decode(start.subarray(0, 32))) ?? [];
  if (version === undefined) throw new SandboxFileError('This is not a Drydock sandbox file.');
  if (!SANDBOX_FILE_HEAD.includes(` ${version}\n`))
    throw new SandboxFileError('A newer Drydock made this file: reload the page to get that one.');
}

/** What follows the head. */
export function packSandbox({ name, exportedMs, entries }: SandboxContent): Uint8Array {
  const list = [...entries].map(([key, bytes]) => [key, bytes.length]);
  const index = toBytes(JSON.stringify({ name, exportedMs, entries: list, digest: digestOf(entries) }));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, index.length, true);
  return concatBytes([length, index, ...entries.values()]);
}

/** Reads what `packSandbox` made, believing nothing. @throws SandboxFileError */
export function unpackSandbox(body: Uint8Array): SandboxContent {
  const damaged = new SandboxFileError('The file is damaged: a part of it is missing or was changed.');
  if (body.length < 4) throw damaged;
  const start = 4 + new DataView(body.buffer, body.byteOffset).getUint32(0, true);
  if (start > body.length) throw damaged;
  const { name, exportedMs, list, digest } = readIndex(body.subarray(4, start)) ?? raise(damaged);
  const entries = new Map<string, Uint8Array>();
  let offset = start;
  for (const [key, length] of list) {
    const bytes = body.subarray(offset, offset + length);
    offset += length;
    if (offset > body.length || entries.has(key)) throw damaged;
    if (key.startsWith(BLOB) && sha256Hex(bytes) !== key.slice(BLOB.length)) throw damaged;
    entries.set(key, bytes);
  }
  if (offset !== body.length || !entries.has(MANIFEST)) throw damaged;
  if (digest !== undefined && digest !== digestOf(entries)) throw damaged;
  return { name, exportedMs, entries };
}

/** Of what is not named by its own digest. */
function digestOf(entries: ReadonlyMap<string, Uint8Array>): string {
  const named = [...entries].filter(([key]) => !key.startsWith(BLOB));
  return sha256Hex(concatBytes(named.map(([, bytes]) => bytes)));
}

const KEY = new RegExp(`^(${MANIFEST}|${ABOUT}|${BLOB}[0-9a-f]{64})$`);

interface FileIndex {
  readonly name: string;
  readonly exportedMs: number;
  readonly list: readonly (readonly [string, number])[];
  /** The first files had none. */
  readonly digest: unknown;
}

function readIndex(bytes: Uint8Array): FileIndex | undefined {
  const value = parse(bytes);
  if (typeof value !== 'object' || value === null) return undefined;
  const { name, exportedMs, entries, digest } = value as Record<string, unknown>;
  if (!Array.isArray(entries) || entries.length > MOST_ENTRIES) return undefined;
  const list = (entries as unknown[]).filter(isEntry);
  if (list.length !== entries.length) return undefined;
  return {
    name: (typeof name === 'string' && name.trim().slice(0, MOST_LETTERS)) || 'Imported',
    exportedMs: Number.isFinite(exportedMs) ? (exportedMs as number) : 0,
    list,
    digest,
  };
}

function isEntry(value: unknown): value is [string, number] {
  if (!Array.isArray(value) || value.length !== 2) return false;
  const [key, length] = value as unknown[];
  return typeof key === 'string' && KEY.test(key) && Number.isInteger(length) && (length as number) >= 0;
}

function parse(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(toText(bytes));
  } catch {
    return undefined;
  }
}

/** Whether a world can be made of it: every part is there and makes sense. @throws SandboxFileError */
export async function proveSandbox({ entries }: SandboxContent): Promise<void> {
  const refuse = (): never => raise(new Error('only read'));
  const storage: Storage = {
    claim: () => Promise.resolve(),
    get: (key) => Promise.resolve(entries.get(key)),
    put: refuse,
    keys: (prefix) => Promise.resolve([...entries.keys()].filter((key) => key.startsWith(prefix))),
  };
  try {
    await loadWorld(storage, new Set());
  } catch (error) {
    throw new SandboxFileError(`The machine in the file can’t be read: ${(error as Error).message}.`);
  }
}

function raise(error: Error): never {
  throw error;
}
