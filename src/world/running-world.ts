import type { Host, Storage } from '../host/host.ts';
import { evaluateLesson } from '../lessons/evaluate.ts';
import type { Lesson } from '../lessons/lesson.ts';
import { EMPTY_STATE } from '../engine/store.ts';
import type { EngineState } from '../engine/state.ts';
import { buildMarkers } from './build-markers.ts';
import { commandNotice } from './command-notice.ts';
import { OutsideEditor } from './outside-editor.ts';
import { FileWatch } from './file-watch.ts';
import { clearDisk, FILLER, fillDisk } from './fill-disk.ts';
import { hostView } from './machine-image.ts';
import { changesOfEngine } from './mirror-engine.ts';
import type { Machine } from './machine.ts';
import { MachineWatch } from './machine-watch.ts';
import { FIRST_MACHINE, type WorldChange } from './mirror.ts';
import type { FromWorld, HardwareAction, ToWorld } from './protocol.ts';
import { QUERY_HANDLERS } from './queries/handlers.ts';
import type { Queries, QueryName } from './queries/queries.ts';
import { QueryRefused, type QueryContext } from './queries/query.ts';
import { saveWorld, type WorldSnapshot } from './saved-world.ts';
import { Terminals } from './terminals.ts';
import { createWorld, PROJECT_FOLDER, type World } from './world.ts';

/** A frame: changes are collected for so long. */
const FLUSH_MS = 24;
/** A save waits so long for more changes, and many times as long as the last one took: saving must not become the main work. */
const SAVE_MS = 120;
const PAUSE_FACTOR = 10;
/** More would be slow, and teach nothing that these don't. */
const MOST_MACHINES = 9;
/** Commands that an error report names. */
const KEPT_COMMANDS = 8;

export interface RunningWorldOptions {
  readonly host: Host;
  readonly storage: Storage;
  readonly lessons: readonly Lesson[];
  readonly post: (message: FromWorld) => void;
  readonly seed: number;
  readonly speed: number;
  readonly restore: WorldSnapshot | undefined;
  /** Hashes of the blobs in the storage. */
  readonly known: Set<string>;
}

/** A world that serves a page: it runs in real time, tells what changes and saves itself. */
export class RunningWorld {
  readonly #options: RunningWorldOptions;
  readonly #world: World;
  readonly #terminals: Terminals;
  readonly #files = new FileWatch(PROJECT_FOLDER);
  readonly #commands: string[] = [];
  readonly #editor: OutsideEditor;
  #pending: WorldChange[] = [];
  /** By machine. */
  readonly #told = new Map<string, EngineState>();
  readonly #machines = new MachineWatch();
  #completes = true;
  #cancelFlush: (() => void) | undefined;
  #cancelSave: (() => void) | undefined;
  #saving: Promise<void> = Promise.resolve();
  #savedInMs = 0;
  #lesson: Lesson | undefined;
  #checks = new Map<string, boolean>();
  #pageState: string | undefined;
  #ended = false;

  constructor(options: RunningWorldOptions) {
    this.#options = options;
    this.#editor = new OutsideEditor(options.post);
    const { host, restore } = options;
    this.#pageState = restore?.pageState;
    this.#world = createWorld({
      host,
      seed: options.seed,
      mode: 'real',
      onError: (error, where) => this.report(error, where),
      onBoot: (machine) => this.#follow(machine),
      onNotice: (text) => options.post({ kind: 'notice', text }),
      onBuild: (build, outcome) => {
        const change = buildMarkers(
          hostView(this.#machine.kernel),
          [PROJECT_FOLDER, ...this.#terminals.folders],
          build,
          outcome,
        );
        if (change) this.#tell(change);
      },
      ...(restore ? { restore } : {}),
    });
    this.#terminals = new Terminals(
      (name) => this.#world.machines.find((each) => each.name === name && this.#world.isOn(name)),
      restore?.terminals ?? {},
      PROJECT_FOLDER,
      {
        output: (terminal, data) => options.post({ kind: 'terminal.output', terminal, data }),
        closed: (terminal) => {
          options.post({ kind: 'terminal.closed', terminal });
          this.#tell({ kind: 'terminal', id: terminal });
        },
        changed: (record) => this.#tell({ kind: 'terminal', id: record.id, value: record }),
        command: (line) => {
          this.#commands.push(line);
          this.#commands.splice(0, Math.max(0, this.#commands.length - KEPT_COMMANDS));
          const notice = commandNotice(line, hostView(this.#machine.kernel));
          if (notice !== undefined) options.post({ kind: 'notice', text: notice });
        },
        openEditor: (path) => this.#editor.open(path),
      },
      host,
    );
    this.#lesson = options.lessons.find((lesson) => lesson.id === restore?.lesson);
    this.#world.queue.setSpeed(options.speed);
    this.#world.queue.start();
    this.#flush();
  }

  get #machine(): World['machines'][0] {
    return this.#world.machines[0];
  }

  /** A machine booted. */
  #follow({ engine, kernel, shellSettings }: Machine): void {
    engine.store.subscribe(() => this.#changed());
    kernel.hostFs.onChange = () => this.#changed();
    shellSettings.completes = this.#completes;
    if (hostView(kernel).statIfAny(FILLER)) fillDisk(kernel);
  }

  // Telling

  #tell(change: WorldChange): void {
    this.#pending.push(change);
    this.#changed();
  }

  /** Something may be different: told with the next frame, saved a little later. */
  #changed(): void {
    this.#cancelFlush ??= this.#options.host.after(FLUSH_MS, () => this.#flush());
    this.#saveSoon();
  }

  #saveSoon(): void {
    const delayMs = Math.max(SAVE_MS, PAUSE_FACTOR * this.#savedInMs);
    this.#cancelSave ??= this.#options.host.after(delayMs, () => void this.save());
  }

  #flush(): void {
    this.#cancelFlush = undefined;
    if (this.#ended) return;
    const changes = [
      ...this.#world.machines.flatMap(({ name, engine }) => this.#changesOf(name, engine.store.state)),
      ...this.#machines.changes(this.#world, () => this.#changed()),
      ...this.#files.changes(hostView(this.#machine.kernel)),
      ...this.#pending.splice(0),
    ];
    if (changes.length) this.#options.post({ kind: 'changes', changes });
    this.#checkLesson();
  }

  #changesOf(machine: string, state: EngineState): WorldChange[] {
    const before = this.#told.get(machine) ?? EMPTY_STATE;
    this.#told.set(machine, state);
    return changesOfEngine(before, state, machine);
  }

  #checkLesson(): void {
    const lesson = this.#lesson;
    if (!lesson || !this.#world.isOn(FIRST_MACHINE)) return;
    const { kernel, engine } = this.#machine;
    const view = hostView(kernel);
    const probe = {
      engine: engine.api,
      readFile: (path: string) => (view.statIfAny(path)?.type === 'file' ? view.readText(path) : undefined),
    };
    kernel.task('lesson checks', async () => {
      const results = await evaluateLesson(lesson, probe);
      const changes = results
        .filter(({ check, met }) => this.#checks.get(check.id) !== met)
        .map(({ check: { id, text, hint }, met }): WorldChange => ({
          kind: 'lessonCheck',
          id,
          value: { id, text, hint, met },
        }));
      for (const { check, met } of results) this.#checks.set(check.id, met);
      if (changes.length) this.#options.post({ kind: 'changes', changes });
    });
  }

  /** A bug of ours: shown calmly, with what helps to find it. */
  report(error: unknown, where: string): void {
    const message = error instanceof Error ? error.message : String(error);
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const report = `Drydock, seed ${this.#options.seed}\nin ${where}\n${stack || message}\nlast commands:\n${this.#commands.join('\n')}`;
    this.#options.post({ kind: 'error', error: { message, report } });
  }

  // Messages of the page

  handle(message: ToWorld): void {
    switch (message.kind) {
      case 'terminal.open':
        return this.#terminals.open(message.terminal, message, message.machine);
      case 'terminal.input':
        return this.#terminals.input(message.terminal, message.data);
      case 'terminal.resize':
        return this.#terminals.resize(message.terminal, message);
      case 'terminal.drawn':
        return this.#terminals.drawn(message.terminal, message.bytes);
      case 'terminal.close':
        return this.#terminals.close(message.terminal);
      case 'editor.closed':
        return this.#editor.closed(message.id);
      case 'page.state':
        this.#pageState = message.state;
        return this.#saveSoon();
      case 'completion':
        this.#completes = message.on;
        for (const { shellSettings } of this.#world.machines) shellSettings.completes = message.on;
        return;
      case 'machines':
        return this.#setMachines(message.count);
      case 'machine':
        return this.#act(message.machine, message.action);
      case 'speed':
        return this.#world.queue.setSpeed(message.speed);
      case 'save':
        return void this.save();
      case 'query':
        return this.#query(message.id, message.query, message.parameters);
      default:
        return;
    }
  }

  #setMachines(count: number): void {
    const { machines } = this.#world;
    while (machines.length < Math.min(count, MOST_MACHINES)) this.#world.addMachine();
    while (machines.length > Math.max(count, 1)) {
      const { name } = machines.at(-1) ?? this.#machine;
      this.#world.removeMachine();
      this.#terminals.machineGone(name);
      this.#pending.push(...this.#changesOf(name, EMPTY_STATE));
    }
    this.#changed();
  }

  #act(name: string, action: HardwareAction): void {
    const machine = this.#world.machines.find((each) => each.name === name);
    if (!machine) return;
    if (action === 'off') {
      this.#world.setPower(name, false);
      this.#terminals.machineOff(name);
    } else if (action === 'on') {
      this.#world.setPower(name, true);
      this.#terminals.machineOn(name);
    } else if (action === 'plug' || action === 'unplug') this.#world.setLink(name, action === 'plug');
    else if (this.#world.isOn(name)) (action === 'fill' ? fillDisk : clearDisk)(machine.kernel);
    this.#changed();
  }

  #query<Q extends QueryName>(id: number, query: Q, parameters: Queries[Q]['parameters']): void {
    const context: QueryContext = {
      machine: this.#machine,
      lessons: this.#options.lessons,
      startLesson: (lesson) => {
        this.#lesson = lesson;
        this.#checks.clear();
        this.#changed();
      },
    };
    this.#machine.kernel.task(`query ${query}`, async () => {
      try {
        if (!this.#world.isOn(FIRST_MACHINE)) throw new QueryRefused(`${FIRST_MACHINE} is switched off.`);
        const answer = await QUERY_HANDLERS[query](context, parameters);
        this.#options.post({ kind: 'answer', id, query, answer } as FromWorld);
      } catch (error) {
        const refused = error instanceof QueryRefused;
        this.#options.post({
          kind: 'refused',
          id,
          message: refused ? error.message : 'Something went wrong inside of Drydock.',
        });
        if (!refused) this.report(error, `query ${query}`);
      }
    });
  }

  // Saving

  #snapshot(): WorldSnapshot {
    const [first, ...others] = this.#world.save();
    return {
      ...first,
      ...(others.length ? { others } : {}),
      seed: this.#options.seed,
      nowMs: this.#world.queue.now(),
      terminals: this.#terminals.save(),
      ...(this.#lesson ? { lesson: this.#lesson.id } : {}),
      ...(this.#pageState === undefined ? {} : { pageState: this.#pageState }),
    };
  }

  /** Saves this very moment; one save after another. */
  save(): Promise<void> {
    this.#cancelSave?.();
    this.#cancelSave = undefined;
    const { storage, known, post, host } = this.#options;
    if (this.#ended) return this.#saving;
    const snapshot = this.#snapshot();
    let beganMs = 0;
    this.#saving = this.#saving
      .then(() => {
        beganMs = host.monotonicMs();
        return saveWorld(storage, snapshot, known);
      })
      .finally(() => (this.#savedInMs = host.monotonicMs() - beganMs))
      .then(
        (bytes) => post({ kind: 'saved', atMs: host.wallClockMs(), bytes }),
        (error: unknown) =>
          post({ kind: 'save.failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return this.#saving;
  }

  /** Stops it for good. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#world.queue.stop();
    this.#cancelFlush?.();
    this.#cancelSave?.();
    await this.#saving;
  }
}
