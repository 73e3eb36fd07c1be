/** Where relative paths of the configuration begin. */
export const PREFIX = '/etc/nginx';

/** The options of one call. */
export interface CommandLine {
  readonly config: string;
  readonly globals: string;
  readonly test: boolean;
  readonly dump: boolean;
  readonly quiet: boolean;
  readonly signal: string | undefined;
}

/** Reads nginx's words; a text is what is wrong with them. */
export function parseCommandLine(words: readonly string[]): CommandLine | string {
  const result = { config: `${PREFIX}/nginx.conf`, globals: '', test: false, dump: false, quiet: false, signal: undefined as string | undefined };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-')) return `invalid option: "${word}"`;
    const value = (): string => (word.length > 2 ? word.slice(2) : (words[++at] ?? ''));
    switch (word.charAt(1)) {
      case 't': result.test = true; break;
      case 'T': result.test = result.dump = true; break;
      case 'q': result.quiet = true; break;
      case 'c': {
        const path = value();
        result.config = path.startsWith('/') ? path : `${PREFIX}/${path}`;
        break;
      }
      case 'g': result.globals = value(); break;
      case 'p':
      case 'e': value(); break;
      case 's':
        result.signal = value();
        if (!['stop', 'quit', 'reopen', 'reload'].includes(result.signal)) return `invalid option: "-s ${result.signal}"`;
        break;
      default: return `invalid option: "${word.charAt(1)}"`;
    }
  }
  return result;
} // prettier-ignore
