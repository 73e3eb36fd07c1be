/** Colours of prefixes, one after another. @see docker/compose v2.36.2 cmd/formatter/colors.go */
const RAINBOW = ['36', '33', '32', '35', '34', '36;1', '33;1', '32;1', '35;1', '34;1'];

export interface PrefixOptions {
  readonly colour: boolean;
  readonly prefix: boolean;
}

/** Names of containers before what they write: padded to the longest that is known, each in a colour of its own. @see docker/compose v2.36.2 cmd/formatter/logs.go */
export class LogPrefixes {
  readonly #options: PrefixOptions;
  readonly #colours = new Map<string, string>();
  #width = 0;

  constructor(options: PrefixOptions) {
    this.#options = options;
  }

  register(name: string): void {
    if (this.#colours.has(name)) return;
    // A hook's output has the colour of its container.
    const [root = ''] = name.split(' ');
    const colour = this.#colours.get(root) ?? RAINBOW[this.#colours.size % RAINBOW.length] ?? '';
    this.#colours.set(name, colour);
    if (root === name) this.#width = Math.max(this.#width, name.length);
  }

  /** `web-1  | ` */
  prefix(name: string): string {
    this.register(name);
    return this.#options.prefix ? this.paint(name, `${name.padEnd(this.#width + 1)} | `) : '';
  }

  /** Before what the watching of files tells: below the names. @see docker/compose v2.36.2 cmd/formatter/logs.go setPrefix */
  watchPrefix(): string {
    if (!this.#options.prefix) return '';
    const mark = `${' '.repeat(this.#width + 1)} ⦿ `;
    return this.#options.colour ? `\x1b[92m${mark}\x1b[0m` : mark;
  }

  paint(name: string, text: string): string {
    const colour = this.#colours.get(name);
    return this.#options.colour && colour ? `\x1b[${colour}m${text}\x1b[0m` : text;
  }
}

/** Each line with its prefix. */
export function prefixLines(text: string, prefix: string): string {
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  return lines.map((line) => `${prefix}${line}\n`).join('');
}
