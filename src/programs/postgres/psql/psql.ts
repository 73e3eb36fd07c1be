import type { Process, Program } from '../../../kernel/process.ts';
import type { Options } from '../../support/parse-options.ts';
import { ConnectionFailure, ConnectionLost } from '../client/connection.ts';
import { resolveOptions } from '../client/connection-options.ts';
import { openConnection, type Prompting } from '../client/open-connection.ts';
import { clientOptions, CONNECTION_OPTIONS } from '../client/option-errors.ts';
import { fullVersion } from '../version.ts';
import type { TableStyle } from './format-table.ts';
import { interact } from './interact.ts';
import { PsqlSession } from './psql-session.ts';
import { runFile, runInput, runText, stopsOnError, type ScriptResult } from './run-script.ts';

const SPEC = {
  short: `${CONNECTION_OPTIONS.short}c:d:f:lv:AtxqXaeEbLnoS1F:R:P:z0T:H?`.replace('o', 'o:'),
  long: {
    ...CONNECTION_OPTIONS.long, command: 'c:', dbname: 'd:', file: 'f:', list: 'l', set: 'v:', variable: 'v:', 'no-align': 'A', 'tuples-only': 't', expanded: 'x',
    quiet: 'q', 'no-psqlrc': 'X', 'single-transaction': '1', 'field-separator': 'F:', 'record-separator': 'R:', pset: 'P:', csv: 'csv', output: 'o:',
    'echo-queries': 'e', 'echo-all': 'a', 'echo-errors': 'b', 'echo-hidden': 'E', 'no-readline': 'n',
  },
} as const; // prettier-ignore

/** Exit statuses. @see psql(1) */
export const STATUS = { good: 0, fatal: 1, connection: 2, script: 3 } as const;

/** psql: PostgreSQL's terminal. @see PostgreSQL 18, psql(1) */
export const psql: Program = async (proc) => {
  const options = await clientOptions(proc, 'psql', SPEC, STATUS.fatal);
  if (typeof options === 'number') return options;
  if (options.has('?', 'help')) {
    await proc.out(HELP);
    return STATUS.good;
  }
  const [database, user, ...extra] = options.operands;
  for (const word of extra) await proc.err(`psql: warning: extra command-line argument "${word}" ignored\n`);
  const given = options.value('d') ?? database;
  const resolved = resolveOptions(
    proc,
    {
      host: options.value('h'),
      port: options.value('p'),
      user: options.value('U') ?? (options.has('d') ? database : user),
      database: given ?? (options.has('l') ? 'postgres' : undefined),
    },
    'psql',
  );
  const prompting: Prompting = options.has('w') ? 'never' : options.has('W') ? 'always' : 'when-needed';
  try {
    const connection = await openConnection(proc, resolved, prompting);
    const session = new PsqlSession(proc, connection, styleOf(options), prompting);
    const status = await work(session, options);
    await session.connection.close();
    return status;
  } catch (error) {
    if (error instanceof ConnectionFailure) await proc.err(`psql: error: ${error.message}\n`);
    else if (error instanceof ConnectionLost)
      await proc.err(`${error.message}\nThe connection to the server was lost. Attempting reset: Failed.\n`);
    else throw error;
    return STATUS.connection;
  }
};

function styleOf(options: Options): TableStyle {
  const sets = new Map(
    options.values('P').map((text) => [text.split('=')[0] ?? '', text.slice(text.indexOf('=') + 1)]),
  );
  return {
    format: options.has('csv') || sets.get('format') === 'csv' ? 'csv' : options.has('A') || sets.get('format') === 'unaligned' ? 'unaligned' : 'aligned',
    expanded: options.has('x') || sets.has('expanded'),
    tuplesOnly: options.has('t') || sets.has('tuples_only'),
    fieldSeparator: options.has('z') ? '\0' : (options.value('F') ?? sets.get('fieldsep') ?? '|'),
    recordSeparator: options.has('0') ? '\0' : (options.value('R') ?? '\n'),
    nullText: sets.get('null') ?? '',
    footer: sets.get('footer') !== 'off',
  }; // prettier-ignore
}

async function work(session: PsqlSession, options: Options): Promise<number> {
  const { proc } = session;
  for (const text of options.values('v')) {
    const at = text.indexOf('=');
    session.variables.set(at < 0 ? text : text.slice(0, at), at < 0 ? '' : text.slice(at + 1));
  }
  session.quiet = options.has('q');
  session.echoesQueries = options.has('e');
  session.outputPath = options.value('o');
  if (session.outputPath !== undefined) proc.files.writeFile(session.outputPath, '');
  if (options.has('l')) return statusOf(await runText(session, '\\l'), session);
  const actions = options.given.filter(([key]) => key === 'c' || key === 'f');
  if (actions.length > 0) {
    return runActions(session, actions, options.has('1'));
  }
  if (proc.stdin.tty) {
    if (!session.quiet) await greet(proc, session);
    return interact(session);
  }
  return statusOf(await runInput(session), session);
}

/** Every `-c` and `-f` in turn; the last one decides the status, or the first to fail where ON_ERROR_STOP is set. */
async function runActions(session: PsqlSession, actions: Options['given'], single: boolean): Promise<number> {
  if (single) await session.run('BEGIN');
  let status: number = STATUS.good;
  for (const [key, value = ''] of actions) {
    const result = key === 'c' ? await runText(session, value) : await runFile(session, value);
    if (result === 'quit') break;
    status = key === 'c' && result === 'failed' ? STATUS.fatal : statusOf(result, session);
    if (status !== STATUS.good && stopsOnError(session)) break;
  }
  if (single) await session.run(status === STATUS.good ? 'COMMIT' : 'ROLLBACK');
  return status;
}

function statusOf(result: ScriptResult, session: PsqlSession): number {
  if (result === 'missing') return STATUS.fatal;
  return result === 'failed' && stopsOnError(session) ? STATUS.script : STATUS.good;
}

async function greet(proc: Process, session: PsqlSession): Promise<void> {
  const server = session.connection.parameters.get('server_version') ?? '';
  const own = fullVersion(proc.files);
  const differs = server.split(/[. ]/)[0] !== own.split(/[. ]/)[0];
  await proc.out(`psql (${own}${differs ? `, server ${server}` : ''})\nType "help" for help.\n\n`);
}

const HELP = `psql is the PostgreSQL interactive terminal.

Usage:
  psql [OPTION]... [DBNAME [USERNAME]]

General options:
  -c, --command=COMMAND    run one command and exit
  -d, --dbname=DBNAME      database to connect to
  -f, --file=FILENAME      run the commands in a file and exit
  -l, --list               list the databases and exit
  -v, --set=NAME=VALUE     set a variable
  -V, --version            show the version and exit
  -X, --no-psqlrc          read no startup file
  -1, --single-transaction run all of it as one transaction

Input and output options:
  -e, --echo-queries       show commands that are sent
  -o, --output=FILENAME    write results to a file
  -q, --quiet              only results

Output format options:
  -A, --no-align           no columns
      --csv                comma-separated values
  -F, --field-separator=   what stands between fields (with -A)
  -P, --pset=VAR[=ARG]     as \\pset
  -t, --tuples-only        rows only
  -x, --expanded           records instead of rows

Connection options:
  -h, --host=HOSTNAME      server, or folder of its socket
  -p, --port=PORT          its port
  -U, --username=USERNAME  user
  -w, --no-password        never ask for a password
  -W, --password           always ask for it
`;
