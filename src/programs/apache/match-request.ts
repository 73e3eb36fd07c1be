import type { Host, Section } from './settings.ts';
import { nameMatcher } from '../files/find/name-matcher.ts';

/** The server a request is for: of those on its address and port by name, else the first of them, else the main one. @see httpd vhost.c */
export function chooseHost(
  main: Host,
  hosts: readonly Host[],
  address: string,
  port: number,
  name: string,
): Host {
  const onPort = (host: Host, exact: boolean): boolean =>
    host.addresses?.some((one) => (one.port === undefined || one.port === port) && (exact ? one.address === address : one.address === '*')) ?? false; // prettier-ignore
  const exact = hosts.filter((host) => onPort(host, true));
  const candidates = exact.length > 0 ? exact : hosts.filter((host) => onPort(host, false));
  const asked = name.toLowerCase();
  const isNamed = (host: Host): boolean =>
    hostName(host) === asked || host.aliases.some((alias) => nameMatcher(alias.toLowerCase(), false)(asked));
  return candidates.find(isNamed) ?? candidates[0] ?? main;
}

/** `ServerName` without its port. */
export function hostName({ serverName }: Host): string | undefined {
  return serverName?.replace(/:\d+$/, '').toLowerCase();
}

/** Whether a path begins with another, at a boundary of segments. @see httpd mod_alias alias_matches */
export function restBehind(path: string, prefix: string): string | undefined {
  if (!path.startsWith(prefix)) return undefined;
  const rest = path.slice(prefix.length);
  return rest === '' || prefix.endsWith('/') || rest.startsWith('/') ? rest : undefined;
}

/** `<Directory>` sections for a directory: plain ones by length first, then those with patterns. */
export function directorySections(sections: readonly Section[], directory: string): Section[] {
  const own = sections.filter(({ kind }) => kind === 'directory');
  const plain = own.filter(({ pattern }) => typeof pattern === 'string' && !isGlob(pattern) && pattern === directory); // prettier-ignore
  const globs = own.filter(({ pattern }) => typeof pattern === 'string' && isGlob(pattern) && globMatches(pattern, directory)); // prettier-ignore
  return [...plain, ...globs];
}

/** `<DirectoryMatch>` sections for a directory. */
export function directoryPatterns(sections: readonly Section[], directory: string): Section[] {
  return sections.filter(({ kind, pattern }) => kind === 'directory' && typeof pattern !== 'string' && pattern.test(`${directory}/`)); // prettier-ignore
}

/** `<Files>` sections for the name of a file. */
export function fileSections(sections: readonly Section[], name: string): Section[] {
  return sections.filter(({ kind, pattern }) => kind === 'files' && (typeof pattern === 'string' ? nameMatcher(pattern, false)(name) : pattern.test(name))); // prettier-ignore
}

/** `<Location>` sections for a path. */
export function locationSections(sections: readonly Section[], path: string): Section[] {
  return sections.filter(({ kind, pattern }) => {
    if (kind !== 'location') return false;
    if (typeof pattern !== 'string') return pattern.test(path);
    return isGlob(pattern) ? globMatches(pattern, path) : restBehind(path, pattern.replace(/(?<=.)\/$/, '') || '/') !== undefined; // prettier-ignore
  });
}

const isGlob = (pattern: string): boolean => /[*?[]/.test(pattern);

/** A pattern whose `*` and `?` stop at slashes. */
function globMatches(pattern: string, path: string): boolean {
  const [patterns, parts] = [pattern.split('/'), path.split('/')];
  return (
    patterns.length === parts.length && patterns.every((one, at) => nameMatcher(one, false)(parts[at] ?? ''))
  );
}
