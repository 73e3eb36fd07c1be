import type { FileView } from '../../kernel/files/file-view.ts';
import { parseSubnet, parseAddress, subnetContains } from '../../kernel/net/ipv4.ts';
import { readBasicAuth } from '../http/basic-auth.ts';
import { isHtpasswd } from '../http/htpasswd-file.ts';
import type { HttpRequest } from '../http/http-message.ts';
import type { ConfigNode } from './config-node.ts';
import type { DirSettings } from './settings.ts';

/** Whether a request may pass. `ask` where credentials could help. */
export type Access =
  | { readonly kind: 'granted'; readonly user?: string }
  | { readonly kind: 'denied' }
  | { readonly kind: 'ask'; readonly log?: string };

/** Judges a request by the access rules in force. @see httpd mod_authz_core */
export function checkAccess(
  settings: DirSettings,
  request: HttpRequest,
  clientAddress: string,
  files: FileView,
): Access {
  const rules = settings.requires;
  if (!rules) return { kind: 'granted' };
  const needsUser = mentionsUser(rules);
  const login = needsUser ? readLogin(request, settings, files) : undefined;
  const user = login && 'user' in login ? login.user : undefined;
  const judged = judge(rules, { request, clientAddress, user });
  if (judged) return { kind: 'granted', ...(user === undefined ? {} : { user }) };
  if (!needsUser || user !== undefined) return needsUser ? { kind: 'ask' } : { kind: 'denied' };
  return { kind: 'ask', ...(login && 'log' in login ? { log: login.log } : {}) };
}

const isUserRule = ({ name, args }: ConfigNode): boolean =>
  /^require$/i.test(name) && /^(valid-user|user|group)$/i.test((args[0] === 'not' ? args[1] : args[0]) ?? '');

function mentionsUser(rules: readonly ConfigNode[]): boolean {
  return rules.some((rule) => isUserRule(rule) || mentionsUser(rule.block ?? []));
}

/** Who logs in with the right password, or the words for the error log. */
function readLogin(
  request: HttpRequest,
  { authUserFile }: DirSettings,
  files: FileView,
): { readonly user: string } | { readonly log: string } | undefined {
  const given = readBasicAuth(request);
  if (!given) return undefined;
  const { user, password } = given;
  const path = request.target.split('?')[0] ?? '';
  const rows =
    authUserFile !== undefined && files.access(authUserFile, 4)
      ? files.readText(authUserFile).split('\n')
      : [];
  const row = rows.find((line) => line.startsWith(`${user}:`));
  if (row === undefined) return { log: `AH01618: user ${user} not found: ${path}` };
  if (!isHtpasswd(row.slice(user.length + 1).trim(), password))
    return { log: `AH01617: user ${user}: authentication failure for "${path}": Password Mismatch` };
  return { user };
}

interface Asker {
  readonly request: HttpRequest;
  readonly clientAddress: string;
  readonly user: string | undefined;
}

/** One that holds is enough; `not` rules never let anybody in by themselves. */
function judge(rules: readonly ConfigNode[], asker: Asker): boolean {
  const old = rules.filter(({ name }) => /^(order|allow|deny)$/i.test(name));
  if (old.length > 0 && !rules.some(({ name }) => /require/i.test(name))) return oldRules(old, asker);
  return anyOf(rules, asker);
}

function anyOf(rules: readonly ConfigNode[], asker: Asker): boolean {
  const judged = rules.filter(({ name }) => /require/i.test(name));
  if (judged.some((rule) => isNegated(rule) && !holds(rule, asker))) return false;
  return judged.some((rule) => !isNegated(rule) && holds(rule, asker));
}

const isNegated = ({ args, name }: ConfigNode): boolean =>
  /^require$/i.test(name) && args[0]?.toLowerCase() === 'not';

function holds(rule: ConfigNode, asker: Asker): boolean {
  const block = rule.block ?? [];
  switch (rule.name.toLowerCase()) {
    case '<requireany':
      return anyOf(block, asker);
    case '<requireall':
      return block.length > 0 && block.every((one) => holds(one, asker));
    case '<requirenone':
      return !block.some((one) => holds(one, asker));
    default:
      return isNegated(rule) ? !matches(rule.args.slice(1), asker) : matches(rule.args, asker);
  }
}

function matches(words: readonly string[], { request, clientAddress, user }: Asker): boolean {
  const [kind = '', ...values] = words;
  switch (kind.toLowerCase()) {
    case 'all':
      return values[0]?.toLowerCase() === 'granted';
    case 'valid-user':
      return user !== undefined;
    case 'user':
      return user !== undefined && values.includes(user);
    case 'ip':
      return values.some((value) => inNetwork(clientAddress, value));
    case 'local':
      return clientAddress.startsWith('127.');
    case 'method':
      return values.some((value) => value.toUpperCase() === request.method);
    default:
      return false;
  }
}

/** `172.17.0.2`, `172.17`, `172.17.0.0/16` or `172.17.0.0/255.255.0.0`. */
function inNetwork(address: string, network: string): boolean {
  const [base = '', mask] = network.split('/');
  if (mask === undefined)
    return /^\d+\.\d+\.\d+\.\d+$/.test(base) ? base === address : `${address}.`.startsWith(`${base.replace(/\.$/, '')}.`); // prettier-ignore
  const bits = mask.includes('.')
    ? (parseAddress(mask) ?? 0).toString(2).replaceAll('0', '').length
    : Number(mask);
  const subnet = parseSubnet(`${base}/${bits}`);
  const number = parseAddress(address);
  return subnet !== undefined && number !== undefined && subnetContains(subnet, number);
}

/** `Order`, `Allow from` and `Deny from` of 2.2. @see httpd mod_access_compat */
function oldRules(rules: readonly ConfigNode[], { clientAddress }: Asker): boolean {
  const isListed = (name: string): boolean =>
    rules
      .filter((rule) => rule.name.toLowerCase() === name)
      .some(({ args }) =>
        args.slice(1).some((value) => value.toLowerCase() === 'all' || inNetwork(clientAddress, value)),
      );
  const order = rules.findLast(({ name }) => /^order$/i.test(name))?.args[0]?.toLowerCase() ?? 'deny,allow';
  const [allowed, denied] = [isListed('allow'), isListed('deny')];
  return order === 'allow,deny' ? allowed && !denied : allowed || !denied;
}
