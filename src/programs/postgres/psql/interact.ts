import { createEditorMemory, readLine } from '../../../kernel/readline/read-line.ts';
import { ConnectionLost } from '../client/connection.ts';
import type { PsqlSession } from './psql-session.ts';
import { runScanned } from './run-script.ts';
import { SqlScanner } from './sql-scanner.ts';

const GOOD = 0;
const LOST = 2;

/** Reads statements from the terminal until `\q` or Ctrl-D. */
export async function interact(session: PsqlSession): Promise<number> {
  session.isInteractive = true;
  const scanner = new SqlScanner(session.interpolate);
  const history: string[] = [];
  const memory = createEditorMemory();
  const ask = async (prompt: string): Promise<string | 'interrupted' | undefined> => {
    // Simplified: in the real one they stay signals, and Ctrl-Z at its prompt stops it.
    const result = await readLine(session.proc, {
      prompt,
      history,
      memory,
      keepsPastes: false,
      keepsSignals: false,
    });
    if (result === 'eof') return undefined;
    return result === 'interrupted' ? 'interrupted' : result.line;
  };
  session.copySource = async () => {
    const line = await ask('');
    return line === 'interrupted' ? undefined : line;
  };
  for (;;) {
    const line = await ask(promptOf(session, scanner));
    if (line === undefined) {
      await session.proc.out('\\q\n');
      return GOOD;
    }
    if (line === 'interrupted') {
      scanner.reset();
      continue;
    }
    if (line.trim() !== '' && history.at(-1) !== line) history.push(line);
    const word = scanner.unfinished === '=' ? line.trim().toLowerCase().replace(/;$/, '') : '';
    if (word === 'exit' || word === 'quit') return GOOD;
    if (word === 'help') {
      await session.proc.out(HELP);
      continue;
    }
    scanner.feed(`${line}\n`);
    const status = await runFound(session, scanner);
    if (status !== undefined) return status;
  }
}

/** Runs what is complete. @returns an exit status where that is the end */
async function runFound(session: PsqlSession, scanner: SqlScanner): Promise<number | undefined> {
  for (let found = scanner.next(); found.kind !== 'more'; found = scanner.next()) {
    try {
      if ((await runScanned(session, scanner, found)) === 'quit') return GOOD;
    } catch (error) {
      if (!(error instanceof ConnectionLost)) throw error;
      await session.proc.err(`${error.message}\nThe connection to the server was lost. Attempting reset: `);
      if (!(await session.reconnect(session.connection.options))) return LOST;
      await session.proc.err('Succeeded.\n');
      scanner.reset();
    }
  }
  return undefined;
}

/** `postgres=# `, `postgres-> ` and the like. */
function promptOf(session: PsqlSession, scanner: SqlScanner): string {
  const { connection } = session;
  const transaction = { T: '*', E: '!' }[connection.status] ?? '';
  const end = connection.parameters.get('is_superuser') === 'on' ? '#' : '>';
  return `${connection.options.database}${scanner.unfinished}${transaction}${end} `;
}

const HELP = `You are using psql, the command-line interface to PostgreSQL.
Type:  \\copyright for distribution terms
       \\h for help with SQL commands
       \\? for help with psql commands
       \\g or terminate with semicolon to execute query
       \\q to quit
`;
