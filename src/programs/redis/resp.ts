import { concatBytes, NO_BYTES, toBytes, toText } from '../../lib/bytes.ts';

/** A reply: a status, an error, a number, a text, nothing, or several. */
export type Reply =
  { readonly ok: string } | { readonly error: string } | number | string | null | readonly Reply[];

/** A reply as it goes over the wire. @see RESP2 */
export function encodeReply(reply: Reply): string {
  if (reply === null) return '$-1\r\n';
  if (typeof reply === 'number') return `:${reply}\r\n`;
  if (typeof reply === 'string') return `$${toBytes(reply).length}\r\n${reply}\r\n`;
  if ('ok' in reply) return `+${reply.ok}\r\n`;
  if ('error' in reply) return `-${reply.error}\r\n`;
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
    if (bytes) this.#buffer = concatBytes([this.#buffer, bytes]);
    return bytes !== null;
  }

  async #line(): Promise<string | undefined> {
    for (;;) {
      const end = this.#buffer.indexOf(10);
      if (end >= 0) {
        const line = toText(this.#buffer.subarray(0, end)).replace(/\r$/, '');
        this.#buffer = this.#buffer.subarray(end + 1);
        return line;
      }
      if (!(await this.#fill())) return undefined;
    }
  }

  /** The words of the next command, RESP or typed in a line; undefined at the end. */
  async command(): Promise<string[] | undefined> {
    for (;;) {
      if (this.#buffer.length === 0 && !(await this.#fill())) return undefined;
      if (this.#buffer[0] === 0x2a) {
        const reply = await this.reply();
        return Array.isArray(reply) ? reply.map(String) : undefined;
      }
      const words = (await this.#line())?.trim().split(/\s+/);
      if (!words) return undefined;
      if (words[0]) return words;
    }
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
        return Number(rest);
      case '*': {
        const items: Reply[] = [];
        for (let count = Number(rest); count > 0; count--) items.push((await this.reply()) ?? null);
        return items;
      }
      default:
        return this.#bulk(Number(rest));
    }
  }

  async #bulk(length: number): Promise<string | null | undefined> {
    if (length < 0) return null;
    while (this.#buffer.length < length + 2) if (!(await this.#fill())) return undefined;
    const text = toText(this.#buffer.subarray(0, length));
    this.#buffer = this.#buffer.subarray(length + 2);
    return text;
  }
}
