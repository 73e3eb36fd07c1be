/** A call that an error came through. */
export interface Frame {
  readonly path: string;
  /** Of what ran, which is not the source's. */
  readonly line: number;
  readonly name: string;
}

/** How the runtime calls a program that came by stdin: `<stdin>` are lines of our own to it. */
export const STDIN_NAME = '<standard input>';

/** Of our library, what CPython has in C: it has no frames. */
const IN_C = /\/lib\/python3\.\d+\/(?:time|_math|itertools|binascii|datetime)\.py$/;

/** The frames of MicroPython's traceback, the outermost first, without ours. */
export function parseFrames(raw: string, minor: number): Frame[] {
  const frames: Frame[] = [];
  for (const line of raw.split('\n')) {
    const [, path, number, name = ''] = /^ {2}File "([^"]*)", line (\d+)(?:, in (.*))?$/.exec(line) ?? [];
    // Frames of the prelude, which a CPython has not.
    if (path === undefined || path === '<stdin>' || IN_C.test(path)) continue;
    const frame = { path: path === STDIN_NAME ? '<stdin>' : path, line: Number(number), name };
    const last = frames.at(-1);
    // Comprehensions are part of the function around them since 3.12.
    if (minor > 11 && /^<(?:list|dict|set)comp>$/.test(name) && last?.path === frame.path) continue;
    // What stands in a file of the library for the module that was compiled before.
    if (name === '<module>' && last?.name === name && last.path === frame.path && last.line === 1)
      frames.pop();
    frames.push(frame);
  }
  return frames;
}
