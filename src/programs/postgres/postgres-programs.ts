import type { Program } from '../../kernel/process.ts';
import { lazyProgram } from '../lazy-program.ts';

/** The server of PostgreSQL and its clients. */
export const POSTGRES_PROGRAMS: ReadonlyMap<string, Program> = new Map([
  ['createdb', lazyProgram(async () => (await import('./client/manage.ts')).createdb)],
  ['createuser', lazyProgram(async () => (await import('./client/manage.ts')).createuser)],
  ['dropdb', lazyProgram(async () => (await import('./client/manage.ts')).dropdb)],
  ['dropuser', lazyProgram(async () => (await import('./client/manage.ts')).dropuser)],
  ['initdb', lazyProgram(async () => (await import('./server/initdb.ts')).initdb)],
  ['pg_ctl', lazyProgram(async () => (await import('./server/pg-ctl.ts')).pgCtl)],
  ['pg_dump', lazyProgram(async () => (await import('./client/pg-dump.ts')).pgDump)],
  ['pg_isready', lazyProgram(async () => (await import('./client/pg-isready.ts')).pgIsready)],
  ['postgres', lazyProgram(async () => (await import('./server/postgres.ts')).postgres)],
  ['psql', lazyProgram(async () => (await import('./psql/psql.ts')).psql)],
]);
