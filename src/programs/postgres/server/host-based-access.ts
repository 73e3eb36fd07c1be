import { parseAddress, parseSubnet, subnetContains } from '../../../kernel/net/ipv4.ts';

/** Who connects, to what. `address` is undefined on the unix socket. */
export interface Attempt {
  readonly user: string;
  readonly database: string;
  readonly address: string | undefined;
}

/** A line of pg_hba.conf. */
export interface AccessRule {
  readonly line: number;
  /** As it stands there, with single spaces. */
  readonly text: string;
  readonly type: string;
  readonly databases: readonly string[];
  readonly users: readonly string[];
  readonly address: string;
  readonly method: string;
}

/** @see PostgreSQL documentation, "The pg_hba.conf File" */
export function parseAccessRules(text: string): AccessRule[] {
  return text.split('\n').flatMap((line, index) => {
    const words = line.replace(/#.*/, '').match(/(?:"[^"]*"|[^\s"])+/g) ?? [];
    const [type = '', databases = '', users = '', ...rest] = words.map((word) => word.replaceAll('"', ''));
    if (words.length < 4) return [];
    const [address = '', mask = ''] = type === 'local' ? ['', ''] : rest;
    const hasMask = type !== 'local' && parseAddress(mask) !== undefined;
    const method = rest[type === 'local' ? 0 : hasMask ? 2 : 1] ?? '';
    return {
      line: index + 1, text: words.join(' '), type, databases: databases.split(','), users: users.split(','), method,
      address: hasMask ? `${address}/${prefixOf(mask)}` : address,
    }; // prettier-ignore
  });
}

function prefixOf(mask: string): number {
  return (parseAddress(mask) ?? 0).toString(2).replace(/0+$/, '').length;
}

/** The first rule that fits. Simplified: groups, `samenet` and names of hosts are not known, and no connection is encrypted. */
export function findAccessRule(rules: readonly AccessRule[], attempt: Attempt): AccessRule | undefined {
  return rules.find(
    ({ type, databases, users, address }) =>
      (type === 'local') === (attempt.address === undefined) &&
      ['local', 'host', 'hostnossl', 'hostnogssenc'].includes(type) &&
      databases.some(
        (name) =>
          name === 'all' ||
          name === attempt.database ||
          (name === 'sameuser' && attempt.user === attempt.database),
      ) &&
      users.some((name) => name === 'all' || name === attempt.user) &&
      (attempt.address === undefined || contains(address, attempt.address)),
  );
}

function contains(pattern: string, text: string): boolean {
  if (pattern === 'all') return true;
  const address = parseAddress(text);
  if (address === undefined) return pattern === text;
  const subnet = parseSubnet(pattern.includes('/') ? pattern : `${pattern}/32`);
  return subnet !== undefined && subnetContains(subnet, address);
}
