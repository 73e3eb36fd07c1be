import type { Process } from '../../kernel/process.ts';
import type { Signal } from '../../kernel/signals.ts';
import { fileCalls } from './host/file-calls.ts';
import { networkCalls } from './host/network-calls.ts';
import { processCalls } from './host/process-calls.ts';
import { number, text } from '../support/wasm/host-arguments.ts';
import type { HostCall } from './host/host-call.ts';
import { textCalls } from './host/text-calls.ts';
import { ErrorTeller } from './errors/error-teller.ts';
import { STDIN_NAME } from './errors/frames.ts';
import { findTooNew } from './errors/too-new.ts';
import { LIBRARY } from './lib/library.ts';
import { REPL } from './lib/repl.ts';
import { MAIN, TURN } from './lib/start.ts';
import { IMAGE_LIBRARY } from './places.ts';
import { pythonImage, SHIPPED_SOURCES } from './shipped.ts';
import { PythonVm } from './runtime/python-vm.ts';
import { cachedTransform } from './transform/cached-transform.ts';
import { transformSource } from './transform/transform-source.ts';
import { pythonVersionOf, searchPath, versionText, whyMissing, type PythonVersion } from './versions.ts';

/** What a python was asked to run. */
export interface PythonProgram {
  readonly source: string;
  /** As tracebacks call it: a path, `<string>`, `<stdin>`. */
  readonly name: string;
  /** `__file__`, for a script. */
  readonly file: string | undefined;
  readonly argv: readonly string[];
  /** First of sys.path. */
  readonly folder: string;
  readonly unbuffered: boolean;
  /** Reads from a terminal what to run. */
  readonly interactive?: boolean;
}

/** What stands for a source that is too new for a version: no Python can compile it. @see ErrorTeller.syntax */
const NONSENSE = { code: '?\n', lines: [0, 1, 2] };

/** Runs a program in a MicroPython of its own. Resolves with its exit status. */
export async function runPython(proc: Process, program: PythonProgram): Promise<number> {
  let status: number | undefined;
  let serving = false;
  const arrived: number[] = [];
  const arrive = (what: number): void => {
    arrived.push(what);
    proc.interrupt();
  };
  const version = pythonVersionOf(proc);
  const teller = new ErrorTeller(proc, version, program.name, program.source);
  const translate: typeof cachedTransform = (source, of = 'program') =>
    of === 'program' && findTooNew(source, version.minor) ? NONSENSE : cachedTransform(source, of);
  const calls: Record<string, HostCall> = {
    ...textCalls,
    ...fileCalls(proc),
    ...networkCalls(proc),
    ...processCalls(proc),
    signal: (name, action, which) => {
      const value = text(action);
      const handler = value === 'handler' ? () => arrive(100 + number(which)) : undefined;
      proc.onSignal(text(name) as Signal, handler ?? (value === 'ignore' ? 'ignore' : 'default'));
      return null;
    },
    argv: () => JSON.stringify(program.argv),
    version: () => JSON.stringify([...version.release.split('.').map(Number), versionText(version)]),
    path: () => JSON.stringify([program.folder, ...searchPath(version)]),
    unbuffered: () => Number(program.unbuffered),
    source: () => translate(program.source).code,
    name: () => (program.name === '<stdin>' ? STDIN_NAME : program.name),
    file: () => program.file ?? null,
    transform: (source, name) => {
      const { code, lines } = findTooNew(text(source), version.minor)
        ? NONSENSE
        : transformSource(text(source));
      teller.add(text(name), text(source), lines);
      return code;
    },
    forever: (goesOn) => {
      serving = number(goesOn) === 1;
      return null;
    },
    exit: (code) => {
      status = number(code);
      return null;
    },
    missing: (name) => {
      noteMissing(proc, text(name), version);
      return null;
    },
    traceback: (errors) => teller.traceback(text(errors)),
    explain: (message, raw) => teller.explain(text(message), text(raw)),
    lineno: (raw) => teller.lineOf(text(raw)),
    syntax: (path, raw) => teller.syntax(text(path), text(raw)),
  };
  const lost: Uint8Array[] = [];
  const vm = await PythonVm.create(
    proc,
    pythonImage,
    calls,
    {
      library: LIBRARY,
      folder: version.library,
      imageFolder: IMAGE_LIBRARY,
      shipped: SHIPPED_SOURCES,
      transform: translate,
    },
    (bytes) => void lost.push(bytes.slice()),
    arrived,
  );
  proc.onSignal('SIGINT', () => arrive(1));
  await vm.exec(program.interactive ? REPL : MAIN);
  while (serving) await vm.exec(TURN);
  for (const bytes of lost) await proc.err(bytes);
  return status ?? 1;
}

/** Said beside the terminal: the learner can't know whether the module is missing or only missing here. */
function noteMissing(proc: Process, name: string, version: PythonVersion): void {
  proc.notice(
    whyMissing(name, version) ??
      `There is no module ${name}. The simulated Python has a part of the standard library, and what pip installed in this image.`,
  );
}
