import type { Program } from '../../../kernel/process.ts';
import { Connection, ConnectionFailure } from './connection.ts';
import { resolveOptions } from './connection-options.ts';
import { clientOptions } from './option-errors.ts';

const SPEC = {
  short: 'd:h:p:qt:U:',
  long: { dbname: 'd:', host: 'h:', port: 'p:', quiet: 'q', timeout: 't:', username: 'U:' },
} as const;

/** pg_isready: does a server take connections? 0 yes, 1 it rejects them, 2 nobody answers, 3 nothing was tried. @see PostgreSQL 18, pg_isready(1) */
export const pgIsready: Program = async (proc) => {
  const options = await clientOptions(proc, 'pg_isready', SPEC, 3);
  if (typeof options === 'number') return options;
  const resolved = resolveOptions(
    proc,
    {
      host: options.value('h'),
      port: options.value('p'),
      user: options.value('U'),
      database: options.value('d'),
    },
    'pg_isready',
  );
  const { status, text } = await look();
  if (!options.has('q')) await proc.out(`${resolved.host}:${resolved.port} - ${text}\n`);
  return status;

  async function look(): Promise<{ status: number; text: string }> {
    try {
      const connection = await Connection.open(proc, resolved);
      await connection.close();
    } catch (error) {
      if (!(error instanceof ConnectionFailure)) throw error;
      // A server that refuses this user is there.
      if (/the database system is (starting up|shutting down)/.test(error.message))
        return { status: 1, text: 'rejecting connections' };
      if (!error.needsPassword && !/ failed: FATAL:/.test(error.message))
        return { status: 2, text: 'no response' };
    }
    return { status: 0, text: 'accepting connections' };
  }
};
