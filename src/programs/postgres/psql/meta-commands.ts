import { isSysError } from '../../../kernel/errno.ts';
import { spawnCommand, waitForEnd } from '../../support/spawn.ts';
import { resolveOptions } from '../client/connection-options.ts';
import { describeRelations } from './describe-relation.ts';
import {
  listDatabases,
  listExtensions,
  listFunctions,
  listRelations,
  listRoles,
  listSchemas,
} from './describe.ts';
import type { PsqlSession } from './psql-session.ts';

/** What a backslash command wants of the loop that reads. */
export type MetaResult =
  | { readonly kind: 'done'; readonly good: boolean }
  | { readonly kind: 'quit' }
  /** Send the statement that is being written; `expanded`: as records. */
  | { readonly kind: 'send'; readonly expanded: boolean }
  | { readonly kind: 'reset' }
  | { readonly kind: 'include'; readonly path: string };

const DONE: MetaResult = { kind: 'done', good: true };
const FAILED: MetaResult = { kind: 'done', good: false };

/** Words of a backslash command: quoted ones may hold spaces, variables are replaced. */
function splitWords(text: string, session: PsqlSession): string[] {
  return [...text.matchAll(/'((?:''|\\[^]|[^'\\])*)'|("(?:""|[^"])*"\S*|\S+)/g)].map(([, quoted, plain]) => {
    if (quoted !== undefined) return quoted.replaceAll("''", "'").replace(/\\n/g, '\n').replace(/\\t/g, '\t').replace(/\\(.)/g, '$1'); // prettier-ignore
    const name = /^:(['"]?)(\w+)\1$/.exec(plain ?? '');
    return (name && session.interpolate(name[2] ?? '', (name[1] ?? '') as '' | "'" | '"')) ?? plain ?? '';
  });
}

/** Runs `\name words`. `before` is the statement that is being written. @see psql(1), "Meta-Commands" */
export async function runMetaCommand(
  session: PsqlSession,
  text: string,
  before: string,
): Promise<MetaResult> {
  const [, name = '', rest = ''] = /^\\(!|\?|[A-Za-z_]+\+?[A-Za-z]*|\S)\s*(.*)$/s.exec(text) ?? [];
  const command = name.replaceAll('+', '');
  const plus = name.includes('+');
  const words = splitWords(rest, session);
  const [first = ''] = words;
  if (/^d[tvmis]+$/.test(command)) return list(() => listRelations(session, command.slice(1), first, plus));
  switch (command) {
    case 'q':
      return { kind: 'quit' };
    case 'g':
      return { kind: 'send', expanded: false };
    case 'gx':
      return { kind: 'send', expanded: true };
    case 'r':
      await session.print('Query buffer reset (cleared).\n');
      return { kind: 'reset' };
    case 'p':
      await session.print(before === '' ? 'Query buffer is empty.\n' : `${before}\n`);
      return DONE;
    case 'd':
      return list(() =>
        first === '' ? listRelations(session, '', '', plus) : describeRelations(session, first, plus),
      );
    case 'l':
    case 'list':
      return list(() => listDatabases(session, first));
    case 'du':
    case 'dg':
      return list(() => listRoles(session, first));
    case 'dn':
      return list(() => listSchemas(session, first));
    case 'dx':
      return list(() => listExtensions(session));
    case 'df':
      return list(() => listFunctions(session, first));
    case 'c':
    case 'connect':
      return connect(session, words);
    case 'conninfo':
      await connectionInfo(session);
      return DONE;
    case 'i':
    case 'ir':
    case 'include':
      if (first !== '') return { kind: 'include', path: first };
      await session.complain(`\\${command}: missing required argument`);
      return FAILED;
    case '?':
      await session.print(HELP);
      return DONE;
    case 'h':
    case 'help':
      session.proc.notice(
        'psql here has no help on SQL: the documentation of PostgreSQL 18, part VI, has every statement.',
      );
      return DONE;
    case '!':
      return shell(session, rest);
    default:
      return setting(session, command, words, rest);
  }
}

async function list(show: () => Promise<void>): Promise<MetaResult> {
  await show();
  return DONE;
}

/** Commands that change how psql behaves. */
async function setting(
  session: PsqlSession,
  command: string,
  words: readonly string[],
  rest: string,
): Promise<MetaResult> {
  const [first = '', ...more] = words;
  const toggle = (now: boolean): boolean => (first === '' ? !now : /^(on|true|yes|1|auto)$/i.test(first));
  const say = (text: string): Promise<void> =>
    session.quiet ? Promise.resolve() : session.print(`${text}\n`);
  switch (command) {
    case 'x':
      session.style = { ...session.style, expanded: toggle(session.style.expanded) };
      await say(`Expanded display is ${session.style.expanded ? 'on' : 'off'}.`);
      return DONE;
    case 't':
      session.style = { ...session.style, tuplesOnly: toggle(session.style.tuplesOnly) };
      await say(`Tuples only is ${session.style.tuplesOnly ? 'on' : 'off'}.`);
      return DONE;
    case 'a':
      session.style = {
        ...session.style,
        format: session.style.format === 'aligned' ? 'unaligned' : 'aligned',
      };
      await say(`Output format is ${session.style.format}.`);
      return DONE;
    case 'timing':
      session.timing = toggle(session.timing);
      await say(`Timing is ${session.timing ? 'on' : 'off'}.`);
      return DONE;
    case 'pset':
      return printSetting(session, first, more[0], say);
    case 'echo':
    case 'qecho':
      await session.print(`${words.join(' ')}\n`);
      return DONE;
    case 'set':
      if (first === '')
        for (const [name, value] of [...session.variables].sort()) await session.print(`${name} = '${value}'\n`); // prettier-ignore
      else session.variables.set(first, more.join(''));
      return DONE;
    case 'unset':
      session.variables.delete(first);
      return DONE;
    case 'o':
      session.outputPath = first === '' ? undefined : first;
      if (first !== '') session.proc.files.writeFile(first, '');
      return DONE;
    case 'encoding':
      await session.print('UTF8\n');
      return DONE;
    case 'cd':
      session.proc.files.chdir(first === '' ? (session.proc.env.get('HOME') ?? '/') : first);
      return DONE;
    case 'restrict':
    case 'unrestrict':
      return DONE;
    case 'copy':
      return copy(session, rest);
    default:
      await session.complain(`invalid command \\${command}`);
      if (session.isInteractive && session.place === '') await session.proc.err('Try \\? for help.\n');
      return FAILED;
  }
}

async function printSetting(
  session: PsqlSession,
  name: string,
  value: string | undefined,
  say: (text: string) => Promise<void>,
): Promise<MetaResult> {
  const { style } = session;
  const isOn = (now: boolean): boolean =>
    value === undefined ? !now : /^(on|true|yes|1|auto)$/i.test(value);
  if (name === 'null') {
    session.style = { ...style, nullText: value ?? '' };
    await say(`Null display is "${value ?? ''}".`);
  } else if (name === 'format' && (value === 'aligned' || value === 'unaligned' || value === 'csv')) {
    session.style = { ...style, format: value };
    await say(`Output format is ${value}.`);
  } else if (name === 'expanded' || name === 'x') {
    session.style = { ...style, expanded: isOn(style.expanded) };
    await say(`Expanded display is ${session.style.expanded ? 'on' : 'off'}.`);
  } else if (name === 'tuples_only' || name === 't') {
    session.style = { ...style, tuplesOnly: isOn(style.tuplesOnly) };
    await say(`Tuples only is ${session.style.tuplesOnly ? 'on' : 'off'}.`);
  } else if (name === 'footer') {
    session.style = { ...style, footer: isOn(style.footer) };
    await say(`Default footer is ${session.style.footer ? 'on' : 'off'}.`);
  } else if (name === 'fieldsep') {
    session.style = { ...style, fieldSeparator: value ?? '|' };
    await say(`Field separator is "${value ?? '|'}".`);
  } else if (name === 'pager') {
    await say(value === 'off' ? 'Pager usage is off.' : 'Pager is used for long output.');
  } else {
    await session.complain(`\\pset: unknown option: ${name}`);
    return FAILED;
  }
  return DONE;
}

async function connect(session: PsqlSession, words: readonly string[]): Promise<MetaResult> {
  const { options } = session.connection;
  const [database, user, host, port] = words.map((word) => (word === '-' ? undefined : word));
  const fresh = database !== undefined && /=|:\/\//.test(database);
  const next = fresh
    ? resolveOptions(session.proc, { database, user: options.user }, options.applicationName)
    : {
        ...options,
        database: database ?? options.database,
        user: user ?? options.user,
        host: host ?? options.host,
        port: port === undefined ? options.port : Number(port),
        password:
          user === undefined || user === options.user ? options.password : session.proc.env.get('PGPASSWORD'),
      };
  if (!(await session.reconnect(next))) return FAILED;
  if (!session.quiet)
    await session.print(
      `You are now connected to database "${next.database}" as user "${next.user}"${next.host === options.host ? '' : ` on host "${next.host}"`}.\n`,
    );
  return DONE;
}

async function connectionInfo(session: PsqlSession): Promise<void> {
  const { connection } = session;
  const { options } = connection;
  const yes = (flag: boolean): string => (flag ? 'true' : 'false');
  const rows = [
    ['Database', options.database],
    ['Client User', options.user],
    ...(connection.address === undefined
      ? [['Socket Directory', options.host]]
      : [
          ['Host', options.host],
          ...(connection.address === options.host ? [] : [['Host Address', connection.address]]),
        ]),
    ['Server Port', String(options.port)],
    ['Options', ''],
    ['Protocol Version', '3.0'],
    ['Password Used', yes(connection.usedPassword)],
    ['GSSAPI Authenticated', 'false'],
    ['Backend PID', String(connection.pid)],
    ['SSL Connection', 'false'],
    ['Superuser', connection.parameters.get('is_superuser') ?? ''],
    ['Hot Standby', connection.parameters.get('in_hot_standby') ?? ''],
  ];
  await session.printTable({
    title: 'Connection Information',
    columns: [{ name: 'Parameter' }, { name: 'Value' }],
    rows,
  });
}

/** `\copy t from 'file'` and `to`: COPY with a file of the client. */
async function copy(session: PsqlSession, rest: string): Promise<MetaResult> {
  const match = /^(.*?)\s+(from|to)\s+(?:'([^']*)'|(\S+))\s*(.*)$/is.exec(rest);
  if (!match) {
    await session.complain(`\\copy: parse error at end of line`);
    return FAILED;
  }
  const [, what = '', direction = '', quoted, plain, options = ''] = match;
  const file = quoted ?? plain ?? '';
  const isStandard = quoted === undefined && /^p?std(in|out)$/i.test(file);
  const isFrom = /^from$/i.test(direction);
  const { copySource, outputPath } = session;
  try {
    if (!isStandard && isFrom) {
      const lines = session.proc.files.readText(file).replace(/\n$/, '').split('\n');
      session.copySource = () => Promise.resolve(lines.shift());
    } else if (!isStandard) {
      session.proc.files.writeFile(file, '');
      session.outputPath = file;
    }
    const good = await session.run(`COPY ${what} ${isFrom ? 'FROM STDIN' : 'TO STDOUT'} ${options}`);
    return { kind: 'done', good };
  } catch (error) {
    if (!isSysError(error)) throw error;
    await session.complain(`${file}: ${error.message}`);
    return FAILED;
  } finally {
    Object.assign(session, { copySource, outputPath });
  }
}

async function shell(session: PsqlSession, text: string): Promise<MetaResult> {
  const started = spawnCommand(session.proc, text.trim() === '' ? ['sh'] : ['sh', '-c', text]);
  if (typeof started === 'number') await waitForEnd(session.proc, started);
  return DONE;
}

const HELP = `General
  \\q                     leave psql
  \\g                     run the statement that is being written
  \\gx                    the same, and show records
  \\?                     this list

Query Buffer
  \\p                     show the statement that is being written
  \\r                     forget it

Input/Output
  \\copy ...              COPY with a file of this side
  \\echo [STRING]         write a text
  \\i FILE                run the commands in a file
  \\o [FILE]              write results to a file

Informational
  \\d[+]  [NAME]          tables, views and sequences, or one of them in detail
  \\dt \\dv \\di \\ds \\dm   tables, views, indexes, sequences, materialized views
  \\df  [PATTERN]         functions
  \\dn  [PATTERN]         schemas
  \\du  [PATTERN]         roles
  \\dx                    extensions
  \\l   [PATTERN]         databases

Formatting
  \\a                     aligned or unaligned
  \\pset NAME [VALUE]     expanded, footer, format, fieldsep, null, tuples_only
  \\t [on|off]            rows only
  \\x [on|off]            records instead of rows

Connection
  \\c [DBNAME|- USER|- HOST|- PORT|-]   connect to another database
  \\conninfo              about this connection

Operating System
  \\! [COMMAND]           a command of the shell
  \\cd [DIR]              change the working directory
  \\timing [on|off]       show how long statements take

Variables
  \\set [NAME [VALUE]]    set a variable, or list them
  \\unset NAME            forget one
`;
