import { statementsOf } from '../psql/sql-scanner.ts';

/** Why a COPY can't be done. */
export interface CopyFault {
  readonly message: string;
  readonly hint?: string;
}

const PROGRAM_OR_FILE = /\b(to|from)\s+(program\s+)?'((?:[^']|'')*)'\s*(?:with\b|\(|csv\b|delimiter\b|;|$)/gi;

/**
 * What keeps the server from a COPY with a program, or with a file outside of its data directory: of the first such statement in SQL, undefined where there
 * is none. Simplified: the real server runs the program and reaches all files that its user may. @see PostgreSQL src/backend/commands/copyto.c, copyfrom.c
 */
export function outsideCopy(sql: string, directory: string): CopyFault | undefined {
  if (!/\bcopy\b/i.test(sql)) return undefined;
  for (const statement of statementsOf(sql)) {
    const fault = faultOf(statement, directory);
    if (fault) return fault;
  }
  return undefined;
}

const LEADING_COMMENTS = /^(?:\s|--.*|\/\*[^]*?\*\/)*/;

function faultOf(statement: string, directory: string): CopyFault | undefined {
  const sql = statement.replace(LEADING_COMMENTS, '');
  if (!/^copy\b/i.test(sql)) return undefined;
  const [, direction = '', program, quoted] = [...sql.matchAll(PROGRAM_OR_FILE)].at(-1) ?? [];
  const place = quoted?.replaceAll("''", "'");
  if (place === undefined || (!program && (!place.startsWith('/') || place.startsWith(`${directory}/`))))
    return undefined;
  if (program) return { message: `could not execute command "${place}": Function not implemented` };
  const [verb, aim] = direction.toLowerCase() === 'to' ? ['write', 'writing'] : ['read', 'reading'];
  return {
    message: `could not open file "${place}" for ${aim}: Function not implemented`,
    hint: `COPY ${direction.toUpperCase()} instructs the PostgreSQL server process to ${verb} a file. You may want a client-side facility such as psql's \\copy.`,
  };
}
