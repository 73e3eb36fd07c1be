import type { Process } from '../../../kernel/process.ts';
import { askSecret } from '../../users/secret.ts';
import { Connection, ConnectionFailure, type ConnectionOptions } from './connection.ts';

/** `never` as `-w`, `always` as `-W`. */
export type Prompting = 'never' | 'always' | 'when-needed';

/** A connection, after asking for a password on the terminal where the server wants one. @throws ConnectionFailure */
export async function openConnection(
  proc: Process,
  options: ConnectionOptions,
  prompting: Prompting,
): Promise<Connection> {
  const ask = async (): Promise<Connection> => {
    const password = await askSecret(proc, `Password for user ${options.user}: `);
    return Connection.open(proc, { ...options, password: password ?? '' });
  };
  if (prompting === 'always' && options.password === undefined) return ask();
  try {
    return await Connection.open(proc, options);
  } catch (error) {
    const mayAsk = prompting !== 'never' && proc.stdin.tty !== undefined;
    if (error instanceof ConnectionFailure && error.needsPassword && mayAsk) return ask();
    throw error;
  }
}
