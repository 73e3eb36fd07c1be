import { PGlite } from '@electric-sql/pglite';
import type { Process } from '../../../kernel/process.ts';
import { toText } from '../../../lib/bytes.ts';
import { encodeQuery } from '../messages.ts';
import { DataDirectoryFs } from './data-directory-fs.ts';
import { fullVersion, platform } from '../version.ts';
import { nameVersion, type VersionNames } from './name-version.ts';
import { LOOK_COST_MS, Outside, type InterruptExports } from './outside.ts';

/** One backend without a postmaster: PGlite's way to run, with the settings that nothing else is there to serve. */
const START = [
  '--single', '-j', '-c', 'exit_on_error=false', '-c', 'max_worker_processes=0', '-c', 'max_parallel_workers=0',
  '-c', 'max_parallel_workers_per_gather=0', '-c', 'max_parallel_maintenance_workers=0', '-c', 'io_method=sync',
]; // prettier-ignore

/** SQL in the data directory that initdb left to be run when it is opened first, so that making one costs no start of PostgreSQL. */
export const BOOTSTRAP_FILE = '.bootstrap.sql';

/** Virtual µs of a message, and of a byte of an answer. */
const MESSAGE_MICROS = 250;
const BYTE_MICROS = 0.02;

/** What messages brought, and what they cost. */
export interface Execution {
  readonly answer: Uint8Array;
  /** Milliseconds that the server waited. */
  readonly sleptMs: number;
  /** Virtual µs of work. */
  readonly micros: number;
  /** The answer is that it was cancelled; a real server would still be at it. */
  readonly isEndless: boolean;
}

/** PostgreSQL refused to start; why is in the log. */
export class StartFailure extends Error {}

/** What `open` needs to know. */
export interface BackendOptions {
  /** The data directory, absolute. */
  readonly directory: string;
  readonly database: string;
  /** `-c` settings of the server's command line. */
  readonly settings: readonly string[];
  /** A line that PostgreSQL writes to its log, with its prefix. */
  log(line: string): void;
}

/** PostgreSQL itself: a PGlite on one database of a data directory. */
export class Backend {
  readonly database: string;
  readonly #proc: Process;
  readonly #pglite: PGlite;
  readonly #fs: DataDirectoryFs;
  readonly #outside: Outside;

  private constructor(
    proc: Process,
    database: string,
    pglite: PGlite,
    fs: DataDirectoryFs,
    outside: Outside,
  ) {
    this.#proc = proc;
    this.database = database;
    this.#pglite = pglite;
    this.#fs = fs;
    this.#outside = outside;
  }

  /** Starts it, which recovers what a crash left. @throws StartFailure */
  static async open(proc: Process, options: BackendOptions): Promise<Backend> {
    const [module, data] = [await proc.compile('pglite'), await proc.asset('pglite-data')];
    const fs = new ServerFs(proc, options.directory, module);
    const pglite = new Server({
      fs,
      database: options.database,
      pgliteWasmModule: module,
      // There is a database already: initdb is never run. Without one PGlite would fetch it.
      initdbWasmModule: module,
      fsBundle: { arrayBuffer: () => Promise.resolve(data.buffer) } as unknown as Blob,
      startParams: [...START, ...options.settings.flatMap((setting) => ['-c', setting])],
      onStdout: () => false,
      onStderr: (line) => {
        options.log(line);
        return false;
      },
    } as ConstructorParameters<typeof PGlite>[0]);
    try {
      await proc.load(pglite.waitReady);
    } catch {
      fs.releaseAll();
      throw new StartFailure();
    }
    const backend = new Backend(proc, options.database, pglite, fs, fs.outside);
    fs.outside.chargeBeyond(fs.memoryBytes());
    if (fs.interrupts) fs.outside.watch(fs.interrupts);
    await backend.#bootstrap(`${options.directory}/${BOOTSTRAP_FILE}`);
    return backend;
  }

  async #bootstrap(path: string): Promise<void> {
    if (!this.#proc.files.exists(path)) return;
    const turn = this.#proc.tick(this.exec(encodeQuery(this.#proc.files.readText(path))).micros);
    if (turn) await turn;
    this.#proc.files.unlink(path);
  }

  /**
   * Messages of the wire protocol in, what PostgreSQL answers out. It blocks until that is done, a second or two at most: what takes longer is ended as if it
   * were cancelled, and said to be endless. The caller lets the process spend the time. `cancelled`: PostgreSQL is told so as soon as it looks.
   */
  exec(messages: Uint8Array, cancelled = false): Execution {
    this.#outside.sleepy = toText(messages).includes('pg_sleep');
    this.#outside.begin(cancelled);
    const answer = this.#pglite.execProtocolRawSync(messages);
    const sleptMs = this.#outside.takeSlept();
    const { looks, isEndless } = this.#outside;
    const micros =
      MESSAGE_MICROS +
      Math.ceil((messages.length + answer.length) * BYTE_MICROS) +
      Math.floor(looks * LOOK_COST_MS * 1000);
    return { answer, sleptMs, micros, isEndless };
  }

  /** The shutdown checkpoint and the end. */
  async close(): Promise<void> {
    await this.#proc.load(this.#pglite.close());
    this.#fs.releaseAll();
  }

  /** Lets go of it as it is: what a kill does. */
  abandon(): void {
    this.#fs.releaseAll();
  }
}

/** Nobody asks PGlite itself: it need not learn the database's types. */
class Server extends PGlite {
  override _initArrayTypes(): Promise<void> {
    return Promise.resolve();
  }
}

/** What of Emscripten's files makes devices. */
interface EmscriptenDevices {
  unlink(path: string): void;
  createDevice(folder: string, name: string, read: () => number): void;
}

/** The data directory, and a WebAssembly that sees the simulated world only. */
class ServerFs extends DataDirectoryFs {
  readonly outside: Outside;
  readonly #module: WebAssembly.Module;
  memoryBytes: () => number = () => 0;
  interrupts: InterruptExports | undefined;

  readonly #names: VersionNames;

  constructor(proc: Process, directory: string, module: WebAssembly.Module) {
    super(proc.files, directory);
    const version = fullVersion(proc.files);
    this.#names = { banner: `PostgreSQL ${version} on ${platform(proc.files)}`, version };
    this.outside = new Outside(proc);
    this.#module = module;
  }

  override async init(...args: Parameters<DataDirectoryFs['init']>): ReturnType<DataDirectoryFs['init']> {
    const { emscriptenOpts } = await super.init(...args);
    const memory = emscriptenOpts.wasmMemory as unknown as { buffer: ArrayBuffer };
    this.memoryBytes = () => memory.buffer.byteLength;
    const instantiateWasm = (
      imports: WebAssembly.Imports,
      done: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
    ): object => {
      const instance = new WebAssembly.Instance(
        this.#module,
        this.outside.imports(imports, () => memory),
      );
      this.interrupts = instance.exports as unknown as InterruptExports;
      nameVersion(memory.buffer, this.#names);
      done(instance, this.#module);
      return instance.exports;
    };
    const seedRandomness = ({ FS }: { FS: EmscriptenDevices }): void => {
      for (const name of ['random', 'urandom']) {
        FS.unlink(`/dev/${name}`);
        FS.createDevice('/dev', name, () => this.outside.randomByte());
      }
    };
    const preRun = [...(emscriptenOpts.preRun ?? []), seedRandomness];
    return { emscriptenOpts: { ...emscriptenOpts, preRun, instantiateWasm } as typeof emscriptenOpts };
  }
}
