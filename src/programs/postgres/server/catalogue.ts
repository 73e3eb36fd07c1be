import { FieldReader, splitMessages } from '../messages.ts';
import { toText } from '../../../lib/bytes.ts';

/** What has to be known of a role before it has a session. */
export interface Role {
  readonly name: string;
  readonly password: string | undefined;
  readonly canLogin: boolean;
  readonly isSuperuser: boolean;
}

/** What the server knows of itself without asking: a client that comes must not wait for a transaction of another. */
export interface Catalogue {
  readonly roles: ReadonlyMap<string, Role>;
  readonly databases: ReadonlyMap<string, { readonly allowsConnections: boolean }>;
  /** Settings that a client is told of when it connects. */
  readonly settings: ReadonlyMap<string, string>;
}

/** The settings of a new session. @see PostgreSQL documentation, "Asynchronous Operations" */
const REPORTED = [
  'in_hot_standby', 'integer_datetimes', 'TimeZone', 'IntervalStyle', 'search_path', 'default_transaction_read_only', 'scram_iterations', 'DateStyle',
  'standard_conforming_strings', 'client_encoding', 'server_version', 'server_encoding',
]; // prettier-ignore

/** Asks for all of it at once. */
export const CATALOGUE_QUERY = `SELECT 'r', rolname, rolpassword, rolcanlogin, rolsuper FROM pg_authid UNION ALL
SELECT 'd', datname, NULL, datallowconn, false FROM pg_database UNION ALL
SELECT 's', name, setting, false, false FROM pg_settings WHERE name IN (${REPORTED.map((name) => `'${name}'`).join()})`;

/** Columns of the rows in an answer; NULL is undefined. */
export function readRows(answer: Uint8Array): (string | undefined)[][] {
  return splitMessages(answer)
    .filter(({ type }) => type === 'D')
    .map(({ body }) => {
      const reader = new FieldReader(body);
      return Array.from({ length: reader.int16() }, () => {
        const length = reader.int32();
        return length < 0 ? undefined : toText(reader.take(length));
      });
    });
}

export function readCatalogue(answer: Uint8Array): Catalogue {
  const roles = new Map<string, Role>();
  const databases = new Map<string, { allowsConnections: boolean }>();
  const settings = new Map<string, string>();
  for (const [kind, name = '', text, flag, superuser] of readRows(answer)) {
    const first = flag === 't';
    if (kind === 'r')
      roles.set(name, { name, password: text, canLogin: first, isSuperuser: superuser === 't' });
    else if (kind === 'd') databases.set(name, { allowsConnections: first });
    else settings.set(name, text ?? '');
  }
  return { roles, databases, settings };
}

/** Could this SQL change what the catalogue knows? */
export function touchesCatalogue(sql: string): boolean {
  return /\b(role|user|group|database|password|pg_authid|pg_database|alter\s+system|execute|do|call)\b/i.test(
    sql,
  );
}
