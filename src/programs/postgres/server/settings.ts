import type { FileView } from '../../../kernel/files/file-view.ts';

const USUAL_BUFFERS = '128MB';
/** Simplified: nobody needs the usual 128 MB here, and filling them with zeros is half of the time that PostgreSQL takes to start. */
export const SMALL_BUFFERS = 'shared_buffers=16MB';

/** What the postmaster itself reads of the configuration; PostgreSQL gets all of it. */
export interface ServerSettings {
  readonly listenAddresses: string;
  readonly port: number;
  readonly socketFolder: string;
  /** `name=value`, of the command line. */
  readonly overrides: readonly string[];
}

/** The command line of postgres(1), as far as the official image's users give it. `error`: an option that it has not. */
export function parseServerArguments(words: readonly string[]): {
  directory: string | undefined;
  overrides: string[];
  error?: string;
} {
  const overrides: string[] = [];
  let directory: string | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? '';
    const long = /^--([\w.-]+)=(.*)$/s.exec(word);
    if (long) {
      overrides.push(`${(long[1] ?? '').replaceAll('-', '_')}=${long[2] ?? ''}`);
      continue;
    }
    const [, letter = '', attached = ''] = /^-([A-Za-z])(.*)$/s.exec(word) ?? [];
    const value = (): string => (attached === '' ? (words[++at] ?? '') : attached);
    if (letter === 'c') overrides.push(value());
    else if (letter === 'D') directory = value();
    else if (letter === 'p') overrides.push(`port=${value()}`);
    else if (letter === 'h') overrides.push(`listen_addresses=${value()}`);
    else if (letter === 'k') overrides.push(`unix_socket_directories=${value()}`);
    else if (letter === 'N') overrides.push(`max_connections=${value()}`);
    else if (letter === 'B') overrides.push(`shared_buffers=${value()}`);
    else if (letter === 'F') overrides.push('fsync=off');
    else if (letter === 'i') overrides.push('listen_addresses=*');
    else
      return {
        directory,
        overrides,
        error: letter ? `invalid option -- '${letter}'` : `invalid argument: "${word}"`,
      };
  }
  return { directory, overrides };
}

/** Settings of postgresql.conf and postgresql.auto.conf, with those of the command line over them. */
export function readSettings(
  files: FileView,
  directory: string,
  overrides: readonly string[],
): ServerSettings {
  const values = new Map<string, string>();
  for (const name of ['postgresql.conf', 'postgresql.auto.conf']) {
    const path = `${directory}/${name}`;
    if (!files.exists(path)) continue;
    for (const line of files.readText(path).split('\n')) {
      const match = /^\s*([a-z_]+)(?:\s*=\s*|\s+)('(?:[^']|'')*'|[^#\s]+)/.exec(line);
      if (match?.[1])
        values.set(match[1], (match[2] ?? '').replace(/^'([^]*)'$/, '$1').replaceAll("''", "'"));
    }
  }
  for (const setting of overrides) {
    const at = setting.indexOf('=');
    values.set(setting.slice(0, at), setting.slice(at + 1));
  }
  const buffers = values.get('shared_buffers') ?? USUAL_BUFFERS;
  return {
    listenAddresses: values.get('listen_addresses') ?? 'localhost',
    port: Number(values.get('port') ?? 5432),
    socketFolder: values.get('unix_socket_directories') ?? '/var/run/postgresql',
    overrides: buffers === USUAL_BUFFERS ? [SMALL_BUFFERS, ...overrides] : overrides,
  };
}
