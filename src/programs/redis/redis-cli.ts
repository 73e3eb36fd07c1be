import { isSysError } from '../../kernel/errno.ts';
import type { Process, Program } from '../../kernel/process.ts';
import { createEditorMemory, readLine } from '../../kernel/readline/read-line.ts';
import { LineReader, readAllBytes } from '../support/input.ts';
import { CliConnection } from './cli/connection.ts';
import { formatReply, isShownRaw, type Format } from './cli/format.ts';
import { helpText, USAGE } from './cli/help.ts';
import { bytesOf, parseCli, type CliOptions } from './cli/options.ts';
import { showStatistics } from './cli/stat.ts';
import { isErrorReply, type Reply } from './reply.ts';
import { byteArray, fromBytes } from './resp.ts';
import { VERSION } from './server-state.ts';
import { splitLine } from './split-line.ts';

const SLOW_MS = 500;

/** redis-cli: one command, or lines from stdin. @see Redis 7.4 */
export const redisCli: Program = async (proc) => {
  const options = parseCli(proc.argv, proc.env);
  if (typeof options === 'string') {
    await proc.err(`${options}\n`);
    return 1;
  }
  if (options.mode === 'version' || options.mode === 'help') {
    await proc.out(options.mode === 'version' ? `redis-cli ${VERSION}\n` : USAGE);
    return 0;
  }
  if (options.warns)
    await proc.err("Warning: Using a password with '-a' or '-u' option on the command line interface may not be safe.\n"); // prettier-ignore
  const cli = new RedisCli(proc, options);
  if (options.mode === 'scan') return cli.scan();
  if (options.mode === 'stat') return cli.statistics();
  if (options.words.length === 0 && !options.readsLast)
    return proc.stdin.tty ? cli.interact() : cli.readLines();
  const words = [...options.words];
  if (options.readsLast) words.push(fromBytes(await readAllBytes(proc, proc.stdin)));
  return cli.runOnce(words);
};

class RedisCli {
  readonly #proc: Process;
  readonly #options: CliOptions;
  readonly #connection: CliConnection;
  readonly #format: Format;

  constructor(proc: Process, options: CliOptions) {
    this.#proc = proc;
    this.#options = options;
    this.#connection = new CliConnection(proc, options);
    this.#format = options.format ?? (proc.stdout.kind === 'tty' ? 'pretty' : 'raw');
  }

  async #show(reply: Reply, words: readonly string[]): Promise<void> {
    const format = this.#format === 'pretty' && isShownRaw(words) && !isErrorReply(reply) ? 'raw' : this.#format;
    await this.#proc.out(byteArray(formatReply(reply, format)));
  } // prettier-ignore

  /** The exit status of a command: 1 where there was no answer, or with -e an error. */
  async #run(words: readonly string[]): Promise<number> {
    const name = words[0]?.toLowerCase() ?? '';
    if (name === 'help' || name === '?') {
      await this.#proc.out(helpText(words.slice(1)));
      return 0;
    }
    if (!(await this.#connection.open())) return 1;
    const start = this.#proc.now();
    const reply = await this.#connection.ask(words);
    if (reply === undefined) {
      if (name === 'shutdown') return 0;
      await this.#proc.err('Error: Server closed the connection\n');
      return 1;
    }
    await this.#show(reply, words);
    if (!isErrorReply(reply)) {
      if (name === 'monitor') return this.#listen(words, 0);
      if (name === 'subscribe' || name === 'psubscribe') return this.#listen(words, words.length - 2);
    }
    const took = this.#proc.now() - start;
    if (took >= SLOW_MS && this.#format === 'pretty' && this.#proc.stdin.tty)
      await this.#proc.out(`(${(took / 1000).toFixed(2)}s)\n`);
    return this.#options.failsOnError && isErrorReply(reply) ? 1 : 0;
  }

  /** Shows what comes until Ctrl-C or the end of the connection. */
  async #listen(words: readonly string[], confirmations: number): Promise<number> {
    const tells = this.#format !== 'raw' && this.#proc.stdout.kind === 'tty' && words[0]?.toLowerCase() !== 'monitor';
    for (let shown = 0; ; shown++) {
      if (tells && shown >= confirmations)
        await this.#proc.out('Reading messages... (press Ctrl-C to quit or any key to type command)\r');
      const reply = await this.#connection.next();
      if (reply === undefined) {
        await this.#proc.err('Error: Server closed the connection\n');
        return 1;
      }
      if (tells && shown >= confirmations) await this.#proc.out('\x1b[K');
      await this.#show(reply, words);
    }
  } // prettier-ignore

  async runOnce(words: readonly string[]): Promise<number> {
    const { repeat, intervalMs } = this.#options;
    for (let left = repeat; left !== 0; left--) {
      const status = await this.#run(words);
      if (status !== 0) return status;
      if (intervalMs > 0 && left !== 1) await this.#proc.sleep(intervalMs);
    }
    this.#connection.close();
    return 0;
  }

  /** Commands from a pipe or a file. */
  async readLines(): Promise<number> {
    const lines = new LineReader(this.#proc, this.#proc.stdin);
    if (!(await this.#connection.open())) return 1;
    for (let line = await lines.next(); line !== undefined; line = await lines.next()) {
      const status = await this.#runLine(bytesOf(line));
      if (status === 'quit') return 0;
      if (status !== 0 && !this.#connection.connected) return 1;
    }
    return 0;
  }

  /** A number before a command repeats it. */
  async #runLine(line: string): Promise<number | 'quit'> {
    const words = splitLine(line);
    if (!words) {
      await this.#proc.out('Invalid argument(s)\n');
      return 0;
    }
    if (words.length === 0) return 0;
    if (/^(quit|exit)$/i.test(words[0] ?? '')) return 'quit';
    if (/^clear$/i.test(words[0] ?? '')) {
      await this.#proc.out('\x1b[H\x1b[2J');
      return 0;
    }
    const times = words.length > 1 && /^\d+$/.test(words[0] ?? '') ? Number(words.shift()) : 1;
    let status = 0;
    for (let left = times; left > 0 && status === 0; left--) status = await this.#run(words);
    return status;
  }

  get #prompt(): string {
    const { host, port } = this.#options;
    if (!this.#connection.connected) return 'not connected> ';
    const { db, inTransaction } = this.#connection;
    return `${host}:${port}${db ? `[${db}]` : ''}${inTransaction ? '(TX)' : ''}> `;
  }

  async interact(): Promise<number> {
    const history: string[] = [];
    const memory = createEditorMemory();
    await this.#connection.open();
    for (;;) {
      const result = await readLine(this.#proc, {
        prompt: this.#prompt,
        history,
        memory,
        keepsPastes: false,
        keepsSignals: false,
      });
      if (result === 'eof' || result === 'interrupted') return 0;
      if (result.line.trim() !== '' && history.at(-1) !== result.line) history.push(result.line);
      this.#proc.onSignal('SIGINT', () => this.#proc.interrupt());
      try {
        if ((await this.#runLine(bytesOf(result.line))) === 'quit') return 0;
      } catch (error) {
        if (!isSysError(error, 'EINTR')) throw error;
        // Ctrl-C ends what is waited for; the connection begins anew.
        await this.#proc.out('\n');
        this.#connection.close();
        await this.#connection.open();
      } finally {
        this.#proc.onSignal('SIGINT', 'default');
      }
    }
  } // prettier-ignore

  /** --scan: all keys, one a line. */
  async scan(): Promise<number> {
    if (!(await this.#connection.open())) return 1;
    const { pattern, count, type } = this.#options;
    let cursor = '0';
    do {
      const reply = await this.#connection.ask([
        'SCAN',
        cursor,
        ...(pattern === undefined ? [] : ['MATCH', bytesOf(pattern)]),
        ...(count === undefined ? [] : ['COUNT', count]),
        ...(type === undefined ? [] : ['TYPE', type]),
      ]);
      if (!Array.isArray(reply)) {
        await this.#proc.err(
          `ERROR: ${reply !== undefined && isErrorReply(reply) ? reply.error : 'Server closed the connection'}\n`,
        );
        return 1;
      }
      const [next, keys] = reply as readonly Reply[];
      cursor = String(next);
      for (const key of Array.isArray(keys) ? (keys as readonly Reply[]) : []) await this.#show(key, []);
    } while (cursor !== '0');
    return 0;
  }

  async statistics(): Promise<number> {
    if (!(await this.#connection.open())) return 1;
    return showStatistics(this.#proc, this.#connection, this.#options.intervalMs || 1000);
  }
}
