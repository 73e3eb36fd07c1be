import { parseBool } from '../../lib/go-bool.ts';
import { formatQuoted } from '../../lib/go-format.ts';

/** What whoami was told, by flags before environment. */
export interface WhoamiFlags {
  readonly port: string;
  readonly name: string;
  readonly allowedOrigins: string;
  readonly cert: string;
  readonly key: string;
  readonly verbose: boolean;
}

interface Flag {
  readonly usage: string;
  readonly initial: string;
}

/** Where the words are wrong, or `-h`: what goes to stderr and the exit status. */
export interface FlagProblem {
  readonly text: string;
  readonly status: number;
}

/** Reads whoami's words. @see Go flag FlagSet.Parse; traefik/whoami v1.11 */
export function parseWhoamiFlags(
  argv: readonly string[],
  env: ReadonlyMap<string, string>,
): WhoamiFlags | FlagProblem {
  const flags: Record<string, Flag> = {
    'allowed-origins': {
      usage: 'give me a list of allowed clients',
      initial: env.get('WHOAMI_ALLOWED_ORIGINS') || '*',
    },
    cacert: { usage: 'give me a CA chain, enforces mutual TLS', initial: '' },
    cert: { usage: 'give me a certificate', initial: '' },
    key: { usage: 'give me a key', initial: '' },
    name: { usage: 'give me a name', initial: env.get('WHOAMI_NAME') ?? '' },
    port: { usage: 'give me a port number', initial: env.get('WHOAMI_PORT_NUMBER') || '80' },
    verbose: { usage: 'Enable verbose logging', initial: 'false' },
  };
  const values = new Map(Object.entries(flags).map(([name, { initial }]) => [name, initial]));
  const usage = `Usage of ${argv[0] ?? ''}:\n${Object.entries(flags).map(describeFlag).join('')}`;
  const fail = (message: string): FlagProblem => ({ text: `${message}\n${usage}`, status: 2 });
  const words = argv.slice(1);
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    if (!word.startsWith('-') || word === '-' || word === '--') break;
    const [, dashes = '', name = '', , given] = /^(--?)([^=]*)(=([^]*))?$/.exec(word) ?? [];
    if (name === '' || name.startsWith('-')) return fail(`bad flag syntax: ${word}`);
    if (!Object.hasOwn(flags, name)) {
      if (name === 'h' || name === 'help') return { text: usage, status: 0 };
      return fail(`flag provided but not defined: -${name}`);
    }
    if (name === 'verbose') {
      const on = parseBool(given ?? 'true');
      if (on === undefined)
        return fail(`invalid boolean value ${formatQuoted(given ?? '')} for -verbose: parse error`);
      values.set(name, String(on));
    } else {
      const value = given ?? words[++at];
      if (value === undefined) return fail(`flag needs an argument: ${dashes === '' ? '' : '-'}${name}`);
      values.set(name, value);
    }
  }
  const value = (name: string): string => values.get(name) ?? '';
  return {
    port: value('port'),
    name: value('name'),
    allowedOrigins: value('allowed-origins'),
    cert: value('cert'),
    key: value('key'),
    verbose: value('verbose') === 'true',
  };
}

function describeFlag([name, { usage, initial }]: [string, Flag]): string {
  const isBool = name === 'verbose';
  const shown = initial === '' || isBool ? '' : ` (default ${formatQuoted(initial)})`;
  return `  -${name}${isBool ? '' : ' string'}\n    \t${usage}${shown}\n`;
}
