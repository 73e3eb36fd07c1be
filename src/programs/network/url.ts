/** The parts of a URL that clients of ours use. */
export interface ParsedUrl {
  readonly scheme: string;
  readonly host: string;
  readonly port: number;
  /** Was the port in the text? */
  readonly explicitPort: boolean;
  /** Path and query. */
  readonly target: string;
  readonly user: string | undefined;
}

/** Reads `[scheme://][user@]host[:port][/path]`, http unless given; undefined if malformed. */
export function parseUrl(text: string): ParsedUrl | undefined {
  // Without this `http` of a malformed rest would be taken for a host.
  const needsScheme = /^[a-zA-Z][a-zA-Z0-9+.-]*:\/\//.test(text);
  const match =
    /^(?:([a-zA-Z][a-zA-Z0-9+.-]*):\/\/)?(?:([^@/?#]*)@)?(\[[^\]]*\]|[^:/?#]*)(?::(\d*))?([/?][^#]*)?(?:#.*)?$/.exec(
      text,
    );
  if (!match || match[3] === '' || match[3] === undefined) return undefined;
  if ((needsScheme && match[1] === undefined) || /[\s\x00-\x1f\x7f]/.test(text)) return undefined;
  const scheme = (match[1] ?? 'http').toLowerCase();
  const target = match[5] ?? '/';
  const port = Number(match[4] || (scheme === 'https' ? 443 : 80));
  if (port > 65535) return undefined;
  return {
    scheme,
    host: match[3],
    port,
    explicitPort: !!match[4],
    target: target.startsWith('?') ? `/${target}` : target,
    user: match[2],
  };
}

/** A Location header relative to what was asked for. */
export function resolveLocation(base: ParsedUrl, location: string): string {
  if (/^[a-z]+:\/\//i.test(location)) return location;
  const origin = `${base.scheme}://${base.host}${base.explicitPort ? `:${base.port}` : ''}`;
  if (location.startsWith('/')) return origin + location;
  return `${origin}${base.target.replace(/\?.*/, '').replace(/[^/]*$/, '')}${location}`;
}

/** The Host header. */
export function hostHeader(url: ParsedUrl): string {
  const usual = url.port === (url.scheme === 'https' ? 443 : 80);
  return usual ? url.host : `${url.host}:${url.port}`;
}
