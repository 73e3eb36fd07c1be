import { ApiError } from '../../api/api-error.ts';
import { formatQuoted } from '../../lib/go-format.ts';

/**
 * The host, and the port where one is given, of what `docker login` was told. @throws ApiError invalidParameter, as Go's net/url finds it
 * @see moby v28 registry/service.go Auth
 */
export function hostOfServer(address: string): string {
  const url = /^https?:\/\//.test(address) ? address : `https://${address}`;
  const refused = (why: string): ApiError =>
    new ApiError('invalidParameter', `unable to parse server address: parse ${formatQuoted(url)}: ${why}`);

  if (/[\0-\x1f\x7f]/.test(url)) throw refused('net/url: invalid control character in URL');
  const authority = /^https?:\/\/([^/?#]*)/.exec(url)?.[1] ?? '';
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (host.startsWith('[') && !host.includes(']')) throw refused("missing ']' in host");
  const port = portOf(host);
  if (!/^(:\d*)?$/.test(port)) throw refused(`invalid port ${formatQuoted(port)} after host`);
  const escape = /%(?![\da-f]{2}).{0,2}/i.exec(host)?.[0];
  if (escape !== undefined) throw refused(`invalid URL escape ${formatQuoted(escape)}`);
  const strange = /[^\w.~!$&'()*+,;=:[\]<>"%\x80-\uffff-]/.exec(host)?.[0];
  if (strange !== undefined) throw refused(`invalid character ${formatQuoted(strange)} in host name`);
  return host;
}

/** With its colon; behind the brackets of an IPv6 address. */
function portOf(host: string): string {
  if (host.startsWith('[')) return host.slice(host.lastIndexOf(']') + 1);
  const colon = host.lastIndexOf(':');
  return colon < 0 ? '' : host.slice(colon);
}
