import type { OpenFile } from '../../kernel/files/open-file.ts';
import { isSysError } from '../../kernel/errno.ts';
import type { Process } from '../../kernel/process.ts';
import { toBytes } from '../../lib/bytes.ts';
import { exitStatus, waitForEnd } from '../support/spawn.ts';
import { RecordReader } from './record-reader.ts';

interface OpenStream {
  readonly file: OpenFile;
  readonly reader?: RecordReader;
  /** The command at the other end. */
  readonly pid?: number;
}

/** Files and commands that a program reads or writes by name; each stays open until `close`. */
export class AwkStreams {
  readonly #proc: Process;
  readonly #outputs = new Map<string, OpenStream>();
  readonly #inputs = new Map<string, OpenStream>();

  constructor(proc: Process) {
    this.#proc = proc;
  }

  /** @throws SysError where the file can't be opened */
  async write(mode: '>' | '>>' | '|', name: string, text: string): Promise<void> {
    if (mode !== '|' && (name === '/dev/stdout' || name === '-')) return void (await this.#proc.out(text));
    if (mode !== '|' && name === '/dev/stderr') return void (await this.#proc.err(text));
    const stream = this.#outputs.get(name) ?? (await this.#openOutput(mode, name));
    await stream.file.write(toBytes(text));
  }

  async #openOutput(mode: '>' | '>>' | '|', name: string): Promise<OpenStream> {
    const stream =
      mode === '|'
        ? this.#command(name, 0)
        : {
            file: await this.#file(name, {
              read: false,
              write: true,
              create: true,
              append: mode === '>>',
              truncate: mode === '>',
            }),
          };
    this.#outputs.set(name, stream);
    return stream;
  }

  async #file(name: string, options: Parameters<Process['open']>[1]): Promise<OpenFile> {
    const file = await this.#proc.open(name, options);
    file.retain();
    return file;
  }

  /** Starts a shell with our end of a pipe at its descriptor. */
  #command(text: string, number: 0 | 1): OpenStream {
    const { reader, writer } = this.#proc.pipe();
    const [own, other] = number === 0 ? [writer, reader] : [reader, writer];
    own.retain();
    const pid = this.#proc.spawn('/bin/sh', ['sh', '-c', text], {
      fds: new Map(this.#proc.fds).set(number, other),
    });
    return { file: own, pid };
  }

  /** The reader of a file or command; undefined where it can't be opened. */
  async input(from: 'file' | 'command', name: string): Promise<RecordReader | undefined> {
    const known = this.#inputs.get(name)?.reader;
    if (known) return known;
    try {
      const stream: OpenStream =
        from === 'command'
          ? this.#command(name, 1)
          : { file: name === '-' ? this.#proc.stdin : await this.#file(name, {}) };
      const reader = new RecordReader(stream.file);
      this.#inputs.set(name, { ...stream, reader });
      return reader;
    } catch (error) {
      if (isSysError(error)) return undefined;
      throw error;
    }
  }

  /** Closes what is open by that name; the command's exit status, 0 for a file, -1 where nothing is open. */
  async close(name: string): Promise<number> {
    let status = -1;
    for (const streams of [this.#outputs, this.#inputs]) {
      const stream = streams.get(name);
      if (!stream) continue;
      streams.delete(name);
      if (stream.file !== this.#proc.stdin) stream.file.release();
      status = stream.pid === undefined ? 0 : exitStatus(await waitForEnd(this.#proc, stream.pid));
    }
    return status;
  }

  async closeAll(): Promise<void> {
    for (const name of [...this.#outputs.keys(), ...this.#inputs.keys()]) await this.close(name);
  }

  async system(text: string): Promise<number> {
    return exitStatus(await waitForEnd(this.#proc, this.#proc.spawn('/bin/sh', ['sh', '-c', text])));
  }
}
