/** Ctrl-P Ctrl-Q */
export const DEFAULT_DETACH_KEYS: readonly number[] = [16, 17];

/**
 * The bytes of a key sequence: `ctrl-p,ctrl-q`, `a,b`, `ctrl-@`.
 * @throws Error in the client's words
 * @see moby/term v0.5.0 ascii.go ToBytes
 */
export function parseDetachKeys(text: string): number[] {
  return text.split(',').map((key) => {
    const control = /^ctrl-(.)$/i.exec(key)?.[1];
    if (key.length === 1) return key.charCodeAt(0);
    const code =
      control === undefined ? -1 : control.toLowerCase().charCodeAt(0) - (/[a-z]/i.test(control) ? 96 : 64);
    if (code < 0 || code > 31) throw new Error(`Unknown character: '${key}'`);
    return code;
  });
}
