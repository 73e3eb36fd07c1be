/** The options of one call. */
export interface CommandLine {
  readonly config: string | undefined;
  readonly root: string | undefined;
  readonly defines: readonly string[];
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly signal: string | undefined;
  readonly mode: 'run' | 'test' | 'vhosts' | 'modules' | 'version' | 'settings' | 'static-modules' | 'help';
}

const SIGNALS = ['start', 'stop', 'restart', 'graceful', 'graceful-stop'];

/** Reads httpd's words; a text is the complaint that stands before the usage. @see httpd main.c */
export function parseCommandLine(words: readonly string[]): CommandLine | string {
  const line = { config: undefined as string | undefined, root: undefined as string | undefined, defines: [] as string[], before: [] as string[], after: [] as string[], signal: undefined as string | undefined, mode: 'run' as CommandLine['mode'] };
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const letter = word.charAt(1);
    if (!word.startsWith('-') || letter === '') return '';
    if ('DdfCcekE'.includes(letter)) {
      const value = word.length > 2 ? word.slice(2) : words[++at];
      if (value === undefined) return `option requires an argument -- ${letter}`;
      if (letter === 'D') line.defines.push(value);
      else if (letter === 'f') line.config = value;
      else if (letter === 'd') line.root = value;
      else if (letter === 'C') line.before.push(value);
      else if (letter === 'c') line.after.push(value);
      else if (letter === 'k') {
        if (!SIGNALS.includes(value)) return '';
        line.signal = value;
      }
      continue;
    }
    switch (letter) {
      case 't': line.mode = line.mode === 'run' ? 'test' : line.mode; break;
      case 'S': line.mode = 'vhosts'; break;
      case 'M': line.mode = 'modules'; break;
      case 'v': line.mode = 'version'; break;
      case 'V': line.mode = 'settings'; break;
      case 'l': line.mode = 'static-modules'; break;
      case 'h': line.mode = 'help'; break;
      case 'T': case 'X': break;
      default: return `illegal option -- ${letter}`;
    }
  }
  if (line.mode === 'test' && line.defines.includes('DUMP_VHOSTS')) line.mode = 'vhosts';
  if (line.mode === 'test' && line.defines.includes('DUMP_MODULES')) line.mode = 'modules';
  return line;
} // prettier-ignore

/** @see httpd main.c usage */
export function usageText(name: string): string {
  const indent = ' '.repeat(`Usage: ${name} `.length);
  return `Usage: ${name} [-D name] [-d directory] [-f file]
${indent}[-C "directive"] [-c "directive"]
${indent}[-k start|restart|graceful|graceful-stop|stop]
${indent}[-v] [-V] [-h] [-l] [-L] [-t] [-T] [-S] [-X]
Options:
  -D name            : define a name for use in <IfDefine name> directives
  -d directory       : specify an alternate initial ServerRoot
  -f file            : specify an alternate ServerConfigFile
  -C "directive"     : process directive before reading config files
  -c "directive"     : process directive after reading config files
  -e level           : show startup errors of level (see LogLevel)
  -E file            : log startup errors to file
  -v                 : show version number
  -V                 : show compile settings
  -h                 : list available command line options (this page)
  -l                 : list compiled in modules
  -L                 : list available configuration directives
  -t -D DUMP_VHOSTS  : show parsed vhost settings
  -t -D DUMP_RUN_CFG : show parsed run settings
  -S                 : a synonym for -t -D DUMP_VHOSTS -D DUMP_RUN_CFG
  -t -D DUMP_MODULES : show all loaded modules 
  -M                 : a synonym for -t -D DUMP_MODULES
  -t -D DUMP_INCLUDES: show all included configuration files
  -t                 : run syntax check for config files
  -T                 : start without DocumentRoot(s) check
  -X                 : debug mode (only one worker, do not detach)
`;
}
