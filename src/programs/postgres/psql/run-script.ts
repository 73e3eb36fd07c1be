import { isSysError } from '../../../kernel/errno.ts';
import { LineReader } from '../../support/input.ts';
import { runMetaCommand } from './meta-commands.ts';
import type { PsqlSession } from './psql-session.ts';
import { SqlScanner, type Scanned } from './sql-scanner.ts';

/** How a script went: `failed` where a statement did, `quit` after `\q`, `missing` where its file can't be read. */
export type ScriptResult = 'good' | 'failed' | 'quit' | 'missing';

/** `ON_ERROR_STOP` */
export function stopsOnError(session: PsqlSession): boolean {
  return /^(on|true|yes|1)$/i.test(session.variables.get('ON_ERROR_STOP') ?? '');
}

/** `-c`: a backslash command, or SQL that goes to the server as a whole. */
export async function runText(session: PsqlSession, text: string): Promise<ScriptResult> {
  if (!text.trimStart().startsWith('\\')) return (await session.run(text)) ? 'good' : 'failed';
  const result = await runMetaCommand(session, text.trim(), '');
  if (result.kind === 'quit') return 'quit';
  if (result.kind === 'include') return runFile(session, result.path);
  return result.kind === 'done' && !result.good ? 'failed' : 'good';
}

/** `-f` and `\i`. */
export async function runFile(session: PsqlSession, path: string): Promise<ScriptResult> {
  if (path === '-') return runStandardInput(session);
  const { place, copySource } = session;
  let text: string;
  try {
    text = session.proc.files.readText(path);
  } catch (error) {
    if (!isSysError(error)) throw error;
    await session.complain(`${path}: ${error.message}`);
    return 'missing';
  }
  const lines = text.split('\n');
  if (lines.at(-1) === '') lines.pop();
  let number = 0;
  try {
    return await runLines(session, () => {
      number++;
      session.place = `psql:${path}:${number}: `;
      return Promise.resolve(lines[number - 1]);
    });
  } finally {
    Object.assign(session, { place, copySource });
  }
}

/** `-f -`: errors tell the line. */
async function runStandardInput(session: PsqlSession): Promise<ScriptResult> {
  const reader = new LineReader(session.proc, session.proc.stdin);
  let number = 0;
  try {
    return await runLines(session, () => {
      session.place = `psql:<stdin>:${++number}: `;
      return reader.next();
    });
  } finally {
    session.place = '';
  }
}

/** Commands from stdin that is no terminal. */
export function runInput(session: PsqlSession): Promise<ScriptResult> {
  const reader = new LineReader(session.proc, session.proc.stdin);
  return runLines(session, () => reader.next());
}

async function runLines(
  session: PsqlSession,
  next: () => Promise<string | undefined>,
): Promise<ScriptResult> {
  const scanner = new SqlScanner(session.interpolate);
  session.copySource = next;
  let result: ScriptResult = 'good';
  for (let line = await next(); line !== undefined; line = await next()) {
    const turn = session.proc.tick(2 + line.length / 50);
    if (turn) await turn;
    scanner.feed(`${line}\n`);
    for (let found = scanner.next(); found.kind !== 'more'; found = scanner.next()) {
      const one = await runScanned(session, scanner, found);
      if (one === 'quit') return 'quit';
      if (one !== 'good') {
        result = 'failed';
        if (stopsOnError(session)) return 'failed';
      }
    }
  }
  const rest = scanner.take();
  if (rest !== '' && !(await session.run(rest))) result = 'failed';
  return result;
}

/** One statement or backslash command that the scanner found. */
export async function runScanned(
  session: PsqlSession,
  scanner: SqlScanner,
  found: Exclude<Scanned, { kind: 'more' }>,
): Promise<ScriptResult> {
  if (found.kind === 'statement') return (await session.run(found.sql)) ? 'good' : 'failed';
  const result = await runMetaCommand(session, found.text, found.before);
  switch (result.kind) {
    case 'quit':
      return 'quit';
    case 'include':
      return runFile(session, result.path);
    case 'reset':
      scanner.reset();
      return 'good';
    case 'send': {
      const sql = scanner.take();
      const { style } = session;
      if (result.expanded) session.style = { ...style, expanded: true };
      const good = sql === '' || (await session.run(sql));
      session.style = style;
      return good ? 'good' : 'failed';
    }
    case 'done':
      return result.good ? 'good' : 'failed';
  }
}
