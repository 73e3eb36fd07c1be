import { isSysError } from '../../../kernel/errno.ts';
import type { Process } from '../../../kernel/process.ts';
import { toBytes } from '../../../lib/bytes.ts';
import type { Connection } from '../client/connection.ts';
import { ConnectionFailure, ConnectionLost, type Column, type QueryEvent } from '../client/connection.ts';
import { openConnection, type Prompting } from '../client/open-connection.ts';
import { quoteIdentifier, quoteLiteral } from '../quote-sql.ts';
import { formatError } from './format-error.ts';
import { formatTable, type Table, type TableStyle } from './format-table.ts';

/** Types whose values stand to the right: numbers. */
const RIGHT = new Set([20, 21, 23, 26, 28, 29, 700, 701, 790, 1700]);

/** Lines of a COPY that psql itself reads. */
export type CopySource = () => Promise<string | undefined>;

/** What psql knows between two statements. */
export class PsqlSession {
  readonly proc: Process;
  connection: Connection;
  style: TableStyle;
  readonly variables = new Map<string, string>();
  timing = false;
  quiet = false;
  /** Statements are typed. */
  isInteractive = false;
  echoesQueries = false;
  readonly prompting: Prompting;
  /** `psql:file.sql:3: ` before an error in a file; '' elsewhere. */
  place = '';
  /** Where the data of COPY … FROM stdin come from. */
  copySource: CopySource = () => Promise.resolve(undefined);
  /** Where results go instead of stdout. */
  outputPath: string | undefined;

  constructor(proc: Process, connection: Connection, style: TableStyle, prompting: Prompting) {
    this.proc = proc;
    this.connection = connection;
    this.style = style;
    this.prompting = prompting;
  }

  /** A complaint of psql's own: terse where somebody types. */
  complain(message: string): void | Promise<void> {
    const isTyped = this.proc.stdin.tty !== undefined && this.place === '' && this.isInteractive;
    return this.proc.err(isTyped ? `${message}\n` : `${this.place || 'psql: '}error: ${message}\n`);
  }

  interpolate = (name: string, quote: '' | "'" | '"'): string | undefined => {
    const value = this.variables.get(name);
    if (value === undefined) return undefined;
    return quote === "'" ? quoteLiteral(value) : quote === '"' ? quoteIdentifier(value) : value;
  };

  async print(text: string): Promise<void> {
    if (this.outputPath === undefined) await this.proc.out(text);
    else this.proc.files.writeFile(this.outputPath, text, { append: true });
  }

  printTable(table: Table, style: Partial<TableStyle> = {}): Promise<void> {
    return this.print(formatTable(table, { ...this.style, ...style }));
  }

  /** Runs SQL and shows what it brings; Ctrl-C asks the server to cancel it. False where a statement failed. @throws ConnectionLost */
  async run(sql: string): Promise<boolean> {
    this.proc.onSignal('SIGINT', () => void this.proc.thread('cancel', () => this.#cancel()));
    try {
      return await this.#run(sql);
    } finally {
      this.proc.onSignal('SIGINT', 'default');
    }
  }

  async #cancel(): Promise<void> {
    try {
      await this.connection.cancel(this.proc);
      await this.proc.err('Cancel request sent\n');
    } catch (error) {
      if (!(error instanceof ConnectionFailure)) throw error;
      await this.proc.err(`Could not send cancel request: ${error.message}\n`);
    }
  }

  async #run(sql: string): Promise<boolean> {
    const start = this.proc.now();
    if (this.echoesQueries) await this.print(`${sql}\n`);
    let good = true;
    let columns: readonly Column[] | undefined;
    let rows: (string | undefined)[][] = [];
    let charged = 0;
    for await (const event of this.connection.query(sql)) {
      if (event.kind === 'columns') [columns, rows] = [event.columns, []];
      else if (event.kind === 'row') {
        rows.push([...event.cells]);
        const bytes = event.cells.reduce((sum, cell) => sum + 16 + (cell?.length ?? 0), 0);
        this.proc.allocate(bytes);
        charged += bytes;
      } else if (event.kind === 'complete') {
        await this.#complete(event.tag, columns, rows);
        columns = undefined;
        this.proc.allocate(-charged);
        charged = 0;
      } else good = (await this.#other(event, sql)) && good;
    }
    if (this.timing) await this.print(`Time: ${(this.proc.now() - start).toFixed(3)} ms\n`);
    return good;
  }

  async #complete(
    tag: string,
    columns: readonly Column[] | undefined,
    rows: readonly (string | undefined)[][],
  ): Promise<void> {
    if (columns)
      await this.printTable({
        columns: columns.map(({ name, type }) => ({ name, right: RIGHT.has(type) })),
        rows,
      });
    const showsTag = !columns || !/^(SELECT|FETCH|SHOW|EXPLAIN|VALUES)\b/.test(tag);
    if (showsTag && !this.quiet && !/^COPY \d+$/.test(columns ? '' : tag && this.#copiedOut ? tag : ''))
      await this.print(`${tag}\n`);
    this.#copiedOut = false;
  }

  #copiedOut = false;

  async #other(event: QueryEvent, sql: string): Promise<boolean> {
    if (event.kind === 'error' || event.kind === 'notice') {
      await this.proc.err(this.place + formatError(event.fields, sql));
      return event.kind === 'notice';
    }
    if (event.kind === 'data') await this.print(new TextDecoder().decode(event.bytes));
    if (event.kind === 'copyOut') this.#copiedOut = true;
    if (event.kind === 'copyIn') await this.#copyIn();
    if (event.kind === 'notification')
      await this.print(
        `Asynchronous notification "${event.channel}"${event.payload ? ` with payload "${event.payload}"` : ''} received from server process with PID ${event.pid}.\n`,
      );
    return true;
  }

  async #copyIn(): Promise<void> {
    const interactive = this.isInteractive && this.place === '';
    if (interactive)
      await this.proc.out(
        'Enter data to be copied followed by a newline.\nEnd with a backslash and a period on a line by itself, or an EOF signal.\n',
      );
    for (;;) {
      if (interactive) await this.proc.out('>> ');
      const line = await this.copySource();
      if (line === undefined || line === '\\.') break;
      await this.connection.copyData(toBytes(`${line}\n`));
    }
    await this.connection.copyDone();
  }

  /** The rows of a query of psql's own; an error is shown. */
  async ask(sql: string): Promise<(string | undefined)[][] | undefined> {
    try {
      return await this.connection.rows(sql);
    } catch (error) {
      if (error instanceof ConnectionLost || isSysError(error) || !(error instanceof Error)) throw error;
      await this.proc.err(`${this.place}${error.message}\n`);
      return undefined;
    }
  }

  /** Goes to another database, server or user; stays where it is when that fails. */
  async reconnect(options: Connection['options']): Promise<boolean> {
    try {
      const connection = await openConnection(this.proc, options, this.prompting);
      await this.connection.close();
      this.connection = connection;
      return true;
    } catch (error) {
      if (!(error instanceof ConnectionFailure)) throw error;
      await this.proc.err(`${error.message}\nPrevious connection kept\n`);
      return false;
    }
  }
}
