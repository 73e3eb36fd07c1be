import type { FileView } from '../../kernel/files/file-view.ts';
import { parseAddress, parseSubnet, subnetContains } from '../../kernel/net/ipv4.ts';
import { readBasicAuth } from '../http/basic-auth.ts';
import { isHtpasswd } from '../http/htpasswd-file.ts';
import type { HttpRequest } from '../http/http-message.ts';

/** `allow` or `deny`, of whom. */
export interface AccessRule {
  readonly allow: boolean;
  /** `all`, an address or a network. */
  readonly who: string;
}

/** Whether the first rule that names the address lets it in; true where none does. @see nginx ngx_http_access_module */
export function isAllowed(rules: readonly AccessRule[], address: string): boolean {
  return rules.find(({ who }) => names(who, address))?.allow ?? true;
}

function names(who: string, address: string): boolean {
  if (who === 'all' || who === address) return true;
  const subnet = parseSubnet(who);
  const number = parseAddress(address);
  return subnet !== undefined && number !== undefined && subnetContains(subnet, number);
}

/** Whether a request brings a right password; else what to log, if anything. @see nginx ngx_http_auth_basic_module */
export function checkPassword(
  files: FileView,
  request: HttpRequest,
  path: string,
): { readonly granted: boolean; readonly status?: 403; readonly log?: string } {
  const given = readBasicAuth(request);
  if (!given) return { granted: false };
  if (!files.access(path, 4)) {
    const why = files.statIfAny(path) ? '13: Permission denied' : '2: No such file or directory';
    return { granted: false, status: 403, log: `open() "${path}" failed (${why})` };
  }
  const row = files
    .readText(path)
    .split('\n')
    .find((line) => line.startsWith(`${given.user}:`));
  if (row === undefined) return { granted: false, log: `user "${given.user}" was not found in "${path}"` };
  const field = row.slice(given.user.length + 1).split(':')[0] ?? '';
  return isHtpasswd(field.trim(), given.password)
    ? { granted: true }
    : { granted: false, log: `user "${given.user}": password mismatch` };
}
