import { formatQuoted } from '../../lib/go-format.ts';

const TYPES = new Set(
  'core cpu data fsize locks memlock msgqueue nice nofile nproc rss rtprio rttime sigpending stack'.split(
    ' ',
  ),
);

/** A resource limit as the API has it; -1 is unlimited. */
export interface Ulimit {
  Name: string;
  Hard: number;
  Soft: number;
}

/** A `--ulimit` value is malformed; the message is go-units'. */
export class UlimitError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UlimitError';
  }
}

/**
 * Reads `nofile=512:1024`, `nofile=1024`.
 * @throws UlimitError
 * @see docker/go-units v0.5.0 ulimit.go ParseUlimit
 */
export function parseUlimit(text: string): Ulimit {
  const equals = text.indexOf('=');
  if (equals < 0) throw new UlimitError(`invalid ulimit argument: ${text}`);
  const name = text.slice(0, equals);
  if (!TYPES.has(name)) throw new UlimitError(`invalid ulimit type: ${name}`);
  const limits = text.slice(equals + 1);
  const [first = '', second, third] = limits.split(':');
  if (third !== undefined) {
    const hint = 'can only have up to two, `soft[:hard]`';
    throw new UlimitError(`too many limit value arguments - ${limits}, ${hint}`);
  }
  const soft = parseLimit(first);
  const hard = second === undefined ? soft : parseLimit(second);
  if (hard !== -1 && (soft === -1 || soft > hard)) {
    const shown = soft === -1 ? '-1 (unlimited)' : String(soft);
    throw new UlimitError(
      `ulimit soft limit must be less than or equal to hard limit: soft: ${shown}, hard: ${hard}`,
    );
  }
  return { Name: name, Hard: hard, Soft: soft };
}

function parseLimit(text: string): number {
  if (!/^[+-]?\d+$/.test(text)) {
    throw new UlimitError(`strconv.ParseInt: parsing ${formatQuoted(text)}: invalid syntax`);
  }
  return Number(text);
}

/** `nofile=512:1024`. @see docker/go-units v0.5.0 ulimit.go Ulimit.String */
export function formatUlimit({ Name, Soft, Hard }: Ulimit): string {
  return `${Name}=${Soft}:${Hard}`;
}
