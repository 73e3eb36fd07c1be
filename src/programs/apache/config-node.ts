/** A line of httpd.conf, or a section with what stands in it. */
export interface ConfigNode {
  /** As written; `<Directory` for a section. */
  readonly name: string;
  readonly args: readonly string[];
  /** What stands behind the name, unsplit. */
  readonly raw: string;
  readonly block?: readonly ConfigNode[];
  readonly file: string;
  readonly line: number;
}

/** The configuration is wrong: the message is complete as httpd prints it. */
export class ConfigError extends Error {
  /** Words of the simulation, where it is to blame. */
  readonly notice: string | undefined;

  constructor(message: string, notice?: string) {
    super(message);
    this.name = 'ConfigError';
    this.notice = notice;
  }
}

/** Found while the directives were carried out. @see httpd AH00526 */
export function directiveError(
  { file, line }: Pick<ConfigNode, 'file' | 'line'>,
  message: string,
): ConfigError {
  return new ConfigError(`AH00526: Syntax error on line ${line} of ${file}:\n${message}`);
}

/** Splits what stands behind a name: words, or quoted with `"` or `'`. @see httpd ap_getword_conf */
export function splitWords(text: string): string[] {
  const words: string[] = [];
  for (let rest = text.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const quoted = /^(["'])((?:\\[^]|(?!\1)[^\\])*)(?:\1|$)/.exec(rest);
    const word = quoted ?? /^\S+/.exec(rest);
    if (!word) break;
    words.push(quoted ? (quoted[2] ?? '').replace(/\\(["'\\])/g, '$1') : word[0]);
    rest = rest.slice(word[0].length);
  }
  return words;
}
