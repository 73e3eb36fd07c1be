import { isSysError } from '../../../kernel/errno.ts';
import type { Socket } from '../../../kernel/net/socket.ts';
import type { Process } from '../../../kernel/process.ts';
import { isAlpine } from '../../postgres/version.ts';
import { isErrorReply, type Reply } from '../reply.ts';
import { byteArray, encodeCommand, RespReader } from '../resp.ts';
import type { CliOptions } from './options.ts';

/** A connection of redis-cli, which comes back by itself. */
export class CliConnection {
  readonly #proc: Process;
  readonly #options: CliOptions;
  #socket: Socket | undefined;
  #reader: RespReader | undefined;
  db: number;
  inTransaction = false;

  constructor(proc: Process, options: CliOptions) {
    this.#proc = proc;
    this.#options = options;
    this.db = options.db;
  }

  get connected(): boolean {
    return this.#socket !== undefined;
  }

  close(): void {
    this.#socket?.close();
    this.#socket = this.#reader = undefined;
    this.inTransaction = false;
  }

  /** False after a complaint. */
  async open(): Promise<boolean> {
    if (this.#socket) return true;
    const { host, port, user, password } = this.#options;
    try {
      const [address] = await this.#proc.network.resolve(host);
      if (address === undefined) {
        const why = isAlpine(this.#proc.files) ? 'Name does not resolve' : 'Name or service not known';
        await this.#proc.err(`Could not connect to Redis at ${host}:${port}: ${why}\n`);
        return false;
      }
      const socket = await this.#proc.network.connect(address, port);
      this.#socket = socket;
      this.#reader = new RespReader(() => socket.read(65536));
      if (password !== undefined) await this.#logIn(user, password);
      if (this.db !== 0) {
        const reply = await this.ask(['SELECT', String(this.db)]);
        if (reply !== undefined && isErrorReply(reply)) {
          await this.#proc.err(`SELECT ${this.db} failed: ${reply.error}\n`);
          this.db = 0;
        }
      }
      return true;
    } catch (error) {
      if (!isSysError(error)) throw error;
      await this.#proc.err(`Could not connect to Redis at ${host}:${port}: ${error.message}\n`);
      return false;
    }
  }

  async #logIn(user: string | undefined, password: string): Promise<void> {
    const reply = await this.ask(['AUTH', ...(user === undefined ? [] : [user]), password]);
    if (reply !== undefined && isErrorReply(reply)) await this.#proc.err(`AUTH failed: ${reply.error}\n`);
  }

  async send(words: readonly string[]): Promise<void> {
    await this.#socket?.write(byteArray(encodeCommand(words)));
  }

  /** Undefined once the server has closed the connection. */
  async next(): Promise<Reply | undefined> {
    const reply = await this.#reader?.reply();
    if (reply === undefined) this.close();
    return reply;
  }

  /** The reply to a command; undefined where the connection ended. */
  async ask(words: readonly string[]): Promise<Reply | undefined> {
    try {
      await this.send(words);
      const reply = await this.next();
      if (reply !== undefined && !isErrorReply(reply)) this.#follow(words);
      return reply;
    } catch (error) {
      if (!isSysError(error) || error.code === 'EINTR') throw error;
      this.close();
      return undefined;
    }
  }

  /** Keeps what the prompt shows. */
  #follow(words: readonly string[]): void {
    const name = words[0]?.toLowerCase();
    if (name === 'select') this.db = Number(words[1]);
    else if (name === 'multi') this.inTransaction = true;
    else if (name === 'exec' || name === 'discard') this.inTransaction = false;
  }
}
