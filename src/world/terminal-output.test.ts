import { describe, expect, it } from 'vitest';
import { TerminalOutput } from './terminal-output.ts';

function setUp(): { output: TerminalOutput; posted: string[]; pass: () => void } {
  const posted: string[] = [];
  let timer: (() => void) | undefined;
  const output = new TerminalOutput({
    post: (data) => posted.push(data.length > 20 ? String(data.length) : new TextDecoder().decode(data)),
    after: (_ms, callback) => {
      timer = callback;
      return () => undefined;
    },
  });
  const pass = (): void => {
    const due = timer;
    timer = undefined;
    due?.();
  };
  return { output, posted, pass };
}

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('TerminalOutput', () => {
  it('posts at once after a pause, and collects what follows', () => {
    const { output, posted, pass } = setUp();
    for (const text of ['a', 'b', 'c']) void output.send(bytes(text));
    expect(posted).toEqual(['a']);
    pass();
    expect(posted).toEqual(['a', 'bc']);
    void output.send(bytes('d'));
    pass();
    pass();
    void output.send(bytes('e'));
    expect(posted).toEqual(['a', 'bc', 'd', 'e']);
  });

  it('holds back while the page has enough to draw', async () => {
    const { output, posted } = setUp();
    expect(output.send(new Uint8Array(30_000))).toBeUndefined();
    const held = output.send(new Uint8Array(10_000));
    expect(posted).toEqual(['30000', '10000']);
    let wentOn = false;
    const waiting = Promise.resolve(held).then(() => (wentOn = true));
    output.drawn(20_000);
    await Promise.resolve();
    expect(wentOn).toBe(false);
    output.drawn(10_000);
    await waiting;
  });
});
