import type { Process, Program } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';
import { formatIdentifier, quoteLiteral } from '../quote-sql.ts';
import { fullVersion } from '../version.ts';
import { ConnectionFailure, QueryFailure, type Connection } from './connection.ts';
import { resolveOptions } from './connection-options.ts';
import { clientOptions, CONNECTION_OPTIONS } from './option-errors.ts';
import { openConnection } from './open-connection.ts';
import * as queries from './pg-dump-queries.ts';

const SPEC = {
  short: `${CONNECTION_OPTIONS.short}ad:sf:F:t:n:cCOxv`,
  long: {
    ...CONNECTION_OPTIONS.long, 'data-only': 'a', dbname: 'd:', 'schema-only': 's', file: 'f:', format: 'F:', table: 't:', schema: 'n:', clean: 'c', create: 'C', 'no-owner': 'O',
    'no-privileges': 'x', 'no-acl': 'x', verbose: 'v', inserts: 'inserts', 'column-inserts': 'inserts', 'if-exists': 'if-exists',
  },
} as const; // prettier-ignore

/** What of the database is written, and how. */
interface DumpChoice {
  readonly schema: boolean;
  readonly data: boolean;
  readonly owners: boolean;
  readonly inserts: boolean;
  readonly clean: boolean;
  readonly ifExists: boolean;
  /** Only these; all where it is empty. */
  readonly tables: readonly string[];
}

/**
 * pg_dump: a database as SQL. Simplified: schemas, functions, tables, sequences, views, indexes, constraints, triggers and data; no types, comments and
 * privileges, and plain text is the only format. @see PostgreSQL 18, pg_dump(1)
 */
export const pgDump: Program = async (proc) => {
  const options = await clientOptions(proc, 'pg_dump', SPEC, 1);
  if (typeof options === 'number') return options;
  const format = options.value('F') ?? 'p';
  if (format !== 'p' && format !== 'plain') {
    if (!/^(c|custom|d|directory|t|tar)$/.test(format)) {
      await proc.err(`pg_dump: error: invalid output format "${format}" specified\n`);
      return 1;
    }
    proc.notice(`pg_dump writes plain SQL only here: --format=${format} is not simulated.`);
    await proc.err('pg_dump: error: this build does not support the requested format\n');
    return 1;
  }
  if (options.has('a') && options.has('s')) {
    await proc.err('pg_dump: error: options -s/--schema-only and -a/--data-only cannot be used together\n');
    return 1;
  }
  const resolved = resolveOptions(
    proc,
    {
      host: options.value('h'),
      port: options.value('p'),
      user: options.value('U'),
      database: options.value('d') ?? options.operands[0],
    },
    'pg_dump',
  );
  const choice: DumpChoice = {
    schema: !options.has('a'),
    data: !options.has('s'),
    owners: !options.has('O'),
    inserts: options.has('inserts'),
    clean: options.has('c'),
    ifExists: options.has('if-exists'),
    tables: options.values('t'),
  };
  const file = options.value('f');
  if (file !== undefined) proc.files.writeFile(file, '');
  const write = (text: string): void | Promise<void> =>
    file === undefined ? proc.out(text) : proc.files.writeFile(file, text, { append: true });
  try {
    const connection = await openConnection(
      proc,
      resolved,
      options.has('w') ? 'never' : options.has('W') ? 'always' : 'when-needed',
    );
    await connection.rows("BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY; SELECT pg_catalog.set_config('search_path', '', false)"); // prettier-ignore
    const found = await new Dump(proc, connection, choice, write).run();
    await connection.close();
    if (found) return 0;
    await proc.err('pg_dump: error: no matching tables were found\n');
    return 1;
  } catch (error) {
    if (!(error instanceof ConnectionFailure || error instanceof QueryFailure)) throw error;
    await proc.err(`pg_dump: error: ${error.message}\n`);
    return 1;
  }
};

class Dump {
  readonly #proc: Process;
  readonly #connection: Connection;
  readonly #choice: DumpChoice;
  readonly #write: (text: string) => void | Promise<void>;

  constructor(
    proc: Process,
    connection: Connection,
    choice: DumpChoice,
    write: (text: string) => void | Promise<void>,
  ) {
    this.#proc = proc;
    this.#connection = connection;
    this.#choice = choice;
    this.#write = write;
  }

  /** False where no table has a name that was asked for. */
  async run(): Promise<boolean> {
    const { schema, data, tables } = this.#choice;
    const relations = (await this.#connection.rows(queries.RELATIONS)).filter(
      ([, namespace = '', name = '']) =>
        tables.length === 0 || tables.some((table) => table === name || table === `${namespace}.${name}`),
    );
    if (tables.length > 0 && relations.length === 0) return false;
    const token = Array.from({ length: 63 }, () => (this.#proc.random() % 36).toString(36)).join('');
    const version = this.#connection.parameters.get('server_version') ?? '';
    await this.#write(head(token, version, fullVersion(this.#proc.files)));
    const oids = relations.map(([oid = '']) => oid);
    if (schema) {
      if (this.#choice.clean) for (const [, namespace = '', name = '', kind = ''] of relations.toReversed()) await this.#drop(namespace, name, kind); // prettier-ignore
      if (tables.length === 0) {
        for (const [name = '', owner = ''] of await this.#connection.rows(queries.SCHEMAS))
          await this.#entry(name, 'SCHEMA', '-', owner, `CREATE SCHEMA ${formatIdentifier(name)};\n\n`, `SCHEMA ${formatIdentifier(name)}`); // prettier-ignore
        for (const [
          name = '',
          namespace = '',
          owner = '',
          kind = '',
          text = '',
          signature = '',
        ] of await this.#connection.rows(queries.FUNCTIONS))
          // prettier-ignore
          await this.#entry(name, kind, namespace, owner, `${text.trimEnd()};\n\n`, `${kind} ${namespace}.${signature}`);
      }
      await this.#write("SET default_tablespace = '';\n\nSET default_table_access_method = heap;\n\n");
      for (const relation of relations) await this.#relation(relation);
      await this.#simple('DEFAULT', queries.defaults(oids));
    }
    if (data) {
      const identities = await this.#connection.rows(queries.identitySequences(oids));
      for (const [oid = '', namespace = '', name = '', kind = '', owner = ''] of [
        ...relations,
        ...identities,
      ])
        await this.#data(oid, namespace, name, kind, owner);
    }
    if (schema) {
      await this.#simple('CONSTRAINT', queries.constraints(oids, false));
      await this.#simple('INDEX', queries.indexes(oids));
      await this.#simple('TRIGGER', queries.triggers(oids));
      await this.#simple('FK CONSTRAINT', queries.constraints(oids, true));
    }
    await this.#write(`--\n-- PostgreSQL database dump complete\n--\n\n\\unrestrict ${token}\n\n`);
    return true;
  }

  async #drop(namespace: string, name: string, kind: string): Promise<void> {
    const type = { S: 'SEQUENCE', v: 'VIEW', m: 'MATERIALIZED VIEW' }[kind] ?? 'TABLE';
    await this.#write(
      `DROP ${type} ${this.#choice.ifExists ? 'IF EXISTS ' : ''}${qualified(namespace, name)};\n`,
    );
  }

  /** A comment, what makes it, and whose it is. */
  async #entry(
    name: string,
    type: string,
    namespace: string,
    owner: string,
    text: string,
    what?: string,
  ): Promise<void> {
    await this.#write(`--\n-- Name: ${name}; Type: ${type}; Schema: ${namespace}; Owner: ${this.#choice.owners ? owner : '-'}\n--\n\n${text}\n`); // prettier-ignore
    if (what !== undefined && this.#choice.owners)
      await this.#write(`ALTER ${what} OWNER TO ${formatIdentifier(owner)};\n\n`);
  }

  /** Entries that a query has whole. */
  async #simple(type: string, query: string): Promise<void> {
    for (const [name = '', namespace = '', owner = '', text = ''] of await this.#connection.rows(query))
      await this.#entry(name, type, namespace, owner, `${text}\n${type === 'DEFAULT' ? '' : '\n'}`);
  }

  async #relation([oid = '', namespace = '', name = '', kind = '', owner = '']: readonly (
    string | undefined
  )[]): Promise<void> {
    const path = qualified(namespace, name);
    if (kind === 'S') {
      const [row] = await this.#connection.rows(queries.sequence(oid));
      const [type = '', start = '', increment = '', min = '', max = '', cache = '', cycle = '', ownedBy] =
        row ?? [];
      const text = `CREATE SEQUENCE ${path}\n${type === 'bigint' ? '' : `    AS ${type}\n`}    START WITH ${start}\n    INCREMENT BY ${increment}\n    ${min}\n    ${max}\n    CACHE ${cache}${cycle === 't' ? '\n    CYCLE' : ''};\n\n`; // prettier-ignore
      await this.#entry(name, 'SEQUENCE', namespace, owner, text, `SEQUENCE ${path}`);
      if (ownedBy !== undefined)
        await this.#entry(name, 'SEQUENCE OWNED BY', namespace, owner, `ALTER SEQUENCE ${path} OWNED BY ${ownedBy};\n\n`); // prettier-ignore
    } else if (kind === 'v' || kind === 'm') {
      const type = kind === 'v' ? 'VIEW' : 'MATERIALIZED VIEW';
      const [row] = await this.#connection.rows(`SELECT pg_catalog.pg_get_viewdef(${oid})`);
      const text = `CREATE ${type} ${path} AS\n${row?.[0] ?? ''}\n\n`;
      await this.#entry(name, type, namespace, owner, text, `${type} ${path}`);
    } else {
      const columns = (await this.#connection.rows(queries.columns(oid))).map(([line = '']) => `    ${line}`);
      const text = `CREATE TABLE ${path} (\n${columns.join(',\n')}\n);\n\n`;
      await this.#entry(name, 'TABLE', namespace, owner, text, `TABLE ${path}`);
    }
  }

  async #data(oid: string, namespace: string, name: string, kind: string, owner: string): Promise<void> {
    const path = qualified(namespace, name);
    if (kind === 'S') {
      const [row] = await this.#connection.rows(`SELECT last_value, is_called FROM ${path}`);
      const [value = '1', called = 'f'] = row ?? [];
      const text = `SELECT pg_catalog.setval(${quoteLiteral(path)}, ${value}, ${called === 't' ? 'true' : 'false'});\n\n`;
      return this.#entry(name, 'SEQUENCE SET', namespace, owner, text);
    }
    if (kind !== 'r') return;
    const names = (await this.#connection.rows(queries.columnNames(oid))).map(([column = '']) => formatIdentifier(column)); // prettier-ignore
    await this.#write(`--\n-- Data for Name: ${name}; Type: TABLE DATA; Schema: ${namespace}; Owner: ${this.#choice.owners ? owner : '-'}\n--\n\n`); // prettier-ignore
    const list = names.join(', ');
    if (this.#choice.inserts) {
      for (const row of await this.#connection.rows(`SELECT ${list} FROM ${path}`)) {
        const values = row.map((cell) => (cell === undefined ? 'NULL' : quoteLiteral(cell)));
        await this.#write(`INSERT INTO ${path} VALUES (${values.join(', ')});\n`);
      }
      await this.#write('\n\n');
      return;
    }
    await this.#write(`COPY ${path} (${list}) FROM stdin;\n`);
    for await (const event of this.#connection.query(`COPY ${path} (${list}) TO STDOUT`))
      if (event.kind === 'data') await this.#write(toText(event.bytes));
    await this.#write('\\.\n\n\n');
  }
}

function qualified(namespace: string, name: string): string {
  return `${formatIdentifier(namespace)}.${formatIdentifier(name)}`;
}

function head(token: string, server: string, own: string): string {
  return `--
-- PostgreSQL database dump
--

\\restrict ${token}

-- Dumped from database version ${server}
-- Dumped by pg_dump version ${own}

SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

`;
}
