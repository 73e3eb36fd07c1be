import type { Process } from '../../kernel/process.ts';
import { joinPath } from '../../kernel/files/path.ts';
import { loadModule, moduleHead, resolveImport } from './es-modules.ts';
import { text } from '../support/wasm/host-arguments.ts';
import { EventQueue } from './host/event-queue.ts';
import { childCalls } from './host/child-calls.ts';
import { cryptoCalls } from './host/crypto-calls.ts';
import { fileCalls } from './host/file-calls.ts';
import { networkCalls } from './host/network-calls.ts';
import { processCalls } from './host/process-calls.ts';
import { BOOT } from './lib/boot.ts';
import { LIBRARY } from './lib/library.ts';
import { moduleFormat, resolveModule, saysFormat } from './resolve.ts';
import { isStackOverflow, Overrun } from './runtime/program-error.ts';
import { QuickJsVm, type HostCall } from './runtime/quickjs-vm.ts';
import { ErrorWords } from './error-words.ts';
import { NODE_VERSION } from './version.ts';

/** What a node was asked to run. */
export interface NodeProgram {
  readonly kind: 'script' | 'eval' | 'stdin' | 'repl';
  /** The script's path. */
  readonly what: string;
  /** Code of -e, -p or stdin. */
  readonly source: string;
  readonly prints: boolean;
  /** `--input-type=module` */
  readonly module: boolean;
  /** Modules of -r. */
  readonly preload: readonly string[];
  readonly argv: readonly string[];
  readonly execArgv: readonly string[];
}

/** Ends a program at once. */
class NodeExit extends Error {
  readonly status: number;
  constructor(status: number) {
    super('exit');
    this.status = status;
  }
}

/** The heap has no more room. */
class OutOfMemory extends Error {}

/** Simplified: V8 also tells of its last collections. */
const HEAP_LIMIT =
  '\n<--- Last few GCs --->\n\n\n<--- JS stacktrace --->\n\nFATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory\n';

/** Virtual operations of one event besides what its code charges. */
const EVENT_COST = 60;

/** Runs a program in a QuickJS of its own, with Node's manners. Resolves with its exit status. */
export async function runNode(proc: Process, program: NodeProgram): Promise<number> {
  const events = new EventQueue(proc);
  const inline = joinPath(proc.files.cwd, '[eval1]');
  const words = new ErrorWords(proc.files, program, inline);
  const made: { vm?: QuickJsVm } = {};
  const builtins = (name: string): readonly string[] =>
    JSON.parse(text(made.vm?.callNow('__exports', name) ?? '[]')) as string[];
  const isBuiltin = (name: string): boolean => made.vm?.callNow('__isBuiltin', name) === 1;
  const importOf = (specifier: string, importer: string): string =>
    specifier === inline && importer.startsWith('node:') ? inline : resolveImport(proc.files, specifier, importer, isBuiltin);
  const calls: Record<string, HostCall> = {
    ...fileCalls(proc),
    ...networkCalls(proc, events),
    ...processCalls(proc, events),
    ...childCalls(proc, events),
    ...cryptoCalls(proc),
    library: (name) => LIBRARY.get(text(name)) ?? null,
    facts: () => JSON.stringify(factsOf(proc, program)),
    program: () => JSON.stringify(program),
    inline: () => inline,
    exit: (status) => {
      throw new NodeExit(Number(status));
    },
    evaluates: (source) => (words.evaluates(text(source)), null),
    whereThrown: (stack) => words.where(text(stack)),
    resolve: (request, from) => resolveModule(proc.files, text(request), text(from), 'require') ?? null,
    resolveImport: (specifier, importer) => importOf(text(specifier), text(importer)),
    format: (path) => moduleFormat(proc.files, text(path)),
    detectsModule: (path) => (saysFormat(proc.files, text(path)) ? 0 : 1),
  };
  const vm = await QuickJsVm.create(proc, {
    calls,
    resolve: (importer, name) => importOf(name, importer),
    load: (name) => {
      if (name === inline) return moduleHead(inline) + program.source;
      return loadModule(proc.files, name, builtins);
    },
    reword: (error) => {
      if (error.name === 'RangeError' && error.message === 'out of memory') throw new OutOfMemory();
      return words.reword(error);
    },
  });
  made.vm = vm;
  try {
    await vm.evaluate(BOOT, 'node:internal/boot');
    await vm.take(['__start', '__dispatch', '__poll', '__rejected', '__exports', '__isBuiltin']);
    await vm.call('__start');
    await turn(proc, vm, events);
    return 0;
  } catch (error) {
    if (error instanceof NodeExit) return error.status;
    if (error instanceof OutOfMemory) {
      await proc.err(HEAP_LIMIT);
      return 134;
    }
    if (error instanceof Overrun) {
      proc.notice('A getter that this error was asked for does not end. The simulation ended the program; Node would go on for ever.');
      return 137;
    }
    // The host's own stack is at its end, in code of QuickJS that does not look: no program can go on after that.
    if (!isStackOverflow(error)) throw error;
    await proc.err(`RangeError: Maximum call stack size exceeded\n\nNode.js ${NODE_VERSION}\n`);
    return 1;
  }
} // prettier-ignore

/** The event loop. It ends by NodeExit. */
async function turn(proc: Process, vm: QuickJsVm, events: EventQueue): Promise<void> {
  for (;;) {
    await vm.drain();
    const wait = Number(await vm.call('__poll'));
    if (wait < 0) return;
    if (wait === 0) continue;
    await events.wait(wait);
    const event = events.take();
    if (!event) continue;
    const charged = proc.tick(EVENT_COST);
    if (charged) await charged;
    await vm.call('__dispatch', event.id, event.kind, event.value, event.more);
  }
}

function factsOf(proc: Process, program: NodeProgram): object {
  const execPath = '/usr/local/bin/node';
  return {
    version: NODE_VERSION,
    pid: proc.pid,
    ppid: proc.ppid,
    uid: proc.uid,
    gid: proc.gid,
    argv: [execPath, ...program.argv],
    argv0: proc.argv[0],
    execArgv: program.execArgv,
    execPath,
    startMs: proc.now(),
    bootMs: proc.machine.bootMs,
  };
}
