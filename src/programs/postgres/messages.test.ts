import { expect, it } from 'vitest';
import type { Socket } from '../../kernel/net/socket.ts';
import { concatBytes, toText } from '../../lib/bytes.ts';
import {
  encodeError,
  encodeMessage,
  encodeQuery,
  int32,
  MessageReader,
  readErrorFields,
  splitMessages,
} from './messages.ts';

/** A connection that brings these bytes, so many at a time. */
function socketOf(bytes: Uint8Array, step: number): Socket {
  let at = 0;
  const read = (): Promise<Uint8Array | null> =>
    Promise.resolve(at >= bytes.length ? null : bytes.subarray(at, (at += step)));
  return { read } as unknown as Socket;
}

it.each([1, 3, 7, 1000])('puts messages together that come in pieces of %i', async (step) => {
  const bytes = concatBytes([
    encodeMessage('', int32(196608)),
    encodeQuery('select 1'),
    encodeMessage('S'),
    encodeQuery('x').subarray(0, 5),
  ]);
  const reader = new MessageReader(socketOf(bytes, step));
  expect((await reader.startup())?.code).toBe(196608);
  const query = await reader.next();
  expect([query?.type, toText(query?.body ?? bytes)]).toEqual(['Q', 'select 1\0']);
  expect(await reader.next()).toEqual({ type: 'S', body: new Uint8Array(0) });
  expect(await reader.next()).toBeUndefined();
});

it('reads what it writes', () => {
  const [message] = splitMessages(encodeError('FATAL', '28P01', 'no', 'because'));
  expect([...readErrorFields(message!.body)]).toEqual([
    ['S', 'FATAL'],
    ['V', 'FATAL'],
    ['C', '28P01'],
    ['M', 'no'],
    ['D', 'because'],
  ]);
});
