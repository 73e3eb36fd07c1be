import { tableOf } from '../../../lib/table.ts';
import { quoteLiteral } from '../quote-sql.ts';
import type { PsqlSession } from './psql-session.ts';

/** What `\d` and its relatives list: letters, the relkinds, and how the list is called. */
const KINDS: Readonly<Record<string, { readonly kinds: string; readonly name: string }>> = tableOf({
  t: { kinds: 'rp', name: 'tables' },
  v: { kinds: 'v', name: 'views' },
  m: { kinds: 'm', name: 'materialized views' },
  i: { kinds: 'iI', name: 'indexes' },
  s: { kinds: 'S', name: 'sequences' },
});
const TYPE_NAME = `CASE c.relkind WHEN 'r' THEN 'table' WHEN 'p' THEN 'partitioned table' WHEN 'v' THEN 'view' WHEN 'm' THEN 'materialized view'
 WHEN 'i' THEN 'index' WHEN 'I' THEN 'partitioned index' WHEN 'S' THEN 'sequence' WHEN 'f' THEN 'foreign table' END`;

/** A pattern of \d: case folds outside of quotes, `*` and `?` stand for others. @returns conditions on schema and name */
export function patternCondition(pattern: string, schema: string, name: string, visible: string): string {
  if (pattern === '') return `${visible} AND ${schema} <> 'pg_catalog' AND ${schema} <> 'information_schema'`;
  const parts: string[] = [''];
  let quoted = false;
  for (const char of pattern) {
    if (char === '"') quoted = !quoted;
    else if (char === '.' && !quoted) parts.push('');
    else {
      const plain = quoted ? char : char.toLowerCase();
      const regexp = !quoted && char === '*' ? '.*' : !quoted && char === '?' ? '.' : plain.replace(/[\\^$.|?*+()[\]{}]/g, '\\$&'); // prettier-ignore
      parts[parts.length - 1] += regexp;
    }
  }
  const matches = (column: string, text: string): string => `${column} ~ ${quoteLiteral(`^(${text})$`)}`;
  const last = parts.at(-1) ?? '';
  const before = parts.at(-2);
  return before === undefined
    ? `${matches(name, last)} AND ${visible}`
    : `${matches(schema, before)} AND ${matches(name, last)}`;
}

/** `\dt`, `\dv`, `\di`, `\ds` and `\d` without a name. `plus`: with sizes. */
export async function listRelations(
  session: PsqlSession,
  letters: string,
  pattern: string,
  plus: boolean,
): Promise<void> {
  const chosen = [...letters].flatMap((letter) => KINDS[letter] ?? []);
  const kinds = chosen.length > 0 ? chosen.map((kind) => kind.kinds).join('') : 'rpvmSf';
  const only = chosen.length === 1 ? chosen[0] : undefined;
  const indexes = kinds.includes('i');
  const rows = await session.ask(
    `SELECT n.nspname, c.relname, ${TYPE_NAME}, pg_catalog.pg_get_userbyid(c.relowner)${indexes ? ', c2.relname' : ''}${plus ? `, CASE c.relpersistence WHEN 'p' THEN 'permanent' WHEN 't' THEN 'temporary' ELSE 'unlogged' END, ${indexes || kinds.includes('r') ? "coalesce(am.amname, '')" : "''"}, pg_catalog.pg_size_pretty(pg_catalog.pg_table_size(c.oid)), pg_catalog.obj_description(c.oid, 'pg_class')` : ''}
 FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace LEFT JOIN pg_catalog.pg_am am ON am.oid = c.relam
 LEFT JOIN pg_catalog.pg_index i ON i.indexrelid = c.oid LEFT JOIN pg_catalog.pg_class c2 ON i.indrelid = c2.oid
 WHERE c.relkind IN (${[...kinds].map((kind) => `'${kind}'`).join()}) AND n.nspname !~ '^pg_toast' AND ${patternCondition(pattern, 'n.nspname', 'c.relname', 'pg_catalog.pg_table_is_visible(c.oid)')} ORDER BY 1, 2`,
  );
  if (!rows) return;
  const what = only?.name ?? 'relations';
  if (rows.length === 0)
    return void (await session.complain(
      pattern === '' ? `Did not find any ${what}.` : `Did not find any ${what} named "${pattern}".`,
    ));
  const names = ['Schema', 'Name', 'Type', 'Owner', ...(indexes ? ['Table'] : []), ...(plus ? ['Persistence', 'Access method', 'Size', 'Description'] : [])]; // prettier-ignore
  await session.printTable({ title: `List of ${what}`, columns: names.map((name) => ({ name })), rows });
}

/** `\l` */
export async function listDatabases(session: PsqlSession, pattern: string): Promise<void> {
  const rows = await session.ask(
    `SELECT d.datname, pg_catalog.pg_get_userbyid(d.datdba), pg_catalog.pg_encoding_to_char(d.encoding), CASE d.datlocprovider WHEN 'b' THEN 'builtin' WHEN 'c' THEN 'libc' WHEN 'i' THEN 'icu' END, d.datcollate, d.datctype, d.datlocale, d.daticurules,
 CASE WHEN pg_catalog.array_length(d.datacl, 1) = 0 THEN '(none)' ELSE pg_catalog.array_to_string(d.datacl, E'\\n') END FROM pg_catalog.pg_database d ${pattern === '' ? '' : `WHERE ${patternCondition(pattern, "''", 'd.datname', 'true')}`} ORDER BY 1`,
  );
  const names = ['Name', 'Owner', 'Encoding', 'Locale Provider', 'Collate', 'Ctype', 'Locale', 'ICU Rules', 'Access privileges']; // prettier-ignore
  if (rows)
    await session.printTable({ title: 'List of databases', columns: names.map((name) => ({ name })), rows });
}

/** `\du`, `\dg` */
export async function listRoles(session: PsqlSession, pattern: string): Promise<void> {
  const rows = await session.ask(
    `SELECT r.rolname, concat_ws(', ', CASE WHEN r.rolsuper THEN 'Superuser' END, CASE WHEN NOT r.rolinherit THEN 'No inheritance' END, CASE WHEN r.rolcreaterole THEN 'Create role' END, CASE WHEN r.rolcreatedb THEN 'Create DB' END,
 CASE WHEN NOT r.rolcanlogin THEN 'Cannot login' END, CASE WHEN r.rolreplication THEN 'Replication' END, CASE WHEN r.rolbypassrls THEN 'Bypass RLS' END) || CASE WHEN r.rolconnlimit > 0 THEN E'\\n' || r.rolconnlimit || ' connections' ELSE '' END
 FROM pg_catalog.pg_roles r WHERE ${pattern === '' ? "r.rolname !~ '^pg_'" : patternCondition(pattern, "''", 'r.rolname', 'true')} ORDER BY 1`,
  );
  if (rows)
    await session.printTable(
      { title: 'List of roles', columns: [{ name: 'Role name' }, { name: 'Attributes' }], rows, footers: [] },
    ); // prettier-ignore
}

/** `\dn` */
export async function listSchemas(session: PsqlSession, pattern: string): Promise<void> {
  const rows = await session.ask(
    `SELECT n.nspname, pg_catalog.pg_get_userbyid(n.nspowner) FROM pg_catalog.pg_namespace n WHERE ${pattern === '' ? "n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'" : patternCondition(pattern, "''", 'n.nspname', 'true')} ORDER BY 1`,
  );
  if (rows)
    await session.printTable({
      title: 'List of schemas',
      columns: [{ name: 'Name' }, { name: 'Owner' }],
      rows,
    });
}

/** `\dx` */
export async function listExtensions(session: PsqlSession): Promise<void> {
  const rows = await session.ask(
    `SELECT e.extname, e.extversion, ae.default_version, n.nspname, d.description FROM pg_catalog.pg_extension e LEFT JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
 LEFT JOIN pg_catalog.pg_description d ON d.objoid = e.oid AND d.classoid = 'pg_catalog.pg_extension'::pg_catalog.regclass LEFT JOIN pg_catalog.pg_available_extensions() ae(name, default_version, comment) ON ae.name = e.extname ORDER BY 1`,
  );
  const names = ['Name', 'Version', 'Default version', 'Schema', 'Description'];
  if (rows)
    await session.printTable({
      title: 'List of installed extensions',
      columns: names.map((name) => ({ name })),
      rows,
    });
}

/** `\df` of the functions that people made. */
export async function listFunctions(session: PsqlSession, pattern: string): Promise<void> {
  const rows = await session.ask(
    `SELECT n.nspname, p.proname, pg_catalog.pg_get_function_result(p.oid), pg_catalog.pg_get_function_arguments(p.oid), CASE p.prokind WHEN 'a' THEN 'agg' WHEN 'w' THEN 'window' WHEN 'p' THEN 'proc' ELSE 'func' END
 FROM pg_catalog.pg_proc p LEFT JOIN pg_catalog.pg_namespace n ON n.oid = p.pronamespace WHERE ${patternCondition(pattern, 'n.nspname', 'p.proname', 'pg_catalog.pg_function_is_visible(p.oid)')} ORDER BY 1, 2, 4`,
  );
  const names = ['Schema', 'Name', 'Result data type', 'Argument data types', 'Type'];
  if (rows)
    await session.printTable({ title: 'List of functions', columns: names.map((name) => ({ name })), rows });
}
