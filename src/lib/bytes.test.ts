import { describe, expect, it } from 'vitest';
import { concatBytes, TextStream, toBytes, toText } from './bytes.ts';

const ALL = Uint8Array.from({ length: 256 }, (_, byte) => byte);

describe('text of bytes', () => {
  it('gives any bytes back', () => {
    expect(toBytes(toText(ALL))).toEqual(ALL);
    const cut = toBytes('a€').subarray(0, 3);
    expect(toBytes(`${toText(cut)}é`)).toEqual(concatBytes([cut, toBytes('é')]));
  });

  it('is plain text where the bytes are UTF-8', () => {
    expect(toText(toBytes('aé€😀\ufffd'))).toBe('aé€😀\ufffd');
  });

  it('comes in pieces', () => {
    for (const bytes of [toBytes('x€😀é'), ALL]) {
      const stream = new TextStream();
      let text = '';
      for (const byte of bytes) text += stream.decode(Uint8Array.of(byte));
      expect(text + stream.end()).toBe(toText(bytes));
    }
  });
});
