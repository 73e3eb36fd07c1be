/** What MicroPython's loader gives: the parts that are used here. */
export interface MicroPython {
  readonly FS: EmscriptenFs;
  registerJsModule(name: string, module: object): void;
  runPython(code: string): unknown;
}

/** Emscripten's virtual file system, as far as a mount of ours needs it. */
export interface EmscriptenFs {
  root: unknown;
  /** What MicroPython's look for a module asks. */
  stat(path: string): object;
  readonly ErrnoError: new (errno: number) => Error;
  mount(type: object, options: object, path: string): unknown;
  mkdir(path: string): unknown;
  mkdirTree(path: string): void;
  writeFile(path: string, text: string): void;
  chdir(path: string): void;
  createNode(parent: unknown, name: string, mode: number, dev: number): Record<string, unknown>;
}

export interface LoaderOptions {
  /** Bytes of the first heap; it grows. */
  heapsize: number;
  pystack: number;
  url: string;
  linebuffer: boolean;
  stdin(): number | null;
  stdout(bytes: Uint8Array): void;
  stderr(bytes: Uint8Array): void;
  instantiateWasm(imports: WebAssembly.Imports, done: (instance: WebAssembly.Instance) => void): void;
}

/** `clock` is the time in milliseconds since the epoch; `fill` makes a typed array random. */
export function createLoader(world: {
  clock(): number;
  fill<T extends ArrayBufferView>(bytes: T): T;
}): Promise<(options: LoaderOptions) => Promise<MicroPython>>;
