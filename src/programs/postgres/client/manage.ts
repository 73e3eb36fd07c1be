import type { Process, Program } from '../../../kernel/process.ts';
import type { Options } from '../../support/parse-options.ts';
import { askSecret } from '../../users/secret.ts';
import { formatIdentifier, quoteLiteral } from '../quote-sql.ts';
import { ConnectionFailure, QueryFailure } from './connection.ts';
import { resolveOptions } from './connection-options.ts';
import { openConnection } from './open-connection.ts';
import { clientOptions, CONNECTION_OPTIONS } from './option-errors.ts';

interface Tool {
  readonly name: string;
  readonly short: string;
  readonly long: Readonly<Record<string, string>>;
  /** The statement, what it did for the error, and the database to be in; or an error. */
  statement(proc: Process, options: Options, user: string): Promise<Statement | string>;
}

interface Statement {
  readonly sql: string;
  readonly failed: string;
  readonly database: string;
}

/** A program that connects, runs one statement and says nothing when that went well. */
function tool({ name, short, long, statement }: Tool): Program {
  return async (proc) => {
    const spec = {
      short: `${CONNECTION_OPTIONS.short}e${short}`,
      long: { ...CONNECTION_OPTIONS.long, echo: 'e', ...long },
    };
    const options = await clientOptions(proc, name, spec, 1);
    if (typeof options === 'number') return options;
    const given = { host: options.value('h'), port: options.value('p'), user: options.value('U') };
    const made = await statement(proc, options, resolveOptions(proc, given, name).user);
    if (typeof made === 'string') {
      await proc.err(`${name}: error: ${made}\n${name}: hint: Try "${name} --help" for more information.\n`);
      return 1;
    }
    if (options.has('e')) await proc.out(`${made.sql};\n`);
    const target = resolveOptions(proc, { ...given, database: made.database }, name);
    const prompting = options.has('w') ? 'never' : options.has('W') ? 'always' : 'when-needed';
    try {
      const connection = await openConnection(proc, target, prompting);
      try {
        await connection.rows(made.sql);
      } finally {
        await connection.close();
      }
      return 0;
    } catch (error) {
      if (error instanceof QueryFailure) await proc.err(`${name}: error: ${made.failed}: ${error.message}\n`);
      else if (error instanceof ConnectionFailure) await proc.err(`${name}: error: ${error.message}\n`);
      else throw error;
      return 1;
    }
  };
}

/** @see PostgreSQL 18, createdb(1) */
export const createdb = tool({
  name: 'createdb',
  short: 'O:T:E:l:',
  long: { owner: 'O:', template: 'T:', encoding: 'E:', locale: 'l:' },
  statement: (proc, options, user) => {
    const name = options.operands[0] ?? proc.env.get('PGDATABASE') ?? user;
    const owner = options.value('O');
    const template = options.value('T');
    const sql = `CREATE DATABASE ${formatIdentifier(name)}${owner === undefined ? '' : ` OWNER ${formatIdentifier(owner)}`}${template === undefined ? '' : ` TEMPLATE ${formatIdentifier(template)}`}`;
    return Promise.resolve({ sql, failed: 'database creation failed', database: 'postgres' });
  },
});

/** @see PostgreSQL 18, dropdb(1) */
export const dropdb = tool({
  name: 'dropdb',
  short: 'if',
  long: { 'if-exists': 'if-exists', interactive: 'i', force: 'f' },
  statement: (_proc, options) => {
    const [name] = options.operands;
    if (name === undefined) return Promise.resolve('missing required argument database name');
    const sql = `DROP DATABASE ${options.has('if-exists') ? 'IF EXISTS ' : ''}${formatIdentifier(name)}${options.has('f') ? ' WITH (FORCE)' : ''}`;
    return Promise.resolve({
      sql,
      failed: 'database removal failed',
      database: name === 'postgres' ? 'template1' : 'postgres',
    });
  },
});

/** @see PostgreSQL 18, createuser(1) */
export const createuser = tool({
  name: 'createuser',
  short: 'sSdDrRlLP',
  long: {
    superuser: 's', 'no-superuser': 'S', createdb: 'd', 'no-createdb': 'D', createrole: 'r', 'no-createrole': 'R', login: 'l', 'no-login': 'L', pwprompt: 'P',
  }, // prettier-ignore
  statement: async (proc, options, user) => {
    const name = options.operands[0] ?? user;
    const password = options.has('P') ? await askSecret(proc, 'Enter password for new role: ') : undefined;
    if (options.has('P') && (await askSecret(proc, 'Enter it again: ')) !== password)
      return "Passwords didn't match.";
    const words = [
      options.has('s') ? 'SUPERUSER' : 'NOSUPERUSER', options.has('d') ? 'CREATEDB' : 'NOCREATEDB', options.has('r') ? 'CREATEROLE' : 'NOCREATEROLE', 'INHERIT',
      options.has('L') ? 'NOLOGIN' : 'LOGIN', 'NOREPLICATION', 'NOBYPASSRLS',
    ]; // prettier-ignore
    const secret = password === undefined ? '' : ` PASSWORD ${quoteLiteral(password)}`;
    return {
      sql: `CREATE ROLE ${formatIdentifier(name)}${secret} ${words.join(' ')}`,
      failed: 'creation of new role failed',
      database: 'postgres',
    };
  },
});

/** @see PostgreSQL 18, dropuser(1) */
export const dropuser = tool({
  name: 'dropuser',
  short: 'i',
  long: { 'if-exists': 'if-exists', interactive: 'i' },
  statement: (_proc, options) => {
    const [name] = options.operands;
    if (name === undefined) return Promise.resolve('missing required argument role name');
    const sql = `DROP ROLE ${options.has('if-exists') ? 'IF EXISTS ' : ''}${formatIdentifier(name)}`;
    return Promise.resolve({ sql, failed: `removal of role "${name}" failed`, database: 'postgres' });
  },
});
