import { withoutEnd } from '../../../lib/trim-end.ts';
import { concatBytes, toBytes, toText } from '../../../lib/bytes.ts';
import { encodeMessage, type Message } from '../messages.ts';

/** The SQL in a message, as far as it has any. */
export function sqlOf({ type, body }: Message): string {
  if (type === 'Q') return withoutEnd(toText(body), '\0');
  return type === 'P' ? toText(body.subarray(body.indexOf(0) + 1)).replace(/\0[^]*$/, '') : '';
}

/** Does this SQL ask for data from the client? */
export function isCopyIn(sql: string): boolean {
  return /(?:^|;)\s*copy\b[^;]*\bfrom\s+stdin\b/i.test(sql);
}

/**
 * Names of prepared statements as the session that all clients share knows them: each client has its own. `known` holds the client's; a name that it
 * never prepared stays as it is, so that the error names it.
 */
export function withOwnNames(message: Message, session: number, known: Set<string>): Message {
  const { type, body } = message;
  const zero = body.indexOf(0);
  if (type === 'P') return { type, body: rename(body, 0, session, known, true) };
  if (type === 'B') return { type, body: rename(body, zero + 1, session, known, false) };
  if ((type === 'D' || type === 'C') && body[0] === 0x53)
    return { type, body: rename(body, 1, session, known, false) };
  return message;
}

function rename(
  body: Uint8Array,
  at: number,
  session: number,
  known: Set<string>,
  prepares: boolean,
): Uint8Array {
  const end = body.indexOf(0, at);
  const name = toText(body.subarray(at, end));
  if (prepares) known.add(name);
  if (name === '' || !known.has(name)) return body;
  return concatBytes([body.subarray(0, at), toBytes(`${session}:${name}`), body.subarray(end)]);
}

export function encode({ type, body }: Message): Uint8Array {
  return encodeMessage(type, body);
}
