import type { Socket } from '../../kernel/net/socket.ts';
import { concatBytes, NO_BYTES, toBytes, toText } from '../../lib/bytes.ts';

/** A message of the wire protocol: one letter and what follows the length. @see PostgreSQL documentation, "Message Formats" */
export interface Message {
  readonly type: string;
  readonly body: Uint8Array;
}

export const PROTOCOL_3 = 196608;
export const SSL_REQUEST = 80877103;
export const GSSENC_REQUEST = 80877104;
export const CANCEL_REQUEST = 80877102;

/** A longer message is refused: nobody here sends one. */
const LONGEST = 64 << 20;

export function int32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setInt32(0, value);
  return bytes;
}

export function int16(value: number): Uint8Array {
  return int32(value).subarray(2);
}

/** Text with the zero byte that ends it. */
export function cString(text: string): Uint8Array {
  return concatBytes([toBytes(text), new Uint8Array(1)]);
}

/** A message; without a type (a startup packet) only length and body. */
export function encodeMessage(type: string, ...parts: readonly Uint8Array[]): Uint8Array {
  const body = concatBytes([...parts]);
  return concatBytes([toBytes(type), int32(body.length + 4), body]);
}

export function encodeQuery(sql: string): Uint8Array {
  return encodeMessage('Q', cString(sql));
}

/** Reads fields of a message one after the other. */
export class FieldReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  int32(): number {
    return new DataView(this.take(4).slice().buffer).getInt32(0);
  }

  int16(): number {
    return new DataView(this.take(2).slice().buffer).getInt16(0);
  }

  take(length: number): Uint8Array {
    if (this.#at + length > this.#bytes.length) throw new RangeError('the message is too short');
    return this.#bytes.subarray(this.#at, (this.#at += length));
  }

  cString(): string {
    const end = this.#bytes.indexOf(0, this.#at);
    const text = toText(this.#bytes.subarray(this.#at, end < 0 ? undefined : end));
    this.#at = end < 0 ? this.#bytes.length : end + 1;
    return text;
  }

  rest(): Uint8Array {
    return this.take(this.#bytes.length - this.#at);
  }
}

/** The complete messages that bytes consist of. */
export function splitMessages(bytes: Uint8Array): Message[] {
  const messages: Message[] = [];
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = 0; at + 5 <= bytes.length;) {
    const end = at + 1 + view.getInt32(at + 1);
    messages.push({ type: String.fromCharCode(bytes[at] ?? 0), body: bytes.subarray(at + 5, end) });
    at = end;
  }
  return messages;
}

/** Takes messages off a connection. */
export class MessageReader {
  readonly #socket: Socket;
  #held = NO_BYTES;

  constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** The next message; undefined where the connection ends. */
  async next(): Promise<Message | undefined> {
    if (!(await this.#fill(5))) return undefined;
    const type = String.fromCharCode(this.#held[0] ?? 0);
    const length = new FieldReader(this.#held.subarray(1)).int32();
    if (length < 4 || length > LONGEST || !(await this.#fill(length + 1))) return undefined;
    return { type, body: this.#take(length + 1).subarray(5) };
  }

  /** The first message of a connection: it has no type. */
  async startup(): Promise<{ code: number; fields: FieldReader } | undefined> {
    if (!(await this.#fill(8))) return undefined;
    const length = new FieldReader(this.#held).int32();
    if (length < 8 || length > 10_000 || !(await this.#fill(length))) return undefined;
    const fields = new FieldReader(this.#take(length).subarray(4));
    return { code: fields.int32(), fields };
  }

  /** One byte: the answer to a request for encryption. */
  async byte(): Promise<number | undefined> {
    return (await this.#fill(1)) ? this.#take(1)[0] : undefined;
  }

  #take(length: number): Uint8Array {
    const taken = this.#held.subarray(0, length);
    this.#held = this.#held.subarray(length);
    return taken;
  }

  async #fill(length: number): Promise<boolean> {
    const pieces = [this.#held];
    let held = this.#held.length;
    while (held < length) {
      const piece = await this.#socket.read(65536);
      if (!piece) return false;
      pieces.push(piece);
      held += piece.length;
    }
    if (pieces.length > 1) this.#held = concatBytes(pieces);
    return true;
  }
}

/** Fields of an error or a notice by their letters. @see PostgreSQL documentation, "Error and Notice Message Fields" */
export type ErrorFields = ReadonlyMap<string, string>;

export function readErrorFields(body: Uint8Array): ErrorFields {
  const fields = new Map<string, string>();
  const reader = new FieldReader(body);
  while (!reader.done) {
    const letter = String.fromCharCode(reader.take(1)[0] ?? 0);
    if (letter === '\0') break;
    fields.set(letter, reader.cString());
  }
  return fields;
}

/** An error of the server itself. */
export function encodeError(
  severity: 'FATAL' | 'ERROR',
  code: string,
  message: string,
  detail?: string,
  hint?: string,
): Uint8Array {
  const fields = [`S${severity}`, `V${severity}`, `C${code}`, `M${message}`];
  if (detail !== undefined) fields.push(`D${detail}`);
  if (hint !== undefined) fields.push(`H${hint}`);
  return encodeMessage('E', ...fields.map(cString), new Uint8Array(1));
}
