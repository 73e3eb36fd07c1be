import { concatBytes, NO_BYTES } from '../../lib/bytes.ts';
import { RedisError, type Reply } from './reply.ts';
import { splitLine } from './split-line.ts';

/** Bytes as a text of one character each. */
export function fromBytes(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
}

/** The bytes that such a text stands for. */
export function byteArray(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** A reply as it goes over the wire. @see RESP2 */
export function encodeReply(reply: Reply): string {
  if (reply === null) return '$-1\r\n';
  if (typeof reply === 'number' || typeof reply === 'bigint') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${reply.length}\r\n${reply}\r\n`;
  if ('ok' in reply) return `+${reply.ok}\r\n`;
  if ('error' in reply) return `-${reply.error}\r\n`;
  if ('noArray' in reply) return '*-1\r\n';
  return `*${reply.length}\r\n${reply.map(encodeReply).join('')}`;
}

/** A command as clients send it. */
export function encodeCommand(words: readonly string[]): string {
  return encodeReply(words);
}

/** Reads replies (and commands, which are arrays of texts) from bytes that come in pieces. */
export class RespReader {
  readonly #read: () => Promise<Uint8Array | null>;
  #buffer: Uint8Array = NO_BYTES;

  constructor(read: () => Promise<Uint8Array | null>) {
    this.#read = read;
  }

  async #fill(): Promise<boolean> {
    const bytes = await this.#read();
    if (bytes) this.#buffer = this.#buffer.length > 0 ? concatBytes([this.#buffer, bytes]) : bytes;
    return bytes !== null;
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0) {
        const line = fromBytes(this.#buffer.subarray(0, end)).replace(/\r$/, '');
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
      }
      if (!(await this.#fill())) return undefined;
    }
  }

  /** The words of the next command, RESP or typed in a line; undefined at the end. @throws RedisError what is neither */
  async command(): Promise<string[] | undefined> {
    for (;;) {
      const line = await this.#line();
      if (line === undefined) return undefined;
      if (line.startsWith('*')) {
        const words = await this.#commandWords(Number(line.slice(1)));
        if (words === undefined || words.length > 0) return words;
        continue;
      }
      const words = splitLine(line);
      if (!words) throw new RedisError('ERR Protocol error: unbalanced quotes in request');
      if (words.length > 0) return words;
    }
  }

  async #commandWords(length: number): Promise<string[] | undefined> {
    if (!Number.isInteger(length) || length > 1024 * 1024)
      throw new RedisError('ERR Protocol error: invalid multibulk length');
    const words: string[] = [];
    while (words.length < length) {
      const line = await this.#line();
      if (line === undefined) return undefined;
      if (!line.startsWith('$'))
        throw new RedisError(`ERR Protocol error: expected '$', got '${line.slice(0, 1) || ' '}'`);
      if (!/^\$\d+$/.test(line)) throw new RedisError('ERR Protocol error: invalid bulk length');
      const word = await this.#bulk(Number(line.slice(1)));
      if (word === null || word === undefined) return undefined;
      words.push(word);
    }
    return words;
  }

  /** The next reply; undefined at the end. */
  async reply(): Promise<Reply | undefined> {
    const line = await this.#line();
    if (line === undefined) return undefined;
    const rest = line.slice(1);
    switch (line[0]) {
      case '+':
        return { ok: rest };
      case '-':
        return { error: rest };
      case ':':
        return Number.isSafeInteger(Number(rest)) ? Number(rest) : BigInt(rest);
      case '*': {
        if (rest === '-1') return { noArray: true };
        const items: Reply[] = [];
        for (let left = Number(rest); left > 0; left--) {
          const item = await this.reply();
          if (item === undefined) return undefined;
          items.push(item);
        }
        return items;
      }
      default:
        return this.#bulk(Number(rest));
    }
  }

  async #bulk(length: number): Promise<string | null | undefined> {
    if (length < 0) return null;
    const parts = [this.#buffer];
    let held = this.#buffer.length;
    while (held < length + 2) {
      const bytes = await this.#read();
      if (!bytes) return undefined;
      parts.push(bytes);
      held += bytes.length;
    }
    const all = parts.length > 1 ? concatBytes(parts) : this.#buffer;
    this.#buffer = all.subarray(length + 2);
    return fromBytes(all.subarray(0, length));
  }
}
